//! How far apart two times of a record are, and which is certainly first. By ties where there are any, else by labels.

use super::calendar::Tick;
use super::table::{Time, TimeId, Times};
use crate::diag::Level;

/// How far one time is after another, in ticks, inclusive. Prints as pages show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The unit of the ends; `None` if an operand is not in the record, or was refused.
    pub tick: Option<Tick>,
    /// The least it can be; `None` is open.
    pub low: Option<i64>,
    /// The most it can be; `None` is open.
    pub high: Option<i64>,
}

/// The offsets on the way from a time up to another.
#[derive(Clone, Copy, Default)]
struct Way {
    low: i64,
    high: i64,
    tick: Option<Tick>,
}

/// How deep `X..Y` within `X..Y` is followed; beyond it the bounds still hold.
const DEPTH: u8 = 4;

impl Difference {
    /// An operand is not in the record.
    pub const NOT_RECORDED: Self = Self { tick: None, low: None, high: None };

    fn is_closed(&self) -> bool {
        self.low.is_some() && self.high.is_some()
    }

    /// Narrows by what `X..Y` knows of itself.
    fn within(self, low: Self, high: Self) -> Self {
        let knows = Self { tick: low.tick.max(high.tick), low: low.low, high: high.high };
        let finer = low.tick < self.tick && high.tick < self.tick;
        if finer && low.tick == high.tick && knows.is_closed() {
            return knows;
        }
        let mut narrowed = self;
        if low.tick == self.tick {
            narrowed.low = self.low.max(low.low);
        }
        if high.tick == self.tick {
            narrowed.high = [self.high, high.high].into_iter().flatten().min();
        }
        narrowed
    }
}

impl Times {
    /// How far `b` is after `a`.
    #[must_use]
    pub fn difference(&self, a: TimeId, b: TimeId) -> Difference {
        self.difference_within(a, b, DEPTH)
    }

    /// Whether `a` is before `b` for every choice of instants within their bounds.
    #[must_use]
    pub fn certainly_before(&self, a: TimeId, b: TimeId) -> bool {
        self.before_within(a, b, DEPTH)
    }

    /// How wrong it is for something to run from `start` to `end`: not at all unless the end is certainly before the
    /// start, and then only a warning if either is written `about`.
    #[must_use]
    pub fn end_before_start(&self, start: TimeId, end: TimeId) -> Option<Level> {
        let about = self.time(start).about || self.time(end).about;
        self.certainly_before(end, start).then_some(if about { Level::Warning } else { Level::Error })
    }

    fn difference_within(&self, a: TimeId, b: TimeId, depth: u8) -> Difference {
        if self.time(a).faulty || self.time(b).faulty {
            return Difference::NOT_RECORDED;
        }
        if let Some((of_a, of_b)) = self.ways(a, b) {
            return by_ties(of_a, of_b);
        }
        let mut difference = by_labels(self.time(a), self.time(b));
        let Some(deeper) = depth.checked_sub(1) else { return difference };
        if let Some((x, y)) = self.ends(b) {
            let (low, high) = (self.difference_within(a, x, deeper), self.difference_within(a, y, deeper));
            difference = difference.within(low, high);
        }
        if let Some((x, y)) = self.ends(a) {
            let (low, high) = (self.difference_within(y, b, deeper), self.difference_within(x, b, deeper));
            difference = difference.within(low, high);
        }
        difference
    }

    fn before_within(&self, a: TimeId, b: TimeId, depth: u8) -> bool {
        if self.time(a).faulty || self.time(b).faulty {
            return false;
        }
        if let Some((of_a, of_b)) = self.ways(a, b) {
            return of_b.low - of_a.high > 0;
        }
        if let (Some(latest), Some(earliest)) = (&self.time(a).latest, &self.time(b).earliest)
            && latest.last < earliest.first
        {
            return true;
        }
        let Some(deeper) = depth.checked_sub(1) else { return false };
        self.ends(b).is_some_and(|(x, _)| self.before_within(a, x, deeper))
            || self.ends(a).is_some_and(|(_, y)| self.before_within(y, b, deeper))
    }

    fn ends(&self, id: TimeId) -> Option<(TimeId, TimeId)> {
        self.time(id).between.as_ref().map(|between| (between.from, between.to))
    }

    /// The ways from both up to the nearest time that both are tied to, or that one of them is.
    fn ways(&self, a: TimeId, b: TimeId) -> Option<(Way, Way)> {
        let depth = |id| self.climb(id).count();
        let (mut a, mut b) = ((a, Way::default()), (b, Way::default()));
        let (mut above_a, mut above_b) = (depth(a.0), depth(b.0));
        while a.0 != b.0 {
            if above_a >= above_b {
                a = self.step_up(a)?;
                above_a -= 1;
            } else {
                b = self.step_up(b)?;
                above_b -= 1;
            }
        }
        Some((a.1, b.1))
    }

    fn climb(&self, id: TimeId) -> impl Iterator<Item = TimeId> + '_ {
        std::iter::successors(Some(id), |id| self.time(*id).tie.as_ref().map(|tie| tie.to)).skip(1)
    }

    fn step_up(&self, (id, way): (TimeId, Way)) -> Option<(TimeId, Way)> {
        let tie = self.time(id).tie.as_ref()?;
        let tick = if tie.seconds { Tick::Second } else { Tick::Minute };
        let tick = Some(way.tick.map_or(tick, |above| above.min(tick)));
        Some((tie.to, Way { low: way.low + tie.low, high: way.high + tie.high, tick }))
    }
}

fn by_ties(a: Way, b: Way) -> Difference {
    let tick = a.tick.max(b.tick).unwrap_or(Tick::Minute);
    let low = tick.count(b.low) - tick.count(a.high);
    let high = tick.count(b.high) - tick.count(a.low);
    Difference { tick: Some(tick), low: Some(low), high: Some(high) }
}

fn by_labels(a: &Time, b: &Time) -> Difference {
    let tick = match (a.is_open(), b.is_open()) {
        (true, true) => Tick::Minute,
        (true, false) => b.tick,
        (false, true) => a.tick,
        (false, false) => a.tick.max(b.tick),
    };
    Difference {
        tick: Some(tick),
        low: b.earliest_at(tick).zip(a.latest_at(tick)).map(|(b, a)| b - a),
        high: b.latest_at(tick).zip(a.earliest_at(tick)).map(|(b, a)| b - a),
    }
}

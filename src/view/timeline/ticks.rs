//! The labels under the axis: the bounds of the impact first, then clock times, days or years at even steps.

use super::clock::{Clock, Stamp, local, push_iso};
use super::drawing::Drawing;
use super::grain::Grain;
use super::place::Kind;
use super::px::Px;
use super::scale::{Scale, float};
use super::segments::{Segment, Then};
use super::story::{Event, Story};
use super::widths::{bold, width};
use chrono::{Datelike, NaiveDate, TimeZone};

/// The steps between labels, in minutes.
pub(super) const STEPS: [i64; 17] =
    [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 10_080, 20_160, 44_640];
/// The steps in years, where those are too fine.
const YEARS: [i32; 7] = [1, 2, 5, 10, 20, 50, 100];
/// A window of more minutes than these shows years where no step is long enough: two years.
const LONG: i64 = 2 * 525_600;
/// The minutes of a month, as they are counted for room.
const MONTH: f64 = 43_830.0;
/// The minutes of a day.
const DAY: i64 = 1440;
/// The least room between labels at even steps.
const APART: f64 = 58.0;
/// The least room between two labels.
pub(super) const BETWEEN: f64 = 5.0;
/// From the middle of a break to a label.
const FROM_BREAK: f64 = 5.0;
/// The least room between strokes for every minute.
const MINUTE: f64 = 8.0;

/// A label under the axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// Where its stroke stands.
    pub(super) x: Px,
    /// The middle of its words, which stay on the chart and off the breaks.
    pub(super) middle: Px,
    /// The words.
    pub(super) label: Stamp,
    /// Whether it is a bound of the impact.
    pub(super) role: Role,
    /// The minute.
    pub(super) at: i64,
    /// Whether it is told to the minute, so that the zone switch changes its label.
    pub(super) has_clock: bool,
}

/// What a label under the axis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A bound of the impact.
    Impact,
    /// The minute about which it began or ended.
    About,
    /// An even step, or a time of its own.
    Tick,
}

/// Draws the labels.
pub(super) fn draw(ticks: &[Tick], on: &mut Drawing) {
    let mut cells = on.table("ticks", "x middle label role t");
    for tick in ticks.iter().filter(|tick| tick.role != Role::About) {
        let role = if tick.role == Role::Impact { "impact" } else { "tick" };
        cells.px(tick.x).px(tick.middle).figures(|text| tick.label.push(text)).words(role);
        if tick.has_clock {
            cells.figures(|text| push_iso(tick.at, text));
        } else {
            cells.words("");
        }
    }
    let mut cells = on.table("abouts_of_impact", "x middle label t");
    for tick in ticks.iter().filter(|tick| tick.role == Role::About) {
        cells.px(tick.x).px(tick.middle).figures(|text| tick.label.push(text)).figures(|text| push_iso(tick.at, text));
    }
}

/// The labels in order.
pub(super) fn ticks(story: &Story<'_>, segments: &[Segment], right: f64) -> Vec<Tick> {
    let scale = Scale(segments);
    let bounds = bounds(story);
    let walls = segments.iter().filter_map(|segment| match segment.then {
        Some(Then::Break { x, .. }) => Some(x),
        _ => None,
    });
    let mut ruler =
        Ruler { scale, right, walls: walls.collect(), placed: Vec::with_capacity(16), ticks: Vec::with_capacity(16) };
    for (bound, label, role) in &bounds {
        ruler.put(*bound, *label, *role, matches!(label, Stamp::Clock(..)));
    }
    let edge = segments.last().map_or(0.0, |segment| segment.x1) + 10.0;
    for segment in segments {
        for mark in marks(story, segment) {
            let x = scale.x(mark.at);
            let is_near =
                |(bound, ..): &Bound| (mark.at - bound).abs() < mark.step && (x - scale.x(*bound)).abs() < APART;
            let half = wide(mark.label, Role::Tick) / 2.0;
            let is_cut = x + half > edge || segment.breaks() && segment.x1 - x < half;
            if !bounds.iter().any(is_near) && !is_cut {
                ruler.put(mark.at, mark.label, Role::Tick, mark.has_clock);
            }
        }
    }
    ruler.ticks.sort_by_key(|tick| tick.x);
    ruler.ticks
}

/// Whether there is room for a stroke for every minute of a window.
pub(super) fn has_minutes(segment: &Segment) -> bool {
    segment.density() >= MINUTE
}

/// Labels that do not touch; the first come keep their place.
struct Ruler<'s> {
    scale: Scale<'s>,
    right: f64,
    /// The middles of the breaks.
    walls: Vec<f64>,
    placed: Vec<(f64, f64)>,
    ticks: Vec<Tick>,
}

impl Ruler<'_> {
    fn put(&mut self, at: i64, label: Stamp, role: Role, has_clock: bool) {
        let x = self.scale.x(at);
        let half = wide(label, role) / 2.0;
        let before = self.walls.iter().copied().rfind(|wall| *wall < x);
        let after = self.walls.iter().copied().find(|wall| *wall > x);
        let least = before.map_or(0.0, |wall| wall + FROM_BREAK) + half;
        let most = after.map_or(self.right, |wall| wall - FROM_BREAK) - half;
        let middle = x.min(most).max(least);
        let (from, to) = (middle - half, middle + half);
        if most < least || self.placed.iter().any(|(low, high)| from < high + BETWEEN && to > low - BETWEEN) {
            return;
        }
        self.placed.push((from, to));
        self.ticks.push(Tick { x: Px::of(x), middle: Px::of(middle), label, role, at, has_clock });
    }
}

/// How wide a label is.
pub(super) fn wide(label: Stamp, role: Role) -> f64 {
    let measure = |text: &str| match role {
        Role::Impact | Role::About => bold(text, 12.0),
        Role::Tick => width(text, 11.0),
    };
    match label {
        // Figures are all of one width.
        Stamp::Clock(..) if role == Role::About => measure("~00:00"),
        Stamp::Clock(..) => measure("00:00"),
        Stamp::Day(..) | Stamp::Month(..) | Stamp::Year(_) => measure(&label.to_string()),
    }
}

/// A bound of the impact, its label, and whether it is about then.
type Bound = (i64, Stamp, Role);

/// The bounds of the impact with their labels, the surest to be seen first, each once.
fn bounds(story: &Story<'_>) -> Vec<Bound> {
    let Some(impact) = &story.impact else { return Vec::new() };
    let clock = Clock::of(story.zone);
    // The last minute of what is known by the day is the midnight after it.
    let label = |at: i64, after: i64| if impact.is_by_day { clock.day(at - after) } else { clock.time(at) };
    let [start, end] = [Some(impact.start), impact.end];
    let bounds = [(start, 0), (end, 1), (start, 1), (end, 0)];
    let about = |bound: [i64; 2]| {
        let [begin, over] = impact.about;
        if bound == impact.start { begin } else { over }
    };
    let bounds = bounds.into_iter().filter_map(|(bound, which)| {
        let bound = bound?;
        let at = bound[which];
        Some(match about(bound) {
            Some(about) => (about, clock.time(about), Role::About),
            None => (at, label(at, i64::from(which == 1 && bound != [at; 2])), Role::Impact),
        })
    });
    let mut once: Vec<Bound> = Vec::with_capacity(4);
    for bound in bounds {
        if !once.iter().any(|(at, label, _)| *at == bound.0 || impact.is_by_day && *label == bound.1) {
            once.push(bound);
        }
    }
    once
}

/// A label that may be put under the axis.
struct Candidate {
    at: i64,
    step: i64,
    label: Stamp,
    has_clock: bool,
}

/// What may be labelled in a window: its one or two instants, or even steps of the local clock.
fn marks(story: &Story<'_>, segment: &Segment) -> Vec<Candidate> {
    let clock = segment.clock;
    // Over several days the midnights say which.
    let is_of_days = segment.hi - segment.lo > 2 * DAY;
    let candidate = |at: i64, step: i64| {
        let time = clock.time(at);
        let is_day = step >= DAY || is_of_days && time == Stamp::Clock(0, 0);
        Candidate { at, step, label: if is_day { clock.day(at) } else { time }, has_clock: step < DAY }
    };
    if !segment.focus
        && let Some(own) = few(story, segment)
    {
        let told = |(at, label)| Candidate { at, step: 1, label, has_clock: matches!(label, Stamp::Clock(..)) };
        return own.into_iter().map(told).collect();
    }
    let pixels = segment.density();
    let fine = STEPS.into_iter().find(|step| float(*step) * pixels >= APART);
    if fine.is_none() && segment.hi - segment.lo > LONG {
        return years(story, segment);
    }
    let [.., longest] = STEPS;
    let step = fine.unwrap_or(longest);
    if step == longest && segment.hi - segment.lo > 3 * longest {
        return months(story, segment);
    }
    let ahead = clock.ahead(i64::midpoint(segment.lo, segment.hi));
    let first = (segment.lo + ahead + step - 1).div_euclid(step) * step - ahead;
    let steps = std::iter::successors(Some(first), |at| Some(at + step).filter(|at| *at <= segment.hi));
    // Where clocks change in between, even steps are those of the clock.
    let steps = steps.map(|at| at + ahead - clock.ahead(at)).filter(|at| segment.lo <= *at && *at <= segment.hi);
    steps.map(|at| candidate(at, step)).collect()
}

/// The instants of a window, if there are one or two, each as finely as the record tells it.
fn few(story: &Story<'_>, segment: &Segment) -> Option<Vec<(i64, Stamp)>> {
    let mut own: Vec<(i64, Stamp)> = Vec::with_capacity(2);
    let inside =
        |event: &&Event<'_>| segment.lo <= event.point && event.point <= segment.hi && !event.kind.is_unknown();
    for event in story.events.iter().filter(inside) {
        let at = if event.kind == Kind::About { event.point } else { event.low };
        if own.iter().all(|(other, _)| *other != at) {
            if own.len() == 2 {
                return None;
            }
            // By a day is up to the midnight after it.
            let after = i64::from(event.kind == Kind::By && event.grain > Grain::Minute);
            own.push((at, segment.clock.told(at - after, event.grain)));
        }
    }
    own.sort_unstable_by_key(|(at, _)| *at);
    Some(own)
}

/// The first days of months at even steps of the year: every 31st day would say nothing.
fn months(story: &Story<'_>, segment: &Segment) -> Vec<Candidate> {
    let pixels = segment.density() * MONTH;
    let step = [1_u8, 2, 3, 6].into_iter().find(|step| f64::from(*step) * pixels >= APART).unwrap_or(12);
    let from = local(segment.lo, story.zone).year();
    let to = local(segment.hi, story.zone).year();
    let firsts = (from..=to).flat_map(|year| (1..=12).step_by(step.into()).map(move |month| (year, month)));
    let candidates = firsts.filter_map(|(year, month)| {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?.and_hms_opt(0, 0, 0)?;
        let at = story.zone.from_local_datetime(&first).earliest()?.timestamp().div_euclid(60);
        Some(Candidate { at, step: 1, label: Stamp::Month(month - 1, year), has_clock: false })
    });
    candidates.filter(|month| segment.lo <= month.at && month.at <= segment.hi).collect()
}

/// The first days of years at even steps.
fn years(story: &Story<'_>, segment: &Segment) -> Vec<Candidate> {
    let pixels = segment.density() * 525_960.0;
    let [.., longest] = YEARS;
    let step = YEARS.into_iter().find(|step| f64::from(*step) * pixels >= APART).unwrap_or(longest);
    let from = local(segment.lo, story.zone).year();
    let to = local(segment.hi, story.zone).year();
    let years = (from..=to).filter(|year| year % step == 0);
    let candidates = years.filter_map(|year| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?.and_hms_opt(0, 0, 0)?;
        let at = story.zone.from_local_datetime(&first).earliest()?.timestamp().div_euclid(60);
        Some(Candidate { at, step: i64::from(step) * 525_600, label: Stamp::Year(year), has_clock: false })
    });
    candidates.filter(|year| segment.lo <= year.at && year.at <= segment.hi).collect()
}

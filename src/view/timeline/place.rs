//! Where something that happened stands on the axis, and how exactly that is known.

use super::clock::minute;
use super::grain::Grain;
use crate::model::time::{Tick, Time};
use crate::view::words::{Moment, Shape};
use chrono::TimeDelta;

/// Where something stands, in minutes since 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) struct Place {
    /// How exactly its time is known.
    pub(super) kind: Kind,
    /// The first minute it may have been.
    pub(super) low: i64,
    /// The last minute it may have been; not before the first.
    pub(super) high: i64,
    /// Where its mark stands.
    pub(super) point: i64,
    /// In which unit its bounds are told.
    pub(super) grain: Grain,
}

/// How exactly a time is known: the shape of the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// To the minute.
    Exact,
    /// About then.
    About,
    /// Some time inside.
    Range,
    /// On that day, or in that month or year.
    Day,
    /// Exactly so long after something whose own minute is not known.
    Tied,
    /// Before then.
    Before,
    /// Then or before.
    By,
    /// After then.
    After,
    /// Then or after.
    From,
    /// Not known, between its neighbours in the list.
    Unknown,
    /// Not known, before the neighbour below it.
    Earlier,
    /// Not known, after the neighbour above it.
    Later,
}

impl Kind {
    /// Whether its mark is a box as wide as what is possible.
    pub(super) const fn is_box(self) -> bool {
        matches!(self, Self::Range | Self::Day | Self::Tied | Self::Unknown)
    }

    /// Whether nothing is known but the order of the list.
    pub(super) const fn is_unknown(self) -> bool {
        matches!(self, Self::Unknown | Self::Earlier | Self::Later)
    }
}

/// An unknown time is a box up to so many minutes; a longer one would only fill the axis.
const LONGEST_BOX: i64 = 1440;

impl Place {
    /// Where a time stands; `None` where nothing is known of it.
    pub(in crate::view) fn of(time: &Time, shape: Shape) -> Option<Self> {
        let clock = |moment: Moment| if let Moment::Clock { at, .. } = moment { Some(minute(at)) } else { None };
        let [low, high] = bounds(time);
        let place = match shape {
            Shape::Unknown => return None,
            Shape::At(Moment::Clock { at, .. }) => Self::at(Kind::Exact, minute(at)),
            Shape::At(_) => Self::over(Kind::Day, low?, high?),
            Shape::About(Moment::Clock { at, .. }) => {
                let point = minute(at);
                Self { low: low?.min(point), high: high?.max(point), ..Self::at(Kind::About, point) }
            }
            Shape::Range(..) if is_tied(time) => Self::over(Kind::Tied, low?, high?),
            Shape::About(_) | Shape::Range(..) => Self::over(Kind::Range, low?, high?),
            Shape::Before(moment) => Self::at(Kind::Before, clock(moment).or(high)?),
            Shape::By(moment) => Self::at(Kind::By, clock(moment).or(high)?),
            Shape::After(moment) => Self::at(Kind::After, clock(moment).or(low)?),
            Shape::From(moment) => Self::at(Kind::From, clock(moment).or(low)?),
        };
        Some(Self { grain: Grain::of(time.tick), ..place })
    }

    /// A mark at one minute.
    pub(super) const fn at(kind: Kind, minute: i64) -> Self {
        Self { kind, low: minute, high: minute, point: minute, grain: Grain::Minute }
    }

    /// A mark over a span, which is one minute where that is all.
    pub(super) fn over(kind: Kind, low: i64, high: i64) -> Self {
        if low >= high {
            return Self::at(Kind::Exact, low);
        }
        Self { low, high, ..Self::at(kind, i64::midpoint(low, high)) }
    }
}

/// Whether a time is exactly so long after another, and that one is all that is not exact about it.
fn is_tied(time: &Time) -> bool {
    time.tie.as_ref().is_some_and(|tie| tie.low == tie.high) && !time.about
}

/// The first and the last minute of a time; a day ends at the midnight after it.
pub(super) fn bounds(time: &Time) -> [Option<i64>; 2] {
    let after = TimeDelta::seconds(i64::from(time.tick > Tick::Minute));
    [time.earliest.map(|edge| minute(edge.first)), time.latest.map(|edge| minute(edge.last + after))]
}

/// Puts what is not known at all by its neighbours in the list.
pub(super) fn fill(places: &mut [Option<Place>]) {
    if places.iter().all(Option::is_some) {
        return;
    }
    let mut below = None;
    let mut next: Vec<Option<i64>> = Vec::with_capacity(places.len());
    for place in places.iter().rev() {
        below = place.map(|place| place.low).or(below);
        next.push(below);
    }
    next.reverse();
    let mut above = None;
    for (place, next) in places.iter_mut().zip(next) {
        if let Some(place) = place {
            above = Some(place.high);
            continue;
        }
        *place = match (above, next) {
            (Some(above), Some(next)) if (1..=LONGEST_BOX).contains(&(next - above)) => {
                Some(Place::over(Kind::Unknown, above, next))
            }
            (Some(above), _) => Some(Place::at(Kind::Later, above)),
            (None, Some(next)) => Some(Place::at(Kind::Earlier, next)),
            (None, None) => None,
        };
    }
}

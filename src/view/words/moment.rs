//! What is seen of a time: its points as the record holds them, in the record's zone. How they are worded is left to others.

use crate::model::Incident;
use crate::model::time::written::{Centre, Point, Side, When};
use crate::model::time::{Edge, Length, Tick, Time, TimeId, Written};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

/// The form in which a time is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) enum Shape {
    /// Nothing is known.
    Unknown,
    /// One label.
    At(Moment),
    /// About then.
    About(Moment),
    /// Earlier than then.
    Before(Moment),
    /// Then or earlier.
    By(Moment),
    /// Later than then.
    After(Moment),
    /// Then or later.
    From(Moment),
    /// Some time from the first to the last, both included.
    Range(Moment, Moment),
}

/// A point as finely as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) enum Moment {
    /// A clock time, to the minute or the second.
    Clock {
        /// The first second of it.
        at: DateTime<Utc>,
        /// The seconds are known.
        seconds: bool,
    },
    /// A day of the record's zone.
    Day(NaiveDate),
    /// A month, as its first day.
    Month(NaiveDate),
    /// A year, as its first day.
    Year(NaiveDate),
}

impl Shape {
    /// The form of a time.
    pub(in crate::view) fn of(incident: &Incident, time: &Time) -> Self {
        if time.faulty || time.is_open() {
            return Self::Unknown;
        }
        Self::standing(time).unwrap_or_else(|| Self::of_bounds(incident, time))
    }

    /// The form of a time that names no other.
    fn standing(time: &Time) -> Option<Self> {
        let (earliest, latest) = (time.earliest, time.latest);
        Some(match time.written.as_ref()? {
            Written::Point(point) => Self::At(Moment::written(point, earliest?.first)),
            Written::About { centre: Centre::Point(point), .. } => {
                Self::About(Moment::written(point, middle(earliest?, latest?)))
            }
            Written::Bound { side, point } => {
                let step = TimeDelta::seconds(if time.tick == Tick::Second { 1 } else { 60 });
                match side {
                    Side::Before => Self::Before(Moment::written(point, latest?.first + step)),
                    Side::By => Self::By(Moment::written(point, latest?.first)),
                    Side::After => Self::After(Moment::written(point, earliest?.first - step)),
                }
            }
            Written::Range { from, to } => {
                Self::Range(Moment::written(from, earliest?.first), Moment::written(to, latest?.first))
            }
            _ => return None,
        })
    }

    /// The form of a time that is known by its bounds alone.
    fn of_bounds(incident: &Incident, time: &Time) -> Self {
        let moment = |edge: Edge| Moment::at_tick(time.tick, edge);
        match (time.earliest, time.latest) {
            (None, None) => Self::Unknown,
            (None, Some(latest)) => Self::By(moment(latest)),
            (Some(earliest), None) => Self::From(moment(earliest)),
            (Some(earliest), Some(latest)) if earliest == latest => Self::At(moment(earliest)),
            (Some(earliest), Some(latest)) if time.tick <= Tick::Minute && is_about_one(incident, time) => {
                Self::About(Moment::clock(middle(earliest, latest), is_to_the_second(time)))
            }
            (Some(earliest), Some(latest)) => {
                let ends = time.between.as_ref().map(|between| [between.from, between.to]);
                let [from, to] = ends.map_or([time.tick; 2], |ends| ends.map(|end| tick_of_end(incident, time, end)));
                Self::Range(Moment::at_tick(from, earliest), Moment::at_tick(to, latest))
            }
        }
    }

    /// The last of its points.
    pub(in crate::view) const fn last(self) -> Option<Moment> {
        if let Self::Range(_, moment) = self { Some(moment) } else { self.first() }
    }

    /// The first of its points, for its day.
    pub(in crate::view) const fn first(self) -> Option<Moment> {
        match self {
            Self::Unknown => None,
            Self::At(moment)
            | Self::About(moment)
            | Self::Before(moment)
            | Self::By(moment)
            | Self::After(moment)
            | Self::From(moment)
            | Self::Range(moment, _) => Some(moment),
        }
    }
}

impl Moment {
    /// A written point; a clock time is the one at `at`, whatever zone it was written in.
    fn written(point: &Point, at: DateTime<Utc>) -> Self {
        match point.when {
            When::Clock { clock, .. } => Self::clock(at, clock.second.is_some()),
            When::Day(day) => Self::Day(day),
            When::Month(first) => Self::Month(first),
            When::Year(year) => Self::Year(NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()),
        }
    }

    /// The label of an edge.
    fn at_tick(tick: Tick, edge: Edge) -> Self {
        match tick {
            Tick::Second => Self::clock(edge.first, true),
            Tick::Minute => Self::clock(edge.first, false),
            Tick::Day => Self::Day(edge.local.date()),
            Tick::Month => Self::Month(edge.local.date()),
            Tick::Year => Self::Year(edge.local.date()),
        }
    }

    /// A clock time, cut to its minute where the seconds are not known.
    pub(in crate::view) fn clock(at: DateTime<Utc>, seconds: bool) -> Self {
        let second = at.timestamp();
        let cut = if seconds { second } else { second - second.rem_euclid(60) };
        Self::Clock { at: DateTime::from_timestamp(cut, 0).unwrap_or(at), seconds }
    }

    /// The first local day of it.
    pub(in crate::view) fn day(self, incident: &Incident) -> NaiveDate {
        match self {
            Self::Clock { at, .. } => at.with_timezone(&incident.timezone).date_naive(),
            Self::Day(day) | Self::Month(day) | Self::Year(day) => day,
        }
    }

    /// How it stands in `datetime`: the instant in UTC, or the local day, month or year.
    pub(in crate::view) fn datetime(self) -> String {
        match self {
            Self::Clock { at, seconds: true } => at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            Self::Clock { at, seconds: false } => at.format("%Y-%m-%dT%H:%MZ").to_string(),
            Self::Day(day) => day.to_string(),
            Self::Month(day) => day.format("%Y-%m").to_string(),
            Self::Year(day) => format!("{:04}", day.year()),
        }
    }
}

/// The tick of an end of `X..Y`: one may be known to the minute and the other to the second, and the whole has the finer tick.
fn tick_of_end(incident: &Incident, time: &Time, end: TimeId) -> Tick {
    let own = incident.times.time(end).tick;
    if time.tick == Tick::Second && own == Tick::Minute { own } else { time.tick }
}

/// The middle of two bounds.
fn middle(earliest: Edge, latest: Edge) -> DateTime<Utc> {
    earliest.first + (latest.last - earliest.first) / 2
}

/// Whether it is told by the second how far it is from what it is tied to: what that is known to is not passed on.
fn is_to_the_second(time: &Time) -> bool {
    match &time.written {
        Some(Written::About { centre: Centre::Tie { offset, .. }, width }) => {
            offset.length.has_seconds() || width.is_some_and(Length::has_seconds)
        }
        _ => time.tick == Tick::Second,
    }
}

/// Whether it is about so long after something that has one label.
fn is_about_one(incident: &Incident, time: &Time) -> bool {
    let anchor = time.tie.as_ref().map(|tie| incident.times.time(tie.to));
    time.about && anchor.is_some_and(|anchor| anchor.earliest == anchor.latest)
}

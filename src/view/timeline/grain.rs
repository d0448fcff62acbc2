//! How finely a bound of a mark is told: what is known by the day, the month or the year has no clock time.

use super::clock::local;
use super::place::Kind;
use super::story::Event;
use chrono::{Datelike, NaiveTime};
use chrono_tz::Tz;

/// The unit in which a bound is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    /// A clock time.
    Minute,
    /// A date.
    Day,
    /// A month of a year.
    Month,
    /// A year.
    Year,
}

impl Grain {
    /// That of the bounds of an event.
    pub(super) fn of(event: &Event<'_>, zone: Tz) -> Self {
        match event.kind {
            Kind::Exact | Kind::About | Kind::Tied | Kind::Unknown | Kind::Earlier | Kind::Later => Self::Minute,
            Kind::Range | Kind::Day => Self::at(event.low, zone).min(Self::at(event.high, zone)),
            Kind::Before | Kind::By | Kind::After | Kind::From => Self::at(event.point, zone),
        }
    }

    /// That of a minute which begins a day, a month or a year.
    fn at(minute: i64, zone: Tz) -> Self {
        let at = local(minute, zone);
        match (at.time() == NaiveTime::MIN, at.day(), at.month()) {
            (false, ..) => Self::Minute,
            (true, 1, 1) => Self::Year,
            (true, 1, _) => Self::Month,
            (true, ..) => Self::Day,
        }
    }
}

//! How finely a bound of a mark is told: what is known by the day, the month or the year has no clock time.

use crate::model::time::Tick;

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
    /// That of a time as it was written.
    pub(super) const fn of(tick: Tick) -> Self {
        match tick {
            Tick::Second | Tick::Minute => Self::Minute,
            Tick::Day => Self::Day,
            Tick::Month => Self::Month,
            Tick::Year => Self::Year,
        }
    }
}

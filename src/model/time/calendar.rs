//! Ticks and labels: how finely a time is written, and which second, minute, day, month or year it names.
//!
//! A label is one number. Seconds and minutes are Unix seconds of their first second; days count from the year 1,
//! months from the year 0, and a year is itself. Days, months and years are those of the record's zone.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;

use super::zone::{self, Found};

/// How finely a time is written, from fine to coarse. There is no hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tick {
    /// With seconds.
    Second,
    /// A clock time without seconds.
    Minute,
    /// A date.
    Day,
    /// `2017-11`.
    Month,
    /// `2017`.
    Year,
}

/// One end of a time: a label at the time's tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The label's first second.
    pub first: DateTime<Utc>,
    /// The label's last second.
    pub last: DateTime<Utc>,
    /// The label on the record's clock and calendar: a day, month or year at its midnight.
    pub local: NaiveDateTime,
    pub(super) label: i64,
}

/// The years in which the bounds of a time may lie.
const YEARS: std::ops::RangeInclusive<i32> = 1899..=2201;

impl Tick {
    /// How far one label is from the next.
    pub(super) fn step(self) -> i64 {
        if self == Self::Minute { 60 } else { 1 }
    }

    /// The label as a count of ticks, so that two of them can be subtracted.
    pub(super) fn count(self, label: i64) -> i64 {
        label.div_euclid(self.step())
    }

    /// The label that holds an instant; `None` outside the calendar.
    pub(super) fn label_at(self, instant: i64, zone: Tz) -> Option<i64> {
        match self {
            Self::Second => Some(instant),
            Self::Minute => Some(instant - instant.rem_euclid(60)),
            _ => Some(self.label_of(zone::at(instant, zone)?.local().date_naive())),
        }
    }

    /// The label that holds a date; for days, months and years.
    pub(super) fn label_of(self, date: NaiveDate) -> i64 {
        match self {
            Self::Year => date.year().into(),
            Self::Month => i64::from(date.year()) * 12 + i64::from(date.month0()),
            _ => date.num_days_from_ce().into(),
        }
    }

    /// The first date of a label; for days, months and years.
    pub(super) fn date(self, label: i64) -> Option<NaiveDate> {
        let small = |number: i64| i32::try_from(number).ok();
        match self {
            Self::Year => NaiveDate::from_ymd_opt(small(label)?, 1, 1),
            Self::Month => {
                let month = u32::try_from(label.rem_euclid(12)).ok()?;
                NaiveDate::from_ymd_opt(small(label.div_euclid(12))?, month + 1, 1)
            }
            _ => NaiveDate::from_num_days_from_ce_opt(small(label)?),
        }
    }

    /// The first second of a label.
    pub(super) fn first_second(self, label: i64, zone: Tz) -> Option<i64> {
        match self {
            Self::Second | Self::Minute => Some(label),
            _ => day_start(self.date(label)?, zone),
        }
    }

    /// The last second of a label.
    pub(super) fn last_second(self, label: i64, zone: Tz) -> Option<i64> {
        Some(self.first_second(label.checked_add(self.step())?, zone)? - 1)
    }

    /// The first label of a finer tick within a label of this one.
    pub(super) fn refine_first(self, label: i64, finer: Self, zone: Tz) -> Option<i64> {
        match finer {
            _ if finer == self => Some(label),
            Self::Second | Self::Minute => self.first_second(label, zone),
            _ => Some(finer.label_of(self.date(label)?)),
        }
    }

    /// The last label of a finer tick within a label of this one.
    pub(super) fn refine_last(self, label: i64, finer: Self, zone: Tz) -> Option<i64> {
        if finer == self {
            return Some(label);
        }
        Some(self.refine_first(label.checked_add(self.step())?, finer, zone)? - finer.step())
    }
}

impl Edge {
    /// The edge at a label, unless it is out of the years that times may reach.
    pub(super) fn new(tick: Tick, label: i64, zone: Tz) -> Option<Self> {
        let first = DateTime::from_timestamp(tick.first_second(label, zone)?, 0)?;
        let last = DateTime::from_timestamp(tick.last_second(label, zone)?, 0)?;
        let local = match tick {
            Tick::Second | Tick::Minute => zone::at(label, zone)?.local().naive_local(),
            _ => tick.date(label)?.and_time(NaiveTime::MIN),
        };
        YEARS.contains(&local.year()).then_some(Self { first, last, local, label })
    }

    /// The edge's label at a tick as coarse or coarser.
    pub(super) fn label_at(&self, own: Tick, tick: Tick) -> i64 {
        match tick {
            _ if own == tick => self.label,
            Tick::Second | Tick::Minute => self.label - self.label.rem_euclid(60),
            _ => tick.label_of(self.local.date()),
        }
    }
}

/// The first second from which on the local date is not earlier than `date`: not always midnight, where zones jump.
fn day_start(date: NaiveDate, zone: Tz) -> Option<i64> {
    match zone::find(date.and_time(NaiveTime::MIN), zone)? {
        Found::Once(midnight) => Some(midnight.instant),
        Found::Twice([first, second]) => {
            let falls_back = zone::at(second.instant - 1, zone)?.local().date_naive() < date;
            Some(if falls_back { second.instant } else { first.instant })
        }
        Found::Never([_, after]) => Some(after.instant),
    }
}

/// Whether the zone has this date at all: Apia has no 30 December 2011.
pub(super) fn has_date(date: NaiveDate, zone: Tz) -> bool {
    match zone::find(date.and_time(NaiveTime::MIN), zone) {
        Some(Found::Never([_, after])) => after.local().date_naive() == date,
        _ => true,
    }
}

//! Asks the zone database: which instants a local time has, and which local time an instant has.
//!
//! The database ends with the year 2099. Later years take the rules of a year in its last decades that has the same
//! calendar, as the database itself would go on.

use chrono::{
    DateTime, Datelike, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, Offset as _, TimeDelta, TimeZone,
};
use chrono_tz::{GapInfo, OffsetName, Tz, TzOffset};

/// An instant, and what the zone's clock shows then.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    /// Unix seconds.
    pub(super) instant: i64,
    offset: TzOffset,
}

/// The instants of a local time.
pub(super) enum Found {
    /// As nearly always.
    Once(Moment),
    /// The clock was turned back over it.
    Twice([Moment; 2]),
    /// The clock was put forward over it: the last second before, and the first after.
    Never([Moment; 2]),
}

/// The first year that the database does not know.
const END: i32 = 2100;

impl Moment {
    /// What the zone's clock shows.
    pub(super) fn local(&self) -> DateTime<FixedOffset> {
        let utc = DateTime::from_timestamp(self.instant, 0).unwrap_or_default();
        utc.with_timezone(&self.offset.fix())
    }

    /// Seconds east of UTC.
    pub(super) fn east(&self) -> i64 {
        self.offset.fix().local_minus_utc().into()
    }

    /// Whether the zone's abbreviation is this one.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.offset.abbreviation() == Some(name)
    }

    /// The zone's abbreviation, or its offset where it has none.
    pub(super) fn name(&self) -> String {
        self.offset.to_string()
    }
}

/// The instants of a local time; `None` outside the database.
pub(super) fn find(local: NaiveDateTime, zone: Tz) -> Option<Found> {
    let shift = shift(local);
    let known = local - shift;
    let moment = |instant: &DateTime<Tz>| Moment { instant: (*instant + shift).timestamp(), offset: *instant.offset() };
    Some(match zone.from_local_datetime(&known) {
        MappedLocalTime::Single(instant) => Found::Once(moment(&instant)),
        MappedLocalTime::Ambiguous(first, second) => Found::Twice([moment(&first), moment(&second)]),
        MappedLocalTime::None => {
            let after = GapInfo::new(&known, &zone)?.end?;
            Found::Never([moment(&(after - TimeDelta::seconds(1))), moment(&after)])
        }
    })
}

/// What the zone's clock shows at an instant; `None` outside the calendar.
pub(super) fn at(instant: i64, zone: Tz) -> Option<Moment> {
    let utc = DateTime::from_timestamp(instant, 0)?.naive_utc();
    Some(Moment { instant, offset: zone.offset_from_utc_datetime(&(utc - shift(utc))) })
}

/// How far a time must be moved back to fall in a year that the database knows and that has the same calendar.
fn shift(local: NaiveDateTime) -> TimeDelta {
    let year = local.year();
    let first = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1);
    if year < END {
        return TimeDelta::zero();
    }
    let alike =
        |known: &NaiveDate, own: NaiveDate| known.weekday() == own.weekday() && known.leap_year() == own.leap_year();
    let Some(own) = first(year) else { return TimeDelta::zero() };
    // Any 28 years in a row hold every calendar.
    let known = (END - 28..END).rev().filter_map(first).find(|known| alike(known, own));
    known.map_or(TimeDelta::zero(), |known| own - known)
}

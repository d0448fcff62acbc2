//! Finds the instant of a date and a clock time in its zone. Local times that do not exist, or exist twice, are never
//! guessed: they are faults that list what could have been meant.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::resolve::year_out_of_range;
use super::written::{Clock, Place, Zone};
use super::zone::{self, Found, Moment};
use crate::model::fault::Fault;

const SECONDS: &str = "%Y-%m-%d %H:%M:%S";

/// A clock time with all that is needed to find its instant.
#[derive(Clone, Copy)]
pub(super) struct Dated {
    /// The date, written or lent.
    pub(super) date: NaiveDate,
    /// The time of day.
    pub(super) clock: Clock,
    /// The zone, if one is written.
    pub(super) zone: Option<Zone>,
    /// The record's zone.
    pub(super) record: Tz,
    /// Where the point stands, for faults.
    pub(super) at: Place,
}

impl Dated {
    /// The first second, as Unix seconds; warnings are added to the list.
    pub(super) fn instant(&self, warnings: &mut Vec<Fault>) -> Result<i64, Fault> {
        let local = self.local();
        let utc = |minutes_east: i16| local.and_utc().timestamp() - i64::from(minutes_east) * 60;
        match self.zone {
            Some(Zone::Utc) => Ok(utc(0)),
            Some(Zone::Offset(east)) => Ok(utc(east)),
            Some(Zone::Abbreviation(name)) => self.labelled(name, warnings),
            Some(Zone::Named(zone)) => self.in_zone(zone),
            None => self.in_zone(self.record),
        }
    }

    fn local(&self) -> NaiveDateTime {
        let seconds = i64::from(self.clock.hour) * 3_600
            + i64::from(self.clock.minute) * 60
            + i64::from(self.clock.second.unwrap_or(0));
        self.date.and_time(NaiveTime::MIN) + TimeDelta::seconds(seconds)
    }

    fn in_zone(&self, zone: Tz) -> Result<i64, Fault> {
        match zone::find(self.local(), zone) {
            Some(Found::Once(moment)) => Ok(moment.instant),
            Some(Found::Twice(both)) => Err(self.repeated(zone, both)),
            Some(Found::Never(around)) => Err(self.skipped(zone, around)),
            None => Err(year_out_of_range(self.at.range())),
        }
    }

    /// Local time of the record's zone; the abbreviation only chooses where that exists twice.
    fn labelled(&self, name: &str, warnings: &mut Vec<Fault>) -> Result<i64, Fault> {
        let found = zone::find(self.local(), self.record);
        if let Some(Found::Once(moment)) = &found
            && moment.is_called(name)
        {
            return Ok(moment.instant);
        }
        if !used_in_year(name, self.date.year(), self.record) {
            return Err(self.zone_not_of_record(name));
        }
        match found {
            Some(Found::Once(moment)) => {
                warnings.push(self.contradicts(name, moment));
                Ok(moment.instant)
            }
            Some(Found::Twice([first, second])) if first.is_called(name) != second.is_called(name) => {
                Ok(if first.is_called(name) { first.instant } else { second.instant })
            }
            _ => self.in_zone(self.record),
        }
    }

    fn repeated(&self, zone: Tz, both: [Moment; 2]) -> Fault {
        let Self { date, clock, .. } = self;
        let [first, second] = both.map(|moment| self.candidate(moment.local()));
        Fault::error("local-time-repeated", self.at.range(), format!("`{date} {clock}` exists twice in `{zone}`"))
            .with_label("the clock was turned back over this time")
            .with_help(format!("write which one: {first}, or {second}"))
            .with_note("the name of a zone does not choose between the two; an offset does")
    }

    fn skipped(&self, zone: Tz, around: [Moment; 2]) -> Fault {
        let Self { date, clock, .. } = self;
        let [before, after] = around.map(|moment| moment.local());
        // The local time as it would be by the clock on one side of the gap, told by the clock of the other side.
        let told = |by: Moment, on: DateTime<FixedOffset>| {
            let utc = self.local().and_utc() - TimeDelta::seconds(by.east());
            self.candidate(utc.with_timezone(on.offset()))
        };
        let (by_old, by_new) = (told(around[0], after), told(around[1], before));
        Fault::error("local-time-skipped", self.at.range(), format!("`{date} {clock}` does not exist in `{zone}`"))
            .with_label("the clock was put forward over this time")
            .with_help(format!("by the clock before the change it is {by_old}; by the clock after it, {by_new}"))
            .with_note(format!("the clock went from {} to {}", before.format(SECONDS), after.format(SECONDS)))
    }

    /// A time that can be written instead, with its offset, and the same in UTC.
    fn candidate(&self, moment: DateTime<FixedOffset>) -> String {
        let form = if self.clock.second.is_some() { "%H:%M:%S" } else { "%H:%M" };
        format!("`{}` ({} UTC)", moment.format(&format!("%Y-%m-%d {form} %:z")), moment.to_utc().format(form))
    }

    fn zone_not_of_record(&self, name: &str) -> Fault {
        let Self { date, record, .. } = self;
        Fault::error("zone-not-of-record", self.at.range(), format!("`{name}` is not used in `{record}` in {}", date.year()))
            .with_label(format!("the record's zone is `{record}`"))
            .with_help("write the offset that was meant after the clock time, or `UTC`, or a zone's name such as `America/New_York`")
            .with_note("one abbreviation stands for several zones, so only those of the record's own zone are read")
    }

    fn contradicts(&self, name: &str, moment: Moment) -> Fault {
        let Self { date, clock, record, .. } = self;
        let in_force = moment.name();
        Fault::warning(
            "zone-contradicts-date",
            self.at.range(),
            format!("`{name}` is not in force in `{record}` on {date}"),
        )
        .with_label(format!("read as `{clock} {in_force}`"))
        .with_help(format!("write `{date} {clock} {in_force}`, or leave the abbreviation out"))
        .with_note("the local time stands; the abbreviation chooses only where a local time exists twice")
    }
}

/// Whether the zone uses an abbreviation on any day of a year.
fn used_in_year(name: &str, year: i32, zone: Tz) -> bool {
    let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else { return false };
    let noons = first
        .iter_days()
        .take_while(|day| day.year() == year)
        .map(|day| day.and_time(NaiveTime::MIN).and_utc().timestamp() + 43_200);
    noons.filter_map(|noon| zone::at(noon, zone)).any(|moment| moment.is_called(name))
}

//! How the time of a new entry may be written: the shortest way first, each with what it has to mean once it is read.

use super::Refused;
use crate::model::fault::Fault;
use crate::model::time::written::{Point, When, Written, Zone};
use crate::model::time::{self, Builder, Said, Tick, Time};
use crate::scaffold::start::first_point;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

const EXAMPLES: &str = "write it as records do: `14:06`, `about 14:06`, `14:00..14:10`, `before 14:20`, \
                        `2026-11-23 14:06`, `down +5m`, `unknown`";

/// How far a clock time may lie ahead and still be today's: clocks differ.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// What a clock time is told by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub(super) now: DateTime<Utc>,
    /// The zone of the record.
    pub(super) zone: Tz,
    /// The zone that the heading of a table lends.
    pub(super) column: Option<Zone>,
    /// The half-width of `about`, in seconds.
    pub(super) about: i64,
    /// The last clock time of an incident that is over: a clock time without a date is near it.
    pub(super) last: Option<DateTime<Utc>>,
}

/// One way to write a time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spelling {
    pub(super) text: String,
    pub(super) meaning: Meaning,
}

/// What a time has to mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// These first seconds of its bounds, this fine.
    Bounds(Tick, [Option<DateTime<Utc>>; 2]),
    /// What is written, whatever stands around it.
    Written(Written),
}

impl Meaning {
    pub(super) fn is_of(&self, time: &Time) -> bool {
        !time.faulty
            && match self {
                Self::Bounds(..) => *self == Self::bounds(time),
                Self::Written(written) => time.written.as_ref() == Some(written),
            }
    }

    fn bounds(time: &Time) -> Self {
        Self::Bounds(time.tick, [time.earliest, time.latest].map(|edge| edge.map(|edge| edge.first)))
    }
}

impl Clock {
    /// The ways to write this minute. An offset is for the hour that clocks go through twice.
    pub(super) fn this_minute(&self) -> Vec<Spelling> {
        let second = self.now.timestamp().rem_euclid(60);
        let minute = DateTime::from_timestamp(self.now.timestamp() - second, 0).unwrap_or(self.now);
        let local = self.local(minute);
        let meaning = Meaning::Bounds(Tick::Minute, [Some(minute); 2]);
        let ways = ["%H:%M", "%Y-%m-%d %H:%M", "%H:%M %:z", "%Y-%m-%d %H:%M %:z"];
        ways.map(|way| Spelling { text: local.format(way).to_string(), meaning: meaning.clone() }).into()
    }

    /// The ways to write a time that was given: without its date first, where that has one.
    pub(super) fn given(&self, text: &str) -> Result<Vec<Spelling>, Refused> {
        let mut bare = time::parse(text.trim()).map_err(refused)?;
        let Some((point, date)) = clock_of(&mut bare) else {
            let text = bare.to_string();
            return Ok(vec![Spelling { text, meaning: Meaning::Written(bare) }]);
        };
        let date = match date {
            Some(date) => date,
            None => self.day_of(&point).map_err(refused)?,
        };
        let dated = with_date(&bare, Some(date));
        let meaning = Meaning::bounds(&self.resolve(dated.clone()).map_err(refused)?);
        let ends_dated = matches!(&bare, Written::Range { to, .. } if to.date().is_some());
        let ways = if ends_dated { vec![dated] } else { vec![with_date(&bare, None), dated] };
        Ok(ways.iter().map(|way| Spelling { text: way.to_string(), meaning: meaning.clone() }).collect())
    }

    /// The day of a clock time without a date: the last time it was that late, or near the end of what is over.
    ///
    /// One that exists twice on that day, or not at all, is no reason to take another day.
    pub(super) fn day_of(&self, point: &Point) -> Result<NaiveDate, Fault> {
        let middle = self.local(self.last.unwrap_or(self.now)).date_naive();
        let days = [middle.checked_add_days(Days::new(1)), Some(middle), middle.checked_sub_days(Days::new(1))];
        let mut found: Option<(Result<NaiveDate, Fault>, TimeDelta)> = None;
        for day in days.into_iter().flatten() {
            let (day, instant) = match self.resolve(with_date(&Written::Point(*point), Some(day))) {
                Ok(time) => (Ok(day), time.earliest.map(|edge| edge.first)),
                Err(fault) => (Err(fault), self.nearly(point, day)),
            };
            let Some(instant) = instant.filter(|instant| *instant <= self.now + AHEAD) else { continue };
            let far = (instant - self.last.unwrap_or(self.now)).abs();
            if found.as_ref().is_none_or(|(_, least)| self.last.is_some() && far < *least) {
                found = Some((day, far));
            }
        }
        found.map_or_else(|| Err(ahead(point)), |(day, _)| day)
    }

    /// About when a clock time was that the clock went through twice, or not at all.
    fn nearly(&self, point: &Point, day: NaiveDate) -> Option<DateTime<Utc>> {
        let When::Clock { clock, .. } = point.when else { return None };
        let local = day.and_hms_opt(clock.hour.into(), clock.minute.into(), 0)?.and_utc();
        Some(local - TimeDelta::seconds(self.local(local).offset().local_minus_utc().into()))
    }

    /// A time by itself.
    fn resolve(&self, written: Written) -> Result<Time, Fault> {
        let mut builder = Builder::new(self.zone, self.about);
        let id = builder.dated(Said::from(match self.column {
            Some(zone) => written.with_zone(zone),
            None => written,
        }));
        let (times, found) = builder.finish();
        let time = times.time(id).clone();
        match found.into_iter().next() {
            Some((.., fault)) if time.faulty => Err(fault),
            _ => Ok(time),
        }
    }

    /// An instant on the clock that the entries are told by.
    fn local(&self, instant: DateTime<Utc>) -> DateTime<FixedOffset> {
        match self.column {
            Some(Zone::Utc) => instant.fixed_offset(),
            Some(Zone::Named(zone)) => instant.with_timezone(&zone).fixed_offset(),
            Some(Zone::Offset(minutes)) => match FixedOffset::east_opt(i32::from(minutes) * 60) {
                Some(offset) => instant.with_timezone(&offset),
                None => instant.fixed_offset(),
            },
            Some(Zone::Abbreviation(_)) | None => instant.with_timezone(&self.zone).fixed_offset(),
        }
    }
}

/// The first clock time in a time, and its date if it has one.
fn clock_of(written: &mut Written) -> Option<(Point, Option<NaiveDate>)> {
    let point = *first_point(written)?;
    match point.when {
        When::Clock { date, .. } => Some((point, date)),
        When::Year(_) | When::Month(_) | When::Day(_) => None,
    }
}

fn with_date(written: &Written, day: Option<NaiveDate>) -> Written {
    let mut written = written.clone();
    if let Some(Point { when: When::Clock { date, .. }, .. }) = first_point(&mut written) {
        *date = day;
    }
    written
}

fn ahead(point: &Point) -> Fault {
    Fault::error("future-time", 0..0, format!("`{point}` lies ahead")).with_help("write its date if it is meant so")
}

fn refused(fault: Fault) -> Refused {
    let help = fault.help.filter(|_| fault.rule != "time-not-understood");
    Refused { message: fault.message, help: help.unwrap_or_else(|| EXAMPLES.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::Clock;
    use chrono::{DateTime, Utc};
    use chrono_tz::Tz;

    fn at(instant: &str) -> DateTime<Utc> {
        instant.parse().unwrap()
    }

    fn clock(now: &str, last: Option<&str>) -> Clock {
        Clock { now: at(now), zone: Tz::Europe__Berlin, column: None, about: 300, last: last.map(at) }
    }

    #[track_caller]
    fn check(clock: &Clock, given: &str, expected: &[&str]) {
        let ways: Vec<String> = clock.given(given).unwrap().into_iter().map(|way| way.text).collect();
        assert_eq!(ways, expected, "{given}");
    }

    #[test]
    fn a_clock_time_is_of_the_last_time_that_it_was_so_late() {
        let clock = clock("2026-11-24T02:10:30Z", None);
        check(&clock, "03:05", &["03:05", "2026-11-24 03:05"]);
        check(&clock, "03:15", &["03:15", "2026-11-24 03:15"]);
        check(&clock, "04:00", &["04:00", "2026-11-23 04:00"]);
        check(&clock, "23:50", &["23:50", "2026-11-23 23:50"]);
        check(&clock, "04:30", &["04:30", "2026-11-23 04:30"]);
        check(&clock, "about 23:50 ±2m", &["about 23:50 ±2m", "about 2026-11-23 23:50 ±2m"]);
        check(&clock, "before 23:50 UTC", &["before 23:50 UTC", "before 2026-11-23 23:50 UTC"]);
        check(&clock, "2026-11-20T09:00", &["09:00", "2026-11-20 09:00"]);
        check(&clock, "23:50..2026-11-24 00:10", &["2026-11-23 23:50..2026-11-24 00:10"]);
    }

    #[test]
    fn what_is_over_was_near_its_end() {
        let clock = clock("2026-11-30T08:00:00Z", Some("2026-11-23T13:20:00Z"));
        check(&clock, "14:15", &["14:15", "2026-11-23 14:15"]);
        check(&clock, "00:10", &["00:10", "2026-11-24 00:10"]);
    }

    #[test]
    fn what_is_no_clock_time_stays() {
        for given in ["unknown", "down +5m", "2026-11-23", "2026-11", "detected..mitigated", "about down +5m ±1m"] {
            check(&clock("2026-11-24T02:10:30Z", None), given, &[given]);
        }
    }

    #[test]
    fn a_wrong_time_is_told_with_the_way_out() {
        let clock = clock("2026-11-24T02:10:30Z", None);
        let told = |given| clock.given(given).map_err(|refused| refused.message + "; " + &refused.help).unwrap_err();
        assert_eq!(told("2:02 pm"), "`2:02 pm` is on the twelve-hour clock; write `14:02`");
        assert!(told("just now").ends_with(super::EXAMPLES), "{}", told("just now"));
        assert!(told("2026-03-29 02:30").contains("does not exist"), "{}", told("2026-03-29 02:30"));
        assert!(told("23:50..00:10").contains("backwards"), "{}", told("23:50..00:10"));
    }

    #[test]
    fn a_clock_time_that_was_twice_in_that_night_is_told() {
        for (now, last) in [
            ("2026-10-25T09:00:00Z", None),
            ("2026-10-25T01:55:00Z", None),
            ("2026-11-30T08:00:00Z", Some("2026-10-25T03:00:00Z")),
        ] {
            let told = clock(now, last).given("02:50").unwrap_err();
            assert!(told.message.contains("exists twice"), "{told:?}");
            assert!(told.help.contains("`2026-10-25 02:50 +02:00`"), "{told:?}");
        }
        check(&clock("2026-10-26T09:00:00Z", None), "02:50", &["02:50", "2026-10-26 02:50"]);
        let told = clock("2026-03-29T09:00:00Z", None).given("02:30").unwrap_err();
        assert!(told.message.contains("does not exist"), "{told:?}");
    }

    #[test]
    fn this_minute_has_four_ways() {
        let ways: Vec<String> = clock("2026-10-25T00:30:59Z", None).this_minute().into_iter().map(|w| w.text).collect();
        assert_eq!(ways, ["02:30", "2026-10-25 02:30", "02:30 +02:00", "2026-10-25 02:30 +02:00"]);
    }
}

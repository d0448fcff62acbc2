//! Times on their way out. They are written as the writer wrote them wherever that still means the same: what an
//! edition leaves out may have lent a clock its day, or a tie its name.

use super::Form;
use super::claims::tick;
use super::record::{Record, put};
use crate::model::time::written::{Centre, Point, When, Written, Zone};
use crate::model::time::{Length, Tick, Time, TimeId};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde_json::{Map, Value, json};

/// The half-width of `about` where neither a record nor a config says more, in seconds.
const USUAL_WIDTH: i64 = 300;

/// The day that a bare clock time takes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Day(pub(super) Option<NaiveDate>);

impl Record<'_> {
    /// A time, as it can be read at this place of the record.
    pub(super) fn time(&self, time: TimeId) -> Value {
        self.time_on(time, self.day)
    }

    /// Goes past a time that sets the day for those below it.
    pub(super) fn follow_day(&mut self, time: TimeId) {
        let time = self.incident.times.time(time);
        let Some(written) = &time.written else { return };
        let date = match written {
            Written::Range { from, to } => to.date().or(from.date()),
            other => first_point(other).and_then(Point::date),
        };
        let lent = || lent_date(written, time, self.incident.timezone);
        self.day = Day(date.or_else(lent).or(self.day.0));
    }

    pub(super) fn optional_time(&self, time: Option<TimeId>) -> Value {
        time.map_or(Value::Null, |time| self.time(time))
    }

    /// A time, where a bare clock would take this day.
    pub(super) fn time_on(&self, id: TimeId, day: Day) -> Value {
        let time = self.incident.times.time(id);
        if self.form == Form::Resolved {
            return Value::Object(self.resolved(id));
        }
        let text = self.text(time, day);
        if time.reports.is_empty() {
            return json!(text);
        }
        let of_value = time.written.as_ref().and_then(first_point).and_then(Point::date);
        let day = Day(of_value.or(day.0));
        let said = time.reports.iter().map(|report| {
            let text = self.text(self.incident.times.time(report.time), day);
            (report.source.clone(), json!(text))
        });
        json!({"value": text, "reports": said.collect::<Map<_, _>>()})
    }

    /// What a time means: its bounds to the second, and what it is tied to.
    pub(super) fn resolved(&self, id: TimeId) -> Map<String, Value> {
        let time = self.incident.times.time(id);
        let instant = |edge: Option<DateTime<Utc>>| json!(edge.map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string()));
        let mut map = Map::new();
        map.insert("written".to_owned(), json!(self.text(time, self.day)));
        map.insert("tick".to_owned(), json!(tick(time.tick)));
        map.insert("earliest".to_owned(), instant(time.earliest.map(|edge| edge.first)));
        map.insert("latest".to_owned(), instant(time.latest.map(|edge| edge.last)));
        if let Some(tie) = &time.tie {
            put(&mut map, "anchor", &*tie.anchor);
            put(&mut map, "offset", vec![tie.low, tie.high]);
        }
        if let Some(between) = &time.between {
            put(&mut map, "between", between.names.iter().map(|name| json!(name)).collect::<Vec<_>>());
        }
        let reports = time.reports.iter().map(|report| (report.source.clone(), self.resolved(report.time).into()));
        put(&mut map, "reports", reports.collect::<Map<_, _>>());
        map
    }

    /// The text of a time, where a bare clock would take `day`.
    fn text(&self, time: &Time, day: Day) -> String {
        let zone = self.incident.timezone;
        match &time.written {
            None if !time.reports.is_empty() => "disputed".to_owned(),
            Some(written) => {
                let mut written = written.clone();
                let lent = lent_date(&written, time, zone).filter(|lent| Some(*lent) != day.0);
                if let Some(When::Clock { date, .. }) = points_mut(&mut written).next().map(|point| &mut point.when) {
                    *date = date.or(lent);
                }
                points_mut(&mut written).for_each(|point| forget_zone(point, zone));
                if let Written::About { width: width @ None, .. } = &mut written {
                    *width = own_width(time);
                }
                written.to_string()
            }
            None => time.bounds_text(),
        }
    }
}

/// The first date written in a time.
pub(super) fn first_date(time: &Time) -> Option<NaiveDate> {
    match time.written.as_ref()? {
        Written::Range { from, to } => from.date().or(to.date()),
        written => first_point(written)?.date(),
    }
}

fn first_point(written: &Written) -> Option<&Point> {
    match written {
        Written::Point(point)
        | Written::About { centre: Centre::Point(point), .. }
        | Written::Bound { point, .. }
        | Written::Range { from: point, .. } => Some(point),
        Written::Unknown | Written::About { .. } | Written::Tie { .. } | Written::Between { .. } => None,
    }
}

fn points_mut(written: &mut Written) -> impl Iterator<Item = &mut Point> {
    let (first, last) = match written {
        Written::Point(point) | Written::About { centre: Centre::Point(point), .. } | Written::Bound { point, .. } => {
            (Some(point), None)
        }
        Written::Range { from, to } => (Some(from), Some(to)),
        Written::Unknown | Written::About { .. } | Written::Tie { .. } | Written::Between { .. } => (None, None),
    };
    first.into_iter().chain(last)
}

/// Leaves out a zone that the record has anyway: a table may repeat it at each clock.
fn forget_zone(point: &mut Point, of_record: Tz) {
    if let When::Clock { zone, .. } = &mut point.when {
        let is_same = match zone {
            Some(Zone::Utc) => of_record == Tz::UTC,
            Some(Zone::Named(named)) => *named == of_record,
            Some(Zone::Offset(_) | Zone::Abbreviation(_)) | None => false,
        };
        if is_same {
            *zone = None;
        }
    }
}

/// The date that a bare clock was lent, found again from its bounds, in the zone that is written behind it.
fn lent_date(written: &Written, time: &Time, zone: Tz) -> Option<NaiveDate> {
    let point = first_point(written)?;
    let When::Clock { date: None, zone: own, .. } = point.when else { return None };
    let (first, last) = (time.earliest.map(|edge| edge.first), time.latest.map(|edge| edge.last));
    let second = TimeDelta::seconds(1);
    let instant = match written {
        Written::About { .. } => first? + (last? - first?) / 2,
        Written::Bound { .. } => first.map(|first| first - second).or_else(|| Some(last? + bound_gap(written)))?,
        _ => first?,
    };
    Some(match own {
        None | Some(Zone::Abbreviation(_)) => instant.with_timezone(&zone).date_naive(),
        Some(Zone::Utc) => instant.date_naive(),
        Some(Zone::Named(zone)) => instant.with_timezone(&zone).date_naive(),
        Some(Zone::Offset(minutes)) => (instant + TimeDelta::minutes(i64::from(minutes))).date_naive(),
    })
}

/// From the last second of a bound to its point: `by` keeps it, `before` ends one short of it.
fn bound_gap(written: &Written) -> TimeDelta {
    let is_before = matches!(written, Written::Bound { side: crate::model::time::written::Side::Before, .. });
    TimeDelta::seconds(i64::from(is_before))
}

/// The half-width that an `about` without one took, where the reader's own may be another.
fn own_width(time: &Time) -> Option<Length> {
    let span = || Some((time.latest?.last - time.earliest?.first).num_seconds());
    let seconds = match (&time.tie, time.tick) {
        (Some(offset), _) => (offset.high - offset.low) / 2,
        (None, Tick::Second) => span()? / 2,
        (None, Tick::Minute) => (span()? - 59) / 2,
        (None, Tick::Day | Tick::Month | Tick::Year) => return None,
    };
    let count = |seconds: i64| u32::try_from(seconds).ok();
    match seconds {
        USUAL_WIDTH => None,
        whole if whole % 60 == 0 => Some(Length { minutes: count(whole / 60), ..Length::default() }),
        _ => Some(Length { seconds: count(seconds), ..Length::default() }),
    }
}

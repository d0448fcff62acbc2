//! When a new record begins: a time as records write it, with the day that its file is named after.

use super::entry::last_day;
use crate::model::fault::Fault;
use crate::model::time::written::{Centre, Point, When, Written};
use crate::model::time::{self};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// The time at which a new record begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// As it is written in the record.
    pub written: Written,
    /// The day it is on.
    pub date: NaiveDate,
}

/// Reads the time at which a record begins; a clock time alone is the last one before `now`.
///
/// # Errors
/// If it is no time, one without a day, or a clock time that the zone does not have once on its day.
pub fn start(text: &str, now: DateTime<Utc>, zone: Tz) -> Result<Start, Fault> {
    let mut written = time::parse(text)?;
    let mut day = None;
    if let Some(point) = first_point(&mut written) {
        if point.is_bare_clock() {
            let last = last_day(point, now, zone)?;
            if let When::Clock { date, .. } = &mut point.when {
                *date = Some(last);
            }
        }
        day = point.date();
    }
    let today = now.with_timezone(&zone).date_naive();
    let date = day.ok_or_else(|| {
        let message = format!("`{}` is on no certain day", text.trim());
        Fault::error("clock-without-date", 0..text.len(), message)
            .with_help(format!("write a day or a time of day, such as `{today} 14:02` or `about 14:02`"))
    })?;
    Ok(Start { written, date })
}

pub(super) fn first_point(written: &mut Written) -> Option<&mut Point> {
    match written {
        Written::Point(point)
        | Written::About { centre: Centre::Point(point), .. }
        | Written::Bound { point, .. }
        | Written::Range { from: point, .. } => Some(point),
        Written::Unknown | Written::About { .. } | Written::Tie { .. } | Written::Between { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::start;
    use chrono_tz::Tz;

    #[test]
    fn a_start_has_a_day() {
        let now = "2026-11-24T15:30:00Z".parse().unwrap();
        for (text, expected) in [
            ("2026-11-23T14:02", Ok(("2026-11-23 14:02", "2026-11-23"))),
            ("14:02", Ok(("2026-11-24 14:02", "2026-11-24"))),
            ("16:32", Ok(("2026-11-24 16:32", "2026-11-24"))),
            ("23:50", Ok(("2026-11-23 23:50", "2026-11-23"))),
            ("about 23:50", Ok(("about 2026-11-23 23:50", "2026-11-23"))),
            ("about 14:02 ±5m", Ok(("about 2026-11-24 14:02 ±5m", "2026-11-24"))),
            ("14:02..14:10", Ok(("2026-11-24 14:02..14:10", "2026-11-24"))),
            ("2026-11-23", Ok(("2026-11-23", "2026-11-23"))),
            ("2026-11", Err("clock-without-date")),
            ("unknown", Err("clock-without-date")),
            ("down +2m", Err("clock-without-date")),
            ("yesterday", Err("time-not-understood")),
            ("2:02 pm", Err("twelve-hour-clock")),
        ] {
            let read =
                start(text, now, Tz::Europe__Berlin).map(|start| (start.written.to_string(), start.date.to_string()));
            let read = read.as_ref().map(|(time, date)| (time.as_str(), date.as_str())).map_err(|fault| fault.rule);
            assert_eq!(read, expected, "{text}");
        }
    }
}

//! When a new record begins: a time as records write it, with the day that its file is named after.

use crate::model::fault::Fault;
use crate::model::time::written::{Centre, Point, When, Written};
use crate::model::time::{self};
use chrono::NaiveDate;

/// The time at which a new record begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// As it is written in the record.
    pub written: Written,
    /// The day it is on.
    pub date: NaiveDate,
}

/// Reads the time at which a record begins; a clock time alone is of `today`.
///
/// # Errors
/// If it is no time, or one without a day.
pub fn start(text: &str, today: NaiveDate) -> Result<Start, Fault> {
    let mut written = time::parse(text)?;
    let date = first_point(&mut written).and_then(|point| {
        if let When::Clock { date, .. } = &mut point.when {
            date.get_or_insert(today);
        }
        point.date()
    });
    let date = date.ok_or_else(|| {
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
    use chrono::NaiveDate;

    #[test]
    fn a_start_has_a_day() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        for (text, expected) in [
            ("2026-11-23T14:02", Ok(("2026-11-23 14:02", "2026-11-23"))),
            ("14:02", Ok(("2026-11-24 14:02", "2026-11-24"))),
            ("about 14:02 ±5m", Ok(("about 2026-11-24 14:02 ±5m", "2026-11-24"))),
            ("14:02..14:10", Ok(("2026-11-24 14:02..14:10", "2026-11-24"))),
            ("2026-11-23", Ok(("2026-11-23", "2026-11-23"))),
            ("2026-11", Err("clock-without-date")),
            ("unknown", Err("clock-without-date")),
            ("down +2m", Err("clock-without-date")),
            ("yesterday", Err("time-not-understood")),
            ("2:02 pm", Err("twelve-hour-clock")),
        ] {
            let read = start(text, today).map(|start| (start.written.to_string(), start.date.to_string()));
            let read = read.as_ref().map(|(time, date)| (time.as_str(), date.as_str())).map_err(|fault| fault.rule);
            assert_eq!(read, expected, "{text}");
        }
    }
}

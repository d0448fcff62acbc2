//! A clock time without its colon, read as a year.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::time::written::{Point, When};
use crate::model::time::{Time, Written};
use chrono::Datelike;

pub(super) const RULE: Rule = Rule {
    name: "year-among-clock-times",
    level: Level::Warning,
    summary: "a clock time without its colon, read as a year",
    why: "Four digits alone are a year, so `1930` among clock times puts its entry a century away. A year that is meant \
          stands before the clock times, or is allowed with a reason.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 19:26 Deploy 4711 halves the connection pool.
  - 1930 The synthetic check pages the on-call. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 19:26 Deploy 4711 halves the connection pool.
  - 19:30 The synthetic check pages the on-call.
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    let mut clocks_in = None;
    for (index, entry) in incident.timeline.iter().enumerate() {
        let time = incident.times.time(entry.at);
        let Some(Written::Point(Point { when, .. })) = &time.written else { continue };
        let When::Year(year) = *when else {
            clocks_in = if matches!(when, When::Clock { .. }) { year_of(time).or(clocks_in) } else { None };
            continue;
        };
        let (hour, minute) = (year / 100, year % 100);
        let is_clock = hour < 24 && minute < 60;
        if is_clock && clocks_in.is_some_and(|clocks| year.abs_diff(clocks) > YEARS) {
            let finding = findings.at(format!("timeline[{index}].at"), format!("the year `{year}` among clock times"));
            finding.help(format!("`{year}` is the year; a clock time has a colon: `{hour:02}:{minute:02}`"));
        }
    }
}

fn year_of(time: &Time) -> Option<i32> {
    time.earliest.map(|edge| edge.local.year())
}

/// A year nearer than this to the clock times may well be meant.
const YEARS: u32 = 5;

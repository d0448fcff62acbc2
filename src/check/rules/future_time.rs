//! An entry that has not happened yet.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::time::written::Centre;
use crate::model::time::{Time, Written};
use chrono::NaiveDate;

pub(super) const RULE: Rule = Rule {
    name: "future-time",
    level: Level::Warning,
    summary: "an entry that has not happened yet",
    why: "A timeline is a list of what happened. A time more than a day ahead is mostly a slip in the month or the \
          year. Told on the day of the check, never by a build.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2027-11-23 14:02 Deploy 4711 halves the connection pool. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool.
",
    ),
    check: Check::Today(check),
};

fn check(subject: &Subject<'_>, today: NaiveDate, findings: &mut Findings) {
    let incident = subject.incident;
    let entries = incident.timeline.iter().enumerate().map(|(i, entry)| (format!("timeline[{i}].at"), entry.at));
    let marks = incident.milestones.iter().filter(|(_, mark)| mark.entry.is_none());
    let marks = marks.map(|(milestone, mark)| (mark.path(*milestone), mark.time));
    for (path, id) in entries.chain(marks) {
        let time = incident.times.time(id);
        let Some(first) = time.earliest.filter(|_| !time.faulty && time.tie.is_none()) else { continue };
        let ahead = (first.first.with_timezone(&incident.timezone).date_naive() - today).num_days();
        if ahead < 2 || !writes_date(time) {
            continue;
        }
        let finding = findings.at(path, format!("this lies {ahead} days ahead"));
        finding.label(format!("today is {today}")).help("look at the year and the month");
    }
}

/// Whether the date stands here: clock times below it are ahead by the same slip.
fn writes_date(time: &Time) -> bool {
    match &time.written {
        Some(Written::Point(point) | Written::Bound { point, .. } | Written::Range { from: point, .. }) => {
            !point.is_bare_clock()
        }
        Some(Written::About { centre: Centre::Point(point), .. }) => !point.is_bare_clock(),
        Some(Written::About { .. } | Written::Unknown | Written::Tie { .. } | Written::Between { .. }) => false,
        None => true,
    }
}

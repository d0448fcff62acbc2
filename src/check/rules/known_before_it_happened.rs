//! An entry that the team learned of before it happened.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "known-before-it-happened",
    level: Level::Error,
    summary: "an entry whose `known_at` is before its `at`",
    why: "`known_at` is when the team learned of what happened at `at`; nobody learns of it before. Mostly the day is \
          missing after midnight, as `known_at` takes the date of `at`, or the two are exchanged. Only what is \
          certainly impossible is an error, and `about` makes it a warning.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 23:50
    text: Deploy 4711 halves the connection pool.
    known_at: 00:40 # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 23:50
    text: Deploy 4711 halves the connection pool.
    known_at: 2026-11-24 00:40
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    for (index, entry) in incident.timeline.iter().enumerate() {
        let Some(known) = entry.known_at else { continue };
        let Some(level) = incident.times.end_before_start(entry.at, known) else { continue };
        let apart = incident.times.difference(known, entry.at);
        let finding = findings.at(format!("timeline[{index}].known_at"), "known before it happened");
        finding.label(format!("{apart} earlier")).other(format!("timeline[{index}].at"), "it happened here");
        finding.help("if midnight lies between, write the date too; otherwise exchange the two or correct one");
        if level == Level::Warning {
            finding.only_warns();
        }
    }
}

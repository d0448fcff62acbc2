//! A segment that affects something the record does not name.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-affected",
    level: Level::Error,
    summary: "a segment that affects something the record does not name",
    why: "A segment of impact names accounts of `affected.accounts` and components of `affected.components`. What is \
          in neither would count for nothing in follower-minutes.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  components: [checkout]
impact:
  segments:
    - { from: 2026-11-23 14:02, to: 14:20, affects: [chekout] } # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  components: [checkout]
impact:
  segments:
    - { from: 2026-11-23 14:02, to: 14:20, affects: [checkout] }
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    let accounts = incident.accounts.iter().map(|account| account.id.as_str());
    let known: Vec<&str> = accounts.chain(incident.components.iter().map(String::as_str)).collect();
    let segments = incident.impact.iter().flat_map(|impact| &impact.segments).enumerate();
    for (segment, (place, id)) in segments.flat_map(|(i, s)| s.affects.iter().enumerate().map(move |at| (i, at))) {
        if known.contains(&id.as_str()) || incident.is_unread("affected") {
            continue;
        }
        let finding = findings
            .at(format!("impact.segments[{segment}].affects[{place}]"), format!("nothing affected is called `{id}`"));
        finding.label("neither an account nor a component of this record");
        finding.meant(id, known.iter().copied(), "add it to `affected`: `components: […]`, or an account");
    }
}

//! A status that goes on after the milestone `resolved`.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::words::{Milestone, Status, Word};

pub(super) const RULE: Rule = Rule {
    name: "status-contradicts-milestones",
    level: Level::Warning,
    summary: "a status that goes on after the milestone `resolved`",
    why: "The record says when the incident was called over, and its status that it goes on. Mostly the status was \
          forgotten; lists would show the incident as open.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active # <-
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:20 Deploy 4711 is rolled back. {resolved}
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:20 Deploy 4711 is rolled back. {mitigated}
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    let goes_on = matches!(incident.status, Status::Triage | Status::Active | Status::Mitigated);
    let Some(mark) = incident.milestones.get(&Milestone::Resolved).filter(|_| goes_on) else { return };
    let time = incident.times.time(mark.time);
    if time.is_open() || time.faulty || incident.is_unread("status") {
        return;
    }
    let message = format!("the status is `{}`, and the incident was resolved", incident.status.as_str());
    let finding = findings.at("status", message);
    finding.label("it goes on").other(mark.path(Milestone::Resolved), "it was called over");
    finding.help("write `status: resolved`, or take the milestone `resolved` away");
}

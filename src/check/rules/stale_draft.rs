//! A draft, months after the incident was resolved.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::words::{AccountOf, Milestone, Review, Status};
use chrono::NaiveDate;

pub(super) const RULE: Rule = Rule {
    name: "stale-draft",
    level: Level::Warning,
    summary: "a draft, months after the incident was resolved",
    why: "Three months on, those who were there have forgotten what the record does not say. A draft of that age is \
          reviewed as it is, or never. Told on the day of the check, never by a build.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: resolved
review: draft # <-
severity: sev2
timeline:
  - 2026-03-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:20 Deploy 4711 is rolled back. {resolved}
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: resolved
review: reviewed
severity: sev2
timeline:
  - 2026-03-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:20 Deploy 4711 is rolled back. {resolved}
",
    ),
    check: Check::Today(check),
};

fn check(subject: &Subject<'_>, today: NaiveDate, findings: &mut Findings) {
    let incident = subject.incident;
    let is_draft = incident.review == Review::Draft && incident.status == Status::Resolved;
    if !is_draft || incident.account_of == AccountOf::Outside || incident.is_unread("review") {
        return;
    }
    let resolved = incident.milestone(Milestone::Resolved).map(|id| incident.times.time(id));
    let Some(last) = resolved.filter(|time| !time.faulty).and_then(|time| time.latest) else { return };
    let days = (today - last.last.with_timezone(&incident.timezone).date_naive()).num_days();
    if days <= DAYS {
        return;
    }
    let path = if incident.given.contains("review") { "review" } else { "status" };
    let finding = findings.at(path, format!("still a draft, {days} days after the incident was resolved"));
    finding.help("have it read, and write `review: reviewed`");
}

/// After so many days a draft is stale.
const DAYS: i64 = 90;

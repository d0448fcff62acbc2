//! Remediation that is done, and nobody says when.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::words::{AccountOf, ItemStatus};

pub(super) const RULE: Rule = Rule {
    name: "done-without-date",
    level: Level::Warning,
    summary: "remediation that is done, and nobody says when",
    why: "When the last item was done is when the incident was truly over. Years later nobody remembers.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[x] Alert on pool saturation (owner: payments)\" # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[x] Alert on pool saturation (owner: payments, done_at: 2026-12-10)\"
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    if incident.account_of == AccountOf::Outside {
        return;
    }
    for (index, item) in incident.remediation.iter().flat_map(|remediation| &remediation.items).enumerate() {
        let is_unread = |key: &str| incident.is_unread(&format!("remediation[{index}].{key}"));
        if item.status != ItemStatus::Done || item.done_at.is_some() || is_unread("done_at") || is_unread("status") {
            continue;
        }
        let finding = findings.at(format!("remediation[{index}].title"), "remediation is done, and nobody says when");
        finding.help("add `done_at: DATE` in the brackets; `unknown` if nobody knows");
    }
}

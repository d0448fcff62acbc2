//! Remediation that is agreed and has no owner.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::words::{AccountOf, ItemStatus, Review};

pub(super) const RULE: Rule = Rule {
    name: "remediation-without-owner",
    level: Level::Error,
    summary: "remediation that is agreed and has no owner",
    why: "What nobody owns is not done. An item that is agreed names a team or a role, from the review on for certain; \
          before it, this is a warning. What is only proposed needs none yet.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[ ] Alert on pool saturation (due: 2027-01-15)\" # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[ ] Alert on pool saturation (owner: payments, due: 2027-01-15)\"
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
        let is_agreed = matches!(item.status, ItemStatus::Announced | ItemStatus::Open | ItemStatus::InProgress);
        if !is_agreed || item.owner.is_some() || incident.is_unread(&format!("remediation[{index}].owner")) {
            continue;
        }
        let finding = findings.at(format!("remediation[{index}].title"), "remediation has no owner");
        finding.help("add `owner: TEAM` in the brackets");
        if !matches!(incident.review, Review::Reviewed | Review::Published) {
            finding.only_warns();
        }
    }
}

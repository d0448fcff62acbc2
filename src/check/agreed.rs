//! What the rules about agreed remediation share: which items they look at, and how much a gap weighs.

use super::{Example, Findings, Subject};
use crate::model::Item;
use crate::model::words::{AccountOf, ItemStatus, Review};

/// A record whose remediation lacks nothing.
pub(super) const GOOD: Example = Example::Yaml(
    "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[ ] Alert on pool saturation (owner: payments, due: 2027-01-15)\"
",
);

/// Finds the agreed items without a key, in the records of those it happened to; only a warning before the review.
pub(super) fn lacking(
    subject: &Subject<'_>,
    findings: &mut Findings,
    key: &str,
    is_there: impl Fn(&Item) -> bool,
    (message, help): (&str, &str),
) {
    let incident = subject.incident;
    if incident.account_of == AccountOf::Outside {
        return;
    }
    for (index, item) in incident.remediation.iter().flat_map(|remediation| &remediation.items).enumerate() {
        let is_agreed = matches!(item.status, ItemStatus::Announced | ItemStatus::Open | ItemStatus::InProgress);
        if !is_agreed || is_there(item) || incident.is_unread(&format!("remediation[{index}].{key}")) {
            continue;
        }
        let finding = findings.at(format!("remediation[{index}].title"), message);
        finding.help(help);
        if !matches!(incident.review, Review::Reviewed | Review::Published) {
            finding.only_warns();
        }
    }
}

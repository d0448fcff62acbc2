//! Remediation that was declined without a reason.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::words::ItemStatus;

pub(super) const RULE: Rule = Rule {
    name: "declined-without-reason",
    level: Level::Error,
    summary: "remediation that was declined without a reason",
    why: "Whoever reads the record after the next incident asks why this was not done. A sentence written now answers \
          better than a guess made then.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - title: Alert on pool saturation
    status: declined # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - title: Alert on pool saturation
    status: declined
    reason: The new pool has no fixed size.
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    for (index, item) in incident.remediation.iter().flat_map(|remediation| &remediation.items).enumerate() {
        let is_unread = incident.is_unread(&format!("remediation[{index}].reason"));
        if item.status != ItemStatus::Declined || item.reason.is_some() || is_unread {
            continue;
        }
        let finding =
            findings.at(format!("remediation[{index}].status"), "remediation was declined, and nobody says why");
        finding.help("add `reason: …`");
    }
}

//! No remediation, and no reason why.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "remediation-none-without-reason",
    level: Level::Error,
    summary: "no remediation, and no reason why",
    why: "`remediation: none` says that nothing is done so that it does not happen again. That can be right; \
          `remediation_reason` says why, so that it can be told from an empty section.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation: none # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation: none
remediation_reason: The product ends in a month.
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    let is_none = incident.remediation.as_ref().is_some_and(|remediation| remediation.is_none);
    if !is_none || incident.given.contains("remediation_reason") {
        return;
    }
    let finding = findings.at("remediation", "there is no remediation, and nobody says why");
    finding.help("add `remediation_reason: …`, such as `The product ends in a month.`");
}

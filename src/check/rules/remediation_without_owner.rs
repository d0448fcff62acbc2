//! Remediation that is agreed and has no owner.

use crate::check::agreed::{GOOD, lacking};
use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

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
    good: GOOD,
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let words = ("remediation has no owner", "add `owner: TEAM` in the brackets");
    lacking(subject, findings, "owner", |item| item.owner.is_some(), words);
}

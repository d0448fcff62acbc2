//! Remediation that is agreed and has no due date.

use crate::check::agreed::{GOOD, lacking};
use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "remediation-without-due",
    level: Level::Error,
    summary: "remediation that is agreed and has no due date",
    why: "What has no date is done last. An item that is agreed has one, from the review on for certain; before it, \
          this is a warning. What is only proposed needs none yet.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[ ] Alert on pool saturation (owner: payments)\" # <-
",
    ),
    good: GOOD,
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let words = ("remediation has no due date", "add `due: DATE` in the brackets");
    lacking(subject, findings, "due", |item| item.due.is_some(), words);
}

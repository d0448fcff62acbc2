//! A record withdrawn without a reason.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::words::Review;

pub(super) const RULE: Rule = Rule {
    name: "withdrawn-without-reason",
    level: Level::Error,
    summary: "a record withdrawn without a reason",
    why: "A withdrawn record leaves a page that says so, since others may have linked to it. Without a reason its \
          readers think the worst.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
review: withdrawn # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
review: withdrawn
withdrawn_reason: Merged into the record of the day before.
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    if incident.review != Review::Withdrawn || incident.given.contains("withdrawn_reason") {
        return;
    }
    let finding = findings.at("review", "the record is withdrawn, and nobody says why");
    finding.help("add `withdrawn_reason: …`, such as `Merged into another record.`");
}

//! A tie of an incident to itself.

use crate::check::walk::relations;
use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "relation-to-itself",
    level: Level::Error,
    summary: "a tie of an incident to itself",
    why: "Nothing recurs by itself or replaces itself. Mostly the id was copied from the wrong line.",
    bad: Example::Files(&[(
        "incidents/checkout-502.yaml",
        "\
title: Checkout returns 502
status: active
severity: sev2
relations:
  related: checkout-502 # <-
",
    )]),
    good: Example::Files(&[(
        "incidents/checkout-502.yaml",
        "\
title: Checkout returns 502
status: active
severity: sev2
",
    )]),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    for (path, relation) in relations(&incident.relations) {
        if relation.id == incident.id || incident.aliases.contains(&relation.id) {
            let finding = findings.at(path, format!("`{}` is this record itself", relation.id));
            finding.help("write the id of the other incident, or take the line out");
        }
    }
}

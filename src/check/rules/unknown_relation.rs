//! A tie to an incident that is not there.

use crate::check::walk::relations;
use crate::check::{Called, Check, Example, Findings, Names, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-relation",
    level: Level::Error,
    summary: "a tie to an incident that is not there",
    why: "Relations name other incidents by their ids. One that no record has, nor had as an alias, is a link to \
          nowhere.",
    bad: Example::Files(&[
        (
            "incidents/checkout-502.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
",
        ),
        (
            "incidents/checkout-502-again.yaml",
            "\
title: Checkout returns 502 again
status: active
severity: sev2
relations:
  recurrence_of: checkout-503 # <-
",
        ),
    ]),
    good: Example::Files(&[
        (
            "incidents/checkout-502.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
",
        ),
        (
            "incidents/checkout-502-again.yaml",
            "\
title: Checkout returns 502 again
status: active
severity: sev2
relations:
  recurrence_of: checkout-502
",
        ),
    ]),
    check: Check::Archive(check),
};

fn check(called: &Called, names: &Names, findings: &mut Findings) {
    for (path, relation) in relations(&called.relations) {
        if !names.knows(&relation.id) {
            let finding = findings.at(path, format!("no incident has the id `{}`", relation.id));
            let or = "write the name of a file without its folder and ending";
            finding.meant(&relation.id, names.words(), or);
        }
    }
}

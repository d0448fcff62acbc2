//! Two records of one id.

use crate::check::{Called, Check, Example, Findings, Names, Rule};
use crate::diag::Level;
use crate::model::stem;

pub(super) const RULE: Rule = Rule {
    name: "duplicate-id",
    level: Level::Error,
    summary: "two records of one id",
    why: "The name of a file is the id of its record and its address on the site, in whatever folder it stands. Upper \
          and lower case count as one, since some file systems and readers do not tell them apart.",
    bad: Example::Files(&[
        (
            "incidents/2025/checkout-502.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
",
        ),
        (
            "incidents/2026/checkout-502.yaml",
            "\
title: Checkout returns 502 again # <-
status: active
severity: sev2
",
        ),
    ]),
    good: Example::Files(&[
        (
            "incidents/2025/checkout-502.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
",
        ),
        (
            "incidents/2026/checkout-502-again.yaml",
            "\
title: Checkout returns 502 again
status: active
severity: sev2
",
        ),
    ]),
    check: Check::Archive(check),
};

fn check(called: &Called, names: &Names, findings: &mut Findings) {
    let path = &called.path;
    let Some(first) = names.file(stem(path)).filter(|first| first != path) else { return };
    let finding = findings.at("", format!("`{}` is the id of another record too", stem(path)));
    finding.label(format!("the other one is `{first}`")).help("rename one of the two files");
}

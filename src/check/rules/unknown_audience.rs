//! An audience that the config does not name.

use crate::check::walk::audiences;
use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-audience",
    level: Level::Error,
    summary: "an audience that the config does not name",
    why: "What bears an audience that is not known is shown to nobody but the innermost one, so that a slip hides too \
          much and never too little. It is still a slip.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 14:02
    text: Errors rise.
    audience: intern # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 14:02
    text: Errors rise.
    audience: internal
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let known = &subject.config.audiences;
    for (path, audience) in audiences(subject.incident) {
        if known.iter().any(|known| known == audience) {
            continue;
        }
        let words: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
        let finding = findings.at(path, format!("unknown audience `{audience}`"));
        finding.label("not in the config");
        finding.meant(audience, known.iter().map(String::as_str), format!("the audiences are {}", words.join(", ")));
    }
}

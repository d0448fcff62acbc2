//! A source that nothing cites.

use crate::check::walk::citations;
use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::diag::nearest;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    name: "unused-source",
    level: Level::Warning,
    summary: "a source that nothing cites",
    why: "A reader of the list of sources takes it that the record rests on them. What was only read for background \
          can be linked from the body.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
sources:
  status: { title: Checkout is failing, publisher: Example } # <-
timeline:
  - 2026-11-23 14:02 Errors rise.
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
sources:
  status: { title: Checkout is failing, publisher: Example }
timeline:
  - 2026-11-23 14:02 Errors rise. [status]
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut cited = BTreeSet::new();
    citations(subject.incident, |key| {
        if !cited.contains(key) {
            cited.insert(key.to_owned());
        }
        false
    });
    for source in &subject.incident.sources {
        let key = &source.key;
        let is_like =
            |cited: &str| nearest(cited, [key.as_str()]).is_some() || cited.starts_with(key) || key.starts_with(cited);
        let is_meant = |cited: &str| subject.incident.source(cited).is_none() && is_like(cited);
        // A citation that is misspelt, or stands in what could not be read, is told of there.
        if cited.contains(key) || cited.iter().any(|cited| is_meant(cited)) || !subject.incident.unread.is_empty() {
            continue;
        }
        let finding = findings.at(format!("sources.{key}"), format!("nothing cites the source `{key}`"));
        finding
            .at_key()
            .help(format!("cite it where it is the source, as in `[{key}]` at the end of a line, or take it out"));
    }
}

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
    // A citation that is misspelt, or stands in what could not be read, is told of there.
    if !subject.incident.unread.is_empty() {
        return;
    }
    let known: BTreeSet<&str> = subject.incident.sources.iter().map(|source| source.key.as_str()).collect();
    let mut cited = BTreeSet::new();
    citations(subject.incident, |key| {
        if !cited.contains(key) {
            cited.insert(key.to_owned());
        }
        false
    });
    let unknown: Vec<&str> = cited.iter().map(String::as_str).filter(|cited| !known.contains(cited)).collect();
    let sources = subject.incident.sources.iter().map(|source| source.key.as_str());
    for key in sources.filter(|key| !cited.contains(*key)) {
        let is_meant =
            |cited: &&str| cited.starts_with(key) || key.starts_with(*cited) || nearest(cited, [key]).is_some();
        if unknown.iter().any(is_meant) {
            continue;
        }
        let finding = findings.at(format!("sources.{key}"), format!("nothing cites the source `{key}`"));
        finding.at_key().help(format!(
            "cite it where it is the source, with `[{key}]` at the end of a line or `sources: [{key}]` in a map, or \
             take it out"
        ));
    }
}

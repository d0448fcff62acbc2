//! A cited source that is not among the record's `sources`.

use crate::check::walk::citations;
use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-source",
    level: Level::Error,
    summary: "a cited source that is not among the record's `sources`",
    why: "Entries, values and reports cite sources by their keys. A key that is not there would leave the reader \
          without the place to look it up.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
sources:
  status: { title: Checkout is failing, publisher: Example }
timeline:
  - 2026-11-23 14:02 Errors rise. [statsu] # <-
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
    let incident = subject.incident;
    if incident.is_unread("sources") {
        return;
    }
    for (path, key) in citations(incident, |key| incident.source(key).is_none()) {
        let is_report = path.contains(".reports.");
        let finding = findings.at(path, format!("unknown source `{key}`"));
        finding.label("no such source in this record");
        if is_report {
            finding.at_key();
        }
        let known = incident.sources.iter().map(|source| source.key.as_str());
        finding.meant(key, known, format!("add it: `sources: {{ {key}: {{ title: …, url: … }} }}`"));
    }
}

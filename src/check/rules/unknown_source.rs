//! A cited source that is not among the record's `sources`.

use crate::check::walk::citations;
use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::Incident;
use crate::source::is_markdown;

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
        let or_text = if may_be_text(&path) { or_text(incident, key) } else { String::new() };
        let finding = findings.at(path, format!("unknown source `{key}`"));
        finding.label("no such source in this record");
        if is_report {
            finding.at_key();
        }
        let known = incident.sources.iter().map(|source| source.key.as_str());
        finding.meant(key, known, format!("add it: `sources: {{ {key}: {{ title: …, url: … }} }}`{or_text}"));
    }
}

/// What to write if brackets at the end of a text are no citation.
fn or_text(incident: &Incident, key: &str) -> String {
    let definition = format!("[{key}]:");
    if incident.links.lines().any(|line| line.trim_start().starts_with(&definition)) {
        format!("; if it is a link, write `[{key}][]`")
    } else if is_markdown(&incident.path) {
        format!("; if it is text, write `\\[{key}]`")
    } else {
        format!("; if it is text, write `\\[{key}]`, in double quotes `\\\\[{key}]`")
    }
}

/// Whether a citation may have been written in brackets at the end of a text, and be a part of it.
fn may_be_text(path: &str) -> bool {
    let Some((holder, _)) = path.rsplit_once(".sources[") else { return false };
    let (first, rest) = holder.split_once(['.', '[']).unwrap_or((holder, ""));
    let has_text = !matches!(
        first,
        "severity" | "kind" | "timestamps" | "detection" | "actors" | "actions" | "affected" | "corrections"
    );
    has_text && (first == "lessons" || !rest.contains('.'))
}

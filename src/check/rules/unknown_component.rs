//! A component that is not among those of the config.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-component",
    level: Level::Error,
    summary: "a component that is not among those of the config",
    why: "Where the config lists the components, records name them by its words, so that a page for each can list what \
          hit it. Without such a list any word goes.",
    bad: Example::Files(&[
        (
            "minutebook.yaml",
            "\
components:
  checkout: { name: Checkout }
",
        ),
        (
            "incidents/example.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  components: [chekout] # <-
",
        ),
    ]),
    good: Example::Files(&[
        (
            "minutebook.yaml",
            "\
components:
  checkout: { name: Checkout }
",
        ),
        (
            "incidents/example.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  components: [checkout]
",
        ),
    ]),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let known = &subject.config.components;
    if known.is_empty() {
        return;
    }
    let affected = subject.incident.components.iter().enumerate();
    let affected = affected.map(|(i, id)| (format!("affected.components[{i}]"), id));
    let entries = subject.incident.timeline.iter().enumerate();
    let entries =
        entries.filter_map(|(i, entry)| Some((format!("timeline[{i}].component"), entry.component.as_ref()?)));
    for (path, id) in affected.chain(entries) {
        if known.iter().any(|component| component.id == *id) {
            continue;
        }
        let finding = findings.at(path, format!("unknown component `{id}`"));
        finding.label("not in the config");
        let known = known.iter().map(|component| component.id.as_str());
        finding.meant(id, known, format!("add it to `components` in `minutebook.yaml`: `{id}: {{ name: … }}`"));
    }
}

//! A kind that is not among those of the config.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-kind",
    level: Level::Error,
    summary: "a kind that is not among those of the config",
    why: "Where the config lists the kinds of incident, records use its words, so that they can be counted. Without \
          such a list any word goes.",
    bad: Example::Files(&[
        (
            "minutebook.yaml",
            "\
kinds: [availability, security]
",
        ),
        (
            "incidents/example.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
kind: avialability # <-
",
        ),
    ]),
    good: Example::Files(&[
        (
            "minutebook.yaml",
            "\
kinds: [availability, security]
",
        ),
        (
            "incidents/example.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
kind: availability
",
        ),
    ]),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let known = &subject.config.kinds;
    let Some(kind) = subject.incident.kind.as_ref().and_then(|kind| kind.value.as_ref()) else { return };
    if known.is_empty() || known.contains(kind) {
        return;
    }
    let finding = findings.at("kind", format!("unknown kind `{kind}`"));
    finding.label("not in the config");
    finding.meant(
        kind,
        known.iter().map(String::as_str),
        "use a word of `kinds` in `minutebook.yaml`, or add it there",
    );
}

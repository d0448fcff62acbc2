//! A tag that is not among those of the config.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-tag",
    level: Level::Error,
    summary: "a tag that is not among those of the config",
    why: "Where the config lists the tags, records use its words, so that one thing does not get two tags. Without \
          such a list any word goes.",
    bad: Example::Files(&[
        (
            "minutebook.yaml",
            "\
tags: [deploy, database]
",
        ),
        (
            "incidents/example.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
tags: [deploi] # <-
",
        ),
    ]),
    good: Example::Files(&[
        (
            "minutebook.yaml",
            "\
tags: [deploy, database]
",
        ),
        (
            "incidents/example.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
tags: [deploy]
",
        ),
    ]),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let known = &subject.config.tags;
    for (i, tag) in subject.incident.tags.iter().enumerate() {
        if known.is_empty() || known.contains(tag) {
            continue;
        }
        let finding = findings.at(format!("tags[{i}]"), format!("unknown tag `{tag}`"));
        finding.label("not in the config");
        finding.meant(
            tag,
            known.iter().map(String::as_str),
            "use a word of `tags` in `minutebook.yaml`, or add it there",
        );
    }
}

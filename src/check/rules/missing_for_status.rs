//! A record that says less than its status, or its review, asks for: completeness grows with the incident.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::demands::{self, Missing};
use crate::model::words::Word;

pub(super) const RULE: Rule = Rule {
    name: "missing-for-status",
    level: Level::Error,
    summary: "a key that the status, or the review, of the record asks for",
    why: "A record is written while the incident goes on, so it needs little at first: a title, a status, a severity. \
          Each further status asks for what is known by then, and a review for causes, remediation and lessons. A \
          milestone counts wherever it stands, and `unknown` is an answer; leaving the key out is none. Records \
          compiled from published sources are not asked for owners, due dates and lessons.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: resolved # <-
severity: sev2
impact: Nine of ten checkouts failed.
detection: monitoring
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:06 The synthetic check pages the on-call. {detected}
  - 14:20 Deploy 4711 is rolled back; errors stop. {mitigated, resolved}
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: resolved
severity: sev2
summary: A halved connection pool starved checkout for eighteen minutes.
impact: Nine of ten checkouts failed.
detection: monitoring
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:06 The synthetic check pages the on-call. {detected}
  - 14:20 Deploy 4711 is rolled back; errors stop. {mitigated, impact_end, resolved}
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    if incident.is_unread("status") {
        return;
    }
    let missing = Missing::of(demands::of_status(incident));
    if missing.count() > 0 {
        let message = if incident.given.contains("status") {
            format!("`{}` asks for {}", incident.status.as_str(), names(&missing))
        } else {
            format!("the record has no {}", names(&missing))
        };
        findings.at("status", message).label(label(&missing)).help(help(&missing));
    }
    let missing = Missing::of(demands::of_review(incident));
    if missing.count() > 0 {
        let message = format!("`review: {}` asks for {}", incident.review.as_str(), names(&missing));
        findings.at("review", message).label(label(&missing)).help(help(&missing));
    }
}

/// In words: `` `summary`, `impact` and `impact_end` ``.
fn names(missing: &Missing) -> String {
    let mut names: Vec<String> =
        missing.keys.iter().chain(&missing.milestones).map(|key| format!("`{}`", key.name)).collect();
    if missing.short_timeline {
        names.push("a second entry in `timeline`".to_owned());
    }
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

fn label(missing: &Missing) -> String {
    match missing.count() {
        1 => "this is not in the record yet".to_owned(),
        count => format!("these {count} are not in the record yet"),
    }
}

/// The lines to add, with an example of each.
fn help(missing: &Missing) -> String {
    let mut help = Vec::new();
    if !missing.keys.is_empty() {
        help.push(format!("add {}", if missing.keys.len() == 1 { "a line such as" } else { "lines such as" }));
        help.extend(missing.keys.iter().map(|key| format!("  {}: {}", key.name, key.example)));
    }
    let milestones: Vec<String> = missing.milestones.iter().map(|key| format!("`{{{}}}`", key.name)).collect();
    if let Some(first) = missing.milestones.first() {
        help.push(match milestones.as_slice() {
            [milestone] => format!("write {milestone} at the end of the entry that is it;"),
            several => format!("write {} at the ends of the entries that are these;", several.join(", ")),
        });
        help.push(format!("if nobody knows when, `timestamps: {{ {}: unknown }}`", first.name));
    }
    if missing.short_timeline {
        help.push("say in the timeline at least how it began and how it ended".to_owned());
    }
    help.join("\n")
}

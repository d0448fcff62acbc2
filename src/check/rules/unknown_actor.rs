//! An entry or an action names an actor that the record does not have.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::diag::nearest;

pub(super) const RULE: Rule = Rule {
    name: "unknown-actor",
    level: Level::Error,
    summary: "an actor that is not among the record's `actors`",
    why: "Entries and actions name actors by the keys of `actors`. A key that is not there would leave the row without \
          anybody, and its lane out of the timeline.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: contractor }
timeline:
  - at: 2026-11-23 14:02
    text: Deploy 4711 halves the connection pool.
    actor: contracter # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: contractor }
timeline:
  - at: 2026-11-23 14:02
    text: Deploy 4711 halves the connection pool.
    actor: contractor
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    let entries = incident.timeline.iter().enumerate().map(|(i, e)| (format!("timeline[{i}].actor"), &e.actor));
    let actions = incident.actions.iter().enumerate().map(|(i, a)| (format!("actions[{i}].actor"), &a.actor));
    for (path, actor) in entries.chain(actions) {
        let Some(id) = actor.as_deref().filter(|id| incident.actor(id).is_none()) else { continue };
        if incident.is_unread(&format!("actors.{id}")) {
            continue;
        }
        let finding = findings.at(path, format!("unknown actor `{id}`"));
        finding.label("no such actor in this record");
        finding.help(match nearest(id, incident.actors.iter().map(|actor| actor.id.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("add it: `actors: {{ {id}: {{ role: …, kind: … }} }}`"),
        });
    }
}

//! An actor who is shown by role and has none.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::words::Publish;

pub(super) const RULE: Rule = Rule {
    name: "actor-without-role",
    level: Level::Warning,
    summary: "an actor who is shown by role and has none",
    why: "Unless the record says otherwise, pages show actors by their role, so that causes are looked for and not \
          culprits. Without a role there is nothing to show but the key.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
actors:
  contractor: { kind: internal } # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: a contractor on the last day }
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for actor in &subject.incident.actors {
        let path = format!("actors.{}", actor.id);
        let is_given = subject.incident.given.contains(&format!("{path}.role"));
        if actor.publish != Publish::Role || actor.role.is_some() || is_given {
            continue;
        }
        let finding = findings.at(path, format!("the actor `{}` is shown by role and has none", actor.id));
        finding.at_key().help("add `role: …`, what they are called where their name is not");
    }
}

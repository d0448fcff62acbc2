//! A name that is not to be published, in a text that is.

use crate::audience::Withheld;
use crate::check::texts::{texts, words};
use crate::check::{Check, Example, Finding, Findings, Rule};
use crate::diag::Level;
use crate::model::Incident;

pub(super) const RULE: Rule = Rule {
    name: "name-of-withheld-person-in-text",
    level: Level::Error,
    summary: "a name that is not to be published, in a text that is",
    why: "An actor whose `publish` is not `name` is never shown by name. A text that says the name all the same would \
          give it away, in this record or in another, so nothing is built. The name, whole or in part, is written as a \
          role instead.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: a contractor, name: Jane Muster }
timeline:
  - 2026-11-23 14:02 Muster deactivates the account. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: a contractor, name: Jane Muster }
timeline:
  - 2026-11-23 14:02 A contractor deactivates the account.
",
    ),
    check: Check::Withheld(check),
};

fn check(incident: &Incident, withheld: &Withheld, findings: &mut Findings) {
    for (path, text) in texts(incident) {
        if let Some(hit) = withheld.in_markdown(text) {
            told(incident, path, &hit.person.name, findings).part(hit.at);
        }
    }
    if let Some(hit) = withheld.in_markdown(&incident.links) {
        told(incident, "body".to_owned(), &hit.person.name, findings);
    }
    for (path, word) in words(incident) {
        if let Some(hit) = withheld.in_address(word) {
            let finding = told(incident, path, &hit.person.name, findings);
            if !finding.path.ends_with(']') {
                finding.at_key();
            }
        }
    }
}

/// The finding; its message does not repeat the name, since messages are passed on without the line.
fn told<'f>(incident: &Incident, path: String, name: &str, findings: &'f mut Findings) -> &'f mut Finding {
    let own = incident.actors.iter().find(|actor| actor.name.as_deref().map(str::trim) == Some(name));
    let whose =
        own.map_or_else(|| "an actor of another record".to_owned(), |actor| format!("the actor `{}`", actor.id));
    let message = match path.as_str() {
        "" => format!("the name of the file holds the withheld name of {whose}"),
        _ => format!("the withheld name of {whose} stands in a text that is published"),
    };
    let finding = findings.at(path, message);
    finding.label("this is, or is part of, the name");
    let role = own.and_then(|actor| actor.role.as_deref());
    finding.help(match role {
        Some(role) => format!("write the role, `{role}`, or set `publish: name` on the actor"),
        None => "write a role instead, or set `publish: name` on the actor".to_owned(),
    });
    finding
}

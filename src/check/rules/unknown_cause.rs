//! An entry caused by one that is not there.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-cause",
    level: Level::Error,
    summary: "an entry caused by one that is not there",
    why: "Entries name what caused them by the `id` of an earlier entry. An id that no entry has leaves the chain \
          broken.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 14:02
    text: Deploy 4711 halves the connection pool.
    id: deploy
  - at: 14:04
    text: Errors rise.
    causes: [depoly] # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 14:02
    text: Deploy 4711 halves the connection pool.
    id: deploy
  - at: 14:04
    text: Errors rise.
    causes: [deploy]
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let entries = &subject.incident.timeline;
    let ids: Vec<&str> = entries.iter().filter_map(|entry| entry.id.as_deref()).collect();
    let is_id_unread = subject.incident.unread.iter().any(|path| path.ends_with("].id"));
    for (index, entry) in entries.iter().enumerate().filter(|_| !is_id_unread) {
        for (place, cause) in entry.causes.iter().enumerate().filter(|(_, cause)| !ids.contains(&cause.as_str())) {
            let finding =
                findings.at(format!("timeline[{index}].causes[{place}]"), format!("no entry has the id `{cause}`"));
            finding.meant(cause, ids.iter().copied(), format!("write `id: {cause}` on the entry that is the cause"));
        }
    }
}

//! A stated duration that the times of the record rule out.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::metrics::stated_differs;
use crate::model::words::{Milestone, Word};

pub(super) const RULE: Rule = Rule {
    name: "stated-duration-differs",
    level: Level::Warning,
    summary: "a stated duration that the times of the record rule out",
    why: "Whoever was there said how long it lasted, and the times of the record give a length too. Where the two have \
          nothing in common, one of them is wrong: a milestone on the wrong entry, a zone, or a round number in a \
          press release. If both are right as they were said, `allow` says why.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
impact:
  stated_duration: 11m # <-
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:20 Deploy 4711 is rolled back. {impact_end}
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
impact:
  stated_duration: 18m
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:20 Deploy 4711 is rolled back. {impact_end}
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    let Some(computed) = stated_differs(incident) else { return };
    let finding = findings
        .at("impact.stated_duration", format!("the stated duration differs from the times, which give {computed}"));
    finding.label("stated here");
    let has_segments = incident.impact.as_ref().is_some_and(|impact| !impact.segments.is_empty());
    for milestone in [Milestone::ImpactStart, Milestone::ImpactEnd].into_iter().filter(|_| !has_segments) {
        if let Some(mark) = incident.milestones.get(&milestone) {
            finding.other(mark.path(milestone), format!("`{}`", milestone.as_str()));
        }
    }
    finding.help("correct the one that is wrong; if both stand, `allow: { stated-duration-differs: WHY }`");
}

//! The impact ends, is mitigated or is resolved before it starts.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::Incident;
use crate::model::time::written::When;
use crate::model::time::{TimeId, Written};
use crate::model::words::{Milestone, Word};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    name: "end-before-start",
    level: Level::Error,
    summary: "an impact that ends before it starts",
    why: "`impact_end`, `mitigated` and `resolved` cannot lie before `impact_start`. Only what is certainly impossible \
          is an error: two times that may be the same minute are fine, and `about` makes it a warning. Mostly the day \
          is missing after midnight, or two milestones are exchanged.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 2026-11-22 14:20 Deploy 4711 is rolled back. {impact_end} # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 2026-11-23 14:20 Deploy 4711 is rolled back. {impact_end}
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    let Some(start) = incident.milestones.get(&Milestone::ImpactStart) else { return };
    let mut seen = BTreeSet::new();
    for milestone in [Milestone::ImpactEnd, Milestone::Mitigated, Milestone::Resolved] {
        let Some(end) = incident.milestones.get(&milestone) else { continue };
        let Some(level) = incident.times.end_before_start(start.time, end.time) else { continue };
        if !seen.insert(end.time) {
            continue;
        }
        let message = match milestone {
            Milestone::Mitigated => "impact is mitigated before it starts",
            Milestone::Resolved => "the incident is resolved before its impact starts",
            _ => "impact ends before it starts",
        };
        let apart = incident.times.difference(end.time, start.time);
        let finding = findings.at(end.path(milestone), message);
        finding.label(format!("{apart} earlier")).other(start.path(Milestone::ImpactStart), "impact starts here");
        finding.help(match on_the_day_of(incident, start.time, end.time) {
            Some(meant) => format!("did you mean `{meant}`? or else correct the time at which impact starts"),
            None => format!("move one of them, or correct its date; `{}` must come after", milestone.as_str()),
        });
        if level == Level::Warning {
            finding.only_warns();
        }
    }
}

/// The end on the day of the start, where that would mend it: the date was mistaken, or midnight was forgotten.
fn on_the_day_of(incident: &Incident, start: TimeId, end: TimeId) -> Option<String> {
    let Some(Written::Point(point)) = &incident.times.time(end).written else { return None };
    let When::Clock { clock, zone: None, .. } = point.when else { return None };
    let first = incident.times.time(start).earliest?.local;
    let meant = [first.date(), first.date().succ_opt()?].into_iter().find(|date| {
        let time = date.and_hms_opt(clock.hour.into(), clock.minute.into(), clock.second.unwrap_or(0).into());
        time.is_some_and(|time| time >= first)
    })?;
    Some(format!("{meant} {clock}"))
}

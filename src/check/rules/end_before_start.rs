//! The impact, a part of it or an entry ends before it starts.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::time::written::When;
use crate::model::time::{TimeId, Written};
use crate::model::words::{Milestone, Word};
use crate::model::{Endpoint, Incident};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    name: "end-before-start",
    level: Level::Error,
    summary: "an impact, a part of it or an entry that ends before it starts",
    why: "`impact_end`, `mitigated` and `resolved` cannot lie before `impact_start`, nor `to` before `from`, nor `until` \
          before `at`. Only what is certainly impossible is an error: two times that may be the same minute are fine, \
          and `about` makes it a warning. Mostly the day is missing after midnight (`to` takes the date of `from`, \
          `until` that of `at`), or two milestones are exchanged.",
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
    let mut seen = BTreeSet::new();
    milestones(incident, &mut seen, findings);
    segments(incident, &seen, findings);
    for (index, entry) in incident.timeline.iter().enumerate() {
        let Some(until) = entry.until else { continue };
        let places = [format!("timeline[{index}].at"), format!("timeline[{index}].until")];
        span(incident, [entry.at, until], places, findings);
    }
}

/// The ends of the impact as a whole; those that are told are put into `seen`.
fn milestones(incident: &Incident, seen: &mut BTreeSet<TimeId>, findings: &mut Findings) {
    let Some(start) = incident.milestones.get(&Milestone::ImpactStart) else { return };
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

/// The parts of the impact; what two milestones say has been told at them.
fn segments(incident: &Incident, told: &BTreeSet<TimeId>, findings: &mut Findings) {
    let segments = incident.impact.iter().flat_map(|impact| &impact.segments);
    for (index, segment) in segments.enumerate() {
        let time = |end: &Option<Endpoint>, usual| match end {
            Some(end) => incident.endpoint(end),
            None => incident.milestone(usual),
        };
        let (start, end) = (time(&segment.from, Milestone::ImpactStart), time(&segment.to, Milestone::ImpactEnd));
        let (Some(start), Some(end)) = (start, end) else { continue };
        if told.contains(&end) && incident.milestone(Milestone::ImpactStart) == Some(start) {
            continue;
        }
        let path = format!("impact.segments[{index}]");
        let place = |end: &Option<Endpoint>, key| if end.is_some() { format!("{path}.{key}") } else { path.clone() };
        span(incident, [start, end], [place(&segment.from, "from"), place(&segment.to, "to")], findings);
    }
}

/// What has a start and an end of its own, each at its path.
fn span(incident: &Incident, [start, end]: [TimeId; 2], [from, to]: [String; 2], findings: &mut Findings) {
    let Some(level) = incident.times.end_before_start(start, end) else { return };
    let apart = incident.times.difference(end, start);
    let finding = findings.at(to, "this ends before it starts");
    finding.label(format!("{apart} earlier")).other(from, "it starts here");
    finding.help(match on_the_day_of(incident, start, end) {
        Some(meant) if is_bare(incident, end) => format!("if midnight lies between, write `{meant}`"),
        Some(meant) => format!("did you mean `{meant}`? or else correct the start"),
        None => "move one of them, or correct its date".to_owned(),
    });
    if level == Level::Warning {
        finding.only_warns();
    }
}

/// Whether a time is a clock time that took its date from another.
fn is_bare(incident: &Incident, time: TimeId) -> bool {
    matches!(&incident.times.time(time).written, Some(Written::Point(point)) if point.is_bare_clock())
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

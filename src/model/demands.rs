//! What a record is asked for: completeness grows with the state of the incident and of the document.

use super::incident::{FIELDS, Incident};
use super::record::MAPS;
use super::words::{AccountOf, Milestone, Status, Word};
use crate::source::field::{Key, Stage};

/// How many entries a timeline needs once the incident is over: how it began, and how it ended.
const LEAST_ENTRIES: usize = 2;

/// What is asked of a record and not there.
#[derive(Clone, Debug, Default)]
pub struct Missing {
    /// Keys at its root.
    pub keys: Vec<&'static Key>,
    /// Milestones, wherever they might stand.
    pub milestones: Vec<&'static Key>,
    /// The timeline is there, and too short.
    pub short_timeline: bool,
}

impl Missing {
    /// What the record lacks for the status it says it has.
    #[must_use]
    pub fn for_status(incident: &Incident) -> Self {
        Self::of(incident, |key| asked_by_status(key, incident.status))
    }

    /// What the record lacks that is first asked for at a stage.
    #[must_use]
    pub fn at_stage(incident: &Incident, stage: Stage) -> Self {
        Self::of(incident, |key| key.from == Some(stage))
    }

    /// How many things are missing.
    #[must_use]
    pub fn count(&self) -> usize {
        self.keys.len() + self.milestones.len() + usize::from(self.short_timeline)
    }

    fn of(incident: &Incident, is_asked: impl Fn(&Key) -> bool) -> Self {
        let own = incident.account_of == AccountOf::Own;
        let is_asked = |key: &&'static Key| is_asked(key) && (own || !key.own);
        let is_stamp = |(path, _): &&(&str, _)| *path == "timestamps";
        let stamps = MAPS.iter().filter(is_stamp).flat_map(|(_, keys)| *keys);
        let is_there = |key: &&Key| Milestone::of(key.name).is_none_or(|milestone| has_milestone(incident, milestone));
        let is_short = |key: &Key| key.name == "timeline" && is_given(incident, key.name) && is_short(incident);
        Self {
            keys: FIELDS.iter().filter(is_asked).filter(|key| !is_given(incident, key.name)).collect(),
            milestones: stamps.filter(is_asked).filter(|key| !is_there(key)).collect(),
            short_timeline: FIELDS.iter().filter(is_asked).any(is_short),
        }
    }
}

fn asked_by_status(key: &Key, status: Status) -> bool {
    let stage = match status {
        Status::Triage => return matches!(key.name, "title" | "status"),
        Status::Cancelled | Status::FalsePositive => return matches!(key.name, "title" | "status" | "summary"),
        Status::Active => Stage::Active,
        Status::Mitigated => Stage::Mitigated,
        Status::Resolved | Status::NearMiss => Stage::Resolved,
    };
    // What did not happen has no impact, and nothing to mitigate.
    let is_of_impact = matches!(key.name, "impact" | "impact_start" | "mitigated" | "impact_end");
    key.from.is_some_and(|from| from <= stage) && !(status == Status::NearMiss && is_of_impact)
}

fn is_given(incident: &Incident, key: &str) -> bool {
    // A root cause alone is taken as one factor.
    let stands_in = key == "contributing_factors" && incident.given.contains("root_cause");
    incident.given.contains(key) || incident.is_unread(key) || stands_in
}

/// Whether a milestone is there, or may stand in what could not be read.
fn has_milestone(incident: &Incident, milestone: Milestone) -> bool {
    let is_hiding = |path: &String| {
        let rest = path.strip_prefix("timeline");
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(']') || rest.contains("].milestone"))
    };
    let stamp = format!("timestamps.{}", milestone.as_str());
    incident.milestones.contains_key(&milestone)
        || incident.given.contains(&stamp)
        || incident.is_unread("timestamps")
        || incident.unread.iter().any(is_hiding)
}

fn is_short(incident: &Incident) -> bool {
    incident.timeline.len() < LEAST_ENTRIES && !incident.unread.iter().any(|path| path.starts_with("timeline"))
}

//! What a record is asked for: completeness grows with the state of the incident and of the document.

use super::incident::{FIELDS, Incident};
use super::record::MAPS;
use super::sections::SECTION_KEYS;
use super::words::{AccountOf, Milestone, Review, Status, Word};
use crate::source::field::{Key, Stage};
use crate::source::is_markdown;

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

/// One thing that is asked of a record.
#[derive(Clone, Debug)]
pub struct Demand {
    /// Its declaration.
    pub key: &'static Key,
    /// Whether it is a milestone, which may stand on an entry, or else a key at the root.
    pub sort: Sort,
    /// The heading in the body that can give it too; in Markdown alone.
    pub heading: Option<&'static str>,
    /// What the record has of it.
    pub answer: Answer,
}

/// Where a thing that is asked for belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// At the root of the record.
    Key,
    /// On the entry that is it, or under `timestamps`.
    Milestone,
}

/// What a record has of something that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is given at the field of a path.
    Given(String),
    /// What stands at the field of a path could not be read; a fault is told of it.
    Unread(String),
    /// The timeline is given, and too short.
    Short,
    /// It is not there.
    Missing,
}

impl Demand {
    /// The key whose word asks for it: `status` or `review`.
    #[must_use]
    pub fn asked_by(&self) -> &'static str {
        if self.key.from == Some(Stage::Reviewed) { "review" } else { "status" }
    }

    /// What to write.
    #[must_use]
    pub fn advice(&self) -> String {
        let Key { name, example, .. } = self.key;
        match (self.sort, &self.answer) {
            (_, Answer::Short) => "say at least how it began and how it ended, in an entry each".to_owned(),
            (Sort::Key, _) => {
                let below = self.heading.map(|heading| format!(", or under `## {}`", capitalised(heading)));
                format!("such as `{name}: {example}`{}", below.unwrap_or_default())
            }
            (Sort::Milestone, _) => {
                format!("`{{{name}}}` at the end of the entry that is it, or `{name}: unknown` under `timestamps`")
            }
        }
    }
}

/// What the status of a record asks for.
#[must_use]
pub fn of_status(incident: &Incident) -> Vec<Demand> {
    demands(incident, |key| asked_by_status(key, incident.status))
}

/// What its review asks for: nothing before others have read it, nor of what did not become an incident.
#[must_use]
pub fn of_review(incident: &Incident) -> Vec<Demand> {
    let is_reviewed = matches!(incident.review, Review::Reviewed | Review::Published);
    let is_short = matches!(incident.status, Status::Triage | Status::Cancelled | Status::FalsePositive);
    demands(incident, |key| is_reviewed && !is_short && key.from == Some(Stage::Reviewed))
}

impl Missing {
    /// What the record lacks that is first asked for at a stage.
    #[must_use]
    pub fn at_stage(incident: &Incident, stage: Stage) -> Self {
        Self::of(demands(incident, |key| key.from == Some(stage)))
    }

    /// What is missing of all that is asked for.
    #[must_use]
    pub fn of(demands: Vec<Demand>) -> Self {
        let mut missing = Self::default();
        for Demand { key, sort, answer, .. } in demands {
            match (answer, sort) {
                (Answer::Given(_) | Answer::Unread(_), _) => {}
                (Answer::Short, _) => missing.short_timeline = true,
                (Answer::Missing, Sort::Key) => missing.keys.push(key),
                (Answer::Missing, Sort::Milestone) => missing.milestones.push(key),
            }
        }
        missing
    }

    /// How many things are missing.
    #[must_use]
    pub fn count(&self) -> usize {
        self.keys.len() + self.milestones.len() + usize::from(self.short_timeline)
    }
}

/// What is asked for of a record by those it happened to, or else of one compiled from sources.
fn demands(incident: &Incident, is_asked: impl Fn(&Key) -> bool) -> Vec<Demand> {
    let own = incident.account_of == AccountOf::Own;
    let is_asked = |key: &&'static Key| is_asked(key) && (own || !key.own);
    let keys = FIELDS.iter().filter(is_asked).map(|key| {
        let heading = heading(key.name).filter(|_| is_markdown(&incident.path));
        Demand { key, sort: Sort::Key, heading, answer: key_answer(incident, key.name) }
    });
    let stamps = MAPS.iter().filter(|(path, _)| *path == "timestamps").flat_map(|(_, keys)| *keys);
    let milestones = stamps.filter(is_asked).filter_map(|key| {
        let answer = milestone_answer(incident, Milestone::of(key.name)?);
        Some(Demand { key, sort: Sort::Milestone, heading: None, answer })
    });
    keys.chain(milestones).collect()
}

/// The first heading that opens a key, or a part of it.
fn heading(key: &str) -> Option<&'static str> {
    let is_part = |path: &str| path.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    SECTION_KEYS.iter().find(|section| is_part(section.path))?.headings.first().copied()
}

fn capitalised(heading: &str) -> String {
    let mut letters = heading.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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

fn key_answer(incident: &Incident, key: &str) -> Answer {
    // A root cause alone is taken as one factor.
    let stands_in = (key == "contributing_factors" && !incident.given.contains(key)).then_some("root_cause");
    let path = stands_in.filter(|root_cause| incident.given.contains(*root_cause)).unwrap_or(key);
    if incident.is_unread(path) {
        Answer::Unread(path.to_owned())
    } else if !incident.given.contains(path) {
        Answer::Missing
    } else if key == "timeline" && is_short(incident) {
        Answer::Short
    } else {
        Answer::Given(path.to_owned())
    }
}

/// Where a milestone is, or in what it may stand that could not be read.
fn milestone_answer(incident: &Incident, milestone: Milestone) -> Answer {
    let is_hiding = |path: &String| {
        let rest = path.strip_prefix("timeline");
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(']') || rest.contains("].milestone"))
    };
    let stamp = format!("timestamps.{}", milestone.as_str());
    if let Some(mark) = incident.milestones.get(&milestone) {
        Answer::Given(mark.path(milestone))
    } else if incident.given.contains(&stamp) || incident.is_unread("timestamps") {
        Answer::Unread(stamp)
    } else {
        incident.unread.iter().find(|path| is_hiding(path)).map_or(Answer::Missing, |path| Answer::Unread(path.clone()))
    }
}

fn is_short(incident: &Incident) -> bool {
    incident.timeline.len() < LEAST_ENTRIES && !incident.unread.iter().any(|path| path.starts_with("timeline"))
}

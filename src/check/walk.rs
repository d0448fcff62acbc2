//! Walks a record and says at which path everything stands that several rules look at: times, cited sources, texts.

use crate::model::time::TimeId;
use crate::model::words::Word;
use crate::model::{Claim, Endpoint, Factor, Impact, Incident, Lessons, Prose, Relation};
use std::fmt::Arguments;

/// A path, and what stands there.
pub(super) type At<T> = (String, T);

/// Every factor: the root cause, and those that contributed.
pub(super) fn factors(incident: &Incident) -> Vec<At<&Factor>> {
    let lists = [("root_cause", &incident.root_cause), ("contributing_factors", &incident.contributing_factors)];
    lists
        .into_iter()
        .flat_map(|(name, list)| list.iter().enumerate().map(move |(i, f)| (format!("{name}[{i}]"), f)))
        .collect()
}

/// Every key of a source that a record cites and that is `wanted`: in `sources`, and as a key of `reports`.
pub(super) fn citations(incident: &Incident, wanted: impl FnMut(&str) -> bool) -> Vec<At<&str>> {
    let mut found = Citations { wanted, found: Vec::new() };
    let prose = [("summary", &incident.summary), ("trigger", &incident.trigger), ("resolution", &incident.resolution)];
    for (path, prose) in prose {
        found.list(format_args!("{path}"), prose.as_ref().map_or(&[], |prose| &prose.sources));
    }
    for (path, lesson) in lessons(&incident.lessons) {
        found.list(format_args!("{path}"), &lesson.sources);
    }
    found.claim(format_args!("severity"), incident.severity.as_ref());
    found.claim(format_args!("kind"), incident.kind.as_ref());
    for (milestone, mark) in &incident.milestones {
        found.list(format_args!("timestamps.{}", milestone.as_str()), &mark.sources);
    }
    found.times(incident);
    if let Some(detection) = &incident.detection {
        found.list(format_args!("detection"), &detection.sources);
        found.claim(format_args!("detection.method"), detection.method.as_ref());
    }
    for actor in &incident.actors {
        found.list(format_args!("actors.{}", actor.id), &actor.sources);
        found.claim(format_args!("actors.{}.kind", actor.id), actor.kind.as_ref());
    }
    for (i, action) in incident.actions.iter().enumerate() {
        found.list(format_args!("actions[{i}]"), &action.sources);
        found.claim(format_args!("actions[{i}].category"), action.category.as_ref());
        for (key, claim) in [("variety", &action.variety), ("vector", &action.vector), ("intent", &action.intent)] {
            found.claim(format_args!("actions[{i}].{key}"), claim.as_ref());
        }
    }
    for account in &incident.accounts {
        found.list(format_args!("affected.accounts.{}", account.id), &account.sources);
        found.claim(format_args!("affected.accounts.{}.followers", account.id), account.followers.as_ref());
    }
    incident.impact.iter().for_each(|impact| found.impact(impact));
    for (i, entry) in incident.timeline.iter().enumerate() {
        found.list(format_args!("timeline[{i}]"), &entry.sources);
        found.claim(format_args!("timeline[{i}].kind"), entry.kind.as_ref());
        found.claim(format_args!("timeline[{i}].impact"), entry.impact.as_ref());
    }
    for (path, factor) in factors(incident) {
        found.list(format_args!("{path}"), &factor.sources);
        found.claim(format_args!("{path}.category"), factor.category.as_ref());
    }
    for (i, item) in incident.remediation.iter().flat_map(|r| &r.items).enumerate() {
        found.list(format_args!("remediation[{i}]"), &item.sources);
        found.claim(format_args!("remediation[{i}].kind"), item.kind.as_ref());
    }
    for (i, correction) in incident.corrections.iter().enumerate() {
        found.list(format_args!("corrections[{i}]"), &correction.sources);
    }
    found.found
}

/// The citations that are wanted; a path is written only for one of them.
struct Citations<'a, W> {
    wanted: W,
    found: Vec<At<&'a str>>,
}

impl<'a, W: FnMut(&str) -> bool> Citations<'a, W> {
    /// The `sources` of the map at a path.
    fn list(&mut self, path: Arguments<'_>, keys: &'a [String]) {
        for (i, key) in keys.iter().enumerate() {
            self.put(format_args!("{path}.sources[{i}]"), key);
        }
    }

    fn claim<T>(&mut self, path: Arguments<'_>, claim: Option<&'a Claim<T>>) {
        let Some(claim) = claim else { return };
        self.list(path, &claim.sources);
        for (key, _) in &claim.reports {
            self.put(format_args!("{path}.reports.{key}"), key);
        }
    }

    fn put(&mut self, path: Arguments<'_>, key: &'a str) {
        if (self.wanted)(key) {
            self.found.push((path.to_string(), key));
        }
    }

    fn impact(&mut self, impact: &'a Impact) {
        self.list(format_args!("impact"), &impact.sources);
        self.claim(format_args!("impact.stated_duration"), impact.stated_duration.as_ref());
        for (i, segment) in impact.segments.iter().enumerate() {
            self.list(format_args!("impact.segments[{i}]"), &segment.sources);
            self.claim(format_args!("impact.segments[{i}].level"), segment.level.as_ref());
            self.claim(format_args!("impact.segments[{i}].accounts"), segment.accounts.as_ref());
        }
        for (i, measure) in impact.measures.iter().enumerate() {
            self.list(format_args!("impact.measures[{i}]"), &measure.sources);
            self.claim(format_args!("impact.measures[{i}].value"), measure.value.as_ref());
        }
    }

    /// What sources report of every time that a record gives.
    fn times(&mut self, incident: &'a Incident) {
        let mut put = |path: Arguments<'_>, time: Option<TimeId>| {
            for report in time.iter().flat_map(|time| &incident.times.time(*time).reports) {
                self.put(format_args!("{path}.reports.{}", report.source), &report.source);
            }
        };
        for (milestone, mark) in incident.milestones.iter().filter(|(_, mark)| mark.entry.is_none()) {
            put(format_args!("timestamps.{}", milestone.as_str()), Some(mark.time));
        }
        for (i, entry) in incident.timeline.iter().enumerate() {
            put(format_args!("timeline[{i}].at"), Some(entry.at));
            put(format_args!("timeline[{i}].until"), entry.until);
            put(format_args!("timeline[{i}].known_at"), entry.known_at);
        }
        for (path, factor) in factors(incident) {
            put(format_args!("{path}.latent_since"), factor.latent_since);
        }
        for (i, item) in incident.remediation.iter().flat_map(|r| &r.items).enumerate() {
            put(format_args!("remediation[{i}].due"), item.due);
            put(format_args!("remediation[{i}].done_at"), item.done_at);
        }
        for source in &incident.sources {
            put(format_args!("sources.{}.published", source.key), source.published);
            put(format_args!("sources.{}.accessed", source.key), source.accessed);
        }
        for (i, correction) in incident.corrections.iter().enumerate() {
            put(format_args!("corrections[{i}].at"), correction.at);
        }
        let impact = incident.impact.as_ref();
        for (i, segment) in impact.into_iter().flat_map(|impact| &impact.segments).enumerate() {
            for (key, end) in [("from", &segment.from), ("to", &segment.to)] {
                if let Some(Endpoint::Time(time)) = end {
                    put(format_args!("impact.segments[{i}].{key}"), Some(*time));
                }
            }
        }
        for (i, measure) in impact.into_iter().flat_map(|impact| &impact.measures).enumerate() {
            put(format_args!("impact.measures[{i}].as_of"), measure.as_of);
        }
    }
}

/// Every lesson, of whatever sort.
pub(super) fn lessons(lessons: &Lessons) -> impl Iterator<Item = At<&Prose>> {
    let Lessons { went_well, went_wrong, lucky, surprised_by } = lessons;
    let sorts =
        [("went_well", went_well), ("went_wrong", went_wrong), ("lucky", lucky), ("surprised_by", surprised_by)];
    sorts.into_iter().flat_map(|(sort, list)| {
        list.iter().enumerate().map(move |(i, lesson)| (format!("lessons.{sort}[{i}]"), lesson))
    })
}

/// Every `audience` that a record names.
pub(super) fn audiences(incident: &Incident) -> Vec<At<&str>> {
    let items = incident.remediation.iter().flat_map(|remediation| &remediation.items);
    let entries = incident.timeline.iter().enumerate().map(|(i, e)| (format!("timeline[{i}]."), &e.audience));
    let factors = factors(incident).into_iter().map(|(path, factor)| (path + ".", &factor.audience));
    let items = items.enumerate().map(|(i, item)| (format!("remediation[{i}]."), &item.audience));
    let sources = incident.sources.iter().map(|source| (format!("sources.{}.", source.key), &source.audience));
    let all =
        [(String::new(), &incident.audience)].into_iter().chain(entries).chain(factors).chain(items).chain(sources);
    all.filter_map(|(path, audience)| Some((path + "audience", audience.as_deref()?))).collect()
}

/// Every tie to another incident, with its path.
pub(super) fn relations(relations: &[Relation]) -> Vec<At<&Relation>> {
    let mut found: Vec<At<&Relation>> = Vec::new();
    for (index, relation) in relations.iter().enumerate() {
        let before = relations[..index].iter().filter(|other| other.kind == relation.kind).count();
        found.push((format!("relations.{}[{before}]", relation.kind.as_str()), relation));
    }
    found
}

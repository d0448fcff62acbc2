//! Walks a record and says at which path everything stands that several rules look at: times, cited sources, texts.

use crate::model::time::TimeId;
use crate::model::words::Word;
use crate::model::{Claim, Endpoint, Factor, Impact, Incident, Lessons, Prose, Relation};

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

/// Every time that a record gives.
pub(super) fn times(incident: &Incident) -> Vec<At<TimeId>> {
    let mut found = Vec::new();
    let mut put = |path: String, time: Option<TimeId>| found.extend(time.map(|time| (path, time)));
    for (milestone, mark) in incident.milestones.iter().filter(|(_, mark)| mark.entry.is_none()) {
        put(format!("timestamps.{}", milestone.as_str()), Some(mark.time));
    }
    for (i, entry) in incident.timeline.iter().enumerate() {
        put(format!("timeline[{i}].at"), Some(entry.at));
        put(format!("timeline[{i}].until"), entry.until);
        put(format!("timeline[{i}].known_at"), entry.known_at);
    }
    for (path, factor) in factors(incident) {
        put(format!("{path}.latent_since"), factor.latent_since);
    }
    for (i, item) in incident.remediation.iter().flat_map(|r| &r.items).enumerate() {
        put(format!("remediation[{i}].due"), item.due);
        put(format!("remediation[{i}].done_at"), item.done_at);
    }
    for source in &incident.sources {
        put(format!("sources.{}.published", source.key), source.published);
        put(format!("sources.{}.accessed", source.key), source.accessed);
    }
    for (i, correction) in incident.corrections.iter().enumerate() {
        put(format!("corrections[{i}].at"), correction.at);
    }
    let impact = incident.impact.as_ref();
    for (i, segment) in impact.into_iter().flat_map(|impact| &impact.segments).enumerate() {
        for (key, end) in [("from", &segment.from), ("to", &segment.to)] {
            if let Some(Endpoint::Time(time)) = end {
                put(format!("impact.segments[{i}].{key}"), Some(*time));
            }
        }
    }
    for (i, measure) in impact.into_iter().flat_map(|impact| &impact.measures).enumerate() {
        put(format!("impact.measures[{i}].as_of"), measure.as_of);
    }
    found
}

/// Every key of a source that a record cites: in `sources`, and as a key of `reports`.
pub(super) fn citations(incident: &Incident) -> Vec<At<&str>> {
    let mut found = Citations(Vec::new());
    let prose = [("summary", &incident.summary), ("trigger", &incident.trigger), ("resolution", &incident.resolution)];
    for (path, prose) in prose {
        found.list(path, prose.as_ref().map_or(&[], |prose| &prose.sources));
    }
    for (path, lesson) in lessons(&incident.lessons) {
        found.list(&path, &lesson.sources);
    }
    found.claim("severity", incident.severity.as_ref());
    found.claim("kind", incident.kind.as_ref());
    for (milestone, mark) in &incident.milestones {
        found.list(&format!("timestamps.{}", milestone.as_str()), &mark.sources);
    }
    for (path, time) in times(incident) {
        let reports = incident.times.time(time).reports.iter();
        found.0.extend(reports.map(|report| (format!("{path}.reports.{}", report.source), report.source.as_str())));
    }
    if let Some(detection) = &incident.detection {
        found.list("detection", &detection.sources);
        found.claim("detection.method", detection.method.as_ref());
    }
    for actor in &incident.actors {
        let path = format!("actors.{}", actor.id);
        found.list(&path, &actor.sources);
        found.claim(&format!("{path}.kind"), actor.kind.as_ref());
    }
    for (i, action) in incident.actions.iter().enumerate() {
        let path = format!("actions[{i}]");
        found.list(&path, &action.sources);
        found.claim(&format!("{path}.category"), action.category.as_ref());
        for (key, claim) in [("variety", &action.variety), ("vector", &action.vector), ("intent", &action.intent)] {
            found.claim(&format!("{path}.{key}"), claim.as_ref());
        }
    }
    for account in &incident.accounts {
        let path = format!("affected.accounts.{}", account.id);
        found.list(&path, &account.sources);
        found.claim(&format!("{path}.followers"), account.followers.as_ref());
    }
    incident.impact.iter().for_each(|impact| found.impact(impact));
    for (i, entry) in incident.timeline.iter().enumerate() {
        let path = format!("timeline[{i}]");
        found.list(&path, &entry.sources);
        found.claim(&format!("{path}.kind"), entry.kind.as_ref());
        found.claim(&format!("{path}.impact"), entry.impact.as_ref());
    }
    for (path, factor) in factors(incident) {
        found.list(&path, &factor.sources);
        found.claim(&format!("{path}.category"), factor.category.as_ref());
    }
    for (i, item) in incident.remediation.iter().flat_map(|r| &r.items).enumerate() {
        let path = format!("remediation[{i}]");
        found.list(&path, &item.sources);
        found.claim(&format!("{path}.kind"), item.kind.as_ref());
    }
    for (i, correction) in incident.corrections.iter().enumerate() {
        found.list(&format!("corrections[{i}]"), &correction.sources);
    }
    found.0
}

struct Citations<'a>(Vec<At<&'a str>>);

impl<'a> Citations<'a> {
    /// The `sources` of the map at a path.
    fn list(&mut self, path: &str, keys: &'a [String]) {
        self.0.extend(keys.iter().enumerate().map(|(i, key)| (format!("{path}.sources[{i}]"), key.as_str())));
    }

    fn claim<T>(&mut self, path: &str, claim: Option<&'a Claim<T>>) {
        let Some(claim) = claim else { return };
        self.list(path, &claim.sources);
        self.0.extend(claim.reports.iter().map(|(key, _)| (format!("{path}.reports.{key}"), key.as_str())));
    }

    fn impact(&mut self, impact: &'a Impact) {
        self.list("impact", &impact.sources);
        self.claim("impact.stated_duration", impact.stated_duration.as_ref());
        for (i, segment) in impact.segments.iter().enumerate() {
            let path = format!("impact.segments[{i}]");
            self.list(&path, &segment.sources);
            self.claim(&format!("{path}.level"), segment.level.as_ref());
            self.claim(&format!("{path}.accounts"), segment.accounts.as_ref());
        }
        for (i, measure) in impact.measures.iter().enumerate() {
            let path = format!("impact.measures[{i}]");
            self.list(&path, &measure.sources);
            self.claim(&format!("{path}.value"), measure.value.as_ref());
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
pub(super) fn relations(incident: &Incident) -> Vec<At<&Relation>> {
    let mut found: Vec<At<&Relation>> = Vec::new();
    for (index, relation) in incident.relations.iter().enumerate() {
        let before = incident.relations[..index].iter().filter(|other| other.kind == relation.kind).count();
        found.push((format!("relations.{}[{before}]", relation.kind.as_str()), relation));
    }
    found
}

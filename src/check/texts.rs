//! Every text of a record that readers may come to see, with its path: where a name that is withheld must not stand.

use super::walk::{At, factors, lessons};
use crate::model::{Claim, Impact, Incident, Prose};

/// Every text that pages show, and every word that becomes part of an address; the address itself is no text.
pub(super) fn texts(incident: &Incident) -> Vec<At<&str>> {
    let mut found = Texts(Vec::new());
    found.some("title", Some(&incident.title));
    found.some("withdrawn_reason", incident.withdrawn_reason.as_ref());
    found.prose("summary", incident.summary.as_ref());
    found.claim("kind", incident.kind.as_ref());
    if let Some(detection) = &incident.detection {
        found.some("detection.by", detection.by.as_ref());
        found.some("detection.note", detection.note.as_ref());
    }
    for actor in &incident.actors {
        found.some(&format!("actors.{}.role", actor.id), actor.role.as_ref());
        found.some(&format!("actors.{}.employment_event", actor.id), actor.employment_event.as_ref());
    }
    for (i, action) in incident.actions.iter().enumerate() {
        found.claim(&format!("actions[{i}].variety"), action.variety.as_ref());
        found.claim(&format!("actions[{i}].vector"), action.vector.as_ref());
        found.some(&format!("actions[{i}].target"), action.target.as_ref());
        found.claim(&format!("actions[{i}].intent"), action.intent.as_ref());
    }
    for account in &incident.accounts {
        found.some(&format!("affected.accounts.{}.handle", account.id), account.handle.as_ref());
        found.some(&format!("affected.accounts.{}.platform", account.id), account.platform.as_ref());
    }
    incident.impact.iter().for_each(|impact| found.impact(impact));
    for (i, entry) in incident.timeline.iter().enumerate() {
        found.some(&format!("timeline[{i}].text"), Some(&entry.text));
    }
    found.prose("trigger", incident.trigger.as_ref());
    for (path, factor) in factors(incident) {
        found.some(&format!("{path}.statement"), Some(&factor.statement));
        found.some(&format!("{path}.evidence"), factor.evidence.as_ref());
    }
    found.prose("resolution", incident.resolution.as_ref());
    for (path, lesson) in lessons(&incident.lessons) {
        found.prose(&path, Some(lesson));
    }
    for (i, item) in incident.remediation.iter().flat_map(|r| &r.items).enumerate() {
        found.some(&format!("remediation[{i}].title"), Some(&item.title));
        found.some(&format!("remediation[{i}].owner"), item.owner.as_ref());
        found.some(&format!("remediation[{i}].reason"), item.reason.as_ref());
        found.list(&format!("remediation[{i}].factors"), &item.factors);
    }
    found.some("remediation_reason", incident.remediation_reason.as_ref());
    for responder in &incident.responders {
        found.list(&format!("responders.{}", responder.role), &responder.who);
    }
    for source in &incident.sources {
        let path = format!("sources.{}", source.key);
        found.some(&format!("{path}.title"), source.title.as_ref());
        found.some(&format!("{path}.publisher"), source.publisher.as_ref());
        // An address is left out of an edition that may not show it; other words are not.
        found.some(&format!("{path}.via"), source.via.as_ref().filter(|via| !via.contains("://")));
    }
    for (i, correction) in incident.corrections.iter().enumerate() {
        found.some(&format!("corrections[{i}].what"), Some(&correction.what));
        found.some(&format!("corrections[{i}].why"), correction.why.as_ref());
    }
    found.some("body", Some(&incident.body));
    found.0
}

/// Every word of a record that becomes part of an address or an anchor, in lower case as they are.
pub(super) fn words(incident: &Incident) -> Vec<At<&str>> {
    let mut found = vec![(String::new(), incident.id.as_str())];
    found.extend(list("aliases", &incident.aliases));
    found.extend(list("tags", &incident.tags));
    found.extend(list("affected.components", &incident.components));
    found.extend(incident.actors.iter().map(|actor| (format!("actors.{}", actor.id), actor.id.as_str())));
    found.extend(incident.accounts.iter().map(|a| (format!("affected.accounts.{}", a.id), a.id.as_str())));
    found.extend(incident.sources.iter().map(|source| (format!("sources.{}", source.key), source.key.as_str())));
    found.extend(incident.responders.iter().map(|r| (format!("responders.{}", r.role), r.role.as_str())));
    let items = incident.remediation.iter().flat_map(|r| &r.items).enumerate();
    found.extend(items.filter_map(|(i, item)| Some((format!("remediation[{i}].id"), item.id.as_deref()?))));
    let entries = incident.timeline.iter().enumerate();
    found.extend(entries.filter_map(|(i, entry)| Some((format!("timeline[{i}].id"), entry.id.as_deref()?))));
    found
}

fn list<'a>(path: &'static str, words: &'a [String]) -> impl Iterator<Item = At<&'a str>> {
    words.iter().enumerate().map(move |(i, word)| (format!("{path}[{i}]"), word.as_str()))
}

struct Texts<'a>(Vec<At<&'a str>>);

impl<'a> Texts<'a> {
    fn some(&mut self, path: &str, text: Option<&'a String>) {
        self.0.extend(text.map(|text| (path.to_owned(), text.as_str())));
    }

    fn prose(&mut self, path: &str, prose: Option<&'a Prose>) {
        self.0.extend(prose.map(|prose| (format!("{path}.text"), prose.text.as_str())));
    }

    fn list(&mut self, path: &str, texts: &'a [String]) {
        self.0.extend(texts.iter().enumerate().map(|(i, text)| (format!("{path}[{i}]"), text.as_str())));
    }

    fn claim(&mut self, path: &str, claim: Option<&'a Claim<String>>) {
        let Some(claim) = claim else { return };
        let value = if claim.reports.is_empty() { path.to_owned() } else { format!("{path}.value") };
        self.some(&value, claim.value.as_ref());
        self.0.extend(claim.reports.iter().map(|(key, text)| (format!("{path}.reports.{key}"), text.as_str())));
    }

    fn impact(&mut self, impact: &'a Impact) {
        self.some("impact.description", impact.description.as_ref());
        if let Some(curve) = &impact.curve {
            self.some("impact.curve.of", curve.of.as_ref());
            self.some("impact.curve.unit", curve.unit.as_ref());
        }
        for (i, segment) in impact.segments.iter().enumerate() {
            self.some(&format!("impact.segments[{i}].population"), segment.population.as_ref());
        }
        for (i, measure) in impact.measures.iter().enumerate() {
            self.some(&format!("impact.measures[{i}].name"), Some(&measure.name));
            self.some(&format!("impact.measures[{i}].unit"), measure.unit.as_ref());
        }
    }
}

//! The keys of a record in the order in which documentation shows them.

use super::Form;
use super::times::Day;
use crate::model::time::TimeId;
use crate::model::words::{Milestone, Word};
use crate::model::{Incident, Mark, Prose};
use serde_json::{Map, Value, json};

/// A record on its way out.
pub(super) struct Record<'a> {
    pub(super) incident: &'a Incident,
    pub(super) form: Form,
    /// The day that a bare clock time would take here.
    pub(super) day: Day,
}

/// Adds a key, unless there is nothing to say.
pub(super) fn put(map: &mut Map<String, Value>, key: &str, value: impl Into<Value>) {
    let value = value.into();
    let is_nothing = match &value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    if !is_nothing {
        map.insert(key.to_owned(), value);
    }
}

impl<'a> Record<'a> {
    pub(super) fn new(incident: &'a Incident, form: Form) -> Self {
        Self { incident, form, day: Day::default() }
    }

    /// Every key that the record gives.
    pub(super) fn map(&mut self) -> Map<String, Value> {
        let incident = self.incident;
        let mut map = Map::new();
        put(&mut map, "minutebook", 1);
        put(&mut map, "id", incident.id.as_str());
        put(&mut map, "aliases", incident.aliases.clone());
        put(&mut map, "title", incident.title.as_str());
        put(&mut map, "status", incident.status.as_str());
        put(&mut map, "review", incident.review.as_str());
        put(&mut map, "withdrawn_reason", incident.withdrawn_reason.clone());
        put(&mut map, "account_of", incident.account_of.as_str());
        put(&mut map, "severity", self.claim(incident.severity.as_ref()));
        put(&mut map, "kind", self.claim(incident.kind.as_ref()));
        put(&mut map, "tags", incident.tags.clone());
        put(&mut map, "timezone", incident.timezone.name());
        put(&mut map, "summary", prose(incident.summary.as_ref()));
        put(&mut map, "timestamps", self.timestamps());
        put(&mut map, "detection", self.detection());
        put(&mut map, "actors", self.actors());
        put(&mut map, "actions", self.actions());
        put(&mut map, "affected", self.affected());
        let impact = self.impact();
        put(&mut map, "impact", impact);
        let timeline: Vec<Value> = incident.timeline.iter().map(|entry| self.entry(entry)).collect();
        put(&mut map, "timeline", timeline);
        put(&mut map, "trigger", prose(incident.trigger.as_ref()));
        put(&mut map, "root_cause", self.root_cause());
        put(&mut map, "contributing_factors", self.factors(&incident.contributing_factors));
        put(&mut map, "resolution", prose(incident.resolution.as_ref()));
        put(&mut map, "lessons", self.lessons());
        put(&mut map, "remediation", self.remediation());
        put(&mut map, "remediation_reason", incident.remediation_reason.clone());
        put(&mut map, "responders", self.responders());
        put(&mut map, "relations", self.relations());
        put(&mut map, "sources", self.sources());
        put(&mut map, "corrections", self.corrections());
        put(&mut map, "audience", incident.audience.clone());
        put(&mut map, "body", incident.body.as_str());
        map
    }

    /// Every milestone, wherever it stands, with the index of the entry that it is.
    pub(super) fn milestones(&self) -> Value {
        let mut map = Map::new();
        for (milestone, mark) in &self.incident.milestones {
            let mut time = Map::new();
            put(&mut time, "entry", mark.entry);
            time.extend(self.resolved(mark.time));
            map.insert(milestone.as_str().to_owned(), Value::Object(time));
        }
        Value::Object(map)
    }

    /// The milestones that no entry is.
    fn timestamps(&mut self) -> Value {
        let mut map = Map::new();
        for (milestone, mark) in &self.incident.milestones {
            if let Mark { time, entry: None, sources } = mark {
                put(&mut map, milestone.as_str(), self.cited_time(*time, sources));
            }
        }
        let start = self.incident.milestones.get(&Milestone::ImpactStart);
        if let Some(Mark { time, entry: None, .. }) = start {
            self.follow_day(*time);
        }
        Value::Object(map)
    }

    /// A time and the sources that it was given with.
    fn cited_time(&self, time: TimeId, sources: &[String]) -> Value {
        match (self.time(time), sources) {
            (value, []) => value,
            (Value::Object(mut map), _) => {
                map.insert("sources".to_owned(), json!(sources));
                Value::Object(map)
            }
            (value, _) => json!({"value": value, "sources": sources}),
        }
    }
}

/// Text, with its sources where it has any.
pub(super) fn prose(prose: Option<&Prose>) -> Value {
    match prose {
        None => Value::Null,
        Some(Prose { text, sources }) if sources.is_empty() => json!(text),
        Some(Prose { text, sources }) => json!({"text": text, "sources": sources}),
    }
}

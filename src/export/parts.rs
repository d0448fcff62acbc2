//! The parts of a record, each as the map that reads back as it.

use super::record::{Record, prose, put};
use super::times::{Day, first_date};
use crate::model::words::{Publish, Word};
use crate::model::{Endpoint, Entry, Factor, Item, Prose, Segment};
use serde_json::{Map, Value, json};

impl Record<'_> {
    pub(super) fn detection(&self) -> Value {
        let mut map = Map::new();
        if let Some(detection) = &self.incident.detection {
            put(&mut map, "method", self.claim(detection.method.as_ref()));
            put(&mut map, "by", detection.by.clone());
            put(&mut map, "note", detection.note.clone());
            put(&mut map, "sources", detection.sources.clone());
        }
        Value::Object(map)
    }

    pub(super) fn actors(&self) -> Value {
        let actors = self.incident.actors.iter().map(|actor| {
            let mut map = Map::new();
            put(&mut map, "role", actor.role.clone());
            put(&mut map, "kind", self.claim(actor.kind.as_ref()));
            put(&mut map, "name", actor.name.clone());
            put(&mut map, "employment_event", actor.employment_event.clone());
            if actor.publish != Publish::default() {
                put(&mut map, "publish", actor.publish.as_str());
            }
            put(&mut map, "sources", actor.sources.clone());
            (actor.id.clone(), Value::Object(map))
        });
        Value::Object(actors.collect())
    }

    pub(super) fn actions(&self) -> Vec<Value> {
        let actions = self.incident.actions.iter().map(|action| {
            let mut map = Map::new();
            put(&mut map, "actor", action.actor.clone());
            put(&mut map, "category", self.claim(action.category.as_ref()));
            put(&mut map, "variety", self.claim(action.variety.as_ref()));
            put(&mut map, "vector", self.claim(action.vector.as_ref()));
            put(&mut map, "target", action.target.clone());
            put(&mut map, "intent", self.claim(action.intent.as_ref()));
            put(&mut map, "sources", action.sources.clone());
            Value::Object(map)
        });
        actions.collect()
    }

    pub(super) fn affected(&self) -> Value {
        let accounts = self.incident.accounts.iter().map(|account| {
            let mut map = Map::new();
            put(&mut map, "handle", account.handle.clone());
            put(&mut map, "platform", account.platform.clone());
            put(&mut map, "followers", self.claim(account.followers.as_ref()));
            put(&mut map, "sources", account.sources.clone());
            (account.id.clone(), Value::Object(map))
        });
        let mut map = Map::new();
        put(&mut map, "accounts", accounts.collect::<Map<_, _>>());
        put(&mut map, "components", self.incident.components.clone());
        Value::Object(map)
    }

    pub(super) fn impact(&self) -> Value {
        let mut map = Map::new();
        let Some(impact) = &self.incident.impact else { return Value::Null };
        put(&mut map, "description", impact.description.clone());
        put(&mut map, "stated_duration", self.claim(impact.stated_duration.as_ref()));
        put(&mut map, "segments", impact.segments.iter().map(|s| self.segment(s)).collect::<Vec<_>>());
        if let Some(curve) = &impact.curve {
            let mut of = Map::new();
            put(&mut of, "of", curve.of.clone());
            put(&mut of, "unit", curve.unit.clone());
            put(&mut map, "curve", of);
        }
        let measures = impact.measures.iter().map(|measure| {
            let mut map = Map::new();
            put(&mut map, "name", measure.name.as_str());
            put(&mut map, "value", self.claim(measure.value.as_ref()));
            put(&mut map, "unit", measure.unit.clone());
            put(&mut map, "as_of", self.optional_time(measure.as_of));
            put(&mut map, "sources", measure.sources.clone());
            Value::Object(map)
        });
        put(&mut map, "measures", measures.collect::<Vec<_>>());
        put(&mut map, "sources", impact.sources.clone());
        Value::Object(map)
    }

    fn segment(&self, segment: &Segment) -> Value {
        let mut map = Map::new();
        let from = segment.from.as_ref().and_then(|from| self.incident.endpoint(from));
        let day = Day(from.and_then(|from| first_date(self.incident.times.time(from))));
        put(&mut map, "from", self.endpoint(segment.from.as_ref(), day));
        put(&mut map, "to", self.endpoint(segment.to.as_ref(), day));
        put(&mut map, "affects", segment.affects.clone());
        put(&mut map, "level", self.claim(segment.level.as_ref()));
        put(&mut map, "accounts", self.claim(segment.accounts.as_ref()));
        put(&mut map, "population", segment.population.clone());
        put(&mut map, "sources", segment.sources.clone());
        Value::Object(map)
    }

    fn endpoint(&self, endpoint: Option<&Endpoint>, day: Day) -> Value {
        match endpoint {
            None => Value::Null,
            Some(Endpoint::Name(name)) => json!(name),
            Some(Endpoint::Time(time)) => self.time_on(*time, day),
        }
    }

    pub(super) fn entry(&mut self, entry: &Entry) -> Value {
        let mut map = Map::new();
        put(&mut map, "id", entry.id.clone());
        put(&mut map, "at", self.time(entry.at));
        self.follow_day(entry.at);
        put(&mut map, "until", self.optional_time(entry.until));
        put(&mut map, "text", entry.text.as_str());
        put(&mut map, "actor", entry.actor.clone());
        put(&mut map, "kind", self.claim(entry.kind.as_ref()));
        put(&mut map, "milestone", entry.milestones.iter().map(|m| json!(m.as_str())).collect::<Vec<_>>());
        put(&mut map, "component", entry.component.clone());
        put(&mut map, "impact", self.claim(entry.impact.as_ref()));
        put(&mut map, "sources", entry.sources.clone());
        put(&mut map, "post", entry.post.clone());
        put(&mut map, "known_at", self.optional_time(entry.known_at));
        put(&mut map, "causes", entry.causes.clone());
        if entry.key {
            put(&mut map, "key", true);
        }
        put(&mut map, "audience", entry.audience.clone());
        Value::Object(map)
    }

    /// A root cause that is words alone is no list.
    pub(super) fn root_cause(&self) -> Value {
        match self.incident.root_cause.as_slice() {
            [Factor { statement, sources, category: None, evidence: None, latent_since: None, audience: None }] => {
                prose(Some(&Prose { text: statement.clone(), sources: sources.clone() }))
            }
            factors => self.factors(factors).into(),
        }
    }

    pub(super) fn factors(&self, factors: &[Factor]) -> Vec<Value> {
        let factors = factors.iter().map(|factor| {
            let mut map = Map::new();
            put(&mut map, "statement", factor.statement.as_str());
            put(&mut map, "category", self.claim(factor.category.as_ref()));
            put(&mut map, "evidence", factor.evidence.clone());
            put(&mut map, "latent_since", self.optional_time(factor.latent_since));
            put(&mut map, "sources", factor.sources.clone());
            put(&mut map, "audience", factor.audience.clone());
            Value::Object(map)
        });
        factors.collect()
    }

    pub(super) fn lessons(&self) -> Value {
        let lessons = &self.incident.lessons;
        let list = |lessons: &[Prose]| lessons.iter().map(|lesson| prose(Some(lesson))).collect::<Vec<_>>();
        let mut map = Map::new();
        put(&mut map, "went_well", list(&lessons.went_well));
        put(&mut map, "went_wrong", list(&lessons.went_wrong));
        put(&mut map, "lucky", list(&lessons.lucky));
        put(&mut map, "surprised_by", list(&lessons.surprised_by));
        Value::Object(map)
    }

    pub(super) fn remediation(&self) -> Value {
        match &self.incident.remediation {
            None => Value::Null,
            Some(remediation) if remediation.is_none => json!("none"),
            Some(remediation) => remediation.items.iter().map(|item| self.item(item)).collect(),
        }
    }

    fn item(&self, item: &Item) -> Value {
        let mut map = Map::new();
        put(&mut map, "id", item.id.clone());
        put(&mut map, "title", item.title.as_str());
        put(&mut map, "kind", self.claim(item.kind.as_ref()));
        put(&mut map, "owner", item.owner.clone());
        put(&mut map, "due", self.optional_time(item.due));
        put(&mut map, "status", item.status.as_str());
        put(&mut map, "done_at", self.optional_time(item.done_at));
        put(&mut map, "link", item.link.clone());
        put(&mut map, "reason", item.reason.clone());
        put(&mut map, "factors", item.factors.clone());
        put(&mut map, "sources", item.sources.clone());
        put(&mut map, "audience", item.audience.clone());
        Value::Object(map)
    }

    pub(super) fn responders(&self) -> Value {
        let responders = self.incident.responders.iter().filter(|responder| !responder.who.is_empty());
        Value::Object(responders.map(|responder| (responder.role.clone(), json!(responder.who))).collect())
    }

    pub(super) fn relations(&self) -> Value {
        let mut map: Map<String, Value> = Map::new();
        for relation in &self.incident.relations {
            let ids = map.entry(relation.kind.as_str()).or_insert_with(|| json!([]));
            ids.as_array_mut().expect("relations are lists").push(json!(relation.id));
        }
        Value::Object(map)
    }

    pub(super) fn sources(&self) -> Value {
        let sources = self.incident.sources.iter().map(|source| {
            let mut map = Map::new();
            put(&mut map, "title", source.title.clone());
            put(&mut map, "publisher", source.publisher.clone());
            put(&mut map, "url", source.url.clone());
            put(&mut map, "via", source.via.clone());
            put(&mut map, "archived", source.archived.clone());
            put(&mut map, "published", self.optional_time(source.published));
            put(&mut map, "accessed", self.optional_time(source.accessed));
            put(&mut map, "audience", source.audience.clone());
            (source.key.clone(), Value::Object(map))
        });
        Value::Object(sources.collect())
    }

    pub(super) fn corrections(&self) -> Vec<Value> {
        let corrections = self.incident.corrections.iter().map(|correction| {
            let mut map = Map::new();
            put(&mut map, "at", self.optional_time(correction.at));
            put(&mut map, "what", correction.what.as_str());
            put(&mut map, "why", correction.why.clone());
            put(&mut map, "sources", correction.sources.clone());
            Value::Object(map)
        });
        corrections.collect()
    }
}

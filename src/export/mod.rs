//! A record as files for other programs, made from what an edition holds: `record.yaml`, which reads back as the
//! same incident, and `record.json`, which has every time resolved and every metric beside it.
//!
//! The keys themselves are written down too, as `docs/records.md` and as a JSON Schema.
//!
//! `ext` and `allow` are never in them, and no name of anything that the edition does not hold.

mod claims;
mod measured;
mod parts;
mod record;
mod reference;
mod schema;
mod times;
mod yaml;

pub use reference::reference;
pub use schema::schema;

use crate::model::Incident;
use record::Record;
use serde_json::Value;

/// How values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// As the text that reads back.
    Text,
    /// As what the text means.
    Resolved,
}

/// `record.yaml`: the record in its long form.
#[must_use]
pub fn yaml(incident: &Incident) -> String {
    yaml::text(&Value::Object(Record::new(incident, Form::Text).map()))
}

/// `record.json`: the same with times resolved, and `milestones` and `metrics`.
#[must_use]
pub fn json(incident: &Incident) -> String {
    let mut record = Record::new(incident, Form::Resolved);
    let mut map = record.map();
    map.insert("milestones".to_owned(), record.milestones());
    map.insert("metrics".to_owned(), measured::metrics(incident));
    format!("{:#}\n", Value::Object(map))
}

#[cfg(test)]
mod tests;

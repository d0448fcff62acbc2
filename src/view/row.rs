//! The summary of a record that lists, neighbours and relations show: an edit that leaves it alone touches one page.

use super::shown::Severity;
use super::{list, values, words};
use crate::audience::Projected;
use crate::config::Config;
use crate::metrics::{Measured, metric};
use crate::model::time::Difference;
use crate::model::words::{Review, Status};
use crate::model::{Incident, Relation, beginning};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::collections::BTreeSet;
use std::fmt::{self, Write};

/// What other pages show of an incident.
#[derive(Clone, Debug)]
pub struct Row {
    pub(super) id: String,
    pub(super) aliases: Vec<String>,
    pub(super) title: String,
    /// What was affected, as the config names it: `Facebook`.
    pub(super) subject: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) severity: Option<Severity>,
    pub(super) status: Status,
    pub(super) review: Review,
    pub(super) tags: Vec<String>,
    /// The local day it may first have begun on.
    pub(super) day: Option<NaiveDate>,
    /// The day as far as it is known: `2 Nov`, and with its year.
    pub(super) shown_day: Option<super::shown::Part>,
    pub(super) shown_date: Option<String>,
    pub(super) duration: Difference,
    pub(super) mitigate: Difference,
    /// The hash of all that stands above.
    pub(super) fingerprint: blake3::Hash,
    /// The first second in which it may have begun.
    pub(super) start: Option<DateTime<Utc>>,
    /// The file of the record.
    pub(super) file: String,
    /// The incidents that it names, some of which readers may not see.
    pub(super) ties: Vec<Relation>,
}

/// How many letters of a summary stand in a list; whole sentences, and at least one.
const TEASER: usize = 210;

impl Row {
    /// The row of an incident.
    #[must_use]
    pub fn of(incident: &Projected, config: &Config) -> Self {
        let begin = beginning(incident);
        let edge = begin.and_then(|time| incident.times.time(time).earliest);
        let length = |id: &str| match (metric(id).measure)(incident) {
            Measured::Time(difference) => difference,
            Measured::Count(_) | Measured::Counts(_) => Difference::NOT_RECORDED,
        };
        let mut row = Self {
            id: incident.id.clone(),
            aliases: incident.aliases.clone(),
            title: incident.title.clone(),
            subject: subject(incident, config),
            summary: incident.summary.as_ref().map(|prose| list::first_sentences(&prose.text, TEASER).to_owned()),
            severity: severity(incident, config),
            status: incident.status,
            review: incident.review,
            tags: incident.tags.clone(),
            day: edge.map(|edge| edge.local.date()),
            shown_day: begin.and_then(|time| words::day_of_year(incident, time)),
            shown_date: begin.and_then(|time| words::short_day(incident, time)).map(|part| part.text),
            duration: length("impact_duration"),
            mitigate: length("time_to_mitigate"),
            fingerprint: blake3::Hash::from_bytes([0; 32]),
            start: None,
            file: String::new(),
            ties: Vec::new(),
        };
        row.fingerprint = fingerprint(&row);
        Self {
            start: edge.map(|edge| edge.first),
            file: incident.path.clone(),
            ties: incident.relations.clone(),
            ..row
        }
    }

    /// What the incident is and was called.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.id].into_iter().chain(&self.aliases).map(String::as_str)
    }

    /// Whether the incident is or was called so.
    pub(super) fn answers_to(&self, id: &str) -> bool {
        self.names().any(|name| name == id)
    }

    /// The year it may first have begun in.
    pub(super) fn year(&self) -> Option<i32> {
        self.day.map(|day| day.year())
    }

    /// The way to its page from the root of the site.
    pub(super) fn path(&self) -> String {
        format!("incidents/{}/index.html", self.id)
    }
}

/// The components that were affected, by the uppermost that each is part of; else the accounts, by their handles.
fn subject(incident: &Incident, config: &Config) -> Option<String> {
    let find = |id: &str| config.components.iter().find(|component| component.id == id);
    let mut names: Vec<String> = Vec::new();
    for id in &incident.components {
        let mut above = find(id);
        // A component that is part of itself has no uppermost; its rule says so, and here it ends.
        for _ in &config.components {
            above = above.map(|component| component.parent.as_deref().and_then(find).unwrap_or(component));
        }
        names.extend(above.map(|component| values::component(config, &component.id)));
    }
    if names.is_empty() {
        names.extend(incident.accounts.iter().filter_map(|account| account.handle.clone()));
    }
    let mut seen = BTreeSet::new();
    // One account has much the same handle on each platform.
    names.retain(|name| seen.insert(name.trim_start_matches('@').to_lowercase()));
    match names.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [one, other] => Some(format!("{one} and {other}")),
        [one, others @ ..] => Some(format!("{one} and {} more", others.len())),
    }
}

/// The hash of a value, taken over all that it holds.
#[must_use]
pub fn fingerprint(value: &impl fmt::Debug) -> blake3::Hash {
    let mut text = Hashed(blake3::Hasher::new());
    write!(text, "{value:?}").expect("a hash takes any text");
    text.0.finalize()
}

/// Takes a text piece by piece, and keeps its hash alone.
struct Hashed(blake3::Hasher);

impl Write for Hashed {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

/// How an incident's severity looks.
pub(super) fn severity(incident: &Incident, config: &Config) -> Option<Severity> {
    let id = incident.severity.as_ref()?.value.as_ref()?;
    let rank = config.rank(id)?;
    Some(of_rank(config, rank))
}

/// How a step of the scale looks.
pub(super) fn of_rank(config: &Config, rank: usize) -> Severity {
    let step = &config.severities[rank];
    let letters = step.id.trim_end_matches(|c: char| c.is_ascii_digit());
    let code = match &step.id[letters.len()..] {
        "" => step.id.clone(),
        number => format!("{} {number}", letters.to_uppercase()),
    };
    let look = u8::try_from(rank + 1).unwrap_or(4).min(4);
    Severity { look, rank: rank + 1, code, name: step.name.clone() }
}

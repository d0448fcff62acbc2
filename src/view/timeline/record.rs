//! What a chart is to show of a record: its events with their bounds in minutes, and whose lanes they stand in.

use super::place::{Place, fill};
use super::story::{Event, Label, Lane, Story, Whose};
use super::{impact, values};
use crate::config::Config;
use crate::model::Incident;
use crate::model::words::Milestone;
use crate::view::minutes::{self, Minutes, Row};
use crate::view::values::{is_plain, unmarked};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The story of an incident, with the rows of its list; `None` where nothing is known of any time.
pub(super) fn story<'r>(incident: &Incident, config: &Config, list: &'r Minutes) -> Option<Story<'r>> {
    let rows = list.groups.iter().flat_map(|group| &group.rows).filter_map(|row| match row {
        Row::Event(event) => Some(&**event),
        Row::Tick(_) | Row::Ticks(_) | Row::Gap(_) => None,
    });
    let rows: Vec<&'r minutes::Event> = rows.collect();
    let mut places: Vec<Option<Place>> = rows.iter().map(|row| row.drawn.place).collect();
    fill(&mut places);
    let latest = places.iter().flatten().map(|place| place.high).max()?;
    let id = |milestone| {
        let row = rows.iter().find(|row| row.drawn.milestones.contains(&milestone));
        row.map_or("", |row| row.id.as_str())
    };
    let impact = impact::impact(incident, config, latest, id);
    let is_tied = impact.as_ref().is_some_and(|impact| impact.tied.is_some());
    let mut lanes = Lanes::default();
    let mut events = Vec::with_capacity(rows.len());
    for (row, place) in rows.iter().zip(places) {
        let is_end =
            [Milestone::ImpactStart, Milestone::ImpactEnd].iter().any(|end| row.drawn.milestones.contains(end));
        // The band is the mark of both ends, and a bar that of ends with nothing else to say; a lane would repeat it.
        let is_shown = is_tied || !row.drawn.is_entry && impact.is_some();
        let Some(place) = place.filter(|_| !(is_shown && is_end)) else { continue };
        let headline = row.headline.0.as_str();
        let words = if is_plain(headline) { Cow::Borrowed(headline) } else { Cow::Owned(unmarked(headline)) };
        events.push(Event {
            id: &row.id,
            lane: lanes.of(row),
            kind: place.kind,
            low: place.low,
            high: place.high,
            point: place.point,
            grain: place.grain,
            label: Label::of(words),
            tone: row.tone,
            is_key: row.drawn.is_key,
        });
    }
    let curve = values::curve(incident, impact.as_ref());
    let lanes = lanes.named();
    let story = Story { zone: incident.timezone, lanes, events, impact, curve };
    (!story.events.is_empty() || story.impact.is_some()).then(|| story.in_order())
}

impl Story<'_> {
    /// The same with its events in the order of time.
    pub(super) fn in_order(mut self) -> Self {
        self.events.sort_by_key(|event| event.point);
        self
    }
}

/// The lanes as they are met.
#[derive(Default)]
struct Lanes<'r> {
    of_actors: BTreeMap<&'r str, usize>,
    others: [Option<usize>; 2],
    all: Vec<Lane<'r>>,
}

impl<'r> Lanes<'r> {
    /// The lane of a row.
    fn of(&mut self, row: &'r minutes::Event) -> usize {
        let next = self.all.len();
        let (place, of, name) = match (&row.actor, row.drawn.is_entry) {
            (Some(actor), _) => {
                (self.of_actors.entry(&actor.label).or_insert(next), Whose::Actor, actor.label.as_str())
            }
            (None, true) => (self.others[0].get_or_insert(next), Whose::Nobody, "No actor given"),
            (None, false) => (self.others[1].get_or_insert(next), Whose::Milestones, "Milestones"),
        };
        if *place == next {
            self.all.push(Lane { name, of });
        }
        *place
    }

    /// The lanes with their names. Where the record names nobody, that is not said of each event.
    fn named(mut self) -> Vec<Lane<'r>> {
        if let (Some(nobody), true) = (self.others[0], self.of_actors.is_empty()) {
            self.all[nobody].name = "Events";
        }
        self.all
    }
}

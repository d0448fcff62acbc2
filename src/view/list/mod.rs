//! Makes the minute-by-minute list of an incident. How a time reads is left to the words, how a row looks to the templates.
//!
//! The writer's order of entries is kept. Milestones without an entry, ticks, gaps and headings are put between.

mod event;
mod gaps;
mod groups;
mod headline;
mod ids;
mod items;
mod lines;
mod notes;
mod ticks;
mod when;
mod window;

#[cfg(test)]
mod tests;

pub(super) use headline::first_sentence;

use super::shown::Link;
use super::timeline::{Edge, Gap, Group, Rail, Row, Timeline};
use super::words::{self, Moment, Shape};
use crate::model::time::TimeId;
use crate::model::words::Milestone;
use crate::model::{Entry, Incident};
use chrono::{DateTime, NaiveDate, Utc};
use ids::Ids;
use items::Item;
use lines::Line;
use notes::Notes;
use std::collections::BTreeMap;
use window::Window;

/// The minute-by-minute list.
pub(super) fn timeline(incident: &Incident) -> Timeline {
    let items = items::items(incident);
    let window = Window::of(incident, &items);
    let minutes = window.as_ref().map_or_else(Vec::new, |window| ticks::minutes(incident, window, &items));
    let first_day = ids::first_day(incident, &items);
    let mut ids = Ids::new(incident.timezone, first_day);
    let page = Page {
        incident,
        item_ids: items.iter().map(|item| ids.of(item.shape)).collect(),
        rails: window::rails(&items, window.as_ref()),
        neighbours: when::neighbours(&items),
        notes: window.as_ref().map(|window| notes::notes(incident, window)).unwrap_or_default(),
        year: first_day.or_else(|| items.iter().find_map(|item| item.day(incident))),
        by_name: items.iter().enumerate().filter_map(|(index, item)| Some((item.name()?, index))).collect(),
        items: &items,
    };
    let lines = lines::lines(incident, &items, window.as_ref(), &page.rails, &minutes);
    let groups = groups::groups(incident, &items, window.as_ref(), lines);
    let groups = groups.into_iter().map(|group| {
        let day = group.day.or(first_day);
        let rows = group.list.into_iter().map(|line| match line {
            Line::Item(index) => page.event(index, day),
            Line::Tick(at) => page.tick(at, window.as_ref(), &mut ids),
            Line::Gap { text, rail } => Row::Gap(Gap { text, rail }),
        });
        Group { rows: rows.collect(), heading: group.heading }
    });
    Timeline {
        groups: groups.collect(),
        zone: ids::zone(incident, &items),
        first_day: first_day.map(|day| day.to_string()),
        note: window.as_ref().and_then(|window| notes::above(incident, window)),
    }
}

/// What another drawing of the list needs of each of its events, in the same order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    /// When it was.
    pub(super) time: TimeId,
    /// How that is shown.
    pub(super) shape: Shape,
    /// The milestones that it is.
    pub(super) milestones: &'a [Milestone],
    /// The entry, unless it is a milestone that no entry is.
    pub(super) entry: Option<&'a Entry>,
}

/// The events of the list.
pub(super) fn known<'a>(incident: &'a Incident) -> Vec<Known<'a>> {
    let known = |item: Item<'a>| {
        let entry = if let items::What::Entry(entry) = item.what { Some(entry) } else { None };
        Known { time: item.time, shape: item.shape, milestones: item.milestones, entry }
    };
    items::items(incident).into_iter().map(known).collect()
}

/// What the rows of a list need to know of each other.
struct Page<'a> {
    incident: &'a Incident,
    items: &'a [Item<'a>],
    by_name: BTreeMap<&'a str, usize>,
    item_ids: Vec<String>,
    rails: Vec<(Rail, Edge)>,
    neighbours: Vec<when::Neighbours>,
    notes: Notes,
    /// A day of the year that need not be said.
    year: Option<NaiveDate>,
}

impl Page<'_> {
    fn event(&self, index: usize, day: Option<NaiveDate>) -> Row {
        let place = when::Place { day, year: self.year };
        let mut event = event::event(self.incident, &self.items[index], |id| self.cause(id, day));
        event.id.clone_from(&self.item_ids[index]);
        event.when = when::when(self.incident, &self.items[index], self.neighbours[index], place);
        (event.rail, event.edge) = self.rails[index];
        Row::Event(Box::new(event))
    }

    fn tick(&self, at: DateTime<Utc>, window: Option<&Window>, ids: &mut Ids) -> Row {
        let id = ids.of(Shape::At(Moment::clock(at, false)));
        let rail = window.map_or(Rail::Up, |window| window.rail(at));
        Row::Tick(ticks::row(self.incident, at, id, rail, self.notes.get(&at)))
    }

    /// A link to the row of the entry of a name: its words are the time.
    fn cause(&self, name: &str, day: Option<NaiveDate>) -> Option<Link> {
        let index = *self.by_name.get(name)?;
        let label = words::text(&words::time(self.incident, self.items[index].time, day));
        Some(Link { label, href: format!("#{}", self.item_ids[index]) })
    }
}

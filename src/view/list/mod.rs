//! Makes the minute-by-minute list of an incident. How a time reads is left to the words, how a row looks to the templates.
//!
//! The writer's order of entries is kept. Milestones without an entry, ticks, gaps and headings are put between.

mod event;
mod gaps;
mod groups;
mod headline;
mod ids;
mod items;
mod levels;
mod lines;
mod notes;
mod ticks;
mod turns;
mod when;
mod window;

#[cfg(test)]
mod tests;

pub(super) use headline::{first_sentence, first_sentences};

use super::minutes::{Edge, Gap, Group, Minutes, Rail, Row};
use super::shown::Link;
use super::values;
use super::words::{self, Moment, Shape};
use crate::config::Config;
use crate::model::Incident;
use chrono::{DateTime, NaiveDate, Utc};
use ids::Ids;
use items::{Item, What};
use lines::Line;
use notes::Notes;
use std::collections::BTreeMap;
use window::Window;

/// The minute-by-minute list.
pub(super) fn minutes(incident: &Incident, config: &Config) -> Minutes {
    let items = items::items(incident);
    let window = Window::of(incident, &items);
    let minutes = window.as_ref().map_or_else(Vec::new, |window| ticks::minutes(incident, window, &items));
    let first_day = ids::first_day(incident, &items);
    let mut ids = Ids::new(incident.timezone, first_day);
    let page = Page {
        incident,
        config,
        item_ids: items.iter().map(|item| ids.of(item.shape)).collect(),
        rails: window::rails(&items, window.as_ref()),
        neighbours: when::neighbours(&items),
        notes: window.as_ref().map(|window| notes::notes(incident, window)).unwrap_or_default(),
        year: first_day.or_else(|| items.iter().find_map(|item| item.day(incident))),
        by_name: items.iter().enumerate().filter_map(|(index, item)| Some((item.name()?, index))).collect(),
        items: &items,
    };
    let lines = lines::lines(incident, &items, window.as_ref(), &page.rails, &minutes);
    let is_ticked = !minutes.is_empty();
    let mut groups = groups::groups(incident, &items, window.as_ref(), lines);
    if let (Some(window), Some(group)) = (&window, groups.last_mut()) {
        group.list.extend(gaps::not_over(incident, window, &items, group.day.or(first_day)));
    }
    let groups = groups.into_iter().map(|group| {
        let day = group.day.or(first_day);
        let rows = group.list.into_iter().map(|line| match line {
            Line::Item(index) => page.event(index, day, window.as_ref().filter(|_| is_ticked)),
            Line::Tick(at) => page.tick(at, window.as_ref(), &mut ids),
            Line::Gap { text, rail } => Row::Gap(Gap { text, rail }),
        });
        Group { rows: ticks::folded(rows), day: day.map(|day| day.to_string()), heading: group.heading }
    });
    let mut groups: Vec<Group> = groups.collect();
    turns::tell(&mut groups);
    Minutes {
        zone: ids::zone(incident, &items),
        first_day: first_day.map(|day| day.to_string()),
        note: notes::above(&groups),
        groups,
    }
}

/// What the rows of a list need to know of each other.
struct Page<'a> {
    incident: &'a Incident,
    config: &'a Config,
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
    /// The row of an item; `ticked` is the impact, if its minutes have rows.
    fn event(&self, index: usize, day: Option<NaiveDate>, ticked: Option<&Window>) -> Row {
        let place = when::Place { day, year: self.year };
        let mut event = event::event(self.incident, self.config, &self.items[index], |id| self.cause(id, day));
        event.id.clone_from(&self.item_ids[index]);
        event.when = when::when(self.incident, &self.items[index], self.neighbours[index], place);
        let shape = self.items[index].shape;
        let beyond = ticked.and_then(|window| notes::beyond(self.incident, window, &self.notes, index, shape));
        if let Some(beyond) = beyond {
            event.when.note = Some(event.when.note.map_or(beyond.clone(), |note| format!("{beyond}; {note}")));
        }
        (event.rail, event.edge) = self.rails[index];
        event.drawn = self.items[index].drawn(self.incident);
        Row::Event(Box::new(event))
    }

    fn tick(&self, at: DateTime<Utc>, window: Option<&Window>, ids: &mut Ids) -> Row {
        let id = ids.of(Shape::At(Moment::clock(at, false)));
        let rail = window.map_or(Rail::Up, |window| window.rail(at));
        Row::Tick(ticks::row(self.incident, at, id, rail, self.notes.get(&at)))
    }

    /// A link to the row of the entry of a name: its words are what happened, and when.
    fn cause(&self, name: &str, day: Option<NaiveDate>) -> Option<Link> {
        let index = *self.by_name.get(name)?;
        let item = &self.items[index];
        let time = words::text(&words::time(self.incident, item.time, day));
        let label = match item.what {
            What::Entry(entry) => {
                let (headline, _) = headline::split(&entry.text, &self.incident.links);
                format!("{} ({time})", values::unmarked(&headline.0))
            }
            What::Milestone(_) => time,
        };
        Some(Link { label, href: format!("#{}", self.item_ids[index]) })
    }
}

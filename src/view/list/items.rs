//! What the list has a row for: every entry, and each milestone under `timestamps` of which something is known.

use crate::model::time::TimeId;
use crate::model::words::Milestone;
use crate::model::{Entry, Incident, Mark};
use crate::view::minutes::Drawn;
use crate::view::timeline::Place;
use crate::view::words::{Moment, Shape};
use chrono::{DateTime, NaiveDate, Utc};

/// A row to be, in the order of the list.
#[derive(Clone, Debug)]
pub(super) struct Item<'a> {
    /// What it is.
    pub(super) what: What<'a>,
    /// When it was.
    pub(super) time: TimeId,
    /// How that is shown.
    pub(super) shape: Shape,
    /// The milestones that it is.
    pub(super) milestones: &'a [Milestone],
    /// Where it stands among the minutes; `None` if nothing is known.
    pub(super) place: Option<DateTime<Utc>>,
    /// The last second in which it may have been, if that is known.
    pub(super) last: Option<DateTime<Utc>>,
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum What<'a> {
    /// An entry.
    Entry(&'a Entry),
    /// A milestone that no entry is.
    Milestone(&'a Mark),
}

impl<'a> Item<'a> {
    /// Whether it is a milestone.
    pub(super) fn is(&self, milestone: Milestone) -> bool {
        self.milestones.contains(&milestone)
    }

    /// The name that causes give it.
    pub(super) fn name(&self) -> Option<&'a str> {
        match self.what {
            What::Entry(entry) => entry.id.as_deref(),
            What::Milestone(_) => None,
        }
    }

    /// What a chart draws of it.
    pub(super) fn drawn(&self, incident: &Incident) -> Drawn {
        let entry = if let What::Entry(entry) = self.what { Some(entry) } else { None };
        Drawn {
            place: Place::of(incident.times.time(self.time), self.shape),
            milestones: self.milestones.to_vec(),
            is_key: !self.milestones.is_empty() || entry.is_none_or(|entry| entry.key),
            is_entry: entry.is_some(),
        }
    }

    /// The local day on which it begins.
    pub(super) fn day(&self, incident: &Incident) -> Option<NaiveDate> {
        self.shape.first().map(|moment| moment.day(incident))
    }

    /// Whether it is known to the minute or second, however wide.
    pub(super) const fn has_clock(&self) -> bool {
        matches!(self.shape.first(), Some(Moment::Clock { .. }))
    }

    /// The minute that it is known to be in, or about in: its row is that minute's.
    pub(super) fn minute(&self) -> Option<DateTime<Utc>> {
        match self.shape {
            Shape::At(Moment::Clock { at, .. }) | Shape::About(Moment::Clock { at, .. }) => Some(minute_of(at)),
            _ => None,
        }
    }
}

/// The first second of the minute of an instant.
pub(super) fn minute_of(at: DateTime<Utc>) -> DateTime<Utc> {
    let second = at.timestamp();
    DateTime::from_timestamp(second - second.rem_euclid(60), 0).unwrap_or(at)
}

/// The rows to be: the entries in the writer's order, and each milestone that no entry is, where it belongs in time.
pub(super) fn items(incident: &Incident) -> Vec<Item<'_>> {
    let entry = |entry| item(incident, What::Entry(entry));
    let mut items: Vec<Item<'_>> = incident.timeline.iter().map(entry).collect();
    for (milestone, mark) in &incident.milestones {
        if mark.entry.is_some() || incident.times.time(mark.time).is_open() {
            continue;
        }
        let milestones = std::slice::from_ref(milestone);
        let stamp = Item { milestones, ..item(incident, What::Milestone(mark)) };
        let later = items.iter().position(|other| other.place > stamp.place);
        items.insert(later.unwrap_or(items.len()), stamp);
    }
    // What is not known to a minute stands no later than the next that is.
    let mut below = None;
    for item in items.iter_mut().rev() {
        let minute = item.minute();
        if minute.is_none() && below.is_some() {
            item.place = item.place.min(below);
        }
        below = minute.map_or(below, |_| item.place);
    }
    items
}

fn item<'a>(incident: &Incident, what: What<'a>) -> Item<'a> {
    let (time, milestones): (TimeId, &[Milestone]) = match what {
        What::Entry(entry) => (entry.at, &entry.milestones),
        What::Milestone(mark) => (mark.time, &[]),
    };
    let known = incident.times.time(time);
    let shape = Shape::of(incident, known);
    let point = match shape {
        Shape::About(Moment::Clock { at, .. })
        | Shape::Before(Moment::Clock { at, .. })
        | Shape::By(Moment::Clock { at, .. })
        | Shape::After(Moment::Clock { at, .. }) => Some(at),
        _ => known.earliest.or(known.latest).map(|edge| edge.first),
    };
    Item { what, time, shape, milestones, place: point, last: known.latest.map(|edge| edge.last) }
}

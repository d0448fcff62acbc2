//! When the service was impaired, as far as that is known, and the rail beside each row.

use super::items::{Item, minute_of};
use crate::model::Incident;
use crate::model::time::{Tick, TimeId};
use crate::model::words::{Milestone, Status};
use crate::view::minutes::{Edge, Rail};
use crate::view::words::Shape;
use chrono::{DateTime, Utc};

/// The impact among the rows and among the minutes.
#[derive(Clone, Debug)]
pub(super) struct Window {
    /// The row of the start.
    pub(super) first: usize,
    /// The row of the end, or the last row.
    pub(super) last: usize,
    /// The time of the start.
    pub(super) start: TimeId,
    /// The time of the end, if there is one.
    pub(super) end: Option<TimeId>,
    /// It is going on.
    pub(super) is_going_on: bool,
    /// Start and end are known to the minute or second.
    pub(super) has_clock: bool,
    /// The first and the last minute in which it may have begun.
    pub(super) from: [Option<DateTime<Utc>>; 2],
    /// The first and the last minute in which it may have ended.
    pub(super) to: [Option<DateTime<Utc>>; 2],
}

impl Window {
    /// The impact; `None` where nothing is known of its start.
    pub(super) fn of(incident: &Incident, items: &[Item<'_>]) -> Option<Self> {
        let row = |milestone| items.iter().position(|item| item.is(milestone));
        let first = row(Milestone::ImpactStart)?;
        let start = items[first].time;
        if incident.times.time(start).is_open() {
            return None;
        }
        // What is stopped or small counts as over where nothing better is known.
        let over = [Milestone::ImpactEnd, Milestone::Mitigated].into_iter().find_map(row);
        let is_going_on =
            over.is_none() && matches!(incident.status, Status::Triage | Status::Active | Status::Mitigated);
        let end = over.map(|row| items[row].time);
        let known = |id: TimeId| incident.times.time(id);
        let minutes = |id: TimeId| {
            let time = known(id);
            [time.earliest.map(|edge| minute_of(edge.first)), time.latest.map(|edge| minute_of(edge.last))]
        };
        let has_clock = [Some(start), end].into_iter().flatten().all(|id| known(id).tick <= Tick::Minute);
        let last = over.unwrap_or(items.len() - 1);
        let to = end.map_or([None; 2], minutes);
        Some(Self {
            first: first.min(last),
            last: last.max(first),
            start,
            end,
            is_going_on,
            has_clock,
            from: minutes(start),
            to,
        })
    }

    /// Its rows.
    pub(super) const fn rows(&self) -> std::ops::RangeInclusive<usize> {
        self.first..=self.last
    }

    /// Whether a row is where the impact begins or ends, and does not say in which minute: it stands outside them all.
    pub(super) fn is_unsure_edge(&self, item: &Item<'_>, index: usize) -> bool {
        let is_edge = index == self.first || index == self.last && self.end.is_some();
        is_edge && !matches!(item.shape, Shape::At(_))
    }

    /// The state of the service in a minute.
    pub(super) fn rail(&self, at: DateTime<Utc>) -> Rail {
        let ([may_begin, begun], [may_end, ended]) = (self.from, self.to);
        if may_begin.is_some_and(|begin| at < begin) || ended.is_some_and(|end| end < at) {
            return Rail::Up;
        }
        if self.end.is_none() && !self.is_going_on {
            return Rail::Open;
        }
        let is_begun = begun.is_some_and(|begun| begun <= at);
        let is_on = self.is_going_on || may_end.is_some_and(|end| at <= end);
        if is_begun && is_on { Rail::Down } else { Rail::Maybe }
    }
}

/// The rail beside each item, and which item is an edge.
pub(super) fn rails(items: &[Item<'_>], window: Option<&Window>) -> Vec<(Rail, Edge)> {
    let Some(window) = window else { return vec![(Rail::Up, Edge::Inner); items.len()] };
    let mut last = Rail::Up;
    let of = |(index, item): (usize, &Item<'_>)| {
        if index < window.first || index > window.last {
            return (Rail::Up, Edge::Inner);
        }
        let is_end = index == window.last && window.end.is_some();
        // The row of the end stands below all minutes that may be impaired; a day in between says nothing of a minute.
        let own = item.place.filter(|_| is_end || index == window.first || item.has_clock());
        let at = own.map(minute_of).max(window.to[1].filter(|_| is_end));
        last = at.map_or(last, |at| window.rail(at));
        let edge = match index {
            _ if index == window.first => Edge::First,
            _ if is_end => Edge::Last,
            _ => Edge::Inner,
        };
        (last, edge)
    };
    items.iter().enumerate().map(of).collect()
}

//! When the service was impaired, as far as that is known, and the rail beside each row.

use super::items::{Item, minute_of};
use super::levels::Levels;
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
    levels: Levels,
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
            levels: Levels::of(incident),
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
        if is_begun && is_on { self.levels.rail(at, may_end.is_some_and(|end| end <= at)) } else { Rail::Maybe }
    }
}

/// The rail beside each item, and which item is an edge.
///
/// A list goes forward in time: a row that tells of an earlier time, or only of a day, takes the rail no further back than the
/// rows above it.
pub(super) fn rails(items: &[Item<'_>], window: Option<&Window>) -> Vec<(Rail, Edge)> {
    let Some(window) = window else { return vec![(Rail::Up, Edge::Inner); items.len()] };
    let is_unending = window.end.is_some() && window.to[1].is_none();
    let resolved = items.iter().position(|item| item.is(Milestone::Resolved));
    let below = clocks_below(items, window);
    let mut now = None;
    let of = |(index, item): (usize, &Item<'_>)| {
        if index < window.first {
            return (Rail::Up, Edge::Inner);
        }
        if index > window.last || is_unending && index == window.last {
            let is_over = !is_unending || resolved.is_some_and(|resolved| resolved <= index);
            return (if is_over { Rail::Up } else { Rail::Maybe }, Edge::Inner);
        }
        let is_end = index == window.last && window.end.is_some();
        // The row of the end stands below all minutes that may be impaired.
        now = now.max(item.place.map(minute_of)).max(window.to[1].filter(|_| is_end));
        let until = item.last.map(minute_of).filter(|_| !item.has_clock() && !is_end && index != window.first);
        let until = until.map(|until| below[index].map_or(until, |below| until.min(below))).max(now);
        let rail = now.map_or(Rail::Up, |now| window.rail(now));
        // A day is impaired only where all of it is, as far as the clock times below leave it.
        let rail = if until.is_some_and(|until| window.rail(until) == Rail::Maybe) { Rail::Maybe } else { rail };
        let edge = match index {
            _ if index == window.first => Edge::First,
            _ if is_end => Edge::Last,
            _ => Edge::Inner,
        };
        (rail, edge)
    };
    items.iter().enumerate().map(of).collect()
}

/// The next minute that is told below each item, within the impact.
fn clocks_below(items: &[Item<'_>], window: &Window) -> Vec<Option<DateTime<Utc>>> {
    let mut below = vec![None; items.len()];
    let mut next = None;
    for index in window.rows().rev() {
        below[index] = next;
        next = items[index].minute().or(next);
    }
    below
}

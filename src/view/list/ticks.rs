//! The minutes of an outage that have a row of their own, whether or not something happened in them.

use super::items::Item;
use super::window::Window;
use crate::model::Incident;
use crate::view::minutes::{Rail, Row, Tick, Ticks, When, WhenKind};
use crate::view::shown::Report;
use crate::view::words::{self, Moment};
use chrono::{DateTime, TimeDelta, Timelike, Utc};
use std::collections::BTreeSet;

/// Up to how many minutes each has a row.
const EACH_MINUTE: i64 = 60;

/// How many rows a longer outage has at most.
const MOST: i64 = 40;

/// The steps between the rows of a longer outage, in minutes; one that would need longer steps has none.
const STEPS: [i64; 9] = [2, 5, 10, 15, 30, 60, 120, 180, 360];

/// The minutes that have a row: all that may be impaired, or those of a clock's steps; not those that an item has.
pub(super) fn minutes(incident: &Incident, window: &Window, items: &[Item<'_>]) -> Vec<DateTime<Utc>> {
    let ([Some(from), _], [_, Some(to)], true) = (window.from, window.to, window.has_clock) else { return Vec::new() };
    let length = (to - from).num_minutes();
    let step = if length <= EACH_MINUTE { Some(1) } else { STEPS.into_iter().find(|step| length / step <= MOST) };
    let Some(step) = step else { return Vec::new() };
    let taken: BTreeSet<DateTime<Utc>> = window
        .rows()
        .filter(|row| !window.is_unsure_edge(&items[*row], *row))
        .filter_map(|row| items[row].minute())
        .collect();
    let is_on_step = |at: &DateTime<Utc>| {
        let local = at.with_timezone(&incident.timezone).time();
        i64::from(local.num_seconds_from_midnight() / 60) % step == 0
    };
    let all = (0..=length).map(|minute| from + TimeDelta::minutes(minute));
    all.filter(|at| is_on_step(at) && !taken.contains(at)).collect()
}

/// From how many on minutes of which nothing is said share a row.
const MANY: usize = 7;

/// The rows of a group, where many minutes in a row of which nothing is said, and with the same rail, are one row.
pub(super) fn folded(rows: impl Iterator<Item = Row>) -> Vec<Row> {
    let mut folded: Vec<Row> = Vec::new();
    let mut run: Vec<Tick> = Vec::new();
    for row in rows {
        match row {
            Row::Tick(tick) if tick.notes.is_empty() => {
                if run.last().is_some_and(|last| last.rail != tick.rail) {
                    close(&mut run, &mut folded);
                }
                run.push(tick);
            }
            row => {
                close(&mut run, &mut folded);
                folded.push(row);
            }
        }
    }
    close(&mut run, &mut folded);
    folded
}

/// Adds a run of minutes to the rows.
fn close(run: &mut Vec<Tick>, rows: &mut Vec<Row>) {
    let list = std::mem::take(run);
    if list.len() < MANY {
        rows.extend(list.into_iter().map(Row::Tick));
    } else {
        rows.push(Row::Ticks(Ticks { rail: list[0].rail, turn: None, list }));
    }
}

/// The row of a minute.
pub(super) fn row(incident: &Incident, at: DateTime<Utc>, id: String, rail: Rail, notes: Option<&Vec<Report>>) -> Tick {
    let parts = vec![words::clock(incident, Moment::clock(at, false))];
    let when = When { kind: WhenKind::Exact, parts, ..When::default() };
    Tick { id, when, rail, notes: notes.cloned().unwrap_or_default(), ..Tick::default() }
}

//! The lanes: one an actor, in the order of their first events; those beyond the seventh share one.

use super::labels::{Mark, ROW, Room};
use super::scale::Scale;
use super::segments::Segment;
use super::story::{Event, Story};
use super::widths::fit;
use serde::Serialize;

/// The most lanes.
const MOST: usize = 7;

/// The events of one actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Lane {
    /// Its name; empty where the lane is all there is.
    pub(super) name: String,
    /// Its top.
    pub(super) y: i64,
    /// Its height.
    pub(super) h: i64,
    /// How many events it has.
    pub(super) count: usize,
    /// The marks.
    pub(super) marks: Vec<Mark>,
    /// How many found no room.
    pub(super) more: usize,
    /// A stroke for the events of each pixel, where there are too many for marks.
    pub(super) codes: Option<Vec<f64>>,
}

/// The lanes from a height down, and where they end.
pub(super) fn lanes(
    story: &Story,
    segments: &[Segment],
    plot: [f64; 2],
    width: f64,
    is_dense: bool,
    top: i64,
) -> (Vec<Lane>, i64) {
    let rows = if is_dense { 3 } else { 4 };
    let room = Room { segments, left: plot[0], right: width, rows };
    let mut y = top;
    let mut lanes = Vec::new();
    for (name, events) in by_actor(story) {
        let labelled = events.iter().copied().filter(|event| !is_dense || event.is_key);
        let mut placed = room.place(labelled, true);
        let base = y + if is_dense { 24 } else { 0 };
        for mark in &mut placed.marks {
            mark.y += base + 17;
            mark.stem = is_dense.then_some(y + 8 - mark.y);
        }
        let h = if is_dense {
            let rows = if placed.marks.is_empty() { 0 } else { placed.rows };
            (24 + rows * ROW + 10).max(44)
        } else {
            placed.rows * ROW + 13
        };
        let codes = || strokes(events.iter().map(|event| Scale(segments).px(event.point)));
        lanes.push(Lane {
            name: fit(&name, 12.0, plot[0] - 8.0),
            y,
            h,
            count: events.len(),
            marks: placed.marks,
            more: placed.more,
            codes: is_dense.then(codes),
        });
        y += h;
    }
    (lanes, y)
}

/// The places of strokes, of which those that would hide each other are one.
fn strokes(places: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut strokes: Vec<f64> = Vec::new();
    for place in places {
        if strokes.last().is_none_or(|last| place - last >= 1.0) {
            strokes.push(place);
        }
    }
    strokes
}

/// Every mark once, without labels, for a narrow chart that would else hold nothing.
pub(super) fn only(story: &Story, segments: &[Segment], plot: [f64; 2], width: f64, top: i64) -> (Vec<Lane>, i64) {
    let room = Room { segments, left: plot[0], right: width, rows: 6 };
    let mut placed = room.place(in_order(story).into_iter(), false);
    for mark in &mut placed.marks {
        mark.y += top + 14;
    }
    let h = placed.rows * ROW + 8;
    let count = placed.marks.len();
    // What found no room is in the list, right below.
    let lane = Lane { name: String::new(), y: top, h, count, marks: placed.marks, more: 0, codes: None };
    (vec![lane], top + h)
}

/// All events in the order of time.
fn in_order(story: &Story) -> Vec<&Event> {
    let mut events: Vec<&Event> = story.events.iter().collect();
    events.sort_by_key(|event| event.point);
    events
}

/// The lanes to be, each with its events in the order of time.
fn by_actor(story: &Story) -> Vec<(String, Vec<&Event>)> {
    let mut lanes: Vec<(usize, Vec<&Event>)> = Vec::new();
    let mut place: Vec<Option<usize>> = vec![None; story.lanes.len()];
    for event in in_order(story) {
        let index = *place[event.lane].get_or_insert(lanes.len());
        if index == lanes.len() {
            lanes.push((event.lane, Vec::new()));
        }
        lanes[index].1.push(event);
    }
    let name = |lane: usize| story.lanes[lane].clone();
    if lanes.len() <= MOST {
        return lanes.into_iter().map(|(lane, events)| (name(lane), events)).collect();
    }
    let mut by_size: Vec<usize> = (0..lanes.len()).collect();
    by_size.sort_by_key(|index| std::cmp::Reverse(lanes[*index].1.len()));
    let kept = &by_size[..MOST - 1];
    let mut others = Vec::new();
    let mut named = Vec::with_capacity(MOST);
    let number = lanes.len() - kept.len();
    for (index, (lane, events)) in lanes.into_iter().enumerate() {
        if kept.contains(&index) { named.push((name(lane), events)) } else { others.extend(events) }
    }
    others.sort_by_key(|event: &&Event| event.point);
    named.push((format!("{number} others"), others));
    named
}

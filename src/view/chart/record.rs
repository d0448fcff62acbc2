//! What a chart is to show of a record: its events with their bounds in minutes, and whose lanes they stand in.

use super::story::{Event, Kind, Story};
use super::widths::fit;
use super::{impact, values};
use crate::model::Incident;
use crate::model::time::{Tick, Time};
use crate::model::words::Milestone;
use crate::view::list::{self, Known};
use crate::view::timeline::{self, Row, Timeline};
use crate::view::values::unmarked;
use crate::view::words::{Moment, Shape};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// How wide a label may be, and a short one.
const LABEL: f64 = 230.0;
const SHORT: f64 = 92.0;
/// An unknown time is a box up to so many minutes; a longer one would only fill the axis.
const LONGEST_BOX: i64 = 1440;

/// The story of an incident, with the rows of its list; `None` where nothing is known of any time.
pub(super) fn story(incident: &Incident, timeline: &Timeline) -> Option<Story> {
    let rows = timeline.groups.iter().flat_map(|group| &group.rows).filter_map(|row| match row {
        Row::Event(event) => Some(&**event),
        Row::Tick(_) | Row::Gap(_) => None,
    });
    let known = list::known(incident);
    let rows: Vec<(Known<'_>, &timeline::Event)> = known.into_iter().zip(rows).collect();
    let places = places(incident, &rows);
    let last = places.iter().flatten().map(|place| place.high).max()?;
    let row = |milestone| rows.iter().find(|(known, _)| known.milestones.contains(&milestone));
    let id = |milestone| row(milestone).map_or_else(String::new, |(_, row)| row.id.clone());
    let ends = [id(Milestone::ImpactStart), id(Milestone::ImpactEnd)];
    let impact = impact::impact(incident, last, ends);
    let is_tied = impact.as_ref().is_some_and(|impact| impact.tied.is_some());
    let mut lanes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut events = Vec::with_capacity(rows.len());
    for ((known, row), place) in rows.iter().zip(places) {
        let is_end = [Milestone::ImpactStart, Milestone::ImpactEnd].iter().any(|end| known.milestones.contains(end));
        // The band is the mark of both ends; a lane would repeat it.
        let Some(place) = place.filter(|_| !(is_tied && is_end)) else { continue };
        let name = match (&row.actor, known.entry) {
            (Some(actor), _) => actor.label.as_str(),
            (None, Some(_)) => "No actor given",
            (None, None) => "Milestones",
        };
        let next = lanes.len();
        let lane = *lanes.entry(name).or_insert(next);
        let words = unmarked(&row.headline.0);
        events.push(Event {
            id: row.id.clone(),
            lane,
            kind: place.kind,
            low: place.low,
            high: place.high,
            point: place.point,
            short: fit(&words, 12.0, SHORT),
            label: fit(&words, 12.0, LABEL),
            tone: row.tone,
            is_key: known.entry.is_none_or(|entry| entry.key) || !known.milestones.is_empty(),
        });
    }
    let curve = values::curve(incident, impact.as_ref());
    let mut names = vec![String::new(); lanes.len()];
    for (name, lane) in lanes {
        name.clone_into(&mut names[lane]);
    }
    (!events.is_empty() || impact.is_some()).then_some(Story {
        zone: incident.timezone,
        lanes: names,
        events,
        impact,
        curve,
    })
}

/// Where an event stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    kind: Kind,
    low: i64,
    high: i64,
    point: i64,
}

impl Place {
    /// A mark at one minute.
    const fn at(kind: Kind, minute: i64) -> Self {
        Self { kind, low: minute, high: minute, point: minute }
    }

    /// A mark over a span, which is one minute where that is all.
    fn over(kind: Kind, low: i64, high: i64) -> Self {
        if low >= high {
            return Self::at(Kind::Exact, low);
        }
        Self { kind, low, high, point: i64::midpoint(low, high) }
    }
}

/// Where the events stand; what is not known at all stands by its neighbours in the list.
fn places(incident: &Incident, rows: &[(Known<'_>, &timeline::Event)]) -> Vec<Option<Place>> {
    let mut places: Vec<Option<Place>> =
        rows.iter().map(|(known, _)| place(incident.times.time(known.time), known.shape)).collect();
    let mut below = None;
    let mut next: Vec<Option<i64>> = Vec::with_capacity(places.len());
    for place in places.iter().rev() {
        below = place.map(|place| place.low).or(below);
        next.push(below);
    }
    next.reverse();
    let mut above = None;
    for (place, next) in places.iter_mut().zip(next) {
        if let Some(place) = place {
            above = Some(place.high);
            continue;
        }
        *place = match (above, next) {
            (Some(above), Some(next)) if (1..=LONGEST_BOX).contains(&(next - above)) => {
                Some(Place::over(Kind::Unknown, above, next))
            }
            (Some(above), _) => Some(Place::at(Kind::After, above)),
            (None, Some(next)) => Some(Place::at(Kind::Before, next)),
            (None, None) => None,
        };
    }
    places
}

/// Where a time stands; `None` where nothing is known of it.
fn place(time: &Time, shape: Shape) -> Option<Place> {
    let clock = |moment: Moment| if let Moment::Clock { at, .. } = moment { Some(minute(at)) } else { None };
    let [low, high] = bounds(time);
    Some(match shape {
        Shape::Unknown => return None,
        Shape::At(Moment::Clock { at, .. }) => Place::at(Kind::Exact, minute(at)),
        Shape::At(_) => Place::over(Kind::Day, low?, high?),
        Shape::About(Moment::Clock { at, .. }) => {
            let point = minute(at);
            Place { kind: Kind::About, low: low?.min(point), high: high?.max(point), point }
        }
        Shape::About(_) | Shape::Range(..) => Place::over(Kind::Range, low?, high?),
        Shape::Before(moment) | Shape::By(moment) => Place::at(Kind::Before, clock(moment).or(high)?),
        Shape::After(moment) | Shape::From(moment) => Place::at(Kind::After, clock(moment).or(low)?),
    })
}

/// The first and the last minute of a time; a day ends at the midnight after it.
pub(super) fn bounds(time: &Time) -> [Option<i64>; 2] {
    let after = TimeDelta::seconds(i64::from(time.tick > Tick::Minute));
    [time.earliest.map(|edge| minute(edge.first)), time.latest.map(|edge| minute(edge.last + after))]
}

/// The minute of an instant.
fn minute(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(60)
}

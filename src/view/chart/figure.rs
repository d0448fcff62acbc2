//! The figure around the charts: the sentence that says the finding, the key to the marks, the name of the zone.

use super::band::Phases;
use super::segments::Segment;
use super::story::{Kind, Story};
use super::{Chart, charts, record};
use crate::model::Incident;
use crate::model::words::Milestone;
use crate::view::shown::Part;
use crate::view::timeline::Timeline;
use crate::view::words::{self, plain};
use serde::Serialize;

/// The timeline as a picture. It is hidden from assistive technology, since the list says everything.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figure {
    /// The record's zone, for the switch; `None` where there is no instant to switch.
    pub zone: Option<String>,
    /// What the zone is called at the start, for the sentence.
    pub zone_name: Option<String>,
    /// The finding in words.
    pub caption: Vec<Part>,
    /// What stands after it.
    pub more: String,
    /// The marks in use, in order.
    pub key: Vec<KeyItem>,
    /// The chart for a desk, for a tablet and print, and for a phone.
    pub charts: Vec<Chart>,
}

/// What a mark means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct KeyItem {
    /// Which mark.
    pub mark: &'static str,
    /// What it means.
    pub text: &'static str,
    /// Whether only the wider charts have it.
    pub is_wide: bool,
}

/// The figure of an incident, drawn from the same rows as its list; `None` where nothing can be placed.
pub(in crate::view) fn figure(incident: &Incident, list: &Timeline) -> Option<Figure> {
    let story = record::story(incident, list)?;
    let charts = charts(&story);
    let begin = incident.milestone(Milestone::ImpactStart).filter(|_| story.impact.is_some());
    let (caption, more) = caption(incident, &story);
    let is_by_day = story.impact.as_ref().is_some_and(|impact| impact.is_by_day);
    let at = begin.and_then(|start| incident.times.time(start).earliest).filter(|_| !is_by_day);
    Some(Figure {
        zone: list.zone.clone(),
        zone_name: at.map(|edge| words::zone_at(incident, edge.first)),
        caption,
        more,
        key: key(&story, &charts[0]),
        charts: charts.into(),
    })
}

/// The finding in words, and what stands after the name of the zone.
fn caption(incident: &Incident, story: &Story) -> (Vec<Part>, String) {
    let every = "Every event is in the list below.";
    let begin = incident.milestone(Milestone::ImpactStart).zip(story.impact.as_ref());
    let Some((begin, impact)) = begin else {
        let number = story.events.len();
        let events = if number == 1 { "event" } else { "events" };
        let text = format!("{} {events} on record, and no impact that can be placed", words::counted(number));
        return (vec![plain(words::capitalised(&text))], every.to_owned());
    };
    let near = incident.times.time(begin).earliest.map(|edge| edge.local.date()).filter(|_| !impact.is_by_day);
    let over = incident.milestone(Milestone::ImpactEnd).or_else(|| incident.milestone(Milestone::Mitigated));
    let start = words::time(incident, begin, near);
    if let Some(tied) = &impact.tied {
        let mut parts = vec![plain(format!("The impact lasted exactly {} and began at some minute of ", tied.length))];
        parts.extend(start);
        let sure = if impact.start[1] < impact.end_or_last()[0] { "" } else { " No minute in it is certainly down." };
        let rings = if tied.reports.is_empty() { "" } else { " A ring stands where reports put the start." };
        let more = format!(
            "The red band holds every place that it can have: each level slice is {} long, the first at the top, the \
             last at the foot.{rings}{sure} {every}",
            tied.length
        );
        return (parts, more);
    }
    let mut parts = vec![plain(format!("The impact began {}", words::preposition(incident, begin)))];
    parts.extend(start);
    let Some(over) = over.filter(|_| impact.end.is_some()) else {
        let more = format!("No end of it is on record; it is drawn to the last time that is known. {every}");
        return (parts, more);
    };
    let day = incident.times.time(over).earliest.map(|edge| edge.local.date());
    let before = if day == near || near.is_none() { words::preposition(incident, over) } else { "on " };
    let verb = if incident.milestone(Milestone::ImpactEnd).is_some() { "ended" } else { "was mitigated" };
    parts.push(plain(format!(" and {verb} {before}")));
    parts.extend(words::time(incident, over, near));
    let length = incident.times.difference(begin, over);
    let is_known = length.low.is_some() || length.high.is_some();
    (parts, if is_known { format!("It lasted {length}. {every}") } else { every.to_owned() })
}

/// The marks in use.
fn key(story: &Story, wide: &Chart) -> Vec<KeyItem> {
    let has = |kinds: &[Kind]| !wide.dense && story.events.iter().any(|event| kinds.contains(&event.kind));
    let has_gap = wide.segments.iter().any(Segment::breaks);
    let maybe = wide.phases.as_ref().is_some_and(Phases::has_doubt);
    [
        (wide.slide.is_some(), "slide", "length known, minute not: each level slice is one possible outage"),
        (maybe, "maybe", "impact possible, not certain"),
        (wide.dense || has(&[Kind::Exact]), "exact", "time on record"),
        (has(&[Kind::About]), "about", "about this time"),
        (has(&[Kind::Range, Kind::Day]), "range", "some time inside this span"),
        (has(&[Kind::Unknown]), "range", "not known, between its neighbours"),
        (has(&[Kind::Before]), "before", "before this time"),
        (has(&[Kind::After]), "after", "after this time"),
        (wide.dense, "code", "one event each"),
        (has_gap, "gap", "time left out"),
    ]
    .into_iter()
    .filter(|(is_used, ..)| *is_used)
    .map(|(_, mark, text)| KeyItem {
        mark,
        text,
        is_wide: story.impact.is_some() && !["slide", "maybe"].contains(&mark),
    })
    .collect()
}

//! The figure around the charts: the sentence that says the finding, the key to the marks, the name of the zone.

use super::chart::Chart;
use super::key::{Key, key};
use super::layout::layouts;
use super::record;
use super::story::Story;
use crate::config::Config;
use crate::metrics::{Measured, metric};
use crate::model::Incident;
use crate::model::time::TimeId;
use crate::model::words::Milestone;
use crate::view::minutes::Minutes;
use crate::view::shown::Part;
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
    /// The marks in use; `None` where nothing needs to be explained.
    #[serde(skip)]
    pub key: Option<Key>,
    /// The chart for a desk, for a tablet and print, and for a phone.
    #[serde(skip)]
    pub charts: Vec<Chart>,
}

/// The figure of an incident, drawn from the rows of its list; `None` where nothing can be placed.
#[must_use]
pub fn figure(incident: &Incident, config: &Config, list: &Minutes) -> Option<Figure> {
    let story = record::story(incident, config, list)?;
    let layouts = layouts(&story);
    let begin = incident.milestone(Milestone::ImpactStart).filter(|_| story.impact.is_some());
    let (caption, more) = caption(incident, &story);
    let is_by_day = story.impact.as_ref().is_some_and(|impact| impact.is_by_day);
    let at = begin.and_then(|start| incident.times.time(start).earliest).filter(|_| !is_by_day);
    let (key, has_key) = key(&layouts);
    Some(Figure {
        zone: list.zone.clone(),
        zone_name: at.map(|edge| words::zone_at(incident, edge.first)),
        caption,
        more,
        key: has_key.then_some(key),
        charts: layouts.iter().map(|layout| layout.chart(story.impact.as_ref())).collect(),
    })
}

/// The finding in words, and what stands after the name of the zone.
fn caption(incident: &Incident, story: &Story<'_>) -> (Vec<Part>, String) {
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
    if let Some(tied) = &impact.tied {
        let mut parts = vec![plain(format!("The impact lasted exactly {} and began at some minute of ", tied.length))];
        parts.extend(words::time(incident, begin, near));
        let sure = if impact.start[1] < impact.end_or_last()[0] { "" } else { " No minute in it is certainly down." };
        let rings = if tied.reports.is_empty() { "" } else { " A ring stands where reports put the start." };
        let more = format!(
            "The red band holds every place that it can have: each level slice is {} long, the first at the top, the \
             last at the foot.{rings}{sure} {every}",
            tied.length
        );
        return (parts, more);
    }
    // Where the days differ, both are said.
    let ends_on = |id| incident.times.time(id).earliest.map(|edge| edge.local.date());
    let near = near.filter(|day| over.and_then(ends_on).is_none_or(|other| other == *day));
    let mut parts = vec![plain("The impact began ")];
    parts.extend(words::when(incident, begin, near));
    let is_told = |over: &TimeId| impact.end.is_some() || !incident.times.time(*over).is_open();
    let Some(over) = over.filter(is_told) else {
        let more = format!("No end of it is on record; it is drawn to the last time that is known. {every}");
        return (parts, more);
    };
    // An end that is told by the start is what its length says.
    if words::names(incident, over).is_none() {
        let verb = if incident.milestone(Milestone::ImpactEnd).is_some() { "ended" } else { "was mitigated" };
        parts.push(plain(format!(" and {verb} ")));
        parts.extend(words::when(incident, over, near));
    }
    let length = incident.times.difference(begin, over);
    if length.low.is_none() && length.high.is_none() {
        return (parts, every.to_owned());
    }
    // Its spans may leave some of it out; where they go beyond it, they are no part of it.
    let of_it = match (metric("impact_duration").measure)(incident) {
        Measured::Time(felt) if felt.tick == length.tick && felt.high.is_some() && felt.high < length.high => {
            format!(", and something was impaired for {} of it", words::firm(&felt.to_string()))
        }
        _ => String::new(),
    };
    let length = words::firm(&length.to_string());
    (parts, format!("It lasted {length}{of_it}. {every}"))
}

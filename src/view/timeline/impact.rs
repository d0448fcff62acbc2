//! What a chart is to show of an impact: its bounds, its milestones, and what reports say of its start.

use super::clock::{clock, minute};
use super::place::bounds;
use super::story::{Flag, Impact, Report, Tied, Words};
use super::tracks;
use crate::config::Config;
use crate::model::Incident;
use crate::model::time::{Tick, TimeId};
use crate::model::words::Milestone;
use crate::view::words::{self, Moment, Shape};

/// The impact of an incident whose last event is at a minute; `row` gives the permalink of a milestone. `None` where a
/// bound of its start is not known: it is then listed, not placed.
pub(super) fn impact<'r>(
    incident: &Incident,
    config: &Config,
    last: i64,
    row: impl Fn(Milestone) -> &'r str,
) -> Option<Impact<'r>> {
    let begin = incident.milestone(Milestone::ImpactStart)?;
    let [Some(first), Some(latest)] = bounds(incident.times.time(begin)) else { return None };
    let start = [first, latest];
    let ending = [Milestone::ImpactEnd, Milestone::Mitigated];
    let ending = ending.into_iter().find_map(|end| Some((end, incident.milestone(end)?)));
    let over = ending.map(|(_, time)| time);
    let known = over.map(|end| bounds(incident.times.time(end)));
    let end = match known {
        Some([low, Some(high)]) => Some([low.unwrap_or(first).max(first), high.max(first)]),
        _ => None,
    };
    // What lasts beyond a known minute is drawn up to it.
    let last = known.and_then(|[low, _]| low).unwrap_or(last).max(latest);
    let is_by_day = [Some(begin), over].into_iter().flatten().any(|time| incident.times.time(time).tick > Tick::Minute);
    let tied = over.zip(end).and_then(|(over, end)| tied(incident, [begin, over], start, end));
    let about = [Some(begin), over].map(|time| match Shape::of(incident, incident.times.time(time?)) {
        Shape::About(Moment::Clock { at, .. }) => Some(minute(at)),
        _ => None,
    });
    let rows = [row(Milestone::ImpactStart), ending.map(|(end, _)| row(end)).unwrap_or_default()];
    let impact = Impact { is_by_day, start, end, about, last, rows, tied, tracks: Vec::new(), milestones: Vec::new() };
    let (tracks, milestones) = (tracks::tracks(incident, config, &impact), milestones(incident, &impact, row));
    Some(Impact { tracks, milestones, ..impact })
}

/// The length, where that is exact although the minute of the start is not.
fn tied(incident: &Incident, ends: [TimeId; 2], start: [i64; 2], end: [i64; 2]) -> Option<Tied> {
    let length = incident.times.difference(ends[0], ends[1]);
    let minutes = match (length.tick?, length.low.filter(|low| length.high == Some(*low))?) {
        (Tick::Second, seconds) => seconds.div_euclid(60),
        (Tick::Minute, minutes) => minutes,
        _ => return None,
    };
    let slides = minutes > 0 && start[0] < start[1] && start.map(|start| start + minutes) == end;
    slides.then(|| Tied { minutes, length: length.to_string(), reports: reports(incident, ends[0]) })
}

/// What reports put the start at a minute, in the order of time, those of one minute together.
fn reports(incident: &Incident, start: TimeId) -> Vec<Report> {
    let mut said: Vec<(i64, &str, Vec<&String>)> = Vec::new();
    for report in &incident.times.time(start).reports {
        let time = incident.times.time(report.time);
        let (word, moment) = match Shape::of(incident, time) {
            Shape::At(moment) => ("", moment),
            Shape::About(moment) => ("about ", moment),
            Shape::Range(moment, _) => ("from ", moment),
            _ => continue,
        };
        let Moment::Clock { at, .. } = moment else { continue };
        let minute = minute(at);
        match said.iter_mut().find(|(other, ..)| *other == minute) {
            Some((_, words, keys)) => {
                *words = if *words == word { word } else { "about " };
                keys.push(&report.source);
            }
            None => said.push((minute, word, vec![&report.source])),
        }
    }
    said.sort_by_key(|(minute, ..)| *minute);
    let label = |(at, word, keys): (i64, &str, Vec<&String>)| {
        let sources = words::citations(incident, keys);
        let names: Vec<&str> = sources.iter().map(|source| source.label.as_str()).collect();
        let clock = clock(at, incident.timezone);
        let words = |before: &str, after| Words { before: before.to_owned(), clock: clock.clone(), after };
        let sign = if word == "about " { "~" } else { word };
        let labels =
            [words(word, format!(", {}", names.join(" "))), words(word, String::new()), words(sign, String::new())];
        Report { at, labels }
    };
    said.into_iter().map(label).collect()
}

/// The milestones inside the impact and at its ends that are known to the minute, or about.
fn milestones<'r>(incident: &Incident, impact: &Impact<'_>, row: impl Fn(Milestone) -> &'r str) -> Vec<Flag<'r>> {
    let inside = impact.start[0]..=impact.end_or_last()[1];
    let named = [
        (Milestone::Detected, "Detected"),
        (Milestone::Declared, "Declared"),
        (Milestone::Acknowledged, "Acknowledged"),
        (Milestone::Identified, "Cause known"),
        (Milestone::Mitigated, "Mitigated"),
        (Milestone::PublicNotice, "Public notice"),
    ];
    let mut found = Vec::new();
    for (milestone, name) in named {
        let Some(time) = incident.milestone(milestone).map(|id| incident.times.time(id)) else { continue };
        let (is_about, at) = match Shape::of(incident, time) {
            Shape::At(Moment::Clock { at, .. }) => (false, at),
            Shape::About(Moment::Clock { at, .. }) => (true, at),
            _ => continue,
        };
        let at = minute(at);
        if inside.contains(&at) {
            // A guess does not look like a measurement.
            let label = if is_about { format!("{name}, about") } else { name.to_owned() };
            found.push(Flag { at, id: row(milestone), label });
        }
    }
    found.sort_by_key(|flag| flag.at);
    found
}

//! What a chart is to show of an impact: its bounds, its phases, its milestones, and what reports say of its start.

use super::clock::clock;
use super::record::bounds;
use super::story::{Impact, Level, Phase, Report, Tied, Words};
use crate::metrics::Span;
use crate::model::Incident;
use crate::model::time::{Difference, Tick, TimeId};
use crate::model::words::{self as model, Milestone};
use crate::view::words::{self, Moment, Shape};

/// The impact of an incident whose last event is at a minute, with the permalinks of its start and its end. `None`
/// where a bound of its start is not known: it is then listed, not placed.
pub(super) fn impact(incident: &Incident, last: i64, rows: [String; 2]) -> Option<Impact> {
    let begin = incident.milestone(Milestone::ImpactStart)?;
    let [Some(first), Some(latest)] = bounds(incident.times.time(begin)) else { return None };
    let start = [first, latest];
    let over = [Milestone::ImpactEnd, Milestone::Mitigated].into_iter().find_map(|end| incident.milestone(end));
    let known = over.map(|end| bounds(incident.times.time(end)));
    let end = match known {
        Some([low, Some(high)]) => Some([low.unwrap_or(first).max(first), high.max(first)]),
        _ => None,
    };
    // What lasts beyond a known minute is drawn up to it.
    let last = known.and_then(|[low, _]| low).unwrap_or(last).max(latest);
    let is_by_day = [Some(begin), over].into_iter().flatten().any(|time| incident.times.time(time).tick > Tick::Minute);
    let tied = over.zip(end).and_then(|(over, end)| tied(incident, [begin, over], start, end, rows));
    let impact = Impact { is_by_day, start, end, last, tied, phases: Vec::new(), milestones: Vec::new() };
    let (phases, milestones) = (phases(incident, &impact), milestones(incident, &impact));
    Some(Impact { phases, milestones, ..impact })
}

/// The length, where that is exact although the minute of the start is not.
fn tied(incident: &Incident, ends: [TimeId; 2], start: [i64; 2], end: [i64; 2], rows: [String; 2]) -> Option<Tied> {
    let length = incident.times.difference(ends[0], ends[1]);
    let minutes = match (length.tick?, length.low.filter(|low| length.high == Some(*low))?) {
        (Tick::Second, seconds) => seconds.div_euclid(60),
        (Tick::Minute, minutes) => minutes,
        _ => return None,
    };
    let slides = minutes > 0 && start[0] < start[1] && start.map(|start| start + minutes) == end;
    slides.then(|| Tied { minutes, length: length.to_string(), reports: reports(incident, ends[0]), rows })
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
        let minute = at.timestamp().div_euclid(60);
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
        Report {
            at,
            labels: [
                words(word, format!(", {}", names.join(" "))),
                words(word, String::new()),
                words(sign, String::new()),
            ],
        }
    };
    said.into_iter().map(label).collect()
}

/// The phases one after the other: where several spans overlap, the worst counts.
fn phases(incident: &Incident, impact: &Impact) -> Vec<Phase> {
    let [from, to] = [impact.start[1], impact.end.map_or(impact.last, |end| end[0])];
    let segments = incident.impact.as_ref().map_or(&[][..], |impact| &impact.segments);
    let mut spans: Vec<(i64, i64, Level, &str)> = Vec::new();
    for segment in segments {
        let (level, word) = match segment.level.as_ref().and_then(|level| level.value) {
            Some(model::Level::Degraded) => (Level::Degraded, "Degraded"),
            Some(model::Level::Partial) => (Level::Down, "Partly down"),
            Some(model::Level::Major) => (Level::Down, "Down"),
            None => (Level::Down, "Impact"),
        };
        let ends = Span::of(incident, segment);
        let begin = ends
            .map(|span| bounds(incident.times.time(span.from))[1])
            .or_else(|| segment.from.is_none().then_some(Some(from)));
        let end = ends
            .map(|span| bounds(incident.times.time(span.to))[0])
            .or_else(|| segment.to.is_none().then_some(Some(to)));
        if let (Some(Some(begin)), Some(Some(end))) = (begin, end) {
            spans.push((begin, end, level, word));
        }
    }
    if spans.is_empty() {
        spans.push((from, to, Level::Down, "Impact"));
    }
    let mut edges: Vec<i64> = spans.iter().flat_map(|(from, to, ..)| [*from, *to]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut pieces: Vec<(i64, i64, Level, &str)> = Vec::new();
    for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
        let inside = spans.iter().filter(|(begin, end, ..)| begin <= from && to <= end);
        let Some((.., level, word)) = inside.max_by_key(|(.., level, word)| (*level as u8, *word == "Down")) else {
            continue;
        };
        match pieces.last_mut() {
            Some(before) if before.1 == *from && before.3 == *word => before.1 = *to,
            _ => pieces.push((*from, *to, *level, word)),
        }
    }
    let is_exact = impact.start[0] == impact.start[1] && impact.end.is_some_and(|[low, high]| low == high);
    let label = |from: i64, to: i64, word: &str| {
        let length = Difference { tick: Some(Tick::Minute), low: Some(to - from), high: Some(to - from) };
        match impact.end {
            None if to == impact.last => format!("{word}, no end on record"),
            Some(_) if is_exact && !impact.is_by_day => format!("{word}, {length}"),
            _ => word.to_owned(),
        }
    };
    pieces.into_iter().map(|(from, to, level, word)| Phase { from, to, level, label: label(from, to, word) }).collect()
}

/// The milestones inside the impact and at its ends that are known to the minute, or about.
fn milestones(incident: &Incident, impact: &Impact) -> Vec<(i64, Words)> {
    let inside = impact.start[0]..=impact.end_or_last()[1];
    let named = [
        (Milestone::Detected, "Detected"),
        (Milestone::Declared, "Declared"),
        (Milestone::Identified, "Cause known"),
        (Milestone::Mitigated, "Mitigated"),
        (Milestone::PublicNotice, "Public notice"),
    ];
    let mut found = Vec::new();
    for (milestone, name) in named {
        let Some(time) = incident.milestone(milestone).map(|id| incident.times.time(id)) else { continue };
        let (Shape::At(Moment::Clock { at, .. }) | Shape::About(Moment::Clock { at, .. })) = Shape::of(incident, time)
        else {
            continue;
        };
        let minute = at.timestamp().div_euclid(60);
        if inside.contains(&minute) {
            found.push((minute, Words { before: name.to_owned(), ..Words::default() }));
        }
    }
    found.sort_by_key(|(minute, _)| *minute);
    found
}

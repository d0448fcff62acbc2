//! What is said of single minutes of an outage whose start or end is not certain.

use super::items::minute_of;
use super::window::Window;
use crate::model::Incident;
use crate::model::time::TimeId;
use crate::view::minutes::{Group, Rail, Row};
use crate::view::shown::{Part, Report};
use crate::view::words::{self, Moment, Shape, counted, plain};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// What is said of each minute.
pub(super) type Notes = BTreeMap<DateTime<Utc>, Vec<Report>>;

/// What is said of one end of the impact, and how it is worded.
struct End<'w> {
    time: TimeId,
    /// Its earliest and its latest minute.
    bounds: [Option<DateTime<Utc>>; 2],
    /// `start`
    noun: &'w str,
    /// `Begun`
    done: &'w str,
}

/// What the record and its sources say of single minutes.
pub(super) fn notes(incident: &Incident, window: &Window) -> Notes {
    let mut notes = Notes::new();
    let start = End { time: window.start, bounds: window.from, noun: "start", done: "Begun" };
    start.add(incident, &mut notes);
    if let Some(end) = window.end {
        let end = End { time: end, bounds: window.to, noun: "end", done: "Over" };
        end.add(incident, &mut notes);
        tied(incident, window, end.time, &mut notes);
    }
    notes
}

impl End<'_> {
    fn add(&self, incident: &Incident, notes: &mut Notes) {
        let reports = &incident.times.time(self.time).reports;
        let [earliest, latest] = self.bounds;
        if earliest == latest {
            return;
        }
        let mut said: BTreeMap<DateTime<Utc>, [Vec<&String>; 2]> = BTreeMap::new();
        for report in reports {
            let time = incident.times.time(report.time);
            // What is tied to the other end is told below, where the other end is.
            let said_of = minute_said(Shape::of(incident, time)).filter(|_| time.tie.is_none());
            if let Some((minute, is_bound)) = said_of {
                said.entry(minute).or_default()[usize::from(is_bound)].push(&report.source);
            }
        }
        for (minute, [then, by_then]) in said {
            let words = match Some(minute) {
                minute if minute == earliest => format!("Earliest {} in any report", self.noun),
                minute if minute == latest => format!("Latest {} in any report", self.noun),
                _ => format!("{}, in {}", self.done, reports_of(then.len())),
            };
            let by_words = format!("{} by now, in {}", self.done, reports_of(by_then.len()));
            for (words, keys) in [(words, then), (by_words, by_then)].into_iter().filter(|(_, keys)| !keys.is_empty()) {
                let sources = words::citations(incident, keys);
                notes.entry(minute).or_default().push(Report { words: vec![plain(words)], sources });
            }
        }
        let time = incident.times.time(self.time);
        if reports.is_empty() && time.tie.is_none() && !time.about {
            for (minute, which) in [(earliest, "Earliest"), (latest, "Latest")] {
                add(notes, minute, vec![plain(format!("{which} {}", self.noun))]);
            }
        }
    }
}

/// What an exact length says of the end, where the start is not exact.
fn tied(incident: &Incident, window: &Window, end: TimeId, notes: &mut Notes) {
    let length = incident.times.difference(window.start, end);
    if length.low.is_none() || length.low != length.high || window.from[0] == window.from[1] {
        return;
    }
    for (start, end) in window.from.into_iter().zip(window.to) {
        let Some(start) = start else { continue };
        let clock = words::clock(incident, Moment::clock(start, false));
        add(notes, end, vec![plain("Over by now, if it began at "), clock]);
    }
}

fn add(notes: &mut Notes, minute: Option<DateTime<Utc>>, words: Vec<Part>) {
    if let Some(minute) = minute {
        notes.entry(minute).or_default().push(Report { words, sources: Vec::new() });
    }
}

/// The minute that a report is about, and whether it only says that by then it was so.
fn minute_said(shape: Shape) -> Option<(DateTime<Utc>, bool)> {
    match shape {
        Shape::At(Moment::Clock { at, .. }) | Shape::About(Moment::Clock { at, .. }) => Some((minute_of(at), false)),
        Shape::Before(Moment::Clock { at, .. })
        | Shape::By(Moment::Clock { at, .. })
        | Shape::Range(_, Moment::Clock { at, .. }) => Some((minute_of(at), true)),
        _ => None,
    }
}

fn reports_of(number: usize) -> String {
    format!("{} report{}", counted(number), if number == 1 { "" } else { "s" })
}

/// Sentences above the list: what its rail shows beside what is certainly down and what is not.
pub(super) fn above(groups: &[Group]) -> Option<String> {
    let rails = groups.iter().flat_map(|group| &group.rows).map(|row| match row {
        Row::Event(event) => event.rail,
        Row::Tick(tick) => tick.rail,
        Row::Ticks(ticks) => ticks.rail,
        Row::Gap(gap) => gap.rail,
    });
    let rails: Vec<Rail> = rails.collect();
    let [degraded, partial, maybe] = [Rail::Degraded, Rail::Partial, Rail::Maybe].map(|rail| rails.contains(&rail));
    let level = match (degraded, partial) {
        (true, true) => {
            Some("Where the line is amber, the service is degraded; where it is only outlined, it is partly down.")
        }
        (true, false) => Some("Where the line is amber, the service is degraded."),
        (false, true) => Some("Where the line is only outlined, the service is partly down."),
        (false, false) => None,
    };
    let doubt = maybe.then_some("Where the line is hatched, the impact is possible and not certain.");
    let sentences: Vec<&str> = level.into_iter().chain(doubt).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// What the row of an end of the impact says of the minutes between which it stands, where no minute says it.
pub(super) fn beyond(
    incident: &Incident,
    window: &Window,
    notes: &Notes,
    index: usize,
    shape: Shape,
) -> Option<String> {
    let (word, minute) = match index {
        _ if !matches!(shape, Shape::About(Moment::Clock { .. })) => return None,
        _ if index == window.first => ("earliest", window.from[0]?),
        _ if index == window.last && window.end.is_some() => ("latest", window.to[1]?),
        _ => return None,
    };
    let clock = words::clock(incident, Moment::clock(minute, false)).text;
    (!notes.contains_key(&minute)).then(|| format!("{word} {clock}"))
}

//! What is said of single minutes of an outage whose start or end is not certain.

use super::items::minute_of;
use super::window::Window;
use crate::model::Incident;
use crate::model::time::TimeId;
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

/// A sentence above the list, where its rail shows doubt.
pub(super) fn above(incident: &Incident, window: &Window) -> Option<String> {
    let is_sure = |id: TimeId| {
        let time = incident.times.time(id);
        time.earliest.is_some() && time.earliest == time.latest
    };
    let sure = is_sure(window.start) && window.end.is_none_or(is_sure);
    (!sure).then(|| "Where the line is hatched, the impact is possible and not certain.".to_owned())
}

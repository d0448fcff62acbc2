//! One more entry at the end of a record's timeline, in the record's own style. Text goes in and text comes out: only
//! an insertion, and only one that the ordinary readers read back as the entry that was given and nothing else changed.

mod forms;
#[cfg(test)]
mod laws;
mod place;
mod proof;
#[cfg(test)]
mod tests;
mod when;
mod words;

use self::place::{Place, Record};
use self::proof::Reading;
use self::when::Clock;
use crate::model::fault::Fault;
use crate::model::sections::outline;
use crate::model::time::Tick;
use crate::model::time::written::Point;
use crate::model::words::{Milestone, Status};
use crate::model::{Defaults, Incident};
use crate::source::SourceFile;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// An entry to be added, in the words of whoever adds it.
#[derive(Clone, Copy, Debug)]
pub struct NewEntry<'a> {
    /// The time as records write it; `None` is this minute. A clock time without a date is the last one before now, or
    /// the nearest to the end of an incident that is over.
    pub at: Option<&'a str>,
    /// What happened; line breaks are spaces.
    pub text: &'a str,
    /// An actor's id.
    pub actor: Option<&'a str>,
    /// Milestones by name.
    pub milestones: &'a [String],
    /// Keys of sources.
    pub sources: &'a [String],
}

/// A record with one entry more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// The whole file.
    pub text: String,
    /// The time of the entry as it is written.
    pub at: String,
    /// The day it is on in the zone of the record, where it is known to the day.
    pub day: Option<NaiveDate>,
    /// What happened, on one line.
    pub said: String,
    /// The line of the file that the entry begins on, from 1.
    pub line: usize,
}

/// Why an entry cannot be added, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// One phrase, lower case, no full stop.
    pub message: String,
    /// The way out.
    pub help: String,
}

impl Refused {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// Adds an entry to the record in a file.
///
/// # Errors
/// If the record cannot be read, the entry says something that it cannot say, or the record would not be read as before
/// with that entry at its end.
pub fn log(file: &SourceFile, defaults: &Defaults, entry: &NewEntry, now: DateTime<Utc>) -> Result<Logged, Refused> {
    let before = Reading::new(file, defaults)?;
    let incident = &before.incident;
    let said = words::said(entry, incident)?;
    let (document, _) = file.parse();
    let body = document.body.as_ref().map(outline);
    let place = Record { file: &file.text, root: &document.root, entries: before.entries(), body }.place()?;
    let clock = Clock {
        now,
        zone: incident.timezone,
        column: place.zone,
        about: defaults.about_seconds,
        last: is_over(incident.status).then(|| last_clock(incident)).flatten(),
    };
    let ways = entry.at.map_or_else(|| Ok(clock.this_minute()), |at| clock.given(at))?;

    let mut refused = words::no_place(&said);
    for way in &ways {
        for spelt in words::spellings(&said, place.is_markdown) {
            for written in place.forms.iter().filter_map(|form| form.write(&way.text, &spelt)) {
                let text = inserted(&file.text, &place, &written);
                let new = SourceFile::new(file.path.as_str(), text.into_bytes());
                let read = Reading::new(&new, defaults);
                let proven = read.and_then(|read| read.adds(&before, &spelt, &way.meaning).map(|at| (read, at)));
                match proven {
                    Ok((read, at)) => return Ok(logged(&read.incident, &new.text, &way.text, said.text, at)),
                    Err(reason) => refused = reason,
                }
            }
        }
    }
    Err(refused)
}

/// The day of a clock time without a date: the last time it was that late in a zone.
pub(super) fn last_day(point: &Point, now: DateTime<Utc>, zone: Tz) -> Result<NaiveDate, Fault> {
    Clock { now, zone, column: None, about: 0, last: None }.day_of(point)
}

fn inserted(file: &str, place: &Place, written: &str) -> String {
    let (above, below) = file.split_at(place.at);
    [above, &place.before, written, &place.after, below].concat()
}

fn logged(incident: &Incident, text: &str, at: &str, said: String, start: usize) -> Logged {
    let time = incident.timeline.last().map(|entry| incident.times.time(entry.at));
    let fine = time.filter(|time| time.tick <= Tick::Day);
    let day = fine.and_then(|time| time.earliest.or(time.latest)).map(|edge| edge.local.date());
    let line = text[..start].matches('\n').count() + 1;
    Logged { text: text.to_owned(), at: at.to_owned(), day, said, line }
}

/// Whether what is logged now is told from memory.
fn is_over(status: Status) -> bool {
    match status {
        Status::Triage | Status::Active | Status::Mitigated => false,
        Status::Resolved | Status::Cancelled | Status::FalsePositive | Status::NearMiss => true,
    }
}

/// The first second in which it was over, by its milestones; without them, of the last entry. Whose clock time is not known
/// says nothing: what is noted late does not move the end.
fn last_clock(incident: &Incident) -> Option<DateTime<Utc>> {
    let ends = [Milestone::Resolved, Milestone::ImpactEnd, Milestone::Mitigated].map(|end| incident.milestone(end));
    let entries = incident.timeline.iter().rev().map(|entry| entry.at);
    let times = ends.into_iter().flatten().chain(entries).map(|id| incident.times.time(id));
    let mut clocks = times.filter(|time| time.tick <= Tick::Minute).filter_map(|time| time.earliest);
    clocks.next().map(|edge| edge.first)
}

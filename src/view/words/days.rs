//! The local day a time begins on, as far as it is known.

use super::moment::{Moment, Shape};
use crate::model::Incident;
use crate::model::time::TimeId;
use crate::view::shown::Part;
use chrono::{Datelike, NaiveDate};

/// The day in full: `Thursday 2 November 2017`, `November 2017`, `2012`.
pub(in crate::view) fn long_day(incident: &Incident, id: TimeId) -> Option<Part> {
    day(incident, id, &["%A %-d %B %Y", "%B %Y", "%Y"])
}

/// The day in short: `2 Nov 2017`, `Nov 2017`, `2012`.
pub(in crate::view) fn short_day(incident: &Incident, id: TimeId) -> Option<Part> {
    day(incident, id, &["%-d %b %Y", "%b %Y", "%Y"])
}

/// The day in short where its year is plain: `2 Nov`, `Nov`; `None` if the year is all that is known.
pub(in crate::view) fn day_of_year(incident: &Incident, id: TimeId) -> Option<Part> {
    day(incident, id, &["%-d %b", "%b", ""]).filter(|part| !part.text.ends_with(' ') && !part.text.is_empty())
}

/// The day as `formats` write a day, a month, a year; a span of several days is only a month or a year.
fn day(incident: &Incident, id: TimeId, formats: &[&str; 3]) -> Option<Part> {
    let shape = Shape::of(incident, incident.times.time(id));
    let first = shape.first()?;
    let last = if let Shape::Range(_, last) = shape { last } else { first };
    let (from, to) = (first.day(incident), last.day(incident));
    let finest = usize::from(from != to || matches!(first, Moment::Month(_)));
    let level = match (first, last) {
        _ if from.year() != to.year() => return Some(years(from, to)).filter(|_| !formats[2].is_empty()),
        (Moment::Year(_), _) | (_, Moment::Year(_)) => 2,
        _ if from.month() != to.month() => 2,
        _ => finest,
    };
    let word = match shape {
        Shape::About(Moment::Day(_) | Moment::Month(_) | Moment::Year(_)) => "about ",
        // Something before a minute of a day is on that day or before it; what is before the day is not on it.
        Shape::By(_) | Shape::Before(Moment::Clock { .. }) => "by ",
        Shape::From(_) | Shape::After(Moment::Clock { .. }) => "from ",
        Shape::Before(_) => "before ",
        Shape::After(_) => "after ",
        Shape::About(_) | Shape::Unknown | Shape::At(_) | Shape::Range(..) => "",
    };
    let datetime = from.format(["%Y-%m-%d", "%Y-%m", "%Y"][level]).to_string();
    Some(Part { text: format!("{word}{}", from.format(formats[level])), spoken: None, datetime: Some(datetime) })
}

fn years(from: NaiveDate, to: NaiveDate) -> Part {
    super::plain(format!("{}–{}", from.year(), to.year()))
}

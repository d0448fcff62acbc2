//! A time inside a sentence or a table, with words where the list has signs.

use super::moment::{Moment, Shape};
use super::plain;
use crate::model::Incident;
use crate::model::time::written::{Centre, Offset, Point, Side, When, Zone};
use crate::model::time::{Difference, Tick, TimeId, Written};
use crate::model::words::{Milestone, Word};
use crate::view::shown::Part;
use chrono::NaiveDate;

/// A time inside a sentence: `about 18:45`, `18:45–19:00`, `2 Nov 2017, 20:05`, `11 min after the start`, `unknown`.
/// A clock time on the local day `near` stands without its date.
pub(in crate::view) fn time(incident: &Incident, id: TimeId, near: Option<NaiveDate>) -> Vec<Part> {
    let shape = Shape::of(incident, incident.times.time(id));
    let names = names(incident, id).map(|words| vec![plain(words)]);
    names.unwrap_or_else(|| of_shape(incident, shape, near))
}

/// A time behind a verb: `at 18:45`, `on 2 Nov 2017`, `between 18:45 and 19:00`, `about 18:45`.
pub(in crate::view) fn when(incident: &Incident, id: TimeId, near: Option<NaiveDate>) -> Vec<Part> {
    let mut parts = time(incident, id, near);
    if names(incident, id).is_some() {
        return parts;
    }
    let is_dated = parts.len() > 1;
    let before = match Shape::of(incident, incident.times.time(id)) {
        Shape::At(Moment::Clock { .. }) if !is_dated => "at ",
        Shape::At(Moment::Clock { .. } | Moment::Day(_)) => "on ",
        Shape::At(_) => "in ",
        Shape::Range(..) => {
            let dashes = parts.iter_mut().filter(|part| part.text.trim() == dash().text);
            dashes.for_each(|part| *part = plain(" and "));
            "between "
        }
        _ => return parts,
    };
    parts.insert(0, plain(before));
    parts
}

/// What tells a time by the milestones that it names, where bounds would tell less.
pub(in crate::view) fn names(incident: &Incident, id: TimeId) -> Option<String> {
    let time = incident.times.time(id);
    let exact = matches!(Shape::of(incident, time), Shape::At(_) | Shape::About(_));
    time.written.as_ref().filter(|_| !exact && !time.faulty).and_then(|written| by_names(incident, written))
}

/// What a source says, as it says it: a clock time keeps the zone that it names, and has a date only if it gives one.
pub(in crate::view) fn report(incident: &Incident, id: TimeId) -> Vec<Part> {
    let time = incident.times.time(id);
    let Some(written) = &time.written else { return self::time(incident, id, None) };
    if let Some(words) = by_names(incident, written) {
        return vec![plain(words)];
    }
    let Some((dated, zone)) = clock_of(written) else { return self::time(incident, id, None) };
    let shape = Shape::of(incident, time);
    if let Some(zone) = zone {
        return as_written(written, zone);
    }
    let near = shape.first().map(|moment| moment.day(incident)).filter(|_| !dated);
    of_shape(incident, shape, near)
}

/// A clock time alone, as the zone switch changes it.
pub(in crate::view) fn clock(incident: &Incident, moment: Moment) -> Part {
    let text = match moment {
        Moment::Clock { at, seconds } => {
            let local = at.with_timezone(&incident.timezone);
            local.format(if seconds { "%H:%M:%S" } else { "%H:%M" }).to_string()
        }
        Moment::Day(day) => day.format("%-d %b %Y").to_string(),
        Moment::Month(day) => day.format("%b %Y").to_string(),
        Moment::Year(day) => day.format("%Y").to_string(),
    };
    Part { text, spoken: None, datetime: Some(moment.datetime()) }
}

/// The sign between two times.
pub(in crate::view) fn dash() -> Part {
    Part { text: "–".to_owned(), spoken: Some(" to ".to_owned()), datetime: None }
}

/// How far a tie is from its anchor, without its direction, and whether that is later: `11 min`, `2–5 min`.
pub(in crate::view) fn offset(low: Offset, high: Option<Offset>) -> (String, bool) {
    let high = high.unwrap_or(low);
    let fine = low.length.has_seconds() || high.length.has_seconds();
    let (low, high) = (low.seconds(), high.seconds());
    let is_later = high > 0 || low == 0;
    let (low, high) = if is_later { (low, high) } else { (-high, -low) };
    let tick = if fine { Tick::Second } else { Tick::Minute };
    let step = if fine { 1 } else { 60 };
    let length = Difference { tick: Some(tick), low: Some(low / step), high: Some(high / step) };
    (length.to_string(), is_later)
}

fn of_shape(incident: &Incident, shape: Shape, near: Option<NaiveDate>) -> Vec<Part> {
    let dated = |moment| dated(incident, moment, near);
    let after = |word: &str, moment| [vec![plain(word)], dated(moment)].concat();
    match shape {
        Shape::Unknown => vec![plain("unknown")],
        Shape::At(moment) => dated(moment),
        Shape::About(moment) => after("about ", moment),
        Shape::Before(moment) => after("before ", moment),
        Shape::By(moment) => after("by ", moment),
        Shape::After(moment) => after("after ", moment),
        Shape::From(moment) => [after("from ", moment), vec![plain(" on")]].concat(),
        Shape::Range(from, to) => range(incident, from, to, near),
    }
}

fn range(incident: &Incident, from: Moment, to: Moment, near: Option<NaiveDate>) -> Vec<Part> {
    let is_clock = |moment| matches!(moment, Moment::Clock { .. });
    let is_short = is_clock(from) && is_clock(to) && from.day(incident) == to.day(incident)
        || matches!((from, to), (Moment::Year(_), Moment::Year(_)));
    if is_short {
        return [dated(incident, from, near), vec![dash(), clock(incident, to)]].concat();
    }
    let dash = Part { text: " – ".to_owned(), ..dash() };
    [dated(incident, from, near), vec![dash], dated(incident, to, near)].concat()
}

fn dated(incident: &Incident, moment: Moment, near: Option<NaiveDate>) -> Vec<Part> {
    let part = clock(incident, moment);
    let day = moment.day(incident);
    if !matches!(moment, Moment::Clock { .. }) || near == Some(day) {
        return vec![part];
    }
    // The day goes with the clock where the zone changes.
    vec![Part { datetime: part.datetime.clone(), ..clock(incident, Moment::Day(day)) }, plain(", "), part]
}

/// A time that is told by the milestones that it names: `11 min after the start`, `between the start and the end`.
pub(in crate::view) fn by_names(incident: &Incident, written: &Written) -> Option<String> {
    Some(match written {
        Written::Tie { anchor, offset: low, high } => tied(incident, &anchor.text, *low, *high)?,
        Written::About { centre: Centre::Tie { anchor, offset }, .. } => {
            format!("about {}", tied(incident, &anchor.text, *offset, None)?)
        }
        Written::Between { from, to } => {
            format!("between {} and {}", noun(incident, &from.text)?, noun(incident, &to.text)?)
        }
        _ => return None,
    })
}

fn tied(incident: &Incident, anchor: &str, low: Offset, high: Option<Offset>) -> Option<String> {
    let (length, is_later) = offset(low, high);
    let noun = noun(incident, anchor)?;
    Some(match (low.seconds(), high) {
        (0, None) => format!("at {noun}"),
        _ => format!("{length} {} {noun}", if is_later { "after" } else { "before" }),
    })
}

/// The milestone that a name is, or is the entry of.
pub(in crate::view) fn noun(incident: &Incident, name: &str) -> Option<&'static str> {
    let of_entry = || {
        let time = incident.times.named(name)?;
        let of_it = incident.milestones.iter().filter(|(_, mark)| mark.time == time).map(|(milestone, _)| *milestone);
        of_it.min_by_key(|milestone| !matches!(milestone, Milestone::ImpactStart | Milestone::ImpactEnd))
    };
    Some(match Milestone::of(name).or_else(of_entry)? {
        Milestone::Trigger => "the trigger",
        Milestone::ImpactStart => "the start",
        Milestone::Detected => "detection",
        Milestone::Declared => "the declaration",
        Milestone::Acknowledged => "the acknowledgement",
        Milestone::Identified => "the finding of the cause",
        Milestone::Mitigated => "mitigation",
        Milestone::ImpactEnd => "the end",
        Milestone::Resolved => "the resolution",
        Milestone::PublicNotice => "the public notice",
    })
}

/// Whether the clock time of a text has a date, and the zone it names; `None` if it has no clock time.
fn clock_of(written: &Written) -> Option<(bool, Option<Zone>)> {
    let (Written::Point(point)
    | Written::Bound { point, .. }
    | Written::About { centre: Centre::Point(point), .. }
    | Written::Range { from: point, .. }) = written
    else {
        return None;
    };
    match point.when {
        When::Clock { date, zone, .. } => Some((date.is_some(), zone)),
        _ => None,
    }
}

/// A clock time in a zone of its own is no clock of the record: it stands as it was written.
fn as_written(written: &Written, zone: Zone) -> Vec<Part> {
    let words = match written {
        Written::About { centre: Centre::Point(point), .. } => format!("about {}", bare(point)),
        Written::Bound { side, point } => {
            let word = match side {
                Side::Before => "before",
                Side::By => "by",
                Side::After => "after",
            };
            format!("{word} {}", bare(point))
        }
        Written::Range { from, to } => format!("{}–{}", bare(from), bare(to)),
        Written::Point(point) => bare(point),
        _ => written.to_string(),
    };
    vec![plain(format!("{words} {zone}"))]
}

fn bare(point: &Point) -> String {
    match point.when {
        When::Clock { date: Some(date), clock, .. } => format!("{}, {clock}", date.format("%-d %b %Y")),
        When::Clock { clock, .. } => clock.to_string(),
        _ => point.to_string(),
    }
}

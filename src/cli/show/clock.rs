//! A time as the timeline of a terminal shows it: on the clock of the record, with its doubt.

use crate::model::Incident;
use crate::model::time::written::{Side, Written};
use crate::model::time::{Difference, Tick, Tie, Time, TimeId};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// `14:02`, `~14:02`, `18:45–19:00`, `before 19:00`, `down +11 min`, `down..up`, `unknown`.
pub(super) fn text(incident: &Incident, id: TimeId) -> String {
    let time = incident.times.time(id);
    match &time.written {
        Some(Written::Between { from, to }) => format!("{}..{}", from.text, to.text),
        Some(Written::Tie { .. }) => tied(time),
        Some(Written::About { .. }) if time.tie.is_some() => format!("~{}", tied(time)),
        Some(Written::About { width, .. }) => {
            let width = width.map_or_else(String::new, |width| format!(" ±{width}"));
            middle(incident, time).map_or_else(unknown, |middle| format!("~{middle}{width}"))
        }
        Some(Written::Bound { side, .. }) => bound(incident, time, *side),
        Some(Written::Unknown) => unknown(),
        Some(Written::Point(_) | Written::Range { .. }) | None => range(incident, time),
    }
}

/// The day that a clock time is on; none for what is coarser or not known.
pub(super) fn day(incident: &Incident, id: TimeId) -> Option<NaiveDate> {
    let time = incident.times.time(id);
    let edge = time.earliest.or(time.latest).filter(|_| is_clock(time))?;
    let is_before = matches!(time.written, Some(Written::Bound { side: Side::Before, .. }));
    Some(if is_before { local(incident, edge.last + TimeDelta::seconds(1)).date() } else { edge.local.date() })
}

/// Whether all that is known of these times is on one day, so that it need not be said.
pub(super) fn is_on_one_day(incident: &Incident, times: impl Iterator<Item = TimeId>) -> bool {
    let known = times.filter(|id| !incident.times.time(*id).is_open()).map(|id| day(incident, id));
    let days: BTreeSet<Option<NaiveDate>> = known.collect();
    days.len() < 2 && !days.contains(&None)
}

fn is_clock(time: &Time) -> bool {
    matches!(time.tick, Tick::Second | Tick::Minute)
}

fn unknown() -> String {
    "unknown".to_owned()
}

fn tied(time: &Time) -> String {
    let Some(Tie { anchor, low, high, seconds, .. }) = &time.tie else { return unknown() };
    let (tick, unit) = if *seconds { (Tick::Second, 1) } else { (Tick::Minute, 60) };
    let offset = Difference { tick: Some(tick), low: Some(low / unit), high: Some(high / unit) };
    let sign = if *low < 0 { "" } else { "+" };
    format!("{anchor} {sign}{offset}")
}

fn bound(incident: &Incident, time: &Time, side: Side) -> String {
    let second = TimeDelta::seconds(1);
    let at = match side {
        Side::By => time.latest.map(|edge| edge.last),
        Side::Before => time.latest.map(|edge| edge.last + second),
        Side::After => time.earliest.map(|edge| edge.first - second),
    };
    at.map_or_else(unknown, |at| format!("{side} {}", label(time.tick, local(incident, at))))
}

fn range(incident: &Incident, time: &Time) -> String {
    let Some((first, last)) = time.earliest.zip(time.latest) else {
        let open = |word: &str, at: NaiveDateTime| format!("{word} {}", label(time.tick, at));
        return match (time.earliest, time.latest) {
            (Some(first), _) => open("from", first.local),
            (_, Some(last)) => open("by", last.local),
            _ => unknown(),
        };
    };
    let (from, to) = (label(time.tick, first.local), label(time.tick, last.local));
    match (from == to, first.local.date() == local(incident, last.last).date()) {
        (true, true) => from,
        (_, false) if is_clock(time) => format!("{from} – {} {to}", last.local.date()),
        _ if from == to => from,
        _ => format!("{from}–{to}"),
    }
}

/// What `about` is about: the middle of its bounds.
fn middle(incident: &Incident, time: &Time) -> Option<String> {
    let (first, last) = (time.earliest?.first, time.latest?.last);
    Some(label(time.tick, local(incident, first + (last - first) / 2)))
}

fn label(tick: Tick, at: NaiveDateTime) -> String {
    let form = match tick {
        Tick::Second => "%H:%M:%S",
        Tick::Minute => "%H:%M",
        Tick::Day => "%Y-%m-%d",
        Tick::Month => "%Y-%m",
        Tick::Year => "%Y",
    };
    at.format(form).to_string()
}

fn local(incident: &Incident, at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&incident.timezone).naive_local()
}

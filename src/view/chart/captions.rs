//! The days over the windows of the axis: those of the events, not of the room around them.

use super::clock::{day, local};
use super::segments::Window;
use super::story::{Kind, Story};
use super::widths::width;
use chrono::{Datelike, NaiveDateTime};

/// What stands over a window.
#[derive(Clone, Debug)]
pub(super) struct Caption {
    /// The words; may be empty.
    pub(super) text: String,
    /// Whether they are one day, and no year.
    pub(super) is_day: bool,
    /// The day of the last event, `2017-11-02`.
    pub(super) day: String,
    /// The minute in the middle of the events.
    pub(super) mid: i64,
}

/// From more minutes than these on, the first caption has a year.
const LONG: i64 = 200 * 1440;

/// The captions of windows of these widths. None where all is one day, none twice.
pub(super) fn captions(story: &Story, windows: &[Window], widths: &[f64]) -> Vec<Caption> {
    let (Some(first), Some(last)) = (windows.first(), windows.last()) else { return Vec::new() };
    let has_days = local(first.lo, story.zone).date() != local(last.hi, story.zone).date();
    let mut captions: Vec<Caption> = Vec::with_capacity(windows.len());
    let mut year: Option<i32> = None;
    for (index, (window, room)) in windows.iter().zip(widths).enumerate() {
        let (low, high) = extent(story, window);
        let (from, to) = (local(low, story.zone), local(high, story.zone));
        let is_one = from.date() == to.date();
        let has_year = year.map_or(index == 0 && last.hi - first.lo > LONG, |year| year != to.year());
        year = Some(to.year());
        let is_repeated = is_one && captions.last().is_some_and(|before| before.day == to.date().to_string());
        let words = if has_days && !is_repeated { words(from, to, has_year) } else { Vec::new() };
        let text = words.into_iter().find(|words| width(words, 11.0) <= room - 6.0).unwrap_or_default();
        captions.push(Caption {
            is_day: !text.is_empty() && is_one && !ends_in_year(&text),
            day: to.date().to_string(),
            mid: (low.max(window.lo) + high).div_euclid(2),
            text,
        });
    }
    captions
}

/// The minutes of the events of a window; all of it where it is the impact, or empty.
fn extent(story: &Story, window: &Window) -> (i64, i64) {
    let is_impact = window.is_focus && story.impact.is_some();
    let inside = || story.events.iter().filter(|event| window.lo <= event.point && event.point <= window.hi);
    // The midnight at the end of a day is no part of it.
    let last = |kind| i64::from(matches!(kind, Kind::Day | Kind::Range));
    let low = inside().map(|event| event.low).min();
    let high = inside().map(|event| event.high - last(event.kind)).max();
    match (low, high) {
        (Some(low), Some(high)) if !is_impact => (low.max(window.lo), high.min(window.hi)),
        _ => (window.lo, window.hi),
    }
}

/// Ways to say the days, the longest first.
fn words(from: NaiveDateTime, to: NaiveDateTime, has_year: bool) -> Vec<String> {
    if from.year() != to.year() {
        let dated = |at: NaiveDateTime| format!("{} {}", day(at), at.year());
        return vec![format!("{} to {}", dated(from), dated(to)), format!("{} to {}", from.year(), to.year())];
    }
    let mut days = if from.date() == to.date() {
        day(from)
    } else if from.month() == to.month() {
        format!("{} to {}", from.day(), day(to))
    } else {
        format!("{} to {}", day(from), day(to))
    };
    let mut all = Vec::with_capacity(4);
    if has_year {
        let short = std::mem::take(&mut days);
        all.push(format!("{short} {}", to.year()));
        all.push(format!("{} {}", from.format("%b"), from.year()));
        all.push(short);
    } else {
        all.push(days);
    }
    all.push(day(from));
    all
}

fn ends_in_year(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 4 && bytes[bytes.len() - 4..].iter().all(u8::is_ascii_digit)
}

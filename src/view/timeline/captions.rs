//! The days over the windows of the axis: those of what is in them, not of the room around it, and nothing finer than
//! the record.

use super::clock::{day, local, month};
use super::cut::Window;
use super::grain::Grain;
use super::place::Kind;
use super::story::Story;
use super::widths::width;
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// What stands over a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Caption {
    /// The words, `2 to 3 Nov`; may be empty.
    pub(super) text: String,
    /// Whether they are one day and no year, which follows the zone switch.
    pub(super) is_day: bool,
    /// The day of the last event.
    pub(super) day: NaiveDate,
    /// The minute in the middle of the events.
    pub(super) mid: i64,
}

/// From more minutes than these on, the first caption has a year.
const LONG: i64 = 200 * 1440;

/// A bound of what is in a window, and how finely it is told.
type Bound = (i64, Grain);

/// What may stand over a window, whatever its width.
#[derive(Clone, Debug, Default)]
pub(super) struct Days {
    /// The ways to say it, the longest first.
    words: Vec<String>,
    /// Whether that is one day, told to the minute.
    is_one: bool,
    day: NaiveDate,
    mid: i64,
}

/// The days over windows. None where all is one day, none twice.
pub(super) fn days(story: &Story<'_>, windows: &[Window]) -> Vec<Days> {
    let extents: Vec<Option<[Bound; 2]>> = windows.iter().map(|window| extent(story, window)).collect();
    let known = || extents.iter().flatten();
    let date = |(minute, _): Bound| local(minute, story.zone).date();
    let has_days = match (known().next(), known().next_back()) {
        (Some([first, _]), Some([_, last])) => first.1.max(last.1) > Grain::Minute || date(*first) != date(*last),
        _ => false,
    };
    if !has_days {
        return vec![Days::default(); windows.len()];
    }
    let is_long = windows.first().zip(windows.last()).is_some_and(|(first, last)| last.hi - first.lo > LONG);
    let (mut year, mut before): (Option<i32>, Option<NaiveDate>) = (None, None);
    let days = extents.into_iter().map(|extent| {
        let Some([low, high]) = extent else { return Days::default() };
        let [from, to] = [low, high].map(|(minute, grain)| (local(minute, story.zone), grain));
        let (day, is_day) = (to.0.date(), from.0.date() == to.0.date());
        let has_year = year.map_or(is_long, |year| year != to.0.year());
        let is_repeated = is_day && before == Some(day);
        (year, before) = (Some(day.year()), Some(day));
        Days {
            words: if is_repeated { Vec::new() } else { words(from, to, has_year) },
            is_one: is_day && from.1.max(to.1) == Grain::Minute,
            day,
            mid: (low.0 + high.0).div_euclid(2),
        }
    });
    days.collect()
}

impl Days {
    /// As much of it as there is room for.
    pub(super) fn caption(&self, room: f64) -> Caption {
        let text = self.words.iter().find(|words| width(words, 11.0) <= room - 6.0).cloned().unwrap_or_default();
        Caption { is_day: self.is_one && !text.is_empty() && !ends_in_year(&text), day: self.day, mid: self.mid, text }
    }
}

/// The first and the last of what is in a window; `None` where nothing in it is known.
fn extent(story: &Story<'_>, window: &Window) -> Option<[Bound; 2]> {
    let inside = |minute: i64| window.lo <= minute && minute <= window.hi;
    let (mut low, mut high): (Option<Bound>, Option<Bound>) = (None, None);
    let mut reach = |from: Bound, to: Bound| {
        low = Some(low.map_or(from, |low| low.min(from)));
        high = Some(high.map_or(to, |high| if (to.0, high.1) > (high.0, to.1) { to } else { high }));
    };
    for event in story.events.iter().filter(|event| inside(event.point) && !event.kind.is_unknown()) {
        let grain = event.grain;
        // The midnight at the end of a day is no part of it.
        let is_after = matches!(event.kind, Kind::Day | Kind::Range) || event.kind == Kind::By && grain > Grain::Minute;
        let after = i64::from(is_after);
        let high = (event.high - after).min(window.hi);
        reach((event.low.max(window.lo).min(high), grain), (high, grain));
    }
    if let Some(impact) = story.impact.as_ref().filter(|_| window.is_focus) {
        let (grain, after) = if impact.is_by_day { (Grain::Day, 1) } else { (Grain::Minute, 0) };
        reach((impact.start[0], grain), ((impact.end_or_last()[1] - after).max(impact.start[0]), grain));
    }
    Some([low?, high?])
}

/// Ways to say the days, the months or the years, the longest first.
fn words(from: (NaiveDateTime, Grain), to: (NaiveDateTime, Grain), has_year: bool) -> Vec<String> {
    let [first, last] = [from.0, to.0];
    let year = last.year();
    let full = |(at, grain): (NaiveDateTime, Grain)| match grain {
        Grain::Year => at.year().to_string(),
        Grain::Month => format!("{} {}", month(at), at.year()),
        Grain::Minute | Grain::Day => format!("{} {}", day(at), at.year()),
    };
    if first.year() != year {
        return vec![format!("{} to {}", full(from), full(to)), format!("{} to {year}", first.year())];
    }
    let months = || {
        let [from, to] = [first, last].map(month);
        if from == to { from.to_owned() } else { format!("{from} to {to}") }
    };
    match from.1.max(to.1) {
        Grain::Year => vec![year.to_string()],
        Grain::Month => vec![format!("{} {year}", months()), year.to_string()],
        Grain::Minute | Grain::Day => {
            let told = if first.date() == last.date() {
                vec![day(first)]
            } else if first.month() == last.month() {
                let from = first.day();
                vec![format!("{from} to {}", day(last)), format!("{from}–{}", day(last)), months()]
            } else {
                let [from, to] = [first, last].map(day);
                vec![format!("{from} to {to}"), format!("{from} – {to}"), months()]
            };
            if !has_year {
                return told;
            }
            let dated = told.iter().map(|words| format!("{words} {year}")).chain([year.to_string()]);
            dated.chain(told.iter().cloned()).collect()
        }
    }
}

fn ends_in_year(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 4 && bytes[bytes.len() - 4..].iter().all(u8::is_ascii_digit)
}

//! The headings of the list: before, the impact, after; or one a day.

use super::items::Item;
use super::lines::{Line, Section};
use super::window::Window;
use crate::metrics::{self, Measured};
use crate::model::Incident;
use crate::model::time::Tick;
use crate::view::words::Moment;
use chrono::NaiveDate;

/// Lines under one heading.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    /// The heading.
    pub(super) heading: String,
    /// The day that its clock times need not repeat; `None` if it is that of the list.
    pub(super) day: Option<NaiveDate>,
    /// The lines.
    pub(super) list: Vec<Line>,
}

/// The lines under their headings.
pub(super) fn groups(
    incident: &Incident,
    items: &[Item<'_>],
    window: Option<&Window>,
    lines: Vec<(Section, Line)>,
) -> Vec<Lines> {
    let begun = window.and_then(|window| items[window.first].day(incident));
    let mut groups: Vec<Lines> = Vec::new();
    let mut current: Option<(Section, Option<Moment>)> = None;
    for (section, line) in lines {
        let label = label(incident, items, &line);
        let is_new = current.is_none_or(|(before, day)| before != section || opens(section, day, label));
        if is_new {
            let same_section = current.is_some_and(|(before, _)| before == section);
            let day_before = current.and_then(|(_, day)| day);
            let heading = match section {
                Section::Before => "Before".to_owned(),
                Section::During if !same_section => window.map_or_else(String::new, |window| impact(incident, window)),
                Section::After if !same_section && (label.is_none() || label == day_before) => {
                    afterwards(label.or(day_before), begun)
                }
                _ => label.map_or_else(|| "Undated".to_owned(), in_full),
            };
            let day = if section == Section::Before { None } else { label.or(day_before) };
            current = Some((section, day));
            let day = day.and_then(|day| if let Moment::Day(day) = day { Some(day) } else { None });
            groups.push(Lines { heading, day, list: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.list.push(line);
        }
    }
    groups
}

/// The heading of what follows on the day of the end: that day is named where the impact has begun on another.
fn afterwards(day: Option<Moment>, begun: Option<NaiveDate>) -> String {
    match day {
        Some(moment @ Moment::Day(day)) if begun != Some(day) => format!("Afterwards, {}", in_full(moment)),
        _ => "Afterwards".to_owned(),
    }
}

/// Whether a line begins a new day of its section.
fn opens(section: Section, current: Option<Moment>, label: Option<Moment>) -> bool {
    match (section, current, label) {
        (Section::During, Some(Moment::Day(current)), Some(Moment::Day(day))) => current < day,
        (Section::After | Section::Whole, current, Some(_)) => current != label,
        _ => false,
    }
}

/// The day, month or year of a line.
fn label(incident: &Incident, items: &[Item<'_>], line: &Line) -> Option<Moment> {
    let moment = match line {
        Line::Item(index) => items[*index].shape.first()?,
        Line::Tick(at) => Moment::clock(*at, false),
        Line::Gap { .. } => return None,
    };
    Some(match moment {
        Moment::Clock { .. } => Moment::Day(moment.day(incident)),
        moment => moment,
    })
}

pub(super) fn in_full(moment: Moment) -> String {
    match moment {
        Moment::Clock { at, .. } => at.format("%-d %B %Y").to_string(),
        Moment::Day(day) => day.format("%-d %B %Y").to_string(),
        Moment::Month(day) => day.format("%B %Y").to_string(),
        Moment::Year(day) => day.format("%Y").to_string(),
    }
}

/// The heading of the impact: `The eleven minutes, inside these twenty-six`, `The impact: 24 h 11 min`.
fn impact(incident: &Incident, window: &Window) -> String {
    let Some(end) = window.end else {
        return if window.is_going_on { "The impact so far" } else { "The impact" }.to_owned();
    };
    let length = incident.times.difference(window.start, end);
    let measured = (metrics::metric("impact_duration").measure)(incident);
    // With a pause, the facts tell less than lies between its ends.
    if let (Measured::Time(impaired), Some(1..), Some(_)) = (&measured, length.low, length.high)
        && impaired.low.is_some_and(|low| low > 0)
        && impaired.high.is_some()
        && impaired.to_string() != length.to_string()
    {
        return format!("The impact: {impaired} within {length}");
    }
    let is_known = length.low.is_some_and(|low| low > 0);
    let exact = length.low.filter(|low| length.high == Some(*low) && (2..=60).contains(low));
    match (exact, length.tick, window.from[0].zip(window.to[1])) {
        (Some(minutes), Some(Tick::Minute), Some((from, to))) => {
            let around = (to - from).num_minutes();
            let inside = if around > minutes { format!(", inside these {}", spelled(around)) } else { String::new() };
            format!("The {} minutes{inside}", spelled(minutes))
        }
        _ if is_known && length.high.is_some() => format!("The impact: {length}"),
        _ => "The impact".to_owned(),
    }
}

const ONES: [&str; 20] = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number of minutes in a heading, in letters up to ninety-nine.
fn spelled(number: i64) -> String {
    let Ok(index) = usize::try_from(number) else { return number.to_string() };
    match (index, index / 10, index % 10) {
        (0..20, ..) => ONES[index].to_owned(),
        (20..100, tens, 0) => TENS[tens].to_owned(),
        (20..100, tens, ones) => format!("{}-{}", TENS[tens], ONES[ones]),
        _ => number.to_string(),
    }
}

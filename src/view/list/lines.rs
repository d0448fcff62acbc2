//! The order of the list: entries as written, ticks in their place in time between them, and time left out.

use super::gaps;
use super::items::{Item, minute_of};
use super::window::Window;
use crate::model::Incident;
use crate::view::minutes::{Edge, Rail};
use chrono::{DateTime, Utc};

/// A line of the list to be.
#[derive(Clone, Debug)]
pub(super) enum Line {
    /// The item of an index.
    Item(usize),
    /// A minute.
    Tick(DateTime<Utc>),
    /// Time in which nothing is recorded.
    Gap {
        /// How long it is.
        text: String,
        /// The state of the service meanwhile.
        rail: Rail,
    },
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Before the start of the impact.
    Before,
    /// From its start to its end.
    During,
    /// After its end.
    After,
    /// There is no impact.
    Whole,
}

/// The lines in order, each with where it stands.
pub(super) fn lines(
    incident: &Incident,
    items: &[Item<'_>],
    window: Option<&Window>,
    rails: &[(Rail, Edge)],
    minutes: &[DateTime<Utc>],
) -> Vec<(Section, Line)> {
    let mut minutes = minutes.iter().copied().peekable();
    let is_ticked = minutes.peek().is_some();
    let mut lines = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let section = section(window, index);
        if index > 0 {
            let before = self::section(window, index - 1);
            let is_inside = before == Section::During && section == Section::During;
            // What is possible above becomes certain meanwhile, or what is certain above only possible.
            let rail = match (before, rails[index - 1].0, rails[index].0) {
                (Section::Before | Section::Whole, ..) => Rail::Up,
                (Section::During, above, below) if is_inside && above != Rail::Maybe && below != Rail::Maybe => above,
                (Section::During, _, below) => below,
                (Section::After, above, _) => above,
            };
            let gap = gaps::between(incident, &items[index - 1], item).filter(|_| !(is_inside && is_ticked));
            lines.extend(gap.map(|text| (before, Line::Gap { text, rail })));
        }
        if section == Section::During {
            let until = ticks_until(item, index, window);
            while let Some(minute) = minutes.next_if(|minute| until.is_some_and(|until| *minute < until)) {
                lines.push((Section::During, Line::Tick(minute)));
            }
        }
        lines.push((section, Line::Item(index)));
        if window.is_some_and(|window| window.last == index) {
            lines.extend(minutes.by_ref().map(|minute| (Section::During, Line::Tick(minute))));
        }
    }
    lines
}

const fn section(window: Option<&Window>, index: usize) -> Section {
    match window {
        None => Section::Whole,
        Some(window) if index < window.first => Section::Before,
        Some(window) if index > window.last => Section::After,
        Some(_) => Section::During,
    }
}

/// Before which minute the ticks stand above a row: below an unsure start, above an unsure end.
fn ticks_until(item: &Item<'_>, index: usize, window: Option<&Window>) -> Option<DateTime<Utc>> {
    match window {
        Some(window) if window.is_unsure_edge(item, index) => {
            (index == window.last).then_some(DateTime::<Utc>::MAX_UTC).filter(|_| index != window.first)
        }
        _ => item.place.map(minute_of),
    }
}

//! How times, days, zones, sources and people read on every page. What each page does with the words is left to it.

mod days;
mod moment;
mod people;
mod sources;
mod times;
mod zones;

#[cfg(test)]
mod tests;

pub(super) use days::{day_of_year, long_day, short_day};
pub(super) use moment::{Moment, Shape};
pub(super) use people::actor;
pub(super) use sources::{citations, grouped};
pub(super) use times::{by_names, clock, dash, names, noun, offset, report, time, when};
pub(super) use zones::{zone_at, zone_label};

use super::shown::{Markdown, Part};
use crate::model::number::Decimal;
use crate::model::words::Level;

const COUNTS: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// A number inside a sentence: `one` to `twelve`, digits above, `no` for none.
pub(super) fn counted(number: usize) -> String {
    COUNTS.get(number).map_or_else(|| figures(number), |word| (*word).to_owned())
}

/// A count in figures: `10,000`.
pub(super) fn figures(number: usize) -> String {
    Decimal::from(u64::try_from(number).unwrap_or(u64::MAX)).to_page()
}

/// A quantity whose units stay with their numbers where a line ends; between two ends of a range it may break, and the
/// dash stays behind the first.
pub(super) fn firm(quantity: &str) -> String {
    quantity.replace(' ', "\u{a0}").replace("–\u{a0}", "– ").replace("\u{a0}to\u{a0}", " to ")
}

/// Words that are no time.
pub(super) fn plain(text: impl Into<String>) -> Part {
    Part { text: text.into(), ..Part::default() }
}

/// A text of the record; `links` are the link definitions of the record, which go with a text that may use them.
pub(super) fn with_links(text: &str, links: &str) -> Markdown {
    if links.is_empty() || !text.contains('[') {
        return Markdown(text.to_owned());
    }
    Markdown(format!("{text}\n\n{links}"))
}

/// How badly something was impaired.
pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Degraded => "Degraded",
        Level::Partial => "Partly down",
        Level::Major => "Down",
    }
}

/// The text of several parts together, as it is seen.
pub(super) fn text(parts: &[Part]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect()
}

/// The text with its first letter as a sentence has it.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

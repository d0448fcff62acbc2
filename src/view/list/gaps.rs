//! Time left out between two rows. It is told only where it is certain.

use super::items::Item;
use super::lines::Line;
use super::window::Window;
use crate::model::Incident;
use crate::model::time::{Difference, Tick};
use crate::view::minutes::Rail;
use crate::view::words::{self, Moment};

/// How long it was from one row to the next: `10 min later`, `at least 8 h later`; `None` where that is not worth a row.
pub(super) fn between(incident: &Incident, earlier: &Item<'_>, later: &Item<'_>) -> Option<String> {
    let difference = incident.times.difference(earlier.time, later.time);
    let (low, high) = (difference.low?, difference.high?);
    let worth = match difference.tick? {
        Tick::Second => 300,
        Tick::Minute => 5,
        Tick::Day => 2,
        Tick::Month | Tick::Year => 1,
    };
    let at_least = if low == high { "" } else { "at least " };
    let low = Difference { high: Some(low), ..difference };
    (difference.low >= Some(worth)).then(|| format!("{at_least}{low} later"))
}

/// The last line of an impact that has no end on record.
pub(super) fn not_over(incident: &Incident, window: &Window, items: &[Item<'_>]) -> Option<Line> {
    if window.end.is_some() {
        return None;
    }
    let text = match items.last().and_then(|item| item.shape.first()) {
        Some(moment @ Moment::Clock { at, .. }) => {
            let clock = words::clock(incident, moment).text;
            let zone = words::zone_at(incident, at);
            let state = if window.is_going_on { "Not over" } else { "No end on record" };
            format!("{state}. Nothing is recorded after {clock} {zone}.")
        }
        _ if window.is_going_on => "Not over.".to_owned(),
        _ => "No end on record.".to_owned(),
    };
    Some(Line::Gap { text, rail: Rail::Open })
}

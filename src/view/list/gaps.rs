//! Time left out between two rows. It is told only where it is certain.

use super::groups;
use super::items::Item;
use super::lines::Line;
use super::window::Window;
use crate::model::Incident;
use crate::model::time::{Difference, Tick};
use crate::view::minutes::Rail;
use crate::view::words::{self, Moment};
use chrono::NaiveDate;

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

/// The last line of an impact that has no end on record; `day` is the day of its heading.
pub(super) fn not_over(
    incident: &Incident,
    window: &Window,
    items: &[Item<'_>],
    day: Option<NaiveDate>,
) -> Option<Line> {
    if window.end.is_some() {
        return None;
    }
    let state = if window.is_going_on { "Not over" } else { "No end on record" };
    let last = items.iter().filter_map(|item| Some((item.last.or(item.place)?, item.shape.last()?)));
    let after = last.max_by_key(|(at, _)| *at).map(|(_, moment)| match moment {
        Moment::Clock { at, .. } => {
            let clock = words::clock(incident, moment).text;
            let zone = words::zone_at(incident, at);
            let own = moment.day(incident);
            let on =
                if day == Some(own) { String::new() } else { format!(" on {}", groups::in_full(Moment::Day(own))) };
            format!(" Nothing is recorded after {clock} {zone}{on}.")
        }
        moment => format!(" Nothing is recorded after {}.", groups::in_full(moment)),
    });
    Some(Line::Gap { text: format!("{state}.{}", after.unwrap_or_default()), rail: Rail::Open })
}

//! The permalinks of the rows: readable, unique on the page, and the same each time.

use super::items::Item;
use crate::model::Incident;
use crate::model::words::Milestone;
use crate::view::words::{self, Moment, Shape};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// Gives out permalinks; twins are told apart by `.2`, `.3`.
#[derive(Debug)]
pub(super) struct Ids {
    zone: Tz,
    first_day: Option<NaiveDate>,
    given: BTreeMap<String, usize>,
}

impl Ids {
    /// Permalinks in which a clock time on the first day has no date.
    pub(super) const fn new(zone: Tz, first_day: Option<NaiveDate>) -> Self {
        Self { zone, first_day, given: BTreeMap::new() }
    }

    /// The permalink of the next row of such a time.
    pub(super) fn of(&mut self, shape: Shape) -> String {
        let words = match shape {
            Shape::Unknown => "unknown".to_owned(),
            Shape::At(moment) | Shape::About(moment) => self.moment(moment),
            Shape::Before(moment) => format!("before-{}", self.moment(moment)),
            Shape::By(moment) => format!("by-{}", self.moment(moment)),
            Shape::After(moment) => format!("after-{}", self.moment(moment)),
            Shape::From(moment) => format!("from-{}", self.moment(moment)),
            Shape::Range(from, to) => format!("{}/{}", self.moment(from), self.moment(to)),
        };
        let id = format!("t={words}");
        let count = self.given.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { format!("{id}.{count}") }
    }

    /// A clock time to the minute, whether or not its second is known: that is what one asks for.
    fn moment(&self, moment: Moment) -> String {
        let Moment::Clock { at, .. } = moment else { return moment.datetime() };
        let local = at.with_timezone(&self.zone);
        let form = if self.first_day == Some(local.date_naive()) { "%H:%M" } else { "%Y-%m-%dT%H:%M" };
        local.format(form).to_string()
    }
}

/// The day that permalinks without a date mean: that of the impact's start, else of the first clock time.
pub(super) fn first_day(incident: &Incident, items: &[Item<'_>]) -> Option<NaiveDate> {
    let clock = |item: &Item<'_>| match item.shape.first() {
        Some(moment @ Moment::Clock { .. }) => Some(moment.day(incident)),
        _ => None,
    };
    let start = items.iter().find(|item| item.is(Milestone::ImpactStart)).and_then(clock);
    start.or_else(|| items.iter().find_map(clock))
}

/// The name of the record's zone over the list; `None` where no row has an instant.
pub(super) fn zone(incident: &Incident, items: &[Item<'_>]) -> Option<String> {
    let instants = items.iter().filter_map(|item| match item.shape.first() {
        Some(Moment::Clock { at, .. }) => Some(at),
        _ => None,
    });
    let mut instants: Vec<DateTime<Utc>> = instants.collect();
    instants.sort_unstable();
    // A name of the zone holds for a while: one look a day is enough for a list of any length.
    instants.dedup_by(|later, earlier| *later - *earlier < TimeDelta::hours(1));
    (!instants.is_empty()).then(|| words::zone_label(incident, instants))
}

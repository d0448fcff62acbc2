//! How badly the service was impaired in a minute, by the segments of the impact. Whether it was is left to the window.

use super::items::minute_of;
use crate::metrics;
use crate::model::time::Edge;
use crate::model::words::Level;
use crate::model::{Incident, Segment};
use crate::view::minutes::Rail;
use chrono::{DateTime, Utc};

/// The segments of an impact.
#[derive(Clone, Debug, Default)]
pub(super) struct Levels {
    spans: Vec<Leveled>,
}

/// A segment among the minutes.
#[derive(Clone, Copy, Debug)]
struct Leveled {
    level: Level,
    /// From the latest minute of its start to the earliest of its end it is certain.
    certain: [DateTime<Utc>; 2],
    /// From the earliest minute of its start to the latest of its end it is possible.
    possible: [DateTime<Utc>; 2],
}

impl Levels {
    /// The segments, but for those with a time that was refused; one without an end goes on.
    pub(super) fn of(incident: &Incident) -> Self {
        let segments = incident.impact.iter().flat_map(|impact| &impact.segments);
        Self { spans: segments.filter_map(|segment| Leveled::of(incident, segment)).collect() }
    }

    /// The rail of a minute of the impact: its worst certain level. Where no segment is certain and others are possible,
    /// one may end as the next begins: then the least of them is certain. `is_over` where the minute ends the impact.
    pub(super) fn rail(&self, at: DateTime<Utc>, is_over: bool) -> Rail {
        if self.spans.is_empty() {
            return Rail::Down;
        }
        let holds = |[from, to]: [DateTime<Utc>; 2]| from <= at && (at < to || is_over && at == to);
        let levels = |of: fn(&Leveled) -> [DateTime<Utc>; 2]| {
            self.spans.iter().filter(move |span| holds(of(span))).map(|span| span.level)
        };
        let certain = levels(|span| span.certain).max();
        match (certain, levels(|span| span.possible).min(), levels(|span| span.possible).count()) {
            (Some(level), ..) | (None, Some(level), 2..) => rail(level),
            (None, Some(_), _) => Rail::Maybe,
            (None, None, _) => Rail::Up,
        }
    }
}

impl Leveled {
    fn of(incident: &Incident, segment: &Segment) -> Option<Self> {
        let level = segment.level.as_ref().and_then(|level| level.value).unwrap_or(Level::Major);
        let (from, to) = metrics::ends(incident, segment);
        let time = |id| incident.times.time(id);
        let (from, to) = (time(from?), to.map(time));
        if from.faulty || to.is_some_and(|to| to.faulty) {
            return None;
        }
        let [first, last] = [|edge: Edge| minute_of(edge.first), |edge: Edge| minute_of(edge.last)];
        let [never, always] = [DateTime::<Utc>::MAX_UTC, DateTime::<Utc>::MIN_UTC];
        let to_earliest = to.map_or(never, |to| to.earliest.map_or(always, first));
        Some(Self {
            level,
            certain: [from.latest.map_or(never, last), to_earliest],
            possible: [from.earliest.map_or(always, first), to.and_then(|to| to.latest).map_or(never, last)],
        })
    }
}

const fn rail(level: Level) -> Rail {
    match level {
        Level::Degraded => Rail::Degraded,
        Level::Partial => Rail::Partial,
        Level::Major => Rail::Down,
    }
}

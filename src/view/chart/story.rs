//! What is to be drawn, in whole minutes since 1970 UTC. Made from a record by the builder, or from a test's case.

use crate::view::timeline::Tone;
use chrono_tz::Tz;

/// An incident, as far as a chart shows it.
#[derive(Clone, Debug)]
pub(super) struct Story {
    /// The zone of all labels.
    pub(super) zone: Tz,
    /// The names of the lanes; events point into them.
    pub(super) lanes: Vec<String>,
    /// What happened, in the writer's order.
    pub(super) events: Vec<Event>,
    /// When the service was impaired.
    pub(super) impact: Option<Impact>,
    /// How much of it was impaired.
    pub(super) curve: Option<Curve>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// The permalink of its row.
    pub(super) id: String,
    /// Which lane it stands in.
    pub(super) lane: usize,
    /// How exactly its time is known.
    pub(super) kind: Kind,
    /// The first minute it may have been.
    pub(super) low: i64,
    /// The last minute it may have been; not before the first.
    pub(super) high: i64,
    /// Where its mark stands.
    pub(super) point: i64,
    /// What it is called where there is room.
    pub(super) label: String,
    /// What it is called where there is little room; may be empty.
    pub(super) short: String,
    /// What it means for the impact.
    pub(super) tone: Tone,
    /// One of the few that keep a label when there are many.
    pub(super) is_key: bool,
}

/// How exactly a time is known: the shape of the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// To the minute.
    Exact,
    /// About then.
    About,
    /// Some time inside.
    Range,
    /// On that day, or in that month or year.
    Day,
    /// Then or earlier.
    Before,
    /// Then or later.
    After,
    /// Not known, between its neighbours.
    Unknown,
}

impl Kind {
    /// Whether its mark is a box as wide as what is possible.
    pub(super) const fn is_box(self) -> bool {
        matches!(self, Self::Range | Self::Day | Self::Unknown)
    }
}

/// When the service was impaired.
#[derive(Clone, Debug)]
pub(super) struct Impact {
    /// Its bounds are days: no clock time is known of them.
    pub(super) is_by_day: bool,
    /// The first and the last minute in which it may have begun.
    pub(super) start: [i64; 2],
    /// The first and the last minute in which it may have ended.
    pub(super) end: Option<[i64; 2]>,
    /// Where the drawing of one without an end stops.
    pub(super) last: i64,
    /// Its length where that is exact although the minute of the start is not.
    pub(super) tied: Option<Tied>,
    /// How badly it was impaired, and when.
    pub(super) phases: Vec<Phase>,
    /// Milestones under the phases.
    pub(super) milestones: Vec<(i64, Words)>,
}

impl Impact {
    /// The first and the last minute of the end, or of what is drawn.
    pub(super) fn end_or_last(&self) -> [i64; 2] {
        self.end.unwrap_or([self.last; 2])
    }
}

/// An impact whose length is known and whose minute is not.
#[derive(Clone, Debug)]
pub(super) struct Tied {
    /// The length in minutes.
    pub(super) minutes: i64,
    /// The length in words.
    pub(super) length: String,
    /// The starts that are reported.
    pub(super) reports: Vec<Report>,
    /// The permalinks of the rows of its start and its end.
    pub(super) rows: [String; 2],
}

/// A reported start.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// The minute.
    pub(super) at: i64,
    /// Its label on the wide, the middle and the narrow chart.
    pub(super) labels: [Words; 3],
}

/// A span in which the service was impaired to one degree.
#[derive(Clone, Debug)]
pub(super) struct Phase {
    /// Its first minute.
    pub(super) from: i64,
    /// Its last minute.
    pub(super) to: i64,
    /// How badly.
    pub(super) level: Level,
    /// What stands in it where there is room.
    pub(super) label: String,
}

/// How badly the service was impaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    /// Not known to be impaired: the start may be later, or the end earlier.
    Maybe,
    /// Partly.
    Degraded,
    /// Down.
    Down,
}

/// A label, in which one clock time may follow the zone switch.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub(super) struct Words {
    /// What stands before the clock time.
    pub(super) before: String,
    /// The clock time, `18:45`.
    pub(super) clock: String,
    /// What stands after it.
    pub(super) after: String,
}

impl Words {
    /// The label as it is seen.
    pub(super) fn text(&self) -> String {
        format!("{}{}{}", self.before, self.clock, self.after)
    }
}

/// What is left of the service over time, or how many are affected.
#[derive(Clone, Debug)]
pub(super) struct Curve {
    /// What is counted.
    pub(super) name: String,
    /// What else is to say under the name, a line each.
    pub(super) note: Vec<String>,
    /// The value before the first point, if it is known.
    pub(super) before: Option<f64>,
    /// Up to where the last value is known to hold; `None` is to the end of the axis.
    pub(super) until: Option<i64>,
    /// The label of the greatest value.
    pub(super) max: String,
    /// The label at the foot.
    pub(super) min: String,
    /// Where the value changes, in order.
    pub(super) points: Vec<Change>,
    /// What is said of the spans that may hold another value: in full, and short.
    pub(super) text: [String; 2],
}

/// A change of the curve's value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    /// The first and the last minute in which it may have changed.
    pub(super) at: [i64; 2],
    /// The value from then on.
    pub(super) value: f64,
}

//! What is to be drawn, in whole minutes since 1970 UTC. Made from a record by the builder, or from a test's case.

use super::grain::Grain;
use super::place::Kind;
use crate::view::minutes::Tone;
use chrono_tz::Tz;
use std::borrow::Cow;

/// An incident, as far as a chart shows it.
#[derive(Clone, Debug, Default)]
pub(super) struct Story<'r> {
    /// The zone of all labels.
    pub(super) zone: Tz,
    /// The lanes; events point into them.
    pub(super) lanes: Vec<Lane<'r>>,
    /// What happened, in the order of time; what is of one minute as the writer has it.
    pub(super) events: Vec<Event<'r>>,
    /// When the service was impaired.
    pub(super) impact: Option<Impact<'r>>,
    /// How much of it was impaired.
    pub(super) curve: Option<Curve>,
}

/// What has a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lane<'r> {
    /// Its name.
    pub(super) name: &'r str,
    /// Who it is of.
    pub(super) of: Whose,
}

/// Who a lane is of; they stand in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whose {
    /// An actor.
    Actor,
    /// Entries of which the record does not say who.
    Nobody,
    /// Milestones that no entry is.
    Milestones,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub(super) struct Event<'r> {
    /// The permalink of its row.
    pub(super) id: &'r str,
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
    /// In which unit its bounds are told.
    pub(super) grain: Grain,
    /// What it is called; cut where there is less room.
    pub(super) label: Label<'r>,
    /// What it means for the impact.
    pub(super) tone: Tone,
    /// One of the few that keep a label when there are many.
    pub(super) is_key: bool,
}

/// Words beside a mark, and how wide they are.
#[derive(Clone, Debug)]
pub(super) struct Label<'r> {
    /// The words.
    pub(super) text: Cow<'r, str>,
    /// The width of all of them.
    pub(super) width: f64,
    /// Where they are broken into two lines that are as even as they can be, and the width of those.
    pub(super) halves: Option<(usize, f64)>,
}

/// When the service was impaired.
#[derive(Clone, Debug)]
pub(super) struct Impact<'r> {
    /// Its bounds are days: no clock time is known of them.
    pub(super) is_by_day: bool,
    /// The first and the last minute in which it may have begun.
    pub(super) start: [i64; 2],
    /// The first and the last minute in which it may have ended.
    pub(super) end: Option<[i64; 2]>,
    /// The minutes about which it began and ended, where that is how they are told.
    pub(super) about: [Option<i64>; 2],
    /// Where the drawing of one without an end stops.
    pub(super) last: i64,
    /// The permalinks of the rows of its start and its end.
    pub(super) rows: [&'r str; 2],
    /// Its length where that is exact although the minute of the start is not.
    pub(super) tied: Option<Tied>,
    /// How badly it was impaired, and when; one track, or one for each part of the service.
    pub(super) tracks: Vec<Track>,
    /// Milestones under the tracks.
    pub(super) milestones: Vec<Flag<'r>>,
}

impl Impact<'_> {
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
}

/// A reported start.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// The minute.
    pub(super) at: i64,
    /// Its label on the wide, the middle and the narrow chart.
    pub(super) labels: [Words; 3],
}

/// A label in which a clock time follows the zone switch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// What stands before the clock time.
    pub(super) before: String,
    /// The clock time, `18:45`.
    pub(super) clock: String,
    /// What stands after it.
    pub(super) after: String,
}

impl Words {
    /// The label as it is seen, in its parts.
    pub(super) fn parts(&self) -> [&str; 3] {
        [&self.before, &self.clock, &self.after]
    }
}

/// The phases of the service, or of a part of it.
#[derive(Clone, Debug)]
pub(super) struct Track {
    /// The part; empty for all.
    pub(super) name: String,
    /// One after the other.
    pub(super) phases: Vec<Phase>,
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
    /// Whether no end of it is on record.
    pub(super) is_open: bool,
    /// What stands in it where there is room: in full, and short.
    pub(super) labels: [String; 2],
}

impl Phase {
    /// One that is only possible.
    pub(super) const fn maybe(from: i64, to: i64) -> Self {
        Self { from, to, level: Level::Maybe, is_open: false, labels: [String::new(), String::new()] }
    }
}

/// How badly the service was impaired; what is worse is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Not known to be impaired: the start may be later, or the end earlier.
    Maybe,
    /// Worse than usual.
    Degraded,
    /// Some of it is down.
    Partial,
    /// Down.
    Down,
}

impl Level {
    /// The word for it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Maybe => "maybe",
            Self::Degraded => "degraded",
            Self::Partial => "partial",
            Self::Down => "down",
        }
    }
}

/// A milestone under the phases.
#[derive(Clone, Debug)]
pub(super) struct Flag<'r> {
    /// The minute.
    pub(super) at: i64,
    /// The permalink of its row.
    pub(super) id: &'r str,
    /// What it is called.
    pub(super) label: String,
}

/// What is left of the service over time, or how many are affected.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    /// The first and the last minute in which it may have changed.
    pub(super) at: [i64; 2],
    /// The least and the greatest that the value may be from then on.
    pub(super) value: [f64; 2],
    /// The value as printed.
    pub(super) text: String,
}

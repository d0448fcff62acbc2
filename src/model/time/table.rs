//! Every time of one record, resolved: plain values to ask for bounds, ties and names.

use std::collections::BTreeMap;

use super::calendar::{Edge, Tick};
use super::resolve::Bounds;
use super::written::Written;

/// Which time of a record; given out by [`super::Builder`], good for the [`Times`] it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeId(pub(super) u32);

/// Every time of one record, resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    pub(super) all: Vec<Time>,
    pub(super) names: BTreeMap<Box<str>, TimeId>,
}

/// One time: as written, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// As written; `None` where it is `disputed` or could not be read.
    pub written: Option<Written>,
    /// How finely it is known.
    pub tick: Tick,
    /// The first label it can be; `None` is open.
    pub earliest: Option<Edge>,
    /// The last label it can be; `None` is open.
    pub latest: Option<Edge>,
    /// What it is tied to, and how far away.
    pub tie: Option<Tie>,
    /// The two times that it lies between, if it is written `X..Y`.
    pub between: Option<Between>,
    /// What each source says, where sources disagree.
    pub reports: Vec<Report>,
    /// Written `about`: it never makes an order certain enough for an error.
    pub about: bool,
    /// Refused, or resting on one that was: it says nothing, and the fault is told elsewhere.
    pub faulty: bool,
}

/// A tie to another time of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The name as written.
    pub anchor: Box<str>,
    /// The time of that name.
    pub to: TimeId,
    /// The least offset, in seconds.
    pub low: i64,
    /// The greatest offset, in seconds.
    pub high: i64,
    /// Whether the offset is written to the second.
    pub seconds: bool,
}

/// The names at both ends of `X..Y`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Between {
    /// The time it is not before.
    pub from: TimeId,
    /// The time it is not after.
    pub to: TimeId,
    /// Both names as written.
    pub names: [Box<str>; 2],
}

/// What one source says; the value itself is a time like any other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The key of the source.
    pub source: String,
    /// What it says.
    pub time: TimeId,
}

impl Times {
    /// The time of an id.
    ///
    /// # Panics
    /// If the id is not of this record.
    #[must_use]
    pub fn time(&self, id: TimeId) -> &Time {
        &self.all[id.0 as usize]
    }

    /// The time that an entry id or a milestone names.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<TimeId> {
        self.names.get(name).copied()
    }
}

impl Time {
    pub(super) fn new(written: Option<Written>) -> Self {
        let about = matches!(written, Some(Written::About { .. }));
        let Bounds { tick, earliest, latest } = Bounds::OPEN;
        let (tie, between, reports, faulty) = (None, None, Vec::new(), false);
        Self { written, tick, earliest, latest, tie, between, reports, about, faulty }
    }

    /// Whether nothing is known of it: both bounds are open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }

    /// Whether its sources disagree and the record chooses none.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        self.written.is_none() && !self.reports.is_empty()
    }

    /// The earliest label as a count of ticks, where `tick` is as coarse as the time's own or coarser.
    ///
    /// Counts of one tick may be subtracted from one another; they mean nothing else.
    #[must_use]
    pub fn earliest_at(&self, tick: Tick) -> Option<i64> {
        self.earliest.map(|edge| tick.count(edge.label_at(self.tick, tick)))
    }

    /// The latest label as a count of ticks; as [`Time::earliest_at`].
    #[must_use]
    pub fn latest_at(&self, tick: Tick) -> Option<i64> {
        self.latest.map(|edge| tick.count(edge.label_at(self.tick, tick)))
    }

    pub(super) fn bounds(&self) -> Bounds {
        Bounds { tick: self.tick, earliest: self.earliest, latest: self.latest }
    }

    pub(super) fn set(&mut self, bounds: Bounds) {
        Bounds { tick: self.tick, earliest: self.earliest, latest: self.latest } = bounds;
    }
}

//! The times of a record, put on one clock as they are read; they are resolved when all are there.

use super::claim::spanned;
use crate::diag::Span;
use crate::model::time::{Builder, Said, TimeId, Written};
use crate::source::decode::{Read, Reader};
use crate::source::field::{Kind, Shape};
use crate::source::{Node, Text};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// What a reading of a record collects: every time, and where it stands.
pub(in crate::model) struct Clock {
    /// Resolves the times once all are there.
    pub(in crate::model) builder: Builder,
    /// Where each time stands.
    pub(in crate::model) places: Vec<(TimeId, Place)>,
    /// The ids of entries so far, and where each was given.
    pub(super) ids: BTreeMap<String, Span>,
    /// The `at` or `from` that was read last: what follows it may borrow its date.
    last: Option<TimeId>,
    /// The sources that the time read last was given with.
    cited: Vec<String>,
}

impl Clock {
    /// A clock without times.
    pub(in crate::model) fn new(zone: Tz, about_seconds: i64) -> Self {
        let builder = Builder::new(zone, about_seconds);
        Self { builder, places: Vec::new(), ids: BTreeMap::new(), last: None, cited: Vec::new() }
    }

    /// The sources that the time read last was given with.
    pub(super) fn take_cited(&mut self) -> Vec<String> {
        std::mem::take(&mut self.cited)
    }

    /// Forgets the day that the next time might borrow.
    pub(super) fn forget_last(&mut self) {
        self.last = None;
    }
}

/// Where a time stands, for the faults that only show when all are there.
pub(in crate::model) struct Place {
    /// The field's path.
    pub(in crate::model) path: String,
    /// The bytes of the whole value.
    pub(in crate::model) span: Span,
    /// The value as it was written; `None` where it is `disputed`.
    pub(in crate::model) text: Option<Text>,
    /// The reports, in order.
    pub(in crate::model) reports: Vec<Text>,
}

/// A time on the clock of its record; `DAY` says where a bare clock time takes its date from.
#[derive(Clone, Copy)]
pub(in crate::model) struct Timed<const DAY: u8>(pub(in crate::model) TimeId);

/// It must bring its date.
const OWN: u8 = 0;
/// It must bring its date, and lends the timeline its first day.
const LENDS: u8 = 1;
/// It lends and borrows the day of the timeline.
const ENTRY: u8 = 2;
/// It takes the day of its entry's `at`.
const OF_ENTRY: u8 = 3;
/// It takes the day of its segment's `from`.
const OF_SEGMENT: u8 = 4;

/// A time that must bring its date.
pub(in crate::model) type Dated = Timed<OWN>;
/// The time of `impact_start` under `timestamps`.
pub(super) type Start = Timed<LENDS>;
/// The `at` of an entry.
pub(super) type At = Timed<ENTRY>;
/// Another time of an entry.
pub(super) type OfEntry = Timed<OF_ENTRY>;
/// The `to` of a segment.
pub(super) type OfSegment = Timed<OF_SEGMENT>;

impl<const DAY: u8> Shape for Timed<DAY> {
    const KIND: Kind = Kind::Claim(&Kind::Time);
}

impl<const DAY: u8> Read<Clock> for Timed<DAY> {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        let Some(claim) = spanned::<_, Written>(node, reader) else {
            // What can still be read of a faulty `at` sets the day for those below it.
            let text = first_text(node).filter(|_| DAY == ENTRY)?;
            let id = reader.context.builder.unread(text.as_str());
            return Some(Self(place(id, node, Some(text), Vec::new(), reader)));
        };
        let (value, text) = claim.value.unzip();
        let (mut reports, mut texts) = (Vec::new(), Vec::new());
        for (key, (written, text)) in claim.reports {
            reports.push((key, written));
            texts.push(text);
        }
        let said = Said { value, reports };
        let clock = &mut reader.context;
        clock.cited = claim.sources;
        if DAY == LENDS {
            clock.builder.start(Some(&said));
        }
        let id = match (DAY, clock.last) {
            (ENTRY, _) => clock.builder.entry(said),
            (OF_ENTRY, Some(at)) => clock.builder.of_entry(said, at),
            (OF_SEGMENT, Some(from)) => clock.builder.segment_end(said, from),
            _ => clock.builder.dated(said),
        };
        if matches!(DAY, ENTRY | OWN) {
            clock.last = Some(id);
        }
        Some(Self(place(id, node, text, texts, reader)))
    }
}

fn place(id: TimeId, node: &Node, text: Option<Text>, reports: Vec<Text>, reader: &mut Reader<Clock>) -> TimeId {
    let path = reader.path().to_owned();
    reader.context.places.push((id, Place { path, span: node.span.clone(), text, reports }));
    id
}

fn first_text(node: &Node) -> Option<Text> {
    node.as_text().or_else(|| node.as_map()?.find("value")?.as_text()).cloned()
}

//! Milestones that stand under `timestamps`, because no entry is them.

use super::clock::{Clock, Dated, Start};
use crate::model::time::TimeId;
use crate::model::words::{Milestone, Word};
use crate::source::Node;
use crate::source::decode::{Read, Reader};
use crate::source::field::{Field, Key, Kind, Shape, Stage};

/// Where a milestone stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub time: TimeId,
    /// The entry that it is; `None` where it stands under `timestamps`.
    pub entry: Option<usize>,
    /// The sources of a time under `timestamps`.
    pub sources: Vec<String>,
}

impl Mark {
    /// The path of the field that holds the time.
    #[must_use]
    pub fn path(&self, milestone: Milestone) -> String {
        match self.entry {
            Some(index) => format!("timeline[{index}].at"),
            None => format!("timestamps.{}", milestone.as_str()),
        }
    }
}

/// The milestones under `timestamps`, in the order of [`Milestone`].
pub(in crate::model) struct Stamps(pub(in crate::model) Vec<(Milestone, Mark)>);

pub(super) const FIELDS: &[Key] = &[
    IMPACT_START.key,
    OTHERS[0].key,
    OTHERS[1].key,
    OTHERS[2].key,
    OTHERS[3].key,
    OTHERS[4].key,
    OTHERS[5].key,
    OTHERS[6].key,
    OTHERS[7].key,
    OTHERS[8].key,
];

const IMPACT_START: Field<Start> = Field::new("impact_start")
    .from(Stage::Mitigated)
    .doc("Somebody was first affected. Lends the timeline its first day.")
    .example("2026-11-23 14:02");

const OTHERS: [Field<Dated>; 9] = [
    stamp("trigger", "Something set it off."),
    stamp("detected", "Somebody who answers for it knew.").from(Stage::Mitigated),
    stamp("declared", "It was called an incident."),
    stamp("acknowledged", "A responder took it."),
    stamp("identified", "The cause was known well enough to act."),
    stamp("mitigated", "The impact was stopped or made small.").from(Stage::Mitigated),
    stamp("impact_end", "Nobody was affected any longer.").from(Stage::Resolved),
    stamp("resolved", "It was called over.").from(Stage::Resolved),
    stamp("public_notice", "Those outside were told."),
];

const fn stamp(name: &'static str, doc: &'static str) -> Field<Dated> {
    Field::new(name).doc(doc).example("2026-11-23 14:06")
}

impl Shape for Stamps {
    const KIND: Kind = Kind::Map(FIELDS);
}

impl Read<Clock> for Stamps {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, FIELDS, |fields| {
            let mut marks = Vec::new();
            let mut put = |name: &str, time: Option<TimeId>, clock: &mut Clock| {
                let sources = clock.take_cited();
                if let (Some(milestone), Some(time)) = (Milestone::of(name), time) {
                    clock.builder.name(name, time);
                    marks.push((milestone, Mark { time, entry: None, sources }));
                }
            };
            let start = fields.optional(&IMPACT_START).map(|start| start.0);
            put(IMPACT_START.key.name, start, &mut fields.reader.context);
            for field in &OTHERS {
                let time = fields.optional(field).map(|time| time.0);
                put(field.key.name, time, &mut fields.reader.context);
            }
            Self(marks)
        })
    }
}

//! What is done so that it does not happen again.

use super::actors::SOURCES;
use super::claim::{Claim, lines};
use super::clock::{Clock, Dated};
use super::entry::AUDIENCE;
use crate::diag::nearest;
use crate::model::time::TimeId;
use crate::model::words::{ItemKind, ItemStatus};
use crate::source::Node;
use crate::source::decode::{Read, Reader};
use crate::source::field::{Field, Key, Kind, Shape};
use crate::source::shapes::{Line, Markdown, unknown_word, unlisted};

/// What is done so that it does not happen again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remediation {
    /// The items, in the writer's order.
    pub items: Vec<Item>,
    /// The record says `none`.
    pub is_none: bool,
}

/// The word for no item at all.
const NONE: &str = "none";

impl Shape for Remediation {
    const KIND: Kind = Kind::Either(&[Kind::Line, Kind::List(&<Item as Shape>::KIND)]);
}

impl Read<Clock> for Remediation {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        if let Some(text) = node.as_text() {
            let word = text.as_str().trim();
            if word == NONE {
                return Some(Self { items: Vec::new(), is_none: true });
            }
            match nearest(word, [NONE]) {
                Some(_) => unknown_word(text, [NONE].into_iter(), reader),
                None => unlisted(node, reader),
            }
            return None;
        }
        Some(Self { items: Vec::<Item>::read(node, reader)?, is_none: false })
    }
}

/// One piece of remediation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// A name for it.
    pub id: Option<String>,
    /// What is to be done, Markdown.
    pub title: String,
    /// What it is for.
    pub kind: Option<Claim<ItemKind>>,
    /// Who sees to it.
    pub owner: Option<String>,
    /// Until when.
    pub due: Option<TimeId>,
    /// How far it has got.
    pub status: ItemStatus,
    /// When it was done.
    pub done_at: Option<TimeId>,
    /// Where it is tracked.
    pub link: Option<String>,
    /// Why it was declined, or why it waits.
    pub reason: Option<String>,
    /// The factors that it answers, in words or by number.
    pub factors: Vec<String>,
    /// Keys of sources.
    pub sources: Vec<String>,
    /// The outermost audience that may see it.
    pub audience: Option<String>,
}

pub(in crate::model) const FIELDS: &[Key] = &[
    ID.key,
    TITLE.key,
    KIND.key,
    OWNER.key,
    DUE.key,
    STATUS.key,
    DONE_AT.key,
    LINK.key,
    REASON.key,
    FACTORS.key,
    SOURCES.key,
    AUDIENCE.key,
];

const ID: Field<Line> = Field::new("id").doc("A name for it.").example("pool-alert");
const TITLE: Field<Markdown> =
    Field::new("title").needed().doc("What is to be done.").example("Alert on pool saturation");
const KIND: Field<Claim<ItemKind>> = Field::new("kind").doc("What it is for.").example("detect");
const OWNER: Field<Line> =
    Field::new("owner").from(crate::source::field::Stage::Reviewed).own().doc("Who sees to it.").example("payments");
const DUE: Field<Dated> =
    Field::new("due").from(crate::source::field::Stage::Reviewed).own().doc("Until when.").example("2026-12-15");
const STATUS: Field<ItemStatus> = Field::new("status").doc("How far it has got.").example("open");
const DONE_AT: Field<Dated> = Field::new("done_at").doc("When it was done.").example("2026-12-10");
const LINK: Field<Line> = Field::new("link").doc("Where it is tracked.").example("https://example.com/t/4711");
const REASON: Field<Markdown> =
    Field::new("reason").doc("Why it was declined, or why it waits.").example("Covered by the new pool.");
const FACTORS: Field<Vec<Line>> =
    Field::new("factors").doc("The factors that it answers, by number from 1 or in words.").example("[1]");

impl Shape for Item {
    const KIND: Kind = Kind::Either(&[Kind::Line, Kind::Map(FIELDS)]);
}

impl Read<Clock> for Item {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, FIELDS, |fields| Self {
            id: fields.optional(&ID).map(|line| line.0),
            title: fields.required(&TITLE, "item-without-text").map(|text| text.0).unwrap_or_default(),
            kind: fields.optional(&KIND),
            owner: fields.optional(&OWNER).map(|line| line.0),
            due: fields.optional(&DUE).map(|time| time.0),
            status: fields.optional(&STATUS).unwrap_or_default(),
            done_at: fields.optional(&DONE_AT).map(|time| time.0),
            link: fields.optional(&LINK).map(|line| line.0),
            reason: fields.optional(&REASON).map(|text| text.0),
            factors: lines(fields.optional(&FACTORS)),
            sources: lines(fields.optional(&SOURCES)),
            audience: fields.optional(&AUDIENCE).map(|line| line.0),
        })
    }
}

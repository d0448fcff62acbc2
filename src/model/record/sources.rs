//! What a record rests on, what was corrected in it, how it stands to others, and which rules it silences.

use super::actors::SOURCES;
use super::claim::lines;
use super::clock::{Clock, Dated};
use super::entry::AUDIENCE;
use crate::diag::Diagnostic;
use crate::model::time::TimeId;
use crate::model::words::{RelationKind, Word};
use crate::source::Node;
use crate::source::decode::{Read, Reader};
use crate::source::field::{Field, Key, Kind, Shape};
use crate::source::shapes::{Line, Markdown};

/// Something that the record rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The key it is cited by.
    pub key: String,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Where the copy stands that was read, an address or a name.
    pub via: Option<String>,
    /// Where it is archived.
    pub archived: Option<String>,
    /// When it was published.
    pub published: Option<TimeId>,
    /// When it was read.
    pub accessed: Option<TimeId>,
    /// The outermost audience that may see it.
    pub audience: Option<String>,
}

pub(super) const SOURCE: &[Key] =
    &[TITLE.key, PUBLISHER.key, URL.key, VIA.key, ARCHIVED.key, PUBLISHED.key, ACCESSED.key, AUDIENCE.key];

const TITLE: Field<Line> = Field::new("title").doc("Its title.").example("Eleven minutes on Twitter");
const PUBLISHER: Field<Line> = Field::new("publisher").doc("Who published it.").example("The New York Times");
const URL: Field<Line> = Field::new("url").doc("Where it was published.").example("https://example.com/report");
const VIA: Field<Line> =
    Field::new("via").doc("Where the copy stands that was read, if it was not the original.").example("a reprint");
const ARCHIVED: Field<Line> = Field::new("archived").doc("Where it is archived.").example("https://example.org/copy");
const PUBLISHED: Field<Dated> = Field::new("published").doc("When it was published.").example("2017-11-29");
const ACCESSED: Field<Dated> = Field::new("accessed").doc("When it was read.").example("2026-11-24");

/// The sources of a record, by key.
pub(in crate::model) struct SourceMap(pub(in crate::model) Vec<Source>);

impl Shape for SourceMap {
    const KIND: Kind = Kind::Keyed(&Kind::Map(SOURCE));
}

impl Read<Clock> for SourceMap {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        Some(Self(reader.keyed(node, |key, node, reader| {
            reader.map(node, SOURCE, |fields| Source {
                key: key.to_owned(),
                title: fields.optional(&TITLE).map(|line| line.0),
                publisher: fields.optional(&PUBLISHER).map(|line| line.0),
                url: fields.optional(&URL).map(|line| line.0),
                via: fields.optional(&VIA).map(|line| line.0),
                archived: fields.optional(&ARCHIVED).map(|line| line.0),
                published: fields.optional(&PUBLISHED).map(|time| time.0),
                accessed: fields.optional(&ACCESSED).map(|time| time.0),
                audience: fields.optional(&AUDIENCE).map(|line| line.0),
            })
        })))
    }
}

/// A correction made after publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// When.
    pub at: Option<TimeId>,
    /// What was changed, Markdown.
    pub what: String,
    /// Why, Markdown.
    pub why: Option<String>,
    /// Keys of sources.
    pub sources: Vec<String>,
}

pub(super) const CORRECTION: &[Key] = &[AT.key, WHAT.key, WHY.key, SOURCES.key];

const AT: Field<Dated> = Field::new("at").needed().doc("When it was corrected.").example("2026-11-25");
const WHAT: Field<Markdown> =
    Field::new("what").needed().doc("What was changed.").example("The start is 14:02, not 14:05.");
const WHY: Field<Markdown> = Field::new("why").doc("Why.").example("The clock of one host was fast.");

impl Shape for Correction {
    const KIND: Kind = Kind::Map(CORRECTION);
}

impl Read<Clock> for Correction {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, CORRECTION, |fields| Self {
            at: fields.required(&AT, "key-missing").map(|time| time.0),
            what: fields.required(&WHAT, "key-missing").map(|text| text.0).unwrap_or_default(),
            why: fields.optional(&WHY).map(|text| text.0),
            sources: lines(fields.optional(&SOURCES)),
        })
    }
}

/// Who answered, in what role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responder {
    /// `incident commander`, `communications`.
    pub role: String,
    /// Who had it.
    pub who: Vec<String>,
}

/// The responders of a record, by role.
pub(in crate::model) struct ResponderMap(pub(in crate::model) Vec<Responder>);

impl Shape for ResponderMap {
    const KIND: Kind = Kind::Keyed(&Kind::List(&Kind::Line));
}

impl<C> Read<C> for ResponderMap {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        Some(Self(reader.keyed(node, |role, node, reader| {
            Some(Responder { role: role.to_owned(), who: lines(Vec::read(node, reader)) })
        })))
    }
}

/// A tie to another incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What sort of tie.
    pub kind: RelationKind,
    /// The other incident.
    pub id: String,
}

pub(super) const RELATIONS: &[Key] = &[TIES[0].key, TIES[1].key, TIES[2].key, TIES[3].key, TIES[4].key];

const TIES: [Field<Vec<Line>>; 5] = [
    Field::new("duplicate_of").doc("The same incident, recorded twice.").example("2026-11-23-checkout-502"),
    Field::new("recurrence_of").doc("It happened again.").example("2026-11-23-checkout-502"),
    Field::new("caused_by").doc("That one led to this one.").example("2026-11-23-checkout-502"),
    Field::new("related").doc("Worth reading together.").example("[2026-11-23-checkout-502]"),
    Field::new("supersedes").doc("This record replaces that one.").example("2026-11-23-checkout-502"),
];

/// The relations of a record.
pub(in crate::model) struct RelationMap(pub(in crate::model) Vec<Relation>);

impl Shape for RelationMap {
    const KIND: Kind = Kind::Map(RELATIONS);
}

impl<C> Read<C> for RelationMap {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        reader.map(node, RELATIONS, |fields| {
            let mut relations = Vec::new();
            for tie in &TIES {
                let ids = lines(fields.optional(tie));
                let kind = RelationKind::of(tie.key.name).expect("each tie is a word of `RelationKind`");
                relations.extend(ids.into_iter().map(|id| Relation { kind, id }));
            }
            Self(relations)
        })
    }
}

/// A rule that is silenced, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The rule's name.
    pub rule: String,
    /// The reason, never empty.
    pub reason: String,
}

/// The rules that are silenced somewhere.
pub(in crate::model) struct Allowances(pub(in crate::model) Vec<Allowance>);

impl Shape for Allowances {
    const KIND: Kind = Kind::Keyed(&Kind::Line);
}

impl<C> Read<C> for Allowances {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        if node.as_map().is_none() {
            let fault =
                Diagnostic::error("wrong-type", node.span.clone(), "`allow` must be a map from rules to reasons");
            reader.note(fault.with_help("write why, such as `allow: { unsourced-entry: seen by the author }`"));
            return None;
        }
        Some(Self(reader.keyed(node, |rule, node, reader| {
            let reason = Line::read(node, reader)?.0;
            Some(Allowance { rule: rule.to_owned(), reason })
        })))
    }
}

//! How an incident was noticed, what set it off, what made it possible, and what there is to learn.

use super::actors::SOURCES;
use super::claim::{Claim, lines};
use super::clock::{Clock, Dated};
use super::entry::AUDIENCE;
use crate::model::time::TimeId;
use crate::model::words::{DetectionMethod, FactorCategory};
use crate::source::decode::{Read, Reader};
use crate::source::field::{Field, Key, Kind, Shape};
use crate::source::shapes::{Line, Markdown};
use crate::source::{Node, Value};

/// Markdown, and what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The Markdown.
    pub text: String,
    /// Keys of sources.
    pub sources: Vec<String>,
}

const PROSE: &[Key] = &[PROSE_TEXT.key, SOURCES.key];
const PROSE_TEXT: Field<Markdown> =
    Field::new("text").needed().doc("The Markdown.").example("A halved connection pool.");

impl Shape for Prose {
    const KIND: Kind = Kind::Either(&[Kind::Markdown, Kind::Map(PROSE)]);
}

impl<C> Read<C> for Prose {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        if !matches!(node.value, Value::Map(_)) {
            return Markdown::read(node, reader).map(|text| Self { text: text.0, sources: Vec::new() });
        }
        reader.map(node, PROSE, |fields| {
            let text = fields.required(&PROSE_TEXT, "key-missing");
            let sources = lines(fields.optional(&SOURCES));
            text.map(|text| Self { text: text.0, sources })
        })?
    }
}

/// How the incident came to be noticed.
#[derive(Clone, Debug, PartialEq)]
pub struct Detection {
    /// By what means.
    pub method: Option<Claim<DetectionMethod>>,
    /// By whom or what.
    pub by: Option<String>,
    /// Anything more.
    pub note: Option<String>,
    /// Keys of sources.
    pub sources: Vec<String>,
}

pub(super) const DETECTION: &[Key] = &[METHOD.key, BY.key, NOTE.key, SOURCES.key];

const METHOD: Field<Claim<DetectionMethod>> = Field::new("method").needed().doc("By what means.").example("monitoring");
const BY: Field<Line> = Field::new("by").doc("By whom or what.").example("the synthetic check");
const NOTE: Field<Markdown> = Field::new("note").doc("Anything more.").example("The page fired twice.");

impl Shape for Detection {
    const KIND: Kind = Kind::Either(&[<DetectionMethod as Shape>::KIND, Kind::Map(DETECTION)]);
}

impl Read<Clock> for Detection {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, DETECTION, |fields| Self {
            method: fields.required(&METHOD, "key-missing"),
            by: fields.optional(&BY).map(|line| line.0),
            note: fields.optional(&NOTE).map(|text| text.0),
            sources: lines(fields.optional(&SOURCES)),
        })
    }
}

/// Something that made the incident possible or worse.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Factor {
    /// In words, Markdown.
    pub statement: String,
    /// What sort of factor.
    pub category: Option<Claim<FactorCategory>>,
    /// What shows it.
    pub evidence: Option<String>,
    /// Since when it lay dormant.
    pub latent_since: Option<TimeId>,
    /// Keys of sources.
    pub sources: Vec<String>,
    /// The outermost audience that may see it.
    pub audience: Option<String>,
}

pub(in crate::model) const FACTOR: &[Key] =
    &[STATEMENT.key, CATEGORY.key, EVIDENCE.key, LATENT_SINCE.key, SOURCES.key, AUDIENCE.key];

const STATEMENT: Field<Markdown> =
    Field::new("statement").needed().doc("What made it possible or worse.").example("One reviewer could act alone.");
const CATEGORY: Field<Claim<FactorCategory>> = Field::new("category").doc("What sort of factor.").example("process");
const EVIDENCE: Field<Markdown> = Field::new("evidence").doc("What shows it.").example("Access logs of that day.");
const LATENT_SINCE: Field<Dated> = Field::new("latent_since").doc("Since when it lay dormant.").example("2026-05-12");

impl Shape for Factor {
    const KIND: Kind = Kind::Either(&[Kind::Line, Kind::Map(FACTOR)]);
}

impl Read<Clock> for Factor {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, FACTOR, |fields| Self {
            statement: fields.required(&STATEMENT, "key-missing").map(|text| text.0).unwrap_or_default(),
            category: fields.optional(&CATEGORY),
            evidence: fields.optional(&EVIDENCE).map(|text| text.0),
            latent_since: fields.optional(&LATENT_SINCE).map(|time| time.0),
            sources: lines(fields.optional(&SOURCES)),
            audience: fields.optional(&AUDIENCE).map(|line| line.0),
        })
    }
}

/// The root cause: Markdown, or a list of factors.
pub(in crate::model) struct RootCause(pub(in crate::model) Vec<Factor>);

impl Shape for RootCause {
    const KIND: Kind = Kind::Either(&[<Prose as Shape>::KIND, Kind::List(&<Factor as Shape>::KIND)]);
}

impl Read<Clock> for RootCause {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        let is_list = matches!(node.value, Value::List(_));
        if is_list || node.as_map().is_some_and(|map| map.find(PROSE_TEXT.key.name).is_none()) {
            return Vec::read(node, reader).map(Self);
        }
        let Prose { text: statement, sources } = Prose::read(node, reader)?;
        Some(Self(vec![Factor { statement, sources, ..Factor::default() }]))
    }
}

/// What there is to learn, each a list of Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lessons {
    /// What went well.
    pub went_well: Vec<Prose>,
    /// What went wrong.
    pub went_wrong: Vec<Prose>,
    /// Where luck helped.
    pub lucky: Vec<Prose>,
    /// What nobody expected.
    pub surprised_by: Vec<Prose>,
}

pub(super) const LESSONS: &[Key] = &[WENT_WELL.key, WENT_WRONG.key, LUCKY.key, SURPRISED_BY.key];

const WENT_WELL: Field<Vec<Prose>> =
    Field::new("went_well").doc("What went well.").example("[The page fired within four minutes.]");
const WENT_WRONG: Field<Vec<Prose>> =
    Field::new("went_wrong").doc("What went wrong.").example("[Nobody knew the old pool size.]");
const LUCKY: Field<Vec<Prose>> = Field::new("lucky").doc("Where luck helped.").example("[It was a quiet hour.]");
const SURPRISED_BY: Field<Vec<Prose>> =
    Field::new("surprised_by").doc("What nobody expected.").example("[Retries tripled the load.]");

impl Shape for Lessons {
    const KIND: Kind = Kind::Map(LESSONS);
}

impl Read<Clock> for Lessons {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, LESSONS, |fields| Self {
            went_well: fields.list(&WENT_WELL),
            went_wrong: fields.list(&WENT_WRONG),
            lucky: fields.list(&LUCKY),
            surprised_by: fields.list(&SURPRISED_BY),
        })
    }
}

//! What an incident did to whom, for how long, and in what figures.

use super::actors::SOURCES;
use super::claim::{Claim, Count, lines};
use super::clock::{Clock, Dated, OfSegment};
use crate::model::duration::Duration;
use crate::model::number::Number;
use crate::model::time::TimeId;
use crate::model::words::Level;
use crate::source::Node;
use crate::source::decode::{Read, Reader};
use crate::source::field::{Field, Key, Kind, Shape};
use crate::source::shapes::{Line, Markdown};

/// What the incident did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Impact {
    /// In words, Markdown.
    pub description: Option<String>,
    /// How long it lasted by somebody's own account.
    pub stated_duration: Option<Claim<Duration>>,
    /// The spans of time in which something was impaired.
    pub segments: Vec<Segment>,
    /// What the `impact` values of the entries count.
    pub curve: Option<Curve>,
    /// Figures.
    pub measures: Vec<Measure>,
    /// Keys of sources.
    pub sources: Vec<String>,
}

pub(super) const IMPACT: &[Key] =
    &[DESCRIPTION.key, STATED_DURATION.key, SEGMENTS.key, CURVE_FIELD.key, MEASURES.key, SOURCES.key];

const DESCRIPTION: Field<Markdown> =
    Field::new("description").doc("What it did, in words.").example("Nine of ten checkouts failed.");
const STATED_DURATION: Field<Claim<Duration>> = Field::new("stated_duration")
    .doc("How long it lasted by somebody's own account; compared with what the times give.")
    .example("11m");
const SEGMENTS: Field<Vec<Segment>> = Field::new("segments")
    .doc("The spans of time in which something was impaired; one from `impact_start` to `impact_end` if left out.")
    .example("[{ from: impact_start, to: impact_end, level: major }]");
const CURVE_FIELD: Field<Curve> = Field::new("curve")
    .doc("What the `impact` values of the entries count.")
    .example("{ of: requests that failed, unit: \"%\" }");
const MEASURES: Field<Vec<Measure>> =
    Field::new("measures").doc("Figures.").example("[{ name: orders lost, value: about 1_200 }]");

impl Shape for Impact {
    const KIND: Kind = Kind::Either(&[Kind::Markdown, Kind::Map(IMPACT)]);
}

impl Read<Clock> for Impact {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, IMPACT, |fields| Self {
            description: fields.optional(&DESCRIPTION).map(|text| text.0),
            stated_duration: fields.optional(&STATED_DURATION),
            segments: fields.list(&SEGMENTS),
            curve: fields.optional(&CURVE_FIELD),
            measures: fields.list(&MEASURES),
            sources: lines(fields.optional(&SOURCES)),
        })
    }
}

/// A span of time in which something was impaired.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// When it began; `None` is `impact_start`.
    pub from: Option<Endpoint>,
    /// When it ended; `None` is `impact_end`.
    pub to: Option<Endpoint>,
    /// Accounts and components, by id; empty is all that is affected.
    pub affects: Vec<String>,
    /// How badly.
    pub level: Option<Claim<Level>>,
    /// How many accounts were affected.
    pub accounts: Option<Claim<Number>>,
    /// Which population those accounts are counted in.
    pub population: Option<String>,
    /// Keys of sources.
    pub sources: Vec<String>,
}

/// Where a segment begins or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Endpoint {
    /// At a time of its own.
    Time(TimeId),
    /// At a milestone or an entry, by its name.
    Name(String),
}

pub(super) const SEGMENT: &[Key] =
    &[FROM.key, TO.key, AFFECTS.key, LEVEL.key, ACCOUNTS.key, POPULATION.key, SOURCES.key];

const FROM: Field<End<Dated>> =
    Field::new("from").doc("A milestone, an entry id or a time; `impact_start` if left out.").example("impact_start");
const TO: Field<End<OfSegment>> = Field::new("to")
    .doc("A milestone, an entry id or a time; `impact_end` if left out. A clock time takes the date of `from`.")
    .example("14:20");
const AFFECTS: Field<Vec<Line>> = Field::new("affects")
    .doc("Accounts and components, by id; all that is affected if left out.")
    .example("[checkout]");
const LEVEL: Field<Claim<Level>> = Field::new("level").doc("How badly.").example("major");
const ACCOUNTS: Field<Claim<Count>> =
    Field::new("accounts").doc("How many accounts were affected.").example("about 12k");
const POPULATION: Field<Line> =
    Field::new("population").doc("Which population those accounts are counted in.").example("eu");

impl Shape for Segment {
    const KIND: Kind = Kind::Map(SEGMENT);
}

impl Read<Clock> for Segment {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.context.forget_last();
        reader.map(node, SEGMENT, |fields| Self {
            from: fields.optional(&FROM).map(|end| end.0),
            to: fields.optional(&TO).map(|end| end.0),
            affects: lines(fields.optional(&AFFECTS)),
            level: fields.optional(&LEVEL),
            accounts: fields.optional(&ACCOUNTS).map(Claim::bare),
            population: fields.optional(&POPULATION).map(|line| line.0),
            sources: lines(fields.optional(&SOURCES)),
        })
    }
}

/// A name, or a time of the kind `T`.
struct End<T>(Endpoint, std::marker::PhantomData<T>);

impl<T: Shape> Shape for End<T> {
    const KIND: Kind = Kind::Either(&[Kind::Name, T::KIND]);
}

impl<const DAY: u8> Read<Clock> for End<super::clock::Timed<DAY>> {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        let name = node.as_text().map(|text| text.as_str().trim()).filter(|text| is_bare_name(text));
        let endpoint = match name {
            Some(name) => Endpoint::Name(name.to_owned()),
            None => Endpoint::Time(super::clock::Timed::<DAY>::read(node, reader)?.0),
        };
        Some(Self(endpoint, std::marker::PhantomData))
    }
}

/// A name alone: what a time would need a sign after.
fn is_bare_name(text: &str) -> bool {
    let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    text != "unknown" && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(rest)
}

/// What the impact curve shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// What is counted: `followers who could open the account`.
    pub of: Option<String>,
    /// In what unit: `followers`, `%`.
    pub unit: Option<String>,
}

pub(super) const CURVE: &[Key] = &[OF.key, UNIT.key];

const OF: Field<Line> = Field::new("of").doc("What is counted.").example("requests that failed");
const UNIT: Field<Line> = Field::new("unit").doc("In what unit; none for a plain count.").example("\"%\"");

impl Shape for Curve {
    const KIND: Kind = Kind::Map(CURVE);
}

impl Read<Clock> for Curve {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, CURVE, |fields| Self {
            of: fields.optional(&OF).map(|line| line.0),
            unit: fields.optional(&UNIT).map(|line| line.0),
        })
    }
}

/// A figure of the impact.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// What was counted.
    pub name: String,
    /// How many.
    pub value: Option<Claim<Number>>,
    /// In what unit; none for a plain count.
    pub unit: Option<String>,
    /// When it was counted.
    pub as_of: Option<TimeId>,
    /// Keys of sources.
    pub sources: Vec<String>,
}

pub(super) const MEASURE: &[Key] = &[NAME.key, VALUE.key, UNIT.key, AS_OF.key, SOURCES.key];

const NAME: Field<Line> = Field::new("name").needed().doc("What was counted.").example("orders lost");
const VALUE: Field<Claim<Number>> = Field::new("value").needed().doc("How many.").example("about 1_200");
const AS_OF: Field<Dated> = Field::new("as_of").doc("When it was counted.").example("2026-11-24");

impl Shape for Measure {
    const KIND: Kind = Kind::Map(MEASURE);
}

impl Read<Clock> for Measure {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, MEASURE, |fields| {
            Some(Self {
                name: fields.required(&NAME, "key-missing").map(|line| line.0).unwrap_or_default(),
                value: fields.required(&VALUE, "key-missing"),
                unit: fields.optional(&UNIT).map(|line| line.0),
                as_of: fields.optional(&AS_OF).map(|time| time.0),
                sources: lines(fields.optional(&SOURCES)),
            })
        })?
    }
}

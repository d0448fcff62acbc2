//! A value, and what each source says of it where they differ: read the same way whatever the value is.

use crate::diag::Diagnostic;
use crate::model::duration::{self, Duration};
use crate::model::fault::Fault;
use crate::model::faults::located;
use crate::model::number::{self, Number};
use crate::model::time::{self, Written};
use crate::model::words::Word;
use crate::source::decode::{Read, Reader};
use crate::source::field::{Field, Key, Kind, Shape};
use crate::source::shapes::{Anything, Line, scalar, unknown_word};
use crate::source::{Node, Text, Value};

/// A value, and what each source says of it where they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim<T> {
    /// The value chosen; `None` where the record says `disputed`.
    pub value: Option<T>,
    /// What each source says, in the order written: the source's key, and its value.
    pub reports: Vec<(String, T)>,
    /// The sources of the value itself.
    pub sources: Vec<String>,
}

impl<T> Claim<T> {
    /// A value that nobody disputes.
    pub const fn of(value: T) -> Self {
        Self { value: Some(value), reports: Vec::new(), sources: Vec::new() }
    }
}

/// A value that is written as one piece of text.
pub trait FromText: Sized {
    /// What may be written.
    const KIND: Kind;

    /// Reads it, or notes why it cannot be read.
    fn from_text<C>(text: &Text, reader: &mut Reader<C>) -> Option<Self>;
}

impl FromText for Written {
    const KIND: Kind = Kind::Time;

    fn from_text<C>(text: &Text, reader: &mut Reader<C>) -> Option<Self> {
        noted(time::parse(text.as_str()), text, reader)
    }
}

impl FromText for Duration {
    const KIND: Kind = Kind::Duration;

    fn from_text<C>(text: &Text, reader: &mut Reader<C>) -> Option<Self> {
        noted(duration::parse(text.as_str()), text, reader)
    }
}

impl FromText for Number {
    const KIND: Kind = Kind::Number;

    fn from_text<C>(text: &Text, reader: &mut Reader<C>) -> Option<Self> {
        noted(number::parse(text.as_str()), text, reader)
    }
}

/// A number that counts things.
pub(super) struct Count(pub(super) Number);

impl FromText for Count {
    const KIND: Kind = Kind::Count;

    fn from_text<C>(text: &Text, reader: &mut Reader<C>) -> Option<Self> {
        noted(number::parse_count(text.as_str()), text, reader).map(Self)
    }
}

impl Claim<Count> {
    /// The claim with its number bare.
    pub(super) fn bare(self) -> Claim<Number> {
        let reports = self.reports.into_iter().map(|(key, count)| (key, count.0)).collect();
        Claim { value: self.value.map(|count| count.0), reports, sources: self.sources }
    }
}

impl FromText for String {
    const KIND: Kind = Kind::Line;

    fn from_text<C>(text: &Text, _: &mut Reader<C>) -> Option<Self> {
        Some(text.as_str().trim().to_owned())
    }
}

impl<W: Word> FromText for W {
    const KIND: Kind = Kind::Words(words::<W>);

    fn from_text<C>(text: &Text, reader: &mut Reader<C>) -> Option<Self> {
        let value = W::of(text.as_str().trim());
        if value.is_none() {
            unknown_word(text, W::WORDS.iter().map(|(_, word, _)| *word), reader);
        }
        value
    }
}

fn words<W: Word>() -> Vec<(&'static str, &'static str)> {
    W::WORDS.iter().map(|(_, word, meaning)| (*word, *meaning)).collect()
}

impl<W: Word> Shape for W {
    const KIND: Kind = <W as FromText>::KIND;
}

impl<C, W: Word> Read<C> for W {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        W::from_text(scalar(node, reader, "a word")?, reader)
    }
}

/// Turns a fault in a value into a diagnostic at its bytes.
fn noted<T, C>(result: Result<T, Fault>, text: &Text, reader: &mut Reader<C>) -> Option<T> {
    result.map_err(|fault| reader.note(located(text, fault))).ok()
}

impl<T: FromText> Shape for Claim<T> {
    const KIND: Kind = Kind::Claim(&T::KIND);
}

/// The keys of a disputed value, for documentation.
const CLAIM: &[Key] = &[VALUE.key, REPORTS.key, SOURCES.key];

const VALUE: Field<Anything> =
    Field::new("value").doc("What the record holds to be so, or `disputed`.").example("disputed");
const REPORTS: Field<Anything> =
    Field::new("reports").doc("What each source says, by its key.").example("{ nyt: 20:05 }");
const SOURCES: Field<Vec<Line>> = Field::new("sources").doc("Keys of sources.").example("[nyt]");

impl<C, T: FromText> Read<C> for Claim<T> {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        spanned(node, reader).map(|claim| Self {
            value: claim.value.map(|(value, _)| value),
            reports: claim.reports.into_iter().map(|(key, (value, _))| (key, value)).collect(),
            sources: claim.sources,
        })
    }
}

/// A claim that still knows where its values stand.
pub(super) fn spanned<C, T: FromText>(node: &Node, reader: &mut Reader<C>) -> Option<Claim<(T, Text)>> {
    if !matches!(node.value, Value::Map(_)) {
        return placed(node, reader).map(Claim::of);
    }
    reader.map(node, CLAIM, |fields| {
        let (said, reported) = (fields.raw(&VALUE), fields.raw(&REPORTS));
        let sources = lines(fields.optional(&SOURCES));
        let reader = &mut *fields.reader;
        let reports = reported.map_or_else(Vec::new, |node| {
            reader.below("reports", |reader| {
                reader.keyed(node, |key, node, reader| Some((key.to_owned(), placed(node, reader)?)))
            })
        });
        let disputed = said.and_then(Node::as_text).is_some_and(|text| text.as_str() == "disputed");
        let fault = match said {
            None => Some(("`value` is missing", "write `value:`, or `value: disputed` where the sources differ")),
            Some(_) if disputed && reported.is_none() => {
                Some(("a disputed value needs `reports`", "say what each source holds: `reports: { KEY: … }`"))
            }
            Some(_) => None,
        };
        if let Some((message, help)) = fault {
            reader.note(Diagnostic::error("value-missing", node.span.clone(), message).with_help(help));
            return None;
        }
        let value = said.filter(|_| !disputed).map(|node| reader.below("value", |reader| placed(node, reader)));
        match value {
            Some(None) => None,
            value => Some(Claim { value: value.flatten(), reports, sources }),
        }
    })?
}

/// One value and its text.
fn placed<C, T: FromText>(node: &Node, reader: &mut Reader<C>) -> Option<(T, Text)> {
    let text = scalar(node, reader, "a value")?;
    T::from_text(text, reader).map(|value| (value, text.clone()))
}

/// The bare strings of a list of lines.
pub(super) fn lines(list: Option<Vec<Line>>) -> Vec<String> {
    list.into_iter().flatten().map(|line| line.0).collect()
}

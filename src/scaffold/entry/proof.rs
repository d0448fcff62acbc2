//! The proof that a record says what it said and one entry more: both texts are read by the ordinary readers and
//! compared value by value.

use super::Refused;
use super::forms::Said;
use super::when::Meaning;
use crate::diag::{Diagnostic, Level};
use crate::model::forms::{Expanded, expand};
use crate::model::words::Word;
use crate::model::{self, Defaults, Entry, Incident};
use crate::source::{Node, Pair, SourceFile, Text, Value};

/// A record as it was read.
pub(super) struct Reading {
    pub(super) incident: Incident,
    /// Its long form.
    pub(super) expanded: Expanded,
    errors: Vec<Diagnostic>,
}

impl Reading {
    /// Reads a record.
    pub(super) fn new(file: &SourceFile, defaults: &Defaults) -> Result<Self, Refused> {
        let read = model::read(file, defaults);
        let errors: Vec<Diagnostic> = read.diagnostics.into_iter().filter(|one| one.level == Level::Error).collect();
        let incident = read.incident.ok_or_else(|| because(errors.first()))?;
        let (expanded, _) = expand(&mut file.parse().0);
        Ok(Self { incident, expanded, errors })
    }

    /// The entries in their long form.
    pub(super) fn entries(&self) -> &[Node] {
        let timeline = self.expanded.root.as_map().and_then(|root| root.find("timeline"));
        timeline.and_then(Node::as_list).unwrap_or_default()
    }

    /// Whether this is a record and one entry more at the end of its timeline; the byte where that begins.
    pub(super) fn adds(&self, before: &Self, said: &Said, at: &Meaning) -> Result<usize, Refused> {
        let mut known: Vec<&Diagnostic> = before.errors.iter().collect();
        for error in &self.errors {
            let is_same =
                |one: &&Diagnostic| (one.rule, &one.message, &one.field) == (error.rule, &error.message, &error.field);
            match known.iter().position(is_same) {
                Some(place) => drop(known.swap_remove(place)),
                None => return Err(because(Some(error))),
            }
        }
        let (old, new) = (before.entries(), self.entries());
        let is_longer = new.len() == old.len() + 1 && old.iter().zip(new).all(|(a, b)| is_same(a, b));
        match (new.last(), self.incident.timeline.last()) {
            (Some(node), Some(entry))
                if is_longer && rest_is_same(before, self) && self.says(entry, said, at) && node.span.start > 0 =>
            {
                Ok(node.span.start)
            }
            _ => Err(because(None)),
        }
    }

    fn says(&self, entry: &Entry, said: &Said, at: &Meaning) -> bool {
        let milestones: Vec<&str> = entry.milestones.iter().map(|milestone| milestone.as_str()).collect();
        let is_more = entry.id.is_some()
            || entry.until.is_some()
            || entry.kind.is_some()
            || entry.impact.is_some()
            || entry.component.is_some();
        !is_more
            && entry.text == said.text
            && entry.actor.as_deref() == said.actor
            && entry.sources == said.sources
            && milestones == said.milestones
            && at.is_of(self.incident.times.time(entry.at))
    }
}

/// All but the timeline.
fn rest_is_same(a: &Reading, b: &Reading) -> bool {
    let rest = |reading: &Reading| {
        let mut root = reading.expanded.root.clone();
        if let Value::Map(map) = &mut root.value {
            map.pairs.retain(|pair| pair.key.text.as_str() != "timeline");
        }
        root
    };
    let is_same_text = |a: &Option<Text>, b: &Option<Text>| {
        let words = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().trim_end().to_owned());
        words(a) == words(b)
    };
    is_same(&rest(a), &rest(b))
        && is_same_text(&a.expanded.body, &b.expanded.body)
        && is_same_text(&a.expanded.links, &b.expanded.links)
}

/// Whether two values are alike, wherever and however they are written.
fn is_same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar(a), Value::Scalar(b)) => a.text.as_str() == b.text.as_str(),
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        (Value::Map(a), Value::Map(b)) => {
            let is_pair =
                |(a, b): (&Pair, &Pair)| a.key.text.as_str() == b.key.text.as_str() && is_same(&a.value, &b.value);
            a.pairs.len() == b.pairs.len() && a.pairs.iter().zip(&b.pairs).all(is_pair)
        }
        (Value::Null | Value::Scalar(_) | Value::List(_) | Value::Map(_), _) => false,
    }
}

fn because(error: Option<&Diagnostic>) -> Refused {
    match error {
        Some(error) => Refused::new(
            &error.message,
            error.help.as_deref().unwrap_or("write the entry into the file by hand; `minutebook check` says more"),
        ),
        None => Refused::new(
            "the entry would not be read as it was given",
            "write it into the file by hand; brackets and comments around the timeline may be in the way",
        ),
    }
}

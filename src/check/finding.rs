//! What a rule finds: a message and a field's path. The bytes are looked up later, and only where there is a finding.

use super::Rule;
use crate::config::Config;
use crate::diag::{Level, nearest};
use crate::model::Incident;
use std::ops::Range;

/// The record that a rule looks at, and the project it is part of.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The record.
    pub incident: &'a Incident,
    /// The project's settings.
    pub config: &'a Config,
}

/// The findings of one rule in one record.
#[derive(Debug, Default)]
pub struct Findings(pub(super) Vec<Finding>);

impl Findings {
    /// Adds a finding at the field of a path, such as `timeline[2].actor`.
    pub fn at(&mut self, path: impl Into<String>, message: impl Into<String>) -> &mut Finding {
        let index = self.0.len();
        self.0.push(Finding::new(path, message));
        &mut self.0[index]
    }
}

/// The part of a field that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole value.
    Value,
    /// The key.
    Key,
    /// Some bytes of the text, counted from its first character that is no white space.
    Range(Range<usize>),
}

/// One finding, before its place is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The field's path; where the field is not there, the deepest part that is.
    pub path: String,
    /// Which part of the field it is about.
    pub part: Part,
    /// One phrase, lower case, no full stop.
    pub message: String,
    /// A few words at the place.
    pub label: String,
    /// Other places that explain it, each with its words.
    pub others: Vec<(String, String)>,
    /// What to write instead.
    pub help: Option<String>,
    /// Why it is so.
    pub note: Option<String>,
    /// A level lower than the rule's.
    pub level: Option<Level>,
}

impl Finding {
    /// A finding at the field of a path.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            part: Part::Value,
            message: message.into(),
            label: String::new(),
            others: Vec::new(),
            help: None,
            note: None,
            level: None,
        }
    }

    /// Says something at the place.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = label.into();
        self
    }

    /// Points at another field too.
    pub fn other(&mut self, path: impl Into<String>, label: impl Into<String>) -> &mut Self {
        self.others.push((path.into(), label.into()));
        self
    }

    /// Says what to write instead.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Says which known word was probably meant; where none is near, what else to do.
    pub fn meant<'k>(
        &mut self,
        word: &str,
        known: impl IntoIterator<Item = &'k str>,
        or: impl Into<String>,
    ) -> &mut Self {
        let near = nearest(word, known);
        self.help(near.map_or_else(|| or.into(), |near| format!("did you mean `{near}`?")))
    }

    /// Says why.
    pub fn note(&mut self, note: impl Into<String>) -> &mut Self {
        self.note = Some(note.into());
        self
    }

    /// Makes it a warning only.
    pub fn only_warns(&mut self) -> &mut Self {
        self.level = Some(Level::Warning);
        self
    }

    /// Narrows the place to a part of the field's text, counted from its first character that is no white space.
    pub fn part(&mut self, part: Range<usize>) -> &mut Self {
        self.part = Part::Range(part);
        self
    }

    /// Points at the field's key instead of its value.
    pub fn at_key(&mut self) -> &mut Self {
        self.part = Part::Key;
        self
    }
}

/// A finding and the rule that made it.
#[derive(Clone, Debug)]
pub struct Found {
    pub(super) rule: &'static Rule,
    pub(super) finding: Finding,
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.rule.name == other.rule.name && self.finding == other.finding
    }
}

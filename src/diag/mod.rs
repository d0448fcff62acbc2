//! What is wrong with a file, where, and the way out. Knows nothing of records: a diagnostic is text about a span.

mod concise;
mod json;
pub mod lines;
mod suggest;
mod text;

pub use concise::concise;
pub use json::{Summary, json, summary};
pub use suggest::nearest;
pub use text::{Colour, Frame, Look, full};

use std::ops::Range;

/// Bytes `start..end` of one file.
pub type Span = Range<usize>;

/// How much a finding weighs. An incident has a severity; a diagnostic has a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The record is shown as it stands, but somebody should look.
    Warning,
    /// The record is refused.
    Error,
}

impl Level {
    /// As it is written in every form.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A span and a few words about it, drawn beside the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place, in bytes of the file.
    pub span: Span,
    /// What to say there; may be empty.
    pub text: String,
}

/// One finding in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name in kebab case, such as `end-before-start`.
    pub rule: &'static str,
    /// Error or warning.
    pub level: Level,
    /// One phrase, lower case, no full stop, values in backticks; understandable alone.
    pub message: String,
    /// The path of the field it is about, such as `timeline[2].at`; empty for the whole file.
    pub field: String,
    /// The one primary place, as narrow as the fault.
    pub primary: Label,
    /// Other places that explain it.
    pub labels: Vec<Label>,
    /// What to write instead, if that is known.
    pub help: Option<String>,
    /// Why it is so, or why nothing can be done.
    pub note: Option<String>,
}

impl Diagnostic {
    /// An error at a span; the rest is added with the `with_` functions.
    #[must_use]
    pub fn error(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: Level::Error,
            message: message.into(),
            field: String::new(),
            primary: Label { span, text: String::new() },
            labels: Vec::new(),
            help: None,
            note: None,
        }
    }

    /// A warning at a span.
    #[must_use]
    pub fn warning(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::error(rule, span, message) }
    }

    /// Says something at the primary place.
    #[must_use]
    pub fn with_label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Points at another place too.
    #[must_use]
    pub fn with_other(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says why.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// Text for one line of a terminal: control characters, which could move the cursor or hide words, as escapes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

//! What is wrong with one value, as a place inside its text. Where that text stands in a file is the reader's to know.

use std::ops::Range;

use crate::diag::Level;

/// A fault in a value: the rule, the place in the value's text, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule's name in kebab case, as `FORMAT.md` gives it.
    pub rule: &'static str,
    /// An error refuses the value; after a warning it stands.
    pub level: Level,
    /// The bytes of the value's text; empty at its end where something is missing.
    pub at: Range<usize>,
    /// One phrase, lower case, no full stop.
    pub message: String,
    /// A few words beside the place; may be empty.
    pub label: String,
    /// What to write instead.
    pub help: Option<String>,
    /// Why it is so.
    pub note: Option<String>,
    /// The same fault as just above, from the same cause: told once, there.
    pub repeats: bool,
}

impl Fault {
    /// An error; label, help and note are added with the `with_` functions.
    #[must_use]
    pub fn error(rule: &'static str, at: Range<usize>, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { rule, level: Level::Error, at, message, label: String::new(), help: None, note: None, repeats: false }
    }

    /// A warning: the value stands.
    #[must_use]
    pub fn warning(rule: &'static str, at: Range<usize>, message: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::error(rule, at, message) }
    }

    /// Says something beside the place.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
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

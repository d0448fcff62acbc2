//! The closed lists of words that a record may use, each with its meaning: the terms of SRE, VERIS and Statuspage.

mod kinds;
mod stages;

pub use kinds::{
    ActionCategory, ActorKind, DetectionMethod, EntryKind, FactorCategory, ItemKind, Level, Publish, RelationKind,
};
pub use stages::{AccountOf, ItemStatus, Milestone, Review, Status};

/// A closed list of words: every word can be listed, read and printed.
pub trait Word: Copy + Eq + Sized + 'static {
    /// Every word with its meaning, in the order in which documentation shows them.
    const WORDS: &'static [(Self, &'static str, &'static str)];

    /// The value of a word as it is written.
    #[must_use]
    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, name, _)| *name == word).map(|(value, ..)| *value)
    }

    /// The word as it is written.
    ///
    /// # Panics
    ///
    /// If a value is missing in `WORDS`.
    #[must_use]
    fn as_str(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(value, ..)| *value == self);
        found.expect("every value stands in WORDS").1
    }
}

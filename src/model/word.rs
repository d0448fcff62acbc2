//! The words that durations and numbers share: `over`, `under`, `at least`, `at most`, and `about`.

use std::fmt;

/// The word before a length or a number that makes it one bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// More than.
    Over,
    /// Less than.
    Under,
    /// This or more.
    AtLeast,
    /// This or less.
    AtMost,
}

const WORDS: [(&str, Word); 4] =
    [("over", Word::Over), ("under", Word::Under), ("at least", Word::AtLeast), ("at most", Word::AtMost)];

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Over => "over",
            Self::Under => "under",
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
        })
    }
}

/// The bound that `text` begins with, and where the value after it starts.
pub(super) fn bound(text: &str) -> Option<(Word, usize)> {
    WORDS.into_iter().find_map(|(name, word)| Some((word, after(text, name)?)))
}

/// Where the value after `word` starts, if `text` begins with it, in any case, and a space.
pub(super) fn after(text: &str, word: &str) -> Option<usize> {
    let (start, rest) = text.split_at_checked(word.len())?;
    let spaces = rest.len() - rest.trim_ascii_start().len();
    (start.eq_ignore_ascii_case(word) && spaces > 0).then_some(word.len() + spaces)
}

/// Where the value after `±` or `+-` starts, if that stands at `from`, spaces around it or not.
pub(super) fn after_plus_minus(text: &str, from: usize) -> Option<usize> {
    let rest = text[from..].trim_ascii_start();
    let rest = rest.strip_prefix('±').or_else(|| rest.strip_prefix("+-"))?.trim_ascii_start();
    Some(text.len() - rest.len())
}

//! Comments of YAML behind a value, which may have been meant as part of it. What is said of them is left to others.

use crate::diag::Span;

/// The comment that follows on the same line, behind white space.
#[must_use]
pub fn after(file: &str, at: usize) -> Option<Span> {
    let rest = file[at..].trim_start_matches([' ', '\t']);
    let start = file.len() - rest.len();
    let is_comment = rest.starts_with('#') && start > at;
    is_comment.then(|| start..start + rest.lines().next().unwrap_or_default().trim_end().len())
}

/// Such a comment whose `#` touches a word, as in `Ticket #4711`: it was meant as text.
#[must_use]
pub fn tight_after(file: &str, at: usize) -> Option<Span> {
    after(file, at).filter(|comment| is_tight(&file[comment.clone()]))
}

/// Whether the `#` of a comment touches a word.
#[must_use]
pub fn is_tight(comment: &str) -> bool {
    comment[1..].starts_with(|c: char| c != '#' && !c.is_whitespace())
}

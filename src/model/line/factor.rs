//! A contributing factor written as a line: `process: One reviewer could act alone. [source]`.

use std::ops::Range;

use super::LineFault;
use super::groups::{self, Groups, trimmed};
use super::words::category;
use crate::model::fault::Fault;

/// The parts of a contributing factor written as a line, in bytes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactorLine {
    /// The category in its one spelling, and where it stands.
    pub category: Option<(&'static str, Range<usize>)>,
    /// What is said; empty if nothing is.
    pub statement: Range<usize>,
    /// Each source key of the group.
    pub sources: Vec<Range<usize>>,
}

/// Reads a contributing factor: a category, if the word before a colon is one, a statement and its sources.
#[must_use]
pub fn factor(line: &str) -> (FactorLine, Vec<LineFault>) {
    let mut faults = Vec::new();
    let whole = trimmed(line, 0..line.len());
    let (category, start) = match line[whole.clone()].split_once(':') {
        Some((word, rest)) if rest.starts_with(char::is_whitespace) => match category(word) {
            Some(category) => (Some((category, whole.start..whole.start + word.len())), whole.end - rest.len()),
            None => (None, whole.start),
        },
        _ => (None, whole.start),
    };
    let ending = groups::take(line, start..whole.end, Groups::Sources, &mut faults);
    if ending.text.is_empty() {
        let at = ending.text.clone();
        let fault = Fault::error("item-without-text", at, "a contributing factor says nothing");
        faults.push(LineFault::new("statement", fault.with_help("say in a sentence what contributed")));
    }
    (FactorLine { category, statement: ending.text, sources: ending.sources }, faults)
}

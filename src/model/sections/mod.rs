//! The body of a record: sections whose headings are keys become those keys, all else stays as Markdown.
//!
//! Markdown is parsed once. Only level 2 headings open a key, and the four lessons at level 3 under `## Lessons`.

mod blocks;
mod columns;
mod comments;
mod headings;
mod items;
mod lost;
mod outline;
mod reader;
mod table;
#[cfg(test)]
mod tests;
mod zone;

use std::ops::Range;

pub use blocks::EXTENSIONS;
pub use columns::{Column, Columns, REMEDIATION_COLUMNS, TIMELINE_COLUMNS};
pub use headings::{LESSONS_HEADINGS, SECTION_KEYS, SectionKey, Shape};
pub use outline::{Entries, EntryForm, Outline, outline};

use self::blocks::Kind;
use self::reader::Reader;
use super::faults::Faults;
use crate::diag::{Diagnostic, Span};
use crate::source::{Node, Text};

/// What a body holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sections {
    /// The keys in the order of their headings.
    pub keys: Vec<Section>,
    /// The Markdown that is no key.
    pub body: Text,
    /// The link definitions of the whole body, `[a]: https://…`. They work in every piece that is cut out of it.
    pub links: Text,
    /// The headings that are no key and were meant to be one.
    pub lost: Vec<Diagnostic>,
}

/// A key given by a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The path of the key, such as `lessons.went_well`.
    pub path: &'static str,
    /// The heading.
    pub heading: Span,
    /// The value in its long form.
    pub value: Node,
}

/// Reads a body. `given` says where the front matter gives the key of a path, if it does.
pub fn read(body: &Text, given: impl Fn(&str) -> Option<Span>, faults: &mut Faults) -> Sections {
    let text = comments::removed(body);
    let blocks = blocks::blocks(text.as_str());
    let mut reader = Reader::new(&text, given, faults);
    reader.read(&blocks);
    let links = blocks.iter().filter(|block| block.kind == Kind::Links).map(|block| &block.range);
    Sections {
        body: joined(&text, &reader.kept),
        links: joined(&text, links),
        lost: lost::headings(&text, &blocks),
        keys: reader.keys,
    }
}

/// Pieces of a text with a blank line between them.
fn joined<'r>(text: &Text, pieces: impl IntoIterator<Item = &'r Range<usize>>) -> Text {
    let mut joined = text.slice(0..0);
    for piece in pieces {
        if !joined.as_str().is_empty() {
            joined.push_made("\n\n");
        }
        joined.push_text(&text.slice(piece.clone()));
    }
    joined
}

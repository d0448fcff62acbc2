//! Markdown as its top level: headings, lists with their items, tables with their rows, and all else as it stands.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::items::{Item, items};

/// The Markdown that is read: what is parsed here is parsed alike when it is shown.
pub const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// A block at the top level, in bytes of the Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// From the start of its first line to its end, without the white space there.
    pub(super) range: Range<usize>,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Heading {
        level: u8,
        /// What it says, without markup.
        text: String,
    },
    List(Vec<Item>),
    /// The rows, that of the headings first.
    Table(Vec<Range<usize>>),
    Paragraph,
    /// What links refer to; it shows nothing where it stands.
    Links,
    /// What a footnote refers to.
    Footnote,
    Other,
}

impl Block {
    /// Whether it is no content of its own: it says what others refer to.
    pub(super) fn is_definition(&self) -> bool {
        matches!(self.kind, Kind::Links | Kind::Footnote)
    }
}

/// The blocks of a text, in order. Together they hold all of it but white space.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut events = Parser::new_ext(text, EXTENSIONS).into_offset_iter();
    let mut blocks: Vec<Block> = Vec::new();
    let mut end = 0;
    while let Some((event, range)) = events.next() {
        let kind = match event {
            Event::Start(Tag::Heading { level, .. }) => Kind::Heading { level: depth(level), text: words(&mut events) },
            Event::Start(Tag::List(_)) => Kind::List(items(text, &mut events)),
            Event::Start(Tag::Table(_)) => Kind::Table(rows(&mut events)),
            Event::Start(Tag::Paragraph) => skip(&mut events, Kind::Paragraph),
            Event::Start(Tag::FootnoteDefinition(_)) => skip(&mut events, Kind::Footnote),
            Event::Start(_) => skip(&mut events, Kind::Other),
            _ => Kind::Other,
        };
        // Definitions of links are no events; they stand in the gaps.
        push(text, &mut blocks, Kind::Links, end..range.start);
        push(text, &mut blocks, kind, range.clone());
        end = range.end;
    }
    push(text, &mut blocks, Kind::Links, end..text.len());
    blocks
}

/// Adds a block, unless it is white space.
fn push(text: &str, blocks: &mut Vec<Block>, kind: Kind, range: Range<usize>) {
    let content = &text[range.clone()];
    let trimmed = content.trim_start();
    if !trimmed.is_empty() {
        let start = line_start(text, range.end - trimmed.len());
        blocks.push(Block { kind, range: start..start + text[start..range.end].trim_end().len() });
    }
}

/// Reads on to the end of the block that has begun.
fn skip(events: &mut OffsetIter<'_>, kind: Kind) -> Kind {
    let mut open = 1;
    while open > 0 {
        match events.next() {
            Some((Event::Start(_), _)) => open += 1,
            Some((Event::End(_), _)) => open -= 1,
            Some(_) => {}
            None => break,
        }
    }
    kind
}

/// The text of the heading that has begun.
fn words(events: &mut OffsetIter<'_>) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// The rows of the table that has begun.
fn rows(events: &mut OffsetIter<'_>) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    for (event, range) in events {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(range),
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    rows
}

/// The start of the line that a byte stands in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |i| i + 1)
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}

//! The items of a list: the line that each begins with, and the Markdown that follows it.

use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Tag};

use super::blocks::line_start;
use crate::model::line::long::on_one_line;
use crate::source::Text;

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The first paragraph, a box before it included; empty if it begins with something else.
    line: Range<usize>,
    /// All that follows, from the start of a line.
    more: Range<usize>,
    /// How far the content stands from the margin.
    indent: usize,
}

impl Item {
    /// The first paragraph, on one line.
    pub(super) fn line(&self, text: &Text) -> Text {
        on_one_line(&text.slice(self.line.clone()))
    }

    /// What follows the first paragraph, moved to the margin.
    pub(super) fn more(&self, text: &Text) -> Option<Text> {
        if self.more.is_empty() {
            return None;
        }
        let mut more = text.slice(self.more.start..self.more.start);
        let mut start = self.more.start;
        for line in text.as_str()[self.more.clone()].split_inclusive('\n') {
            let end = start + line.len();
            more.push_text(&text.slice(start + indentation(line, self.indent)..end));
            start = end;
        }
        Some(more.trim())
    }
}

/// The items of the list that has begun.
pub(super) fn items(text: &str, events: &mut OffsetIter<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    while let Some((Event::Start(Tag::Item), range)) = events.next() {
        items.push(item(text, range, events));
    }
    items
}

/// The item that has begun.
fn item(text: &str, range: Range<usize>, events: &mut OffsetIter<'_>) -> Item {
    let mut more = None;
    let mut has_line = false;
    let mut open = 1;
    while open > 0
        && let Some((event, place)) = events.next()
    {
        if open == 1 {
            match &event {
                Event::Start(Tag::Paragraph) if !has_line && more.is_none() => has_line = true,
                Event::Start(tag) if is_block(tag) => more = more.or(Some(place.start)),
                Event::Rule => more = more.or(Some(place.start)),
                Event::End(_) => {}
                _ => has_line = true,
            }
        }
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open -= 1,
            _ => {}
        }
    }
    let start = content_start(text, &range);
    let end = range.start + text[range.clone()].trim_end().len();
    let more = match more {
        Some(at) if has_line => line_start(text, at).max(start),
        Some(_) => start,
        None => end.max(start),
    };
    let line = start..more.min(end).max(start);
    let indent = text[line_start(text, range.start)..start].chars().count();
    Item { line, more: more..end.max(more), indent }
}

/// Where an item's content begins, behind its bullet or number.
fn content_start(text: &str, item: &Range<usize>) -> usize {
    let content = text[item.clone()].trim_start();
    let content = content.trim_start_matches(|c: char| c.is_ascii_digit());
    let content = content.strip_prefix(['-', '*', '+', '.', ')']).unwrap_or(content);
    item.end - content.trim_start().len()
}

/// Whether a tag begins a block rather than a part of a line.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// How many bytes of white space make up an indentation of so many columns, at most; a tab reaches to the next fourth.
fn indentation(line: &str, columns: usize) -> usize {
    let mut column = 0;
    let is_inside = |byte: &u8| {
        let is_space = matches!(byte, b' ' | b'\t') && column < columns;
        column = if *byte == b'\t' { column + 4 - column % 4 } else { column + 1 };
        is_space
    };
    line.bytes().take_while(is_inside).count()
}

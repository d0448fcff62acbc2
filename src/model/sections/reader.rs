//! Goes through the blocks of a body and makes keys of the sections that are some.

use std::ops::Range;

use super::blocks::{Block, Kind};
use super::headings::{LESSONS_HEADINGS, SectionKey, Shape, lesson_key, plain, section_key};
use super::{Section, table};
use crate::diag::{Diagnostic, Span};
use crate::model::faults::Faults;
use crate::model::line::begins_with_time;
use crate::model::line::long::{entry_node, factor_node, prose_node, remediation_node};
use crate::source::{Node, Text, Value};

/// The keys found so far, and what stays in the body.
pub(super) struct Reader<'a, G> {
    text: &'a Text,
    given: G,
    faults: &'a mut Faults,
    pub(super) keys: Vec<Section>,
    /// The blocks that stay in the body.
    pub(super) kept: Vec<Range<usize>>,
}

impl<'a, G: Fn(&str) -> Option<Span>> Reader<'a, G> {
    pub(super) fn new(text: &'a Text, given: G, faults: &'a mut Faults) -> Self {
        Self { text, given, faults, keys: Vec::new(), kept: Vec::new() }
    }

    /// Reads the blocks of the body.
    pub(super) fn read(&mut self, mut blocks: &[Block]) {
        while let Some((first, rest)) = blocks.split_first() {
            let heading = match &first.kind {
                Kind::Heading { level: 2, text } => plain(text),
                _ => String::new(),
            };
            if let Some(key) = section_key(&heading) {
                let (under, after) = until_heading(rest, 2);
                self.section(key, first, under);
                blocks = after;
            } else if LESSONS_HEADINGS.contains(&heading.as_str()) {
                let (under, after) = until_heading(rest, 2);
                self.lessons(first, under);
                blocks = after;
            } else {
                self.keep([first]);
                blocks = rest;
            }
        }
    }

    /// Reads what stands under `## Lessons`; the heading stays if anything under it does.
    fn lessons(&mut self, heading: &Block, mut blocks: &[Block]) {
        let kept = self.kept.len();
        self.keep([heading]);
        let is_empty = blocks.is_empty();
        while let Some((first, rest)) = blocks.split_first() {
            let key = match &first.kind {
                Kind::Heading { level: 3, text } => lesson_key(&plain(text)),
                _ => None,
            };
            if let Some(key) = key {
                let (under, after) = until_heading(rest, 3);
                self.section(key, first, under);
                blocks = after;
            } else {
                self.keep([first]);
                blocks = rest;
            }
        }
        if !is_empty && self.kept.len() == kept + 1 {
            self.kept.truncate(kept);
        }
    }

    /// Reads a section whose heading is a key.
    fn section(&mut self, key: &'static SectionKey, heading: &Block, blocks: &[Block]) {
        let span = self.text.span_of(heading.range.clone());
        if blocks.iter().all(Block::is_definition) {
            self.keep(blocks);
            let message = format!("nothing stands under `{}`", self.text.as_str()[heading.range.clone()].trim());
            let fault = Diagnostic::warning("empty-section", span, message);
            self.faults.tell(key.path, fault.with_help("write the section, or take its heading out"));
            return;
        }
        let here = self.keys.iter().find(|section| section.path == key.path).map(|section| section.heading.clone());
        if let Some(first) = here.or_else(|| (self.given)(key.path)) {
            let fault = Diagnostic::error("key-given-twice", span, format!("`{}` is given twice", key.path));
            let fault = fault.with_other(first, "the first one").with_help("keep one of the two");
            self.faults.tell(key.path, fault);
            return;
        }
        let value = match key.shape {
            Shape::Prose => self.prose(key.path, blocks),
            Shape::Factors | Shape::Lessons => self.list(key, heading, blocks),
            Shape::Timeline | Shape::Remediation => self.items(key, heading, blocks),
        };
        self.keys.push(Section { path: key.path, heading: span, value });
    }

    /// All of a section as Markdown, with the sources that its last paragraph ends in.
    fn prose(&mut self, path: &str, blocks: &[Block]) -> Node {
        let (text, definitions) = self.whole(blocks);
        match blocks.iter().rfind(|block| !block.is_definition()).map(|block| &block.kind) {
            Some(Kind::Paragraph) => prose_node(&text, definitions.as_ref(), path, self.faults),
            _ => Node::scalar(self.text.slice(extent(blocks))),
        }
    }

    /// A section as one text, and the definitions at its end.
    fn whole(&self, blocks: &[Block]) -> (Text, Option<Text>) {
        let content = blocks.iter().rposition(|block| !block.is_definition()).map_or(0, |last| last + 1);
        let (content, definitions) = blocks.split_at(content);
        let definitions = (!definitions.is_empty()).then(|| self.text.slice(extent(definitions)));
        (self.text.slice(extent(content)), definitions)
    }

    /// The items of the lists of a section; the whole section is one if it has no list.
    fn list(&mut self, key: &SectionKey, heading: &Block, blocks: &[Block]) -> Node {
        let read = if key.shape == Shape::Factors { factor_node } else { prose_node };
        let mut nodes = Vec::new();
        let mut others = Vec::new();
        for block in blocks {
            let Kind::List(items) = &block.kind else {
                others.push(block);
                continue;
            };
            for item in items {
                let path = format!("{}[{}]", key.path, nodes.len());
                nodes.push(read(&item.line(self.text), item.more(self.text).as_ref(), &path, self.faults));
            }
        }
        let span = self.text.span_of(extent(blocks));
        if nodes.is_empty() {
            let (whole, definitions) = self.whole(blocks);
            nodes.push(read(&whole, definitions.as_ref(), &format!("{}[0]", key.path), self.faults));
        } else {
            self.keep_under(heading, others);
        }
        Node { span, value: Value::List(nodes) }
    }

    /// The list items and table rows of a section.
    fn items(&mut self, key: &SectionKey, heading: &Block, blocks: &[Block]) -> Node {
        let mut nodes = Vec::new();
        let mut others = Vec::new();
        for block in blocks {
            match (&block.kind, key.shape) {
                (Kind::List(items), shape) => {
                    let read = if shape == Shape::Timeline { entry_node } else { remediation_node };
                    for item in items {
                        let path = format!("{}[{}]", key.path, nodes.len());
                        nodes.push(read(&item.line(self.text), item.more(self.text).as_ref(), &path, self.faults));
                    }
                }
                (Kind::Table(rows), Shape::Timeline) => table::read_entries(self.text, rows, &mut nodes, self.faults),
                (Kind::Table(rows), _) => table::read_remediation(self.text, rows, &mut nodes, self.faults),
                (Kind::Heading { text, .. }, Shape::Timeline) if begins_with_date(text) => {
                    self.tell_date_in_heading(block);
                    others.push(block);
                }
                _ => others.push(block),
            }
        }
        if others.len() == blocks.len() {
            let message = format!("`{}` holds neither a list nor a table", key.path);
            let span = self.text.span_of(heading.range.clone());
            let help = "begin each item with `- `, or give the section another heading";
            self.faults.spoil(key.path, Diagnostic::error("section-without-items", span, message).with_help(help));
        } else {
            if key.shape == Shape::Timeline {
                self.tell_other_bullets(blocks);
            }
            self.keep_under(heading, others);
        }
        Node { span: self.text.span_of(extent(blocks)), value: Value::List(nodes) }
    }

    /// Lines that were meant as entries, and are text of the body or of the entry above them.
    fn tell_other_bullets(&mut self, blocks: &[Block]) {
        for block in blocks.iter().filter(|block| matches!(block.kind, Kind::Paragraph | Kind::List(_))) {
            let mut start = block.range.start;
            for line in self.text.as_str()[block.range.clone()].split_inclusive('\n') {
                if let Some(bullet) = other_bullet(line) {
                    let at = start + bullet.start..start + bullet.end;
                    let span = self.text.span_of(at.clone());
                    let message = format!("`{}` begins no entry: this line is text", &self.text.as_str()[at]);
                    let fault = Diagnostic::error("entry-without-bullet", span, message);
                    let help = "begin the line with `- `, with a space behind it";
                    self.faults.spoil("timeline", fault.with_help(help));
                }
                start += line.len();
            }
        }
    }

    fn tell_date_in_heading(&mut self, heading: &Block) {
        let span = self.text.span_of(heading.range.clone());
        let fault = Diagnostic::error("date-in-heading", span, "the day of these entries stands in a heading");
        let help = "write the day in the first line under it: `- 2026-11-23 14:02 …`";
        self.faults.spoil("timeline", fault.with_help(help));
    }

    /// Keeps what a section holds besides its items; its heading only if that is anything to be seen.
    fn keep_under(&mut self, heading: &Block, others: Vec<&Block>) {
        if !others.iter().all(|block| block.is_definition()) {
            self.keep([heading]);
        }
        self.keep(others);
    }

    fn keep<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>) {
        self.kept.extend(blocks.into_iter().map(|block| block.range.clone()));
    }
}

/// The blocks before the next heading of a level or above it, and those from there on.
fn until_heading(blocks: &[Block], depth: u8) -> (&[Block], &[Block]) {
    let is_end = |block: &Block| matches!(block.kind, Kind::Heading { level, .. } if level <= depth);
    blocks.split_at(blocks.iter().position(is_end).unwrap_or(blocks.len()))
}

/// From the first of some blocks to the last.
fn extent(blocks: &[Block]) -> Range<usize> {
    match (blocks.first(), blocks.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => 0..0,
    }
}

/// What a line begins with, if that is a bullet elsewhere and a time follows: `– 14:02`, `• 14:02`, `-14:02`.
fn other_bullet(line: &str) -> Option<Range<usize>> {
    let content = line.trim_start();
    let bullet = content.chars().next()?;
    let rest = &content[bullet.len_utf8()..];
    let is_bullet = match bullet {
        '–' | '—' | '‐' | '‑' | '−' | '•' | '·' | '‣' | '◦' | '●' | '▪' | '⁃' => true,
        '-' | '*' | '+' => rest.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    let start = line.len() - content.len();
    (is_bullet && begins_with_time(rest.trim_start())).then(|| start..start + bullet.len_utf8())
}

fn begins_with_date(heading: &str) -> bool {
    let shape = heading.trim_start().bytes().map(|b| if b.is_ascii_digit() { b'9' } else { b });
    shape.take(10).eq(*b"9999-99-99")
}

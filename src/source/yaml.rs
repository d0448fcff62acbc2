//! Builds the tree from YAML. With `written` and `syntax`, the only files that know the YAML library; what records may not use (anchors, aliases,
//! tags, merge keys, several documents) is refused here, so nothing above ever sees it.

use super::tree::{Map, Node, Pair, Scalar, Style, Value};
use super::{character, comment, limits, syntax, written};
use crate::diag::{Diagnostic, Span};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, StructureStyle};

/// What was read from one piece of YAML.
pub(super) struct Yaml {
    /// The root; `Null` where nothing was written or the reading was broken off.
    pub(super) root: Node,
    /// The reading was broken off: a syntax error or a limit.
    pub(super) broken: bool,
    pub(super) faults: Vec<Diagnostic>,
}

/// Reads the YAML that stands in a range of a file.
pub(super) fn read(file: &str, range: Span) -> Yaml {
    let mut builder = Builder::new(file, range.clone());
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: limits::DEPTH,
        block_nesting_limit: limits::DEPTH,
    };
    for event in Parser::new_from_str_with_options(&file[range.clone()], options) {
        let next = match event {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => {
                let at = range.start + error.marker().byte_offset().unwrap_or_default();
                let at = at.clamp(range.start, range.end);
                Err(match error.kind() {
                    ErrorKind::RecursionLimitExceeded => too_deep(at..at),
                    kind => syntax::fault(file, range.clone(), at, builder.bracket(), kind),
                })
            }
        };
        match next {
            Ok(Next::More) => {}
            Ok(Next::Done) => break,
            Err(fault) => {
                if !builder.has_said(&fault) {
                    builder.faults.push(fault);
                }
                return Yaml { root: Node::null(range.start), broken: true, faults: builder.faults };
            }
        }
    }
    let root = builder.root.unwrap_or_else(|| Node::null(range.start));
    Yaml { root, broken: false, faults: builder.faults }
}

enum Next {
    More,
    Done,
}

/// A list or a map that has begun and not ended.
struct Open {
    start: usize,
    /// Where the last thing in it ended; a block ends there.
    end: usize,
    kind: Kind,
}

enum Kind {
    List(Vec<Node>),
    Map { map: Map, key: Option<Key> },
}

/// A key that waits for its value.
enum Key {
    Kept(Scalar),
    /// It was refused, so its value is dropped.
    Refused,
}

struct Builder<'a> {
    file: &'a str,
    range: Span,
    stack: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    documents: usize,
    /// Where the last thing written ended.
    last: usize,
    faults: Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    fn new(file: &'a str, range: Span) -> Self {
        let last = range.start;
        Self { file, range, stack: Vec::new(), root: None, nodes: 0, documents: 0, last, faults: Vec::new() }
    }

    fn event(&mut self, event: Event<'_>, span: &granit_parser::Span) -> Result<Next, Diagnostic> {
        let place = span.byte_range().expect("a parser over text gives bytes");
        let place = self.range.start + place.start..self.range.start + place.end;
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    let fault = Diagnostic::error("several-documents", place, "a second YAML document begins here");
                    self.faults.push(fault.with_help("keep one record in a file"));
                    return Ok(Next::Done);
                }
                self.last = self.last.max(place.end);
            }
            Event::Scalar(value, style, anchor, tag) => {
                self.count(&place)?;
                self.refuse_properties(anchor, tag.is_some(), span, &place);
                Self::check_length(&place, &value)?;
                let is_plain = style == ScalarStyle::Plain;
                let node = written::scalar(self.file, self.last, &value, style, place);
                if is_plain && let Some(comment) = comment::tight_after(&self.file[..self.range.end], node.span.end) {
                    let message = "the text ends at the `#`: what follows is a comment to YAML";
                    let fault = Diagnostic::error("cut-short-by-comment", comment, message);
                    self.faults.push(fault.with_help(
                        "put the whole text in quotes; a comment has a space behind its `#`, or a line of its own",
                    ));
                }
                if is_plain && let Some(item) = swallowed_item(self.file, &node.span) {
                    let fault =
                        Diagnostic::error("yaml-syntax", item, "a list item that YAML reads as part of the text above");
                    self.faults.push(fault.with_help("give it the indentation of the items that it belongs to"));
                }
                if let Some((text, (at, character))) = node.as_text().zip(character::control(&value)) {
                    self.faults.push(character::fault(text.span_of(at..at + character.len_utf8()), character));
                }
                self.complete(node);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), span, &place);
                let in_map = matches!(self.stack.last(), Some(Open { kind: Kind::Map { .. }, .. }));
                let start = match style {
                    StructureStyle::Block if in_map => written::dash(self.file, self.last, place.start),
                    _ => place.start,
                };
                self.open(start..place.end.max(start), Kind::List(Vec::new()))?;
            }
            Event::MappingStart(style, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), span, &place);
                let map = Map { flow: style == StructureStyle::Flow, ..Map::default() };
                self.open(place, Kind::Map { map, key: None })?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(place),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.count(&place)?;
                self.alias(place);
            }
            _ => {}
        }
        Ok(Next::More)
    }

    /// The innermost bracket that is open.
    fn bracket(&self) -> Option<usize> {
        let starts = self.stack.iter().rev().map(|open| open.start);
        starts.into_iter().find(|at| matches!(self.file.as_bytes().get(*at), Some(b'[' | b'{')))
    }

    /// The line was refused already: `*not* a word` is an alias, and what follows it is then no YAML.
    fn has_said(&self, fault: &Diagnostic) -> bool {
        let (Some(last), at) = (self.faults.last().map(|last| &last.primary.span), fault.primary.span.start) else {
            return false;
        };
        !self.file[last.end.min(at)..last.start.max(at)].contains('\n')
    }

    fn count(&mut self, place: &Span) -> Result<(), Diagnostic> {
        self.nodes += 1;
        if self.nodes <= limits::NODES {
            return Ok(());
        }
        let message = format!("more than {} values and keys in one file", limits::NODES);
        Err(Diagnostic::error("too-many-nodes", place.clone(), message).with_note("the rest of the file is not read"))
    }

    fn open(&mut self, place: Span, kind: Kind) -> Result<(), Diagnostic> {
        self.count(&place)?;
        if self.stack.len() == limits::DEPTH {
            return Err(too_deep(place));
        }
        self.last = self.last.max(place.end);
        self.stack.push(Open { start: place.start, end: place.end, kind });
        Ok(())
    }

    fn close(&mut self, place: Span) {
        let open = self.stack.pop().expect("the parser closes only what it opened");
        // The end of a block is an empty place on the next token; a bracket is a place of its own.
        let end = if place.is_empty() { open.end } else { place.end };
        let value = match open.kind {
            Kind::List(items) => Value::List(items),
            Kind::Map { map, .. } => Value::Map(map),
        };
        self.complete(Node { span: open.start..end.max(open.start), value });
    }

    /// Puts a whole node where it belongs.
    fn complete(&mut self, node: Node) {
        self.last = self.last.max(node.span.end);
        let Some(open) = self.stack.last_mut() else {
            self.root = Some(node);
            return;
        };
        open.end = open.end.max(node.span.end);
        match &mut open.kind {
            Kind::List(items) => items.push(node),
            Kind::Map { map, key } => match key.take() {
                Some(Key::Kept(name)) => map.pairs.push(Pair { key: name, value: node }),
                Some(Key::Refused) => {}
                None => {
                    let (next, fault) = read_key(node, map);
                    *key = Some(next);
                    self.faults.extend(fault);
                }
            },
        }
    }

    fn alias(&mut self, place: Span) {
        let is_merged = matches!(self.stack.last(), Some(Open { kind: Kind::Map { key: Some(Key::Refused), .. }, .. }));
        if !is_merged {
            let message = format!("`{}` is an alias, which records do not use", &self.file[place.clone()]);
            self.faults.push(
                Diagnostic::error("alias", place.clone(), message)
                    .with_help("write the value out, or quote text that begins with `*`"),
            );
        }
        self.complete(Node { span: place, value: Value::Null });
    }

    fn refuse_properties(&mut self, anchor: usize, tagged: bool, span: &granit_parser::Span, place: &Span) {
        if tagged {
            let base = self.range.start;
            let tag = span.tag_span().and_then(|s| s.byte_range()).map(|r| base + r.start..base + r.end);
            let at = tag.unwrap_or_else(|| place.clone());
            let message = format!("`{}` is a tag, which records do not use", &self.file[at.clone()]);
            self.faults.push(Diagnostic::error("tag", at, message).with_help("leave the tag out, or quote the text"));
        }
        if anchor > 0 {
            let at = written::anchor(self.file, self.last, place.start);
            let message = format!("`{}` is an anchor, which records do not use", &self.file[at.clone()]);
            let help = "leave the anchor out, or quote the text";
            self.faults.push(Diagnostic::error("anchor", at, message).with_help(help));
        }
    }

    fn check_length(place: &Span, value: &str) -> Result<(), Diagnostic> {
        if value.len() <= limits::SCALAR_BYTES {
            return Ok(());
        }
        let message = format!("a text longer than {} KiB", limits::SCALAR_BYTES / 1024);
        let fault = Diagnostic::error("scalar-too-long", place.start..place.start, message);
        Err(fault.with_note("the rest of the file is not read"))
    }
}

/// A line of a plain text, after its first, that begins with a dash: an item that is indented too deep.
fn swallowed_item(file: &str, text: &Span) -> Option<Span> {
    let raw = file.get(text.clone())?;
    raw.match_indices('\n').find_map(|(end, _)| {
        let line = raw[end + 1..].lines().next()?;
        let start = text.start + end + 1 + (line.len() - line.trim_start().len());
        line.trim_start().starts_with("- ").then(|| start..start + line.trim().len())
    })
}

/// What a node is as a key of a map, and what is wrong with it.
fn read_key(node: Node, map: &Map) -> (Key, Option<Diagnostic>) {
    let Value::Scalar(key) = node.value else {
        let fault = Diagnostic::error("key-not-text", node.span, "a key that is not a word");
        return (Key::Refused, Some(fault.with_help("write the key as a plain word before the colon")));
    };
    let name = key.text.as_str();
    if name == "<<" && key.style == Style::Plain {
        let fault = Diagnostic::error("merge-key", node.span, "`<<` is a merge key, which records do not use");
        return (Key::Refused, Some(fault.with_help("write the keys out")));
    }
    if let Some(first) = map.pairs.iter().find(|pair| pair.key.text.as_str() == name) {
        let fault = Diagnostic::error("duplicate-key", node.span, format!("`{name}` is given twice"))
            .with_other(first.key.text.span(), "first given here; this one counts")
            .with_help("keep one of the two");
        return (Key::Refused, Some(fault));
    }
    (Key::Kept(key), None)
}

fn too_deep(place: Span) -> Diagnostic {
    let message = format!("lists and maps are nested more than {} deep", limits::DEPTH);
    Diagnostic::error("nested-too-deep", place, message).with_note("the rest of the file is not read")
}

#[cfg(test)]
#[path = "yaml_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "yaml_laws.rs"]
mod laws;

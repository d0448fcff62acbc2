//! Lines rewritten into the maps they are short for. Every value keeps its place in the file.

use std::ops::Range;

use super::groups::{self, Groups, trimmed};
use super::{entry, factor, remediation};
use crate::diag::Span;
use crate::model::fault::Fault;
use crate::model::faults::{Faults, located};
use crate::source::{Map, Node, Pair, Scalar, Style, Text, Value};

/// A map that is being put together from parts of a text.
pub(crate) struct LongForm {
    span: Span,
    map: Map,
}

impl LongForm {
    /// An empty map for what stands at a place.
    pub(crate) fn new(span: Span) -> Self {
        Self { span, map: Map::default() }
    }

    /// Adds a key with a value; the key stands where the value does.
    pub(crate) fn set(&mut self, key: &str, value: Node) {
        let key = Scalar { text: word(key, value.span.start), style: Style::Plain };
        self.map.pairs.push(Pair { key, value });
    }

    /// Adds a key with a text; nothing if the text is empty.
    pub(crate) fn set_text(&mut self, key: &str, text: Text) {
        if !text.as_str().is_empty() {
            self.set(key, Node::scalar(text));
        }
    }

    /// Adds a key with a list of words; nothing if there are none.
    pub(crate) fn set_list(&mut self, key: &str, words: Vec<Text>) {
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            let span = first.span().start..last.span().end;
            self.set(key, Node { span, value: Value::List(words.into_iter().map(Node::scalar).collect()) });
        }
    }

    /// Adds a key with one of our own words, which stands for what is written at a place.
    pub(crate) fn set_word(&mut self, key: &str, value: &str, span: Span) {
        let scalar = Scalar { text: word(value, span.start), style: Style::Plain };
        self.set(key, Node { span, value: Value::Scalar(scalar) });
    }

    /// The map.
    pub(crate) fn into_node(self) -> Node {
        Node { span: self.span, value: Value::Map(self.map) }
    }
}

/// The entry that a line is short for. `more` is Markdown that belongs to its text.
pub(crate) fn entry_node(line: &Text, more: Option<&Text>, path: &str, faults: &mut Faults) -> Node {
    let (parts, found) = entry(line.as_str());
    let mut long = LongForm::new(span_with(line, more));
    long.set_text("at", line.slice(parts.time));
    long.set_text("text", joined(line.slice(parts.text), more));
    long.set_list("sources", texts(line, &parts.sources));
    long.set_list("milestone", texts(line, &parts.milestones));
    faults.add_line(path, line, found);
    long.into_node()
}

/// The contributing factor that a line is short for.
pub(crate) fn factor_node(line: &Text, more: Option<&Text>, path: &str, faults: &mut Faults) -> Node {
    let (parts, found) = factor(line.as_str());
    let mut long = LongForm::new(span_with(line, more));
    if let Some((category, at)) = parts.category {
        long.set_word("category", category, line.span_of(at));
    }
    long.set_text("statement", joined(line.slice(parts.statement), more));
    long.set_list("sources", texts(line, &parts.sources));
    faults.add_line(path, line, found);
    long.into_node()
}

/// The remediation item that a line is short for.
pub(crate) fn remediation_node(line: &Text, more: Option<&Text>, path: &str, faults: &mut Faults) -> Node {
    let (parts, found) = remediation(line.as_str());
    let mut long = LongForm::new(span_with(line, more));
    long.set_text("title", joined(line.slice(parts.title.clone()), more));
    let (status, at) = parts.status;
    long.set_word("status", status, line.span_of(at.unwrap_or(parts.title)));
    for (key, value) in parts.keys {
        if key == "factors" {
            long.set_list(key, words(&line.slice(value)));
        } else {
            long.set_text(key, line.slice(value));
        }
    }
    long.set_list("sources", texts(line, &parts.sources));
    faults.add_line(path, line, found);
    long.into_node()
}

/// A text that may end in `[sources]`: a scalar where it does not, a map of `text` and `sources` where it does.
pub(crate) fn prose_node(line: &Text, more: Option<&Text>, path: &str, faults: &mut Faults) -> Node {
    let mut found = Vec::new();
    let ending = groups::take(line.as_str(), 0..line.as_str().len(), Groups::Sources, &mut found);
    let text = joined(line.slice(ending.text), more);
    faults.add_line(path, line, found);
    if ending.sources.is_empty() {
        return Node::scalar(text);
    }
    if text.as_str().is_empty() {
        let key = path.strip_suffix(".description").unwrap_or(path);
        let all = trimmed(line.as_str(), 0..line.as_str().len());
        let fault = Fault::error("item-without-text", all, format!("`{key}` is nothing but sources"));
        let help = "write the text before them; a backslash makes text of a bracket: `\\[`";
        faults.spoil(&format!("{path}.text"), located(line, fault.with_help(help)));
    }
    let mut long = LongForm::new(span_with(line, more));
    long.set_text("text", text);
    long.set_list("sources", texts(line, &ending.sources));
    long.into_node()
}

/// The words of a list written with commas.
pub(crate) fn words(list: &Text) -> Vec<Text> {
    texts(list, &groups::cell_words(list.as_str()))
}

/// The text on one line: each line break and the white space around it is a space.
pub(crate) fn on_one_line(text: &Text) -> Text {
    if !text.as_str().contains('\n') {
        return text.trim();
    }
    let mut line = Text::empty(text.span().start);
    let mut start = 0;
    for part in text.as_str().split('\n') {
        let range = trimmed(text.as_str(), start..start + part.len());
        start += part.len() + 1;
        if range.is_empty() {
            continue;
        }
        if !line.as_str().is_empty() {
            line.push_made(" ");
        }
        line.push_text(&text.slice(range));
    }
    line
}

/// A word of ours at a place in the file.
fn word(value: &str, at: usize) -> Text {
    let mut text = Text::empty(at);
    text.push_made(value);
    text
}

fn texts(line: &Text, ranges: &[Range<usize>]) -> Vec<Text> {
    ranges.iter().map(|range| line.slice(range.clone())).collect()
}

/// Two pieces of Markdown with a blank line between them.
fn joined(mut text: Text, more: Option<&Text>) -> Text {
    if let Some(more) = more.filter(|more| !more.as_str().is_empty()) {
        if !text.as_str().is_empty() {
            text.push_made("\n\n");
        }
        text.push_text(more);
    }
    text
}

fn span_with(line: &Text, more: Option<&Text>) -> Span {
    line.span().start..more.map_or(line.span().end, |more| more.span().end)
}

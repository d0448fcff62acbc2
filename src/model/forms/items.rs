//! Lines as items of a list: those that are scalars, and those that were taken for mappings because of a `: `.

use crate::diag::{Diagnostic, Span};
use crate::model::faults::Faults;
use crate::model::line::long::{entry_node, factor_node, on_one_line, remediation_node};
use crate::model::line::words::{FACTOR_KEYS, REMEDIATION_KEYS};
use crate::source::comment;
use crate::source::{Map, Node, Scalar, Style, Text, Value};

/// A kind of line: how it is read, and which mappings are such lines in disguise.
pub(super) struct Form {
    read: fn(&Text, Option<&Text>, &str, &mut Faults) -> Node,
    is_line: fn(&Map) -> bool,
}

impl Form {
    /// A timeline entry: a first key that is no word is the beginning of a time.
    pub(super) const ENTRY: Self = Self {
        read: entry_node,
        is_line: |map| {
            let is_word = |key: &str| key.chars().all(|c| c.is_alphabetic() || c == '_');
            first_plain_key(map).is_some_and(|key| !is_word(key) || key == "unknown")
        },
    };
    /// A contributing factor: one pair whose key is none of a factor's.
    pub(super) const FACTOR: Self = Self {
        read: factor_node,
        is_line: |map| map.pairs.len() == 1 && first_plain_key(map).is_some_and(|key| !FACTOR_KEYS.contains(&key)),
    };
    /// A remediation item: one pair whose key is none of an item's.
    pub(super) const REMEDIATION: Self = Self {
        read: remediation_node,
        is_line: |map| map.pairs.len() == 1 && first_plain_key(map).is_some_and(|key| !REMEDIATION_KEYS.contains(&key)),
    };
}

/// Rewrites the items of a list that are lines. What is no list is left as it is.
pub(super) fn expand(node: &mut Node, file: &str, form: &Form, path: &str, faults: &mut Faults) {
    let Value::List(items) = &mut node.value else { return };
    for (index, item) in items.iter_mut().enumerate() {
        let Some(line) = line(item, file, form) else { continue };
        let path = format!("{path}[{index}]");
        let Some(comment) = comment_after(item, file) else {
            *item = (form.read)(&line, None, &path, faults);
            continue;
        };
        // The parser has told of a `#` that touches a word.
        if comment::is_tight(&file[comment.clone()]) {
            faults.faulty.insert(path.clone());
        } else {
            faults.spoil(&path, cut_short(comment));
        }
        // What is missing from the line is no second fault; its time is whole.
        let told = faults.diagnostics.len();
        *item = (form.read)(&line, None, &path, faults);
        let time = format!("{path}.at");
        let of_time: Vec<_> = faults.diagnostics.drain(told..).filter(|fault| fault.field == time).collect();
        faults.diagnostics.extend(of_time);
    }
}

fn cut_short(comment: Span) -> Diagnostic {
    let message = "the line ends at the `#`: what follows is a comment to YAML";
    let fault = Diagnostic::error("cut-short-by-comment", comment, message);
    fault.with_help("put the line in quotes; a comment goes on a line of its own")
}

/// The line that an item was written as, if it was written as one.
fn line(item: &Node, file: &str, form: &Form) -> Option<Text> {
    match &item.value {
        Value::Scalar(scalar) => Some(on_one_line(&scalar.text)),
        Value::Map(map) if (form.is_line)(map) => Some(match map.pairs.as_slice() {
            [pair] if is_block_scalar(&pair.value) => block_line(&pair.key, &pair.value),
            _ => {
                let end = end(item, file);
                on_one_line(&Text::verbatim(&file[item.span.start..end], item.span.start))
            }
        }),
        _ => None,
    }
}

/// The line `key: |` with its block as it reads.
fn block_line(key: &Scalar, value: &Node) -> Text {
    let mut text = key.text.clone();
    text.push_made(": ");
    if let Some(value) = value.as_text() {
        text.push_text(value);
    }
    on_one_line(&text)
}

fn is_block_scalar(node: &Node) -> bool {
    matches!(&node.value, Value::Scalar(Scalar { style: Style::Block, .. }))
}

/// The end of the last scalar in a node; of a key with nothing behind it, its colon.
fn end(node: &Node, file: &str) -> usize {
    match &node.value {
        Value::Map(map) => map.pairs.last().map_or(node.span.end, |pair| match &pair.value.value {
            Value::Null => {
                let key = pair.key.text.span().end;
                key + file[key..].find(':').map_or(0, |colon| colon + 1)
            }
            _ => end(&pair.value, file),
        }),
        Value::List(items) => items.last().map_or(node.span.end, |last| end(last, file)),
        Value::Null | Value::Scalar(_) => node.span.end,
    }
}

/// The comment that cuts a plain line short, wherever in its node it stands.
fn comment_after(node: &Node, file: &str) -> Option<Span> {
    match &node.value {
        Value::Scalar(scalar) if scalar.style == Style::Plain => comment::after(file, node.span.end),
        Value::Map(map) => map.pairs.iter().find_map(|pair| match pair.value.value {
            Value::Null => comment::after(file, end(node, file)),
            _ => comment_after(&pair.value, file),
        }),
        Value::List(items) => items.iter().find_map(|item| comment_after(item, file)),
        Value::Null | Value::Scalar(_) => None,
    }
}

fn first_plain_key(map: &Map) -> Option<&str> {
    let key = map.pairs.first().filter(|_| !map.flow).map(|pair| &pair.key)?;
    (key.style == Style::Plain).then(|| key.text.as_str())
}

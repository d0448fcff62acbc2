//! The short forms of a record rewritten into the long form, so that one reader sees one shape. What the keys mean
//! is left to that reader.
//!
//! A line becomes the map it is short for, a word the map it stands in, a section of the body the key it is headed
//! with. Every value keeps its place in the file, and field paths such as `timeline[3].text` are those of the new tree.

mod items;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use self::items::Form;
use super::faults::Faults;
use super::line::long::prose_node;
use super::sections::{self, Section};
use crate::diag::{Diagnostic, Span};
use crate::source::{Document, Map, Node, Pair, Scalar, Style, Text, Value};

/// A record in its long form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expanded {
    /// The root: always a map, of the front matter and of the sections.
    pub root: Node,
    /// The Markdown that is no section; `None` in a file without a body.
    pub body: Option<Text>,
    /// The link definitions of the body, for every text that was a section of it.
    pub links: Option<Text>,
    /// The paths of fields that have been told to be faulty: the reader takes what stands there, if it can, and says
    /// no more about them, neither that they are wrong nor that they are missing. An `at` among them is the line it
    /// could not be read from, so that its date can still set the day. A whole item may be among them, and `timeline`:
    /// entries are missing from it then, or the day of some is.
    pub faulty: BTreeSet<String>,
}

/// Rewrites the short forms of a document, and takes its root for it.
#[must_use]
pub fn expand(document: &mut Document) -> (Expanded, Vec<Diagnostic>) {
    let mut faults = Faults::default();
    let place = document.root.span.clone();
    let mut root = match std::mem::replace(&mut document.root, Node::null(place.start)).value {
        Value::Map(root) => root,
        Value::Null | Value::Scalar(_) | Value::List(_) => Map::default(),
    };
    for Pair { key, value } in &mut root.pairs {
        match key.text.as_str() {
            "impact" if matches!(value.value, Value::Scalar(_)) => {
                prose(value, "impact.description", &mut faults);
                expand_word(value, "description");
                rename(value, "text", "description");
            }
            key @ ("summary" | "trigger" | "resolution") => prose(value, key, &mut faults),
            "lessons" => lessons(value, &mut faults),
            "detection" => expand_word(value, "method"),
            "timeline" => items::expand(value, &document.text, &Form::ENTRY, "timeline", &mut faults),
            "contributing_factors" => {
                list_of_one(value);
                items::expand(value, &document.text, &Form::FACTOR, "contributing_factors", &mut faults);
            }
            "root_cause" => items::expand(value, &document.text, &Form::FACTOR, "root_cause", &mut faults),
            "remediation" => items::expand(value, &document.text, &Form::REMEDIATION, "remediation", &mut faults),
            _ => {}
        }
    }
    let (mut rest, mut links) = (None, None);
    if let Some(body) = &document.body {
        let found = sections::read(body, |path| given(&root, path), &mut faults);
        faults.diagnostics.extend(found.lost);
        for section in found.keys {
            add_section(&mut root, section);
        }
        (rest, links) = (Some(found.body), Some(found.links));
    }
    let root = Node { span: place, value: Value::Map(root) };
    (Expanded { root, body: rest, links, faulty: faults.faulty }, faults.diagnostics)
}

/// Takes the sources off the end of a text: `summary: Words. [log]` is `summary: {text: Words., sources: [log]}`.
fn prose(node: &mut Node, path: &str, faults: &mut Faults) {
    if let Value::Scalar(Scalar { text, .. }) = &node.value {
        let made = prose_node(text, None, path, faults);
        if matches!(made.value, Value::Map(_)) {
            node.value = made.value;
        }
    }
}

/// The same in every lesson.
fn lessons(node: &mut Node, faults: &mut Faults) {
    let Value::Map(map) = &mut node.value else { return };
    for Pair { key, value } in &mut map.pairs {
        let path = format!("lessons.{}", key.text.as_str());
        match &mut value.value {
            Value::List(items) => {
                items.iter_mut().enumerate().for_each(|(i, item)| prose(item, &format!("{path}[{i}]"), faults));
            }
            Value::Null | Value::Scalar(_) | Value::Map(_) => prose(value, &path, faults),
        }
    }
}

/// Gives a key of a map that was made of one text its own name.
fn rename(node: &mut Node, from: &str, to: &str) {
    let Value::Map(map) = &mut node.value else { return };
    if let Some(pair) = map.pairs.iter_mut().find(|pair| pair.key.text.as_str() == from) {
        pair.key = made_key(to, pair.value.span.start);
    }
}

/// Makes a map of a scalar: `impact: words` is `impact: {description: words}`.
fn expand_word(node: &mut Node, key: &str) {
    if matches!(node.value, Value::Scalar(_)) {
        let span = node.span.clone();
        let value = Node { span: span.clone(), value: std::mem::replace(&mut node.value, Value::Null) };
        let map = Map { pairs: vec![Pair { key: made_key(key, span.start), value }], flow: false };
        node.value = Value::Map(map);
    }
}

/// A line alone is a list of one.
fn list_of_one(node: &mut Node) {
    if matches!(node.value, Value::Scalar(_)) {
        let only = Node { span: node.span.clone(), value: std::mem::replace(&mut node.value, Value::Null) };
        node.value = Value::List(vec![only]);
    }
}

/// Where the front matter gives the key of a section. A key with nothing behind it gives nothing.
fn given(root: &Map, path: &str) -> Option<Span> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let pair = root.pairs.iter().find(|pair| pair.key.text.as_str() == first)?;
    match (&pair.value.value, rest) {
        (Value::Null, _) => None,
        (Value::Map(map), Some(rest)) => given(map, rest),
        _ => Some(pair.key.text.span()),
    }
}

/// Puts the value of a section at its path.
fn add_section(root: &mut Map, section: Section) {
    let at = section.heading.start;
    let (map, key) = match section.path.split_once('.') {
        Some((first, rest)) => (inner_map(root, first, &section.value), rest),
        None => (root, section.path),
    };
    let mut values = vec![(key, section.value)];
    if section.path == "impact.description"
        && let Value::Map(prose) = &mut values[0].1.value
    {
        // The text and its sources are keys of the impact itself.
        let parts = std::mem::take(&mut prose.pairs).into_iter();
        values =
            parts.map(|pair| (if pair.key.text.as_str() == "text" { key } else { "sources" }, pair.value)).collect();
    }
    for (key, value) in values {
        match map.pairs.iter_mut().find(|pair| pair.key.text.as_str() == key) {
            Some(pair) if key == "sources" => cite(&mut pair.value, value),
            Some(pair) => pair.value = value,
            None => map.pairs.push(Pair { key: made_key(key, at), value }),
        }
    }
}

/// Adds sources to those that are given.
fn cite(given: &mut Node, more: Node) {
    if matches!(given.value, Value::Null) {
        *given = more;
        return;
    }
    list_of_one(given);
    if let (Value::List(given), Value::List(more)) = (&mut given.value, more.value) {
        given.extend(more);
    }
}

/// The map at a key, made if there is nothing; it stands where what will be put into it does.
fn inner_map<'m>(root: &'m mut Map, key: &str, content: &Node) -> &'m mut Map {
    let place = root.pairs.iter().position(|pair| pair.key.text.as_str() == key).unwrap_or_else(|| {
        let value = Node { span: content.span.clone(), value: Value::Null };
        root.pairs.push(Pair { key: made_key(key, content.span.start), value });
        root.pairs.len() - 1
    });
    let value = &mut root.pairs[place].value;
    if matches!(value.value, Value::Null) {
        *value = Node { span: content.span.clone(), value: Value::Map(Map::default()) };
    }
    match &mut value.value {
        Value::Map(map) => map,
        _ => unreachable!("a key that holds no map is given, and its section is left out"),
    }
}

/// A key that is written nowhere.
fn made_key(key: &str, at: usize) -> Scalar {
    let mut text = Text::empty(at);
    text.push_made(key);
    Scalar { text, style: Style::Plain }
}

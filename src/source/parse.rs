//! Parses one file into a document: splits front matter from the Markdown below it and reads the YAML. It never
//! fails; it gives a document and what is wrong with it.

use super::tree::{Document, Value};
use super::{Text, character, limits, yaml};
use crate::diag::{Diagnostic, Span};
use std::path::Path;

/// Parses a file by the ending of its path: `.md` is front matter and Markdown, everything else is YAML.
#[must_use]
pub fn parse(path: &str, text: &str) -> (Document, Vec<Diagnostic>) {
    if let Some(fault) = unreadable(text) {
        return (Document::broken(text), vec![fault]);
    }
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if !is_markdown(path) {
        return document(text, start..text.len(), None);
    }
    match split(text, start) {
        Ok((front, body)) => document(text, front, Some(markdown(text, body))),
        Err(fault) => (Document::broken(text), vec![fault]),
    }
}

/// Whether a file is front matter with Markdown below it, by the ending of its path.
#[must_use]
pub fn is_markdown(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
}

/// Why a text is not even looked at: its size, or a character that no text has.
fn unreadable(text: &str) -> Option<Diagnostic> {
    if text.len() > limits::FILE_BYTES {
        return Some(too_large());
    }
    let (at, character) = character::control(text)?;
    Some(character::fault(at..at + character.len_utf8(), character))
}

/// The fault of a file that is larger than what is read.
pub(super) fn too_large() -> Diagnostic {
    let message = format!("the file is larger than {} MiB", limits::FILE_BYTES / (1024 * 1024));
    Diagnostic::error("file-too-large", 0..0, message).with_help("move logs and long evidence into attachments")
}

fn document(text: &str, front: Span, body: Option<Text>) -> (Document, Vec<Diagnostic>) {
    let read = yaml::read(text, front);
    let mut faults = read.faults;
    let mut document = Document { text: text.to_owned(), root: read.root, body, broken: read.broken };
    if !matches!(document.root.value, Value::Map(_) | Value::Null) {
        let message = "the file is not a map of keys and values";
        let fault = Diagnostic::error("not-a-map", first_line(text, &document.root.span), message);
        faults.push(fault.with_help("write one `key: value` a line, beginning with `title:`"));
        document = Document { body: document.body, ..Document::broken(text) };
    }
    (document, faults)
}

/// The places of front matter and body.
fn split(text: &str, start: usize) -> Result<(Span, Span), Diagnostic> {
    let mut lines = Lines { text, at: start };
    let top = lines.next().unwrap_or(start..start);
    if text[top.clone()].trim_end() != "---" {
        let at = first_line(text, &(start..text.len()));
        let dashes = text[top.clone()].trim();
        let help = if !dashes.is_empty() && dashes.chars().all(|c| matches!(c, '-' | '–' | '—')) {
            "write three dashes there, `---`, and nothing else"
        } else if text[start..].trim_start().starts_with("---") {
            "begin the file with `---`: take out what stands above it"
        } else {
            "begin the file with a line `---`, the keys (`title:`, `status:`, …) and another line `---`"
        };
        let message = "the record does not begin with front matter";
        return Err(Diagnostic::error("no-front-matter", at, message).with_help(help));
    }
    match lines.find(|line| matches!(text[line.clone()].trim_end(), "---" | "...")) {
        Some(end) => Ok((top.end..end.start, end.end..text.len())),
        None => {
            Err(Diagnostic::error("front-matter-not-closed", top.start..top.start + 3, "front matter does not end")
                .with_label("begins here")
                .with_help("add a line `---` after the last key"))
        }
    }
}

/// The lines of a text as places, each with its line break.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let len = rest.find('\n').map_or(rest.len(), |i| i + 1);
        self.at += len;
        Some(self.at - len..self.at)
    }
}

/// Markdown with every line ending as `\n`, whatever the file has.
fn markdown(text: &str, place: Span) -> Text {
    if !text[place.clone()].contains('\r') {
        return Text::verbatim(&text[place.clone()], place.start);
    }
    let mut body = Text::empty(place.start);
    for line in (Lines { text: &text[..place.end], at: place.start }) {
        match text[line.clone()].strip_suffix("\r\n") {
            Some(words) => {
                body.push_verbatim(words, line.start);
                body.push_verbatim("\n", line.end - 1);
            }
            None => body.push_verbatim(&text[line.clone()], line.start),
        }
    }
    body
}

fn first_line(text: &str, place: &Span) -> Span {
    let line = text[place.clone()].lines().next().unwrap_or_default();
    place.start..place.start + line.trim_end().len()
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;

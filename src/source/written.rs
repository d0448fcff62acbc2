//! Finds where a node was written. The parser tells where it noticed one, which is not always where it begins or
//! ends: a block of text begins at its first letter for it, and a list that is not indented behind its first dash.

use super::scalar::{self, Notation};
use super::tree::{Node, Scalar, Style, Value};
use crate::diag::Span;
use granit_parser::ScalarStyle;

/// The node of a scalar that the parser saw at `place`; all that stood before it ended at `last`.
pub(super) fn scalar(file: &str, last: usize, value: &str, style: ScalarStyle, place: Span) -> Node {
    let (span, inner, style, notation) = match style {
        ScalarStyle::Plain if place.is_empty() => {
            let colon = usize::from(file[place.start..].starts_with(':'));
            return Node::null(place.start + colon);
        }
        ScalarStyle::Plain => {
            let span = trim(file, place);
            if value == "~" {
                return Node { span, value: Value::Null };
            }
            (span.clone(), span, Style::Plain, Notation::Plain)
        }
        ScalarStyle::SingleQuoted => quoted(trim(file, place), Notation::Single),
        ScalarStyle::DoubleQuoted => quoted(trim(file, place), Notation::Double),
        ScalarStyle::Literal | ScalarStyle::Folded => {
            let header = skip_to(file, last, place.end, |b| matches!(b, b'|' | b'>')).unwrap_or(place.start);
            let line_end = file[header..place.end].find('\n').map_or(place.end, |i| header + i + 1);
            (trim(file, header..place.end), line_end..place.end, Style::Block, Notation::Block)
        }
    };
    let raw = file.get(inner.clone()).unwrap_or_default();
    let text = scalar::place(value, raw, inner.start, notation);
    Node { span, value: Value::Scalar(Scalar { text, style }) }
}

fn quoted(span: Span, notation: Notation) -> (Span, Span, Style, Notation) {
    let inner = span.start + 1..span.end - 1;
    (span, inner, Style::Quoted, notation)
}

/// The dash at which a list below a key begins; the parser saw the list at `start`.
pub(super) fn dash(file: &str, last: usize, start: usize) -> usize {
    skip_to(file, last, start, |b| b == b'-').unwrap_or(start)
}

/// The `&name` that stands before a node.
pub(super) fn anchor(file: &str, last: usize, node: usize) -> Span {
    let between = file.get(last..node).unwrap_or_default();
    let Some(start) = between.find('&').map(|i| last + i) else { return node..node };
    let len = file[start..node].find(char::is_whitespace).unwrap_or(node - start);
    start..start + len
}

/// The first byte of `from..to` that is asked for, past blanks, comments and what stands between a key and its value.
fn skip_to(file: &str, from: usize, to: usize, wanted: fn(u8) -> bool) -> Option<usize> {
    let bytes = file.as_bytes();
    let mut at = from;
    while at < to {
        match bytes[at] {
            b'#' => at += file[at..to].find('\n')?,
            byte if wanted(byte) => return Some(at),
            _ => at += 1,
        }
    }
    None
}

/// The place without white space at its end.
fn trim(file: &str, place: Span) -> Span {
    let text = &file[place.clone()];
    place.start..place.start + text.trim_end_matches([' ', '\t', '\n', '\r']).len()
}

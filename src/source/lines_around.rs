//! The lines around a place in YAML, by their indentation, for messages about YAML that no parser could read.

use crate::diag::Span;

/// One line of the file.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Without its line break.
    pub(super) span: Span,
    /// Bytes of spaces and tabs at its begin.
    pub(super) indent: usize,
    /// Bytes without white space at its end.
    len: usize,
}

impl Line {
    /// From its first letter to its last.
    pub(super) fn text(&self) -> Span {
        self.span.start + self.indent..self.span.start + self.len.max(self.indent)
    }
}

/// The line that a byte stands in, within `range`.
pub(super) fn line_at(file: &str, range: &Span, at: usize) -> Line {
    let at = at.clamp(range.start, range.end);
    let start =
        file.as_bytes()[range.start..at].iter().rposition(|b| *b == b'\n').map_or(range.start, |i| range.start + i + 1);
    let end = file.as_bytes()[at..range.end].iter().position(|b| *b == b'\n').map_or(range.end, |i| at + i);
    let text = &file[start..end];
    Line { span: start..end, indent: indentation(text), len: text.trim_end().len() }
}

/// Bytes of spaces and tabs at the begin of a line.
fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// What stands behind the dash of the list item that a byte belongs to.
pub(super) fn item_above<'a>(file: &'a str, range: &Span, at: usize) -> Option<&'a str> {
    let line = line_at(file, range, at);
    let mut limit = line.indent;
    if let Some(item) = file[line.text()].strip_prefix("- ") {
        return Some(item.trim_start());
    }
    for above in file[range.start..line.span.start].lines().rev().filter(|l| !l.trim().is_empty()) {
        let indent = indentation(above);
        if indent > limit || (indent == limit && limit == 0) {
            continue;
        }
        if let Some(item) = above.trim_start().strip_prefix("- ") {
            return Some(item.trim());
        }
        if indent < limit {
            limit = indent;
            if limit == 0 {
                return None;
            }
        }
    }
    None
}

//! Where a byte stands as people count: lines and columns from 1, columns in characters.

use super::Span;

/// The lines of one text.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    /// The first byte of each line.
    starts: Vec<usize>,
}

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters; a byte order mark at the top is none.
    pub column: usize,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Self { text, starts }
    }

    /// The position of a byte; of one that is within a character or past the end, the nearest before it.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let column = self.text.get(self.starts[line - 1]..byte).map_or(0, |head| head.chars().count()) + 1;
        Position { line, column }
    }

    /// The bytes of a line, counted from 1, without its line break.
    #[must_use]
    pub fn span(&self, line: usize) -> Span {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        let end = end.max(start);
        let kept = self.text[start..end].trim_end_matches('\r').len();
        start..start + kept
    }
}

/// The span as it can be shown: in the text, on whole characters, its end not before its start, and without the line
/// break behind it. The end of a text that ends with a line break is the end of its last line.
#[must_use]
pub fn clamp(text: &str, span: &Span) -> Span {
    let mut start = text.floor_char_boundary(span.start);
    if start == text.len() {
        start = text.strip_suffix('\n').map_or(start, |rest| rest.strip_suffix('\r').unwrap_or(rest).len());
    }
    let end = text.ceil_char_boundary(span.end).max(start);
    start..start + text[start..end].trim_end_matches(['\r', '\n']).len()
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position, clamp};

    #[test]
    fn bytes_are_counted_as_people_count() {
        for (text, byte, line, column) in [
            ("", 0, 1, 1),
            ("ab", 2, 1, 3),
            ("a\nb", 1, 1, 2),
            ("a\nb", 2, 2, 1),
            ("a\n", 2, 2, 1),
            ("a\r\nbc", 4, 2, 2),
            ("é\tx", 3, 1, 3),
            ("é\tx", 1, 1, 1),
            ("\u{feff}ab", 4, 1, 2),
            ("\u{feff}ab", 0, 1, 1),
            ("ab", 99, 1, 3),
        ] {
            assert_eq!(Lines::new(text).position(byte), Position { line, column }, "{byte} of {text:?}");
        }
    }

    #[test]
    fn a_line_is_without_its_break() {
        let text = "a\r\n\nbc";
        let lines = Lines::new(text);
        assert_eq!([1, 2, 3, 4].map(|line| &text[lines.span(line)]), ["a", "", "bc", ""]);
    }

    #[test]
    fn a_wild_span_is_brought_into_the_text() {
        for (span, expected) in [(1..1, 0..2), (0..1, 0..2), (9..12, 3..3), (2..3, 2..3)] {
            assert_eq!(clamp("éa", &span), expected, "{span:?}");
        }
        let (start, end) = (3, 0);
        assert_eq!(clamp("éa", &(start..end)), 3..3);
        assert_eq!([clamp("a\r\n", &(3..3)), clamp("a\r\n", &(0..3)), clamp("a\n\n", &(2..3))], [1..1, 0..1, 2..2]);
    }
}

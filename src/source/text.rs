//! A piece of text that knows where each part of it stands in its file, through quotes, escapes and folded lines.

use crate::diag::Span;
use std::ops::Range;

/// Text as it reads, with the place of each part in the file.
///
/// The value may differ from the bytes of the file: a quoted scalar loses its quotes, a folded line becomes a space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    value: String,
    /// In order of both `at` and `source`; parts of the value between two pieces were made (a space for a line break).
    pieces: Pieces,
}

/// One piece or more: most texts are one, and it takes no memory of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Pieces {
    first: Piece,
    more: Vec<Piece>,
}

/// `len` bytes of the value from `at` stand letter for letter in the file from `source`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Piece {
    at: usize,
    source: usize,
    len: usize,
}

impl Text {
    /// Text that stands letter for letter in the file, from byte `source` on.
    #[must_use]
    pub fn verbatim(value: impl Into<String>, source: usize) -> Self {
        let value = value.into();
        let first = Piece { at: 0, source, len: value.len() };
        Self { value, pieces: Pieces { first, more: Vec::new() } }
    }

    /// Empty text that stands at a place.
    #[must_use]
    pub fn empty(source: usize) -> Self {
        Self::verbatim("", source)
    }

    /// Adds text that stands letter for letter in the file at `source`, which must be behind all that is there.
    pub fn push_verbatim(&mut self, value: &str, source: usize) {
        let last = self.pieces.last_mut();
        if last.source + last.len == source && last.at + last.len == self.value.len() {
            last.len += value.len();
        } else {
            self.pieces.more.push(Piece { at: self.value.len(), source, len: value.len() });
        }
        self.value.push_str(value);
    }

    /// Adds text that stands nowhere in the file as it reads: a space for a line break, the character of an escape.
    pub fn push_made(&mut self, value: &str) {
        self.value.push_str(value);
    }

    /// Adds another text at the end.
    pub fn push_text(&mut self, other: &Self) {
        let base = self.value.len();
        self.value.push_str(&other.value);
        self.pieces.more.extend(other.pieces.iter().map(|p| Piece { at: base + p.at, ..p }));
    }

    /// The value as it reads.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// All the bytes of the file it came from.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span_of(0..self.value.len())
    }

    /// The bytes of the file that a range of the value came from.
    #[must_use]
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start, true);
        let end = self.place(range.end, false);
        start..end.max(start)
    }

    /// The part of the text in a range of the value, trimmed of nothing.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let before = self.pieces.partition_point(|p| p.at + p.len <= range.start);
        let inside = self.pieces.iter().skip(before).take_while(|p| p.at < range.end);
        let mut cut = inside.filter_map(|p| {
            let (start, end) = (p.at.max(range.start), (p.at + p.len).min(range.end));
            let piece = || Piece { at: start - range.start, source: p.source + (start - p.at), len: end - start };
            (start < end).then(piece)
        });
        let nothing = || Piece { at: 0, source: self.place(range.start, true), len: 0 };
        let first = cut.next().unwrap_or_else(nothing);
        Self { value: self.value[range.clone()].to_owned(), pieces: Pieces { first, more: cut.collect() } }
    }

    /// Without white space at both ends.
    #[must_use]
    pub fn trim(&self) -> Self {
        let start = self.value.len() - self.value.trim_start().len();
        let end = self.value.trim_end().len();
        if start >= end { self.slice(start..start) } else { self.slice(start..end) }
    }

    /// The byte of the file for a byte of the value; at a seam, `forward` takes the piece that begins there.
    fn place(&self, at: usize, forward: bool) -> usize {
        let after = self.pieces.partition_point(|p| p.at < at || (p.at == at && (forward || at == 0)));
        match after.checked_sub(1).map(|i| self.pieces.get(i)) {
            Some(piece) => piece.source + (at - piece.at).min(piece.len),
            None => self.pieces.first.source,
        }
    }
}

impl Pieces {
    fn get(&self, index: usize) -> Piece {
        index.checked_sub(1).map_or(self.first, |index| self.more[index])
    }

    fn last_mut(&mut self) -> &mut Piece {
        self.more.last_mut().unwrap_or(&mut self.first)
    }

    fn iter(&self) -> impl Iterator<Item = Piece> {
        std::iter::once(self.first).chain(self.more.iter().copied())
    }

    /// How many of the pieces come before the first that does not `precede`.
    fn partition_point(&self, mut precedes: impl FnMut(&Piece) -> bool) -> usize {
        if precedes(&self.first) { 1 + self.more.partition_point(precedes) } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn a_span_crosses_a_seam() {
        let mut text = Text::verbatim("one", 10);
        text.push_made(" ");
        text.push_verbatim("two", 20);
        assert_eq!(text.as_str(), "one two");
        assert_eq!(text.span(), 10..23);
        assert_eq!(text.span_of(4..7), 20..23);
        assert_eq!(text.span_of(0..3), 10..13);
        assert_eq!(text.slice(2..5).span(), 12..21);
        assert_eq!(text.slice(2..5).as_str(), "e t");
    }

    #[test]
    fn trimming_moves_the_span() {
        assert_eq!(Text::verbatim("  a ", 4).trim().span(), 6..7);
        assert_eq!(Text::verbatim("   ", 4).trim().span(), 7..7);
    }
}

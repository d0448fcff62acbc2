//! A place in a text that is being read as a time: looking ahead, stepping on, and where a time may end.

use std::ops::Range;

use super::written::Place;

/// Reads forward through one text, byte by byte; the text is never copied.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    /// The whole text.
    pub(super) text: &'t str,
    /// The next byte; always between two characters.
    pub(super) pos: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.pos..]
    }

    pub(super) fn byte(&self) -> Option<u8> {
        self.ahead(0)
    }

    pub(super) fn ahead(&self, by: usize) -> Option<u8> {
        self.text.as_bytes().get(self.pos + by).copied()
    }

    /// Steps over `token` if it is next.
    pub(super) fn take(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.pos += token.len();
        }
        found
    }

    /// Steps over white space and says whether there was any.
    pub(super) fn skip_space(&mut self) -> bool {
        let spaces = self.run(|byte| byte.is_ascii_whitespace());
        self.pos += spaces;
        spaces > 0
    }

    /// The cursor after the white space here, if there is any.
    pub(super) fn after_space(mut self) -> Option<Self> {
        self.skip_space().then_some(self)
    }

    /// How many bytes from here satisfy `is`; only ASCII may.
    pub(super) fn run(&self, is: impl Fn(u8) -> bool) -> usize {
        self.text.as_bytes()[self.pos..].iter().take_while(|&&byte| is(byte)).count()
    }

    pub(super) fn digits(&self) -> usize {
        self.run(|byte| byte.is_ascii_digit())
    }

    /// The number in the next `digits` bytes, which are known to be digits.
    pub(super) fn number(&mut self, digits: usize) -> u32 {
        let value = self.rest().bytes().take(digits).fold(0, |value, byte| value * 10 + u32::from(byte - b'0'));
        self.pos += digits;
        value
    }

    /// Whether a time may end here.
    pub(super) fn at_boundary(&self) -> bool {
        match (self.byte(), self.ahead(1)) {
            (None, _) | (Some(b'.'), Some(b'.')) | (Some(b':' | b','), None) => true,
            (Some(b':' | b','), Some(next)) => next.is_ascii_whitespace(),
            (Some(byte), _) => byte.is_ascii_whitespace(),
        }
    }

    /// The bytes from here to the next place where a time may end.
    pub(super) fn word(&self) -> &'t str {
        let mut end = *self;
        while !end.at_boundary() {
            end.pos += 1;
        }
        &self.text[self.pos..end.pos]
    }

    /// The word that starts here, as a range; empty at the end.
    pub(super) fn word_range(&self) -> Range<usize> {
        self.pos..self.pos + self.word().len().max(self.rest().chars().next().map_or(0, char::len_utf8))
    }

    /// The place from `start` to here.
    pub(super) fn place_from(&self, start: usize) -> Place {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Place { start: byte(start), end: byte(self.pos) }
    }
}

//! Which texts cannot hold a name, told from their letters alone: a record has to be read to be searched, a page to be
//! decoded, and most need not be.
//!
//! A name that is found in a text of a record has a word whose letters follow one another in the text. They do so in the
//! file as well, but for marks between them, unless something in the file stands for other letters than its own, or holds
//! letters that readers do not see: an escape, a character reference, a link inside a word. A file with any of these is
//! always looked at.

use super::spelling::letters;
use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;
use aho_corasick::dfa::DFA;
use std::collections::BTreeSet;

/// The words by which names are told.
#[derive(Clone, Debug)]
pub(super) struct Traces(DFA);

impl Traces {
    /// The traces of some patterns: of each its longest word.
    pub(super) fn of<'p>(patterns: impl Iterator<Item = &'p str>) -> Self {
        let longest = |pattern: &'p str| pattern.split(' ').max_by_key(|word| word.len());
        let words: BTreeSet<&str> = patterns.filter_map(longest).collect();
        Self(DFA::new(words).expect("an automaton holds every word of every name"))
    }

    /// Whether one is in the letters of a text.
    fn is_in(&self, text: &str) -> bool {
        let mut state = self.0.start_state(Anchored::No).expect("the automaton searches anywhere");
        letters(text, |letter| {
            state = self.0.next_state(Anchored::No, state, letter);
            self.0.is_match(state)
        })
    }

    /// Whether one may be in what is read from a file.
    pub(super) fn may_be_in(&self, text: &str) -> bool {
        hides_letters(text) || self.is_in(text)
    }

    /// Whether one may be in a part of a page as it stands, or with what is encoded in it as what it stands for.
    pub(super) fn may_be_shown(&self, text: &str) -> bool {
        self.is_in(text) || (0..text.len()).any(|at| encodes(text.as_bytes(), at))
    }
}

/// The parts of a page that no name goes across, with where they begin: tags are cut where two marks follow one another.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_mark = |byte: &u8| b"<>\"=/".contains(byte);
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let cut = rest.as_bytes().windows(2).position(|pair| pair.iter().all(is_mark));
        let piece = &rest[..cut.map_or(rest.len(), |cut| cut + 1)];
        start += piece.len();
        Some((start - piece.len(), piece))
    })
}

/// Whether letters, or what nobody sees between letters, may be encoded at a place: `&#77;`, `&shy;`, `%4d`, `%c3`. What
/// stands for marks and spaces hides nothing, and pages are full of it.
fn encodes(bytes: &[u8], at: usize) -> bool {
    let rest = &bytes[at + 1..];
    let digit = |at: usize| rest.get(at).and_then(|digit| char::from(*digit).to_digit(16));
    match bytes[at] {
        b'&' if rest.starts_with(b"#") => !rest.starts_with(b"#39;") && !rest.starts_with(b"#x27;"),
        b'&' => rest.starts_with(b"shy;"),
        b'%' => digit(0).zip(digit(1)).is_some_and(|(high, low)| match char::from_u32(high * 16 + low) {
            Some(c) if c.is_ascii() => c.is_ascii_alphanumeric() || c == '%',
            _ => true,
        }),
        _ => false,
    }
}

/// Whether letters may stand beside one another in what is read from a text and not in the text.
fn hides_letters(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let rest = &bytes[at + 1..];
        match byte {
            b'\\' => rest.first().is_some_and(|next| b"xuU".contains(next)),
            b'%' => rest.len() > 1 && rest[..2].iter().all(u8::is_ascii_hexdigit),
            b'&' => rest.iter().take(12).any(|next| *next == b';'),
            b'<' => rest.starts_with(b"!--"),
            b']' | b')' => rest.iter().find(|after| !is_markup(**after)).is_some_and(|after| goes_on(*after)),
            _ => false,
        }
    })
}

/// What Markdown takes away within a word.
fn is_markup(byte: u8) -> bool {
    b"*_~`!\\".contains(&byte)
}

/// A letter or digit, a part of one that takes several bytes, or a link that may begin with one.
fn goes_on(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii() || byte == b'['
}

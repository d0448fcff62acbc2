//! A text as its characters, each with the bytes it came from: what encodings hide is undone, and what is spelt alike
//! is folded to one spelling. What is a name in it is left to `super`.

use crate::model::markdown::Piece;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// How often an address is decoded: what is encoded more often than that leads nowhere.
const MOST_DECODINGS: usize = 4;

/// A text, character by character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelling(Vec<(char, Range<usize>)>);

/// A spelling in lower case without accents, with one space between words.
pub(super) struct Folded {
    pub(super) text: String,
    /// For each byte of the text, the character of the spelling that it came from.
    from: Vec<usize>,
    spelling: Spelling,
}

impl Spelling {
    /// The characters of a text as they stand.
    pub(super) fn plain(text: &str) -> Self {
        Self(text.char_indices().map(|(at, c)| (c, at..at + c.len_utf8())).collect())
    }

    /// The characters that readers see of Markdown.
    pub(super) fn shown(pieces: &[Piece<'_>]) -> Self {
        let letters = pieces.iter().flat_map(|(piece, at)| {
            let is_verbatim = piece.len() == at.len();
            piece.char_indices().map(move |(offset, c)| {
                let start = at.start + offset;
                (c, if is_verbatim { start..start + c.len_utf8() } else { at.clone() })
            })
        });
        Self(letters.collect())
    }

    /// The same with the character references of HTML as what they stand for; `None` where there are none.
    pub(super) fn without_references(&self) -> Option<Self> {
        self.replaced('&', |rest| {
            let end = rest.iter().take(12).position(|(c, _)| *c == ';')?;
            let name: String = rest[1..end].iter().map(|(c, _)| *c).collect();
            let c = match (name.as_str(), name.strip_prefix('#')) {
                ("amp", _) => '&',
                ("lt", _) => '<',
                ("gt", _) => '>',
                ("quot", _) => '"',
                ("apos", _) => '\'',
                ("nbsp", _) => '\u{a0}',
                ("shy", _) => '\u{ad}',
                (_, Some(number)) => {
                    let hexadecimal = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
                    char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?)?
                }
                (_, None) => return None,
            };
            Some((c.to_string(), end + 1))
        })
    }

    /// The same with percent-encoded bytes as what they stand for; `None` where there are none.
    pub(super) fn without_percents(&self) -> Option<Self> {
        let mut decoded = self.percent_decoded()?;
        for _ in 1..MOST_DECODINGS {
            let Some(again) = decoded.percent_decoded() else { break };
            decoded = again;
        }
        Some(decoded)
    }

    fn percent_decoded(&self) -> Option<Self> {
        self.replaced('%', |rest| {
            let pairs = rest.chunks_exact(3).map_while(|letters| match letters {
                [('%', _), (high, _), (low, _)] => Some(high.to_digit(16)? * 16 + low.to_digit(16)?),
                _ => None,
            });
            let bytes: Vec<u8> = pairs.filter_map(|byte| u8::try_from(byte).ok()).collect();
            let length = bytes.len() * 3;
            // Old addresses hold Latin-1.
            let text = String::from_utf8(bytes)
                .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect());
            (length > 0).then_some((text, length))
        })
    }

    /// Replaces what starts with a mark: `read` says by what, and how many characters of it.
    fn replaced(&self, mark: char, read: impl Fn(&[(char, Range<usize>)]) -> Option<(String, usize)>) -> Option<Self> {
        let mut made = Vec::with_capacity(self.0.len());
        let mut is_changed = false;
        let mut at = 0;
        while let Some((c, bytes)) = self.0.get(at) {
            let replacement = if *c == mark { read(&self.0[at..]) } else { None };
            let Some((text, length)) = replacement else {
                made.push((*c, bytes.clone()));
                at += 1;
                continue;
            };
            let whole = bytes.start..self.0[at + length - 1].1.end;
            made.extend(text.chars().map(|c| (c, whole.clone())));
            at += length;
            is_changed = true;
        }
        is_changed.then_some(Self(made))
    }

    pub(super) fn folded(self) -> Folded {
        let mut text = String::with_capacity(self.0.len());
        let mut from = Vec::with_capacity(self.0.len());
        let mut gap = Gap::default();
        for (index, (c, _)) in self.0.iter().enumerate() {
            if is_invisible(*c) {
                continue;
            }
            if !c.is_alphanumeric() && canonical_combining_class(*c) == 0 {
                gap.widen(*c, index);
                continue;
            }
            if let Some((mark, start)) = gap.close(&text) {
                text.push(mark);
                from.push(start);
            }
            fold(*c, &mut text);
            from.resize(text.len(), index);
        }
        if let Some((mark, start)) = gap.close(&text) {
            text.push(mark);
            from.push(start);
        }
        Folded { text, from, spelling: self }
    }
}

/// What each ASCII byte is folded to; 0 is none of a letter or digit.
const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// Gives the bytes of the letters and digits of a text, folded, without anything between them, until one is found.
pub(super) fn letters(text: &str, mut is_found: impl FnMut(u8) -> bool) -> bool {
    let mut folded = String::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let ascii = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let letters = rest[..ascii].iter().map(|byte| ASCII[usize::from(byte & 0x7f)]).filter(|letter| *letter != 0);
        for letter in letters {
            if is_found(letter) {
                return true;
            }
        }
        at += ascii;
        let Some(c) = text[at..].chars().next() else { break };
        at += c.len_utf8();
        if c.is_alphanumeric() && !is_invisible(c) {
            folded.clear();
            fold(c, &mut folded);
            if folded.bytes().any(&mut is_found) {
                return true;
            }
        }
    }
    false
}

impl Folded {
    /// The bytes of the original that a part of the text came from.
    pub(super) fn origin(&self, at: Range<usize>) -> Range<usize> {
        let letters = &self.spelling.0;
        letters[self.from[at.start]].1.start..letters[self.from[at.end - 1]].1.end
    }

    /// Whether the character that a byte of the text came from is written as a name begins: not in lower case.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        !self.spelling.0[self.from[at]].0.is_lowercase()
    }
}

/// What stands between two words.
#[derive(Default)]
struct Gap {
    start: Option<usize>,
    marks: usize,
    has_space: bool,
}

impl Gap {
    fn widen(&mut self, c: char, index: usize) {
        self.start.get_or_insert(index);
        if c.is_whitespace() {
            self.has_space = true;
        } else {
            self.marks += 1;
        }
    }

    /// A space for what may join the words of a name: white space or one mark, and both after an initial.
    fn close(&mut self, before: &str) -> Option<(char, usize)> {
        let Self { start, marks, has_space } = std::mem::take(self);
        let is_initial = || before.rsplit([' ', APART]).next().is_some_and(|word| word.chars().count() == 1);
        let is_joint = marks == 0 || marks == 1 && (!has_space || is_initial());
        start.map(|start| (if is_joint { ' ' } else { APART }, start))
    }
}

/// Between words that no name joins.
pub(super) const APART: char = '|';

/// One letter in lower case and without its accents, appended.
fn fold(c: char, text: &mut String) {
    if c.is_ascii() {
        text.push(c.to_ascii_lowercase());
        return;
    }
    if is_syllable(c) {
        text.push(c);
        return;
    }
    let lower = std::iter::once(c).nfkd().flat_map(char::to_lowercase);
    for c in lower.filter(|c| canonical_combining_class(*c) == 0 && !is_invisible(*c)) {
        match c {
            'ß' => text.push_str("ss"),
            'æ' => text.push_str("ae"),
            'œ' => text.push_str("oe"),
            'þ' => text.push_str("th"),
            'ø' => text.push('o'),
            'đ' | 'ð' => text.push('d'),
            'ł' => text.push('l'),
            'ı' => text.push('i'),
            'ς' => text.push('σ'),
            _ => text.push(c),
        }
    }
}

/// A syllable of Korean, which would come apart into its letters.
fn is_syllable(c: char) -> bool {
    ('\u{ac00}'..='\u{d7a3}').contains(&c)
}

/// Soft hyphens, joiners, marks of direction and variation: they are in a text, and nobody sees them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20dd}'..='\u{20e4}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

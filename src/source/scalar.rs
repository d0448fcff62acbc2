//! Gives each character of a scalar its place in the file. The parser says what a scalar reads as; this walks over
//! how it was written, through quotes, escapes, indentation and folded lines.

use super::Text;

/// How the parser says that a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    Plain,
    Single,
    Double,
    Block,
}

/// The text of a scalar that reads as `value` and was written as `raw`, without its quotes, from byte `at` on.
///
/// What cannot be matched is kept as text without a place, so the value is always right.
pub(super) fn place(value: &str, raw: &str, at: usize, notation: Notation) -> Text {
    // Most scalars are one line as it stands.
    if value == raw && notation != Notation::Block {
        return Text::verbatim(value, at);
    }
    let mut walk = Walk { value, raw, at, read: 0, written: 0, text: Text::empty(at) };
    while walk.written < raw.len() && walk.read < value.len() {
        let next = raw.as_bytes()[walk.written];
        let moved = if is_blank(next) || walk.is_escaped_break(notation) {
            if notation == Notation::Block { walk.block_gap() } else { walk.folded_gap(notation) }
        } else if notation == Notation::Double && next == b'\\' {
            walk.escape()
        } else {
            walk.run(notation)
        };
        if moved.is_none() {
            break;
        }
    }
    walk.text.push_made(&value[walk.read..]);
    walk.text
}

struct Walk<'a> {
    value: &'a str,
    raw: &'a str,
    /// The byte of the file at which `raw` begins.
    at: usize,
    /// Bytes of `value` that have been placed.
    read: usize,
    /// Bytes of `raw` that have been used.
    written: usize,
    text: Text,
}

impl Walk<'_> {
    fn verbatim(&mut self, len: usize) -> Option<()> {
        let part = self.value[self.read..].get(..len)?;
        if part.is_empty() {
            return Some(());
        }
        if !self.raw[self.written..].starts_with(part) {
            return None;
        }
        self.text.push_verbatim(part, self.at + self.written);
        self.read += len;
        self.written += len;
        Some(())
    }

    fn made(&mut self, part: &str, used: usize) -> Option<()> {
        if !self.value[self.read..].starts_with(part) {
            return None;
        }
        self.text.push_made(part);
        self.read += part.len();
        self.written += used;
        Some(())
    }

    /// Letters up to the next blank, quote or escape.
    fn run(&mut self, notation: Notation) -> Option<()> {
        let rest = &self.raw[self.written..];
        if notation == Notation::Single && rest.starts_with("''") {
            self.verbatim(1)?;
            self.written += 1;
            return Some(());
        }
        let stop = |b: u8| match notation {
            Notation::Single => b == b'\'',
            Notation::Double => b == b'\\',
            Notation::Plain | Notation::Block => false,
        };
        let end = rest.bytes().position(|b| is_blank(b) || stop(b)).unwrap_or(rest.len());
        self.verbatim(end.max(1))
    }

    fn is_escaped_break(&self, notation: Notation) -> bool {
        let rest = &self.raw[self.written..];
        notation == Notation::Double && (rest.starts_with("\\\n") || rest.starts_with("\\\r"))
    }

    /// Blanks of a plain or quoted scalar: one line break is a space, each further one a line break.
    fn folded_gap(&mut self, notation: Notation) -> Option<()> {
        let rest = &self.raw[self.written..];
        let inline = rest.bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
        let after = &rest[inline..];
        let escaped = notation == Notation::Double && (after.starts_with("\\\n") || after.starts_with("\\\r"));
        if escaped {
            self.verbatim(inline)?;
            self.written += 1;
        } else if !after.starts_with(['\n', '\r']) {
            return self.verbatim(inline);
        }
        let rest = &self.raw[self.written..];
        let gap = &rest[..rest.bytes().take_while(|b| is_blank(*b)).count()];
        let folded = match breaks(gap) {
            1 if escaped => String::new(),
            1 => " ".to_owned(),
            more => "\n".repeat(more - 1),
        };
        self.made(&folded, gap.len())
    }

    /// Blanks of a block: the indentation is dropped, and what else was dropped or made depends on the lines around.
    fn block_gap(&mut self) -> Option<()> {
        let blanks = |text: &str| text.bytes().take_while(|b| is_blank(*b)).count();
        let used = blanks(&self.raw[self.written..]);
        let read = blanks(&self.value[self.read..]);
        let raw = &self.raw[self.written..self.written + used];
        let value = &self.value[self.read..self.read + read];
        let head = raw.bytes().zip(value.bytes()).take_while(|(a, b)| a == b).count();
        let is_fold = value == " " && raw.contains(['\n', '\r']);
        let most = if is_fold { 0 } else { (used - head).min(read - head) };
        let tail = raw.bytes().rev().zip(value.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
        let end = self.written + used;
        self.verbatim(head)?;
        self.made(&value[head..read - tail], 0)?;
        self.written = end - tail;
        self.verbatim(tail)
    }

    /// An escape in double quotes.
    fn escape(&mut self) -> Option<()> {
        let rest = &self.raw[self.written..];
        let code = *rest.as_bytes().get(1)?;
        let digits = match code {
            b'"' | b'\\' | b'/' | b' ' | b'\t' => {
                self.written += 1;
                return self.verbatim(1);
            }
            b'x' => 2,
            b'u' => 4,
            b'U' => 8,
            _ => 0,
        };
        let is_surrogate = code == b'u'
            && matches!(rest.as_bytes().get(2..4), Some([b'd' | b'D', b'8'..=b'9' | b'a'..=b'b' | b'A'..=b'B']));
        let len = if is_surrogate { 12 } else { 2 + digits };
        let character = self.value[self.read..].chars().next()?;
        rest.get(..len)?;
        self.made(character.encode_utf8(&mut [0; 4]), len)
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn breaks(gap: &str) -> usize {
    gap.matches('\n').count() + gap.matches('\r').count() - gap.matches("\r\n").count()
}

#[cfg(test)]
mod tests {
    use super::{Notation, place};

    /// The pieces of the value as the file's bytes say them, made parts as `·`.
    fn check(value: &str, raw: &str, notation: Notation, expected: &str) {
        let text = place(value, raw, 0, notation);
        assert_eq!(text.as_str(), value);
        let shown: String = value
            .char_indices()
            .map(|(i, c)| {
                let span = text.span_of(i..i + c.len_utf8());
                if raw.get(span.clone()) == Some(&value[i..i + c.len_utf8()]) { c.to_string() } else { "·".to_owned() }
            })
            .collect();
        assert_eq!(shown, expected, "{raw:?}");
    }

    #[test]
    fn each_character_knows_its_place() {
        check("one two", "one\n   two", Notation::Plain, "one·two");
        check("one\ntwo", "one\r\n\r\n   two", Notation::Plain, "one·two");
        check("it's", "it''s", Notation::Single, "it's");
        check("''", "''''", Notation::Single, "''");
        check(" a b ", " a\n  b ", Notation::Single, " a·b ");
        check("a\"é\\\nz", "a\\\"\\u00e9\\\\\\nz", Notation::Double, "a\"·\\·z");
        check("a b", "a \\\n   b", Notation::Double, "a b");
        check("a\nb", "a\\\n\n   b", Notation::Double, "a·b");
        check("😀!", "\\ud83d\\ude00!", Notation::Double, "·!");
        check("a\n  b\n\nc\n", "  a\n    b\n\n  c\n", Notation::Block, "a\n  b\n\nc\n");
        check("a b\nc\n", "  a\n  b\n\n  c\n\n", Notation::Block, "a·b\nc\n");
        check("é a\nb", "  é a\r\n  b\r\n", Notation::Block, "é a·b");
    }

    #[test]
    fn what_cannot_be_matched_is_still_the_value() {
        assert_eq!(place("entirely", "different", 7, Notation::Plain).as_str(), "entirely");
        assert_eq!(place("é", "\\", 7, Notation::Double).as_str(), "é");
    }
}

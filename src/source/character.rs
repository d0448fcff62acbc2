//! Characters that no text of a record holds, raw or as an escape.

use crate::diag::{Diagnostic, Span};

/// The first control character of a text that is neither a tab nor a line break, and where it is: one of C0 or C1, or one
/// that turns the words around it, as an override of their direction does.
pub(super) fn control(text: &str) -> Option<(usize, char)> {
    // Most texts have no byte that such a character begins with.
    let begins = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0xc2 || byte == 0xe2;
    let may_hold = |chunk: &[u8]| chunk.iter().fold(false, |found, byte| found | begins(*byte));
    if !text.as_bytes().chunks(64).any(may_hold) {
        return None;
    }
    let is_plain = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{85}' | '\u{7f}');
    text.char_indices().find(|(_, c)| is_turning(*c) || c.is_control() && !is_plain(*c))
}

/// Whether a character changes the direction of what follows it. Marks, which change none but their own, are fine.
const fn is_turning(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What is said of one.
pub(super) fn fault(span: Span, character: char) -> Diagnostic {
    if character == '\0' {
        let fault = Diagnostic::error("nul-character", span, "a NUL character in a text");
        return fault.with_help("save the file as UTF-8 text");
    }
    let message = format!("a control character, `U+{:04X}`, in a text", u32::from(character));
    let help = if is_turning(character) {
        "take it out; it shows words in another order than they are written in"
    } else {
        "take it out; output is best copied without colours"
    };
    Diagnostic::error("control-character", span, message).with_help(help)
}

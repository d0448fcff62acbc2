//! Characters that no text of a record holds, raw or as an escape.

use crate::diag::{Diagnostic, Span};

/// The first control character (C0 or C1) of a text that is neither a tab nor a line break, and where it is.
pub(super) fn control(text: &str) -> Option<(usize, char)> {
    // Most texts have no byte that such a character begins with.
    let begins = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0xc2;
    let may_hold = |chunk: &[u8]| chunk.iter().fold(false, |found, byte| found | begins(*byte));
    if !text.as_bytes().chunks(64).any(may_hold) {
        return None;
    }
    text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}' | '\u{7f}'))
}

/// What is said of one.
pub(super) fn fault(span: Span, character: char) -> Diagnostic {
    if character == '\0' {
        let fault = Diagnostic::error("nul-character", span, "a NUL character in a text");
        return fault.with_help("save the file as UTF-8 text");
    }
    let message = format!("a control character, `U+{:04X}`, in a text", u32::from(character));
    Diagnostic::error("control-character", span, message)
        .with_help("take it out; output is best copied without colours")
}

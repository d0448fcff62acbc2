//! Text in pages: what could be markup is written as what it is. Most of a page is text in which nothing could, and is copied whole.

use std::io::{self, Write};

/// Writes a text between tags or in an attribute.
pub(super) fn write(text: &str, out: &mut dyn Write) -> io::Result<()> {
    if text.bytes().all(is_plain) {
        return out.write_all(text.as_bytes());
    }
    let mut escaped = Vec::with_capacity(text.len() + text.len() / 4);
    push(text.as_bytes(), &mut escaped);
    out.write_all(&escaped)
}

/// The same at the end of other bytes.
pub(super) fn push(text: &[u8], out: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| !is_plain(*byte)) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(match rest[at] {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            _ => b"&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
}

/// Whether a byte cannot be markup.
fn is_plain(byte: u8) -> bool {
    PLAIN[usize::from(byte)]
}

const PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let markup = b"&<>\"'";
    let mut at = 0;
    while at < markup.len() {
        plain[markup[at] as usize] = false;
        at += 1;
    }
    plain
};

#[cfg(test)]
mod tests {
    use super::{push, write};

    #[test]
    fn it_writes_what_the_engine_would() {
        for text in ["", "plain", "<a href=\"x\">it's & more</a>", "&", "é<深>", "''\"\"<<>>&&"] {
            let (mut theirs, mut ours, mut pushed) = (Vec::new(), Vec::new(), Vec::new());
            tera::escape_html(text, &mut theirs).unwrap();
            write(text, &mut ours).unwrap();
            push(text.as_bytes(), &mut pushed);
            assert_eq!((&ours, &pushed), (&theirs, &theirs), "{text}");
        }
    }
}

//! Text as HTML, the way a browser would write it down again: only what must be escaped is.

/// Text between tags.
pub(super) fn body(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match printable(c) {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\u{a0}' => html.push_str("&nbsp;"),
            c => html.push(c),
        }
    }
    html
}

/// The value of an attribute in double quotes.
pub(super) fn attribute(text: &str) -> String {
    body(text).replace('"', "&quot;")
}

/// The character, or the replacement character for one that HTML forbids or a terminal would obey.
pub(super) fn printable(c: char) -> char {
    let forbidden = c.is_control() && c != '\n' && c != '\t'
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe;
    if forbidden { char::REPLACEMENT_CHARACTER } else { c }
}

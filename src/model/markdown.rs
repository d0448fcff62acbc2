//! Markdown as its readers see it: the words without their markup, and the addresses that its links lead to.

use super::sections::EXTENSIONS;
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// A piece of what readers see, and the bytes of the Markdown that it came from.
pub type Piece<'a> = (CowStr<'a>, Range<usize>);

/// Markdown without its markup.
#[must_use]
pub fn unmarked(markdown: &str) -> String {
    if is_plain(markdown) {
        return markdown.to_owned();
    }
    let text: String = shown(markdown).iter().map(|(piece, _)| piece.as_ref()).collect();
    text.trim().to_owned()
}

/// Whether nothing in Markdown can be markup, so that it is its own words: most headlines need no parser.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    let is_word = |byte: u8| WORDS[usize::from(byte)];
    text.starts_with(char::is_alphabetic) && !text.ends_with(' ') && text.bytes().all(is_word)
}

/// The bytes that are no markup wherever they stand.
const WORDS: [bool; 256] = {
    let mut words = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "it is below 256")]
        let letter = byte as u8;
        let is_sign = matches!(letter, b' ' | b',' | b'.' | b';' | b'?' | b'(' | b')' | b'/' | b'%' | b'\'' | b'-');
        words[byte] = letter.is_ascii_alphanumeric() || is_sign || !letter.is_ascii();
        byte += 1;
    }
    words
};

/// What readers see of Markdown, in pieces: no markup, and entities as what they stand for.
#[must_use]
pub fn shown(markdown: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for (event, at) in Parser::new_ext(markdown, EXTENSIONS).into_offset_iter() {
        match event {
            Event::Text(piece) | Event::Html(piece) | Event::InlineHtml(piece) => pieces.push((piece, at)),
            // The marks around it are part of its bytes.
            Event::Code(piece) => {
                let from = markdown[at.clone()].find(&*piece).map(|offset| at.start + offset);
                let at = from.map_or(at, |from| from..from + piece.len());
                pieces.push((piece, at));
            }
            Event::SoftBreak | Event::HardBreak => pieces.push((CowStr::Borrowed(" "), at)),
            Event::End(end) if !is_inline(end) => pieces.push((CowStr::Borrowed(" "), at.end..at.end)),
            _ => {}
        }
    }
    pieces
}

/// Where links and images lead, what they are titled, and what link definitions say.
#[must_use]
pub fn addresses(markdown: &str) -> Vec<Piece<'_>> {
    let parser = Parser::new_ext(markdown, EXTENSIONS);
    let definitions = parser.reference_definitions().iter();
    let mut found: Vec<Piece<'_>> = definitions
        .flat_map(|(_, definition)| {
            let title = definition.title.clone().into_iter().map(|title| (title, definition.span.clone()));
            [(definition.dest.clone(), definition.span.clone())].into_iter().chain(title)
        })
        .map(|(text, at)| (CowStr::from(text.into_string()), at))
        .collect();
    for (event, at) in parser.into_offset_iter() {
        if let Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) = event {
            found.push((dest_url, at.clone()));
            found.push((title, at));
        }
    }
    found.sort_by_key(|(_, at)| at.start);
    found
}

fn is_inline(end: TagEnd) -> bool {
    matches!(end, TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Image)
}

#[cfg(test)]
mod tests {
    use super::{addresses, is_plain, shown, unmarked};

    #[test]
    fn markup_leaves_its_words() {
        assert_eq!(
            unmarked("The **pool** of [checkout](https://example.com) is `empty`."),
            "The pool of checkout is empty."
        );
        assert_eq!(unmarked("Ves**terh**olm, V&#101;sterholm"), "Vesterholm, Vesterholm");
    }

    #[test]
    fn what_needs_no_parser_is_what_the_parser_gives() {
        let parsed = |text: &str| shown(text).iter().map(|(piece, _)| &**piece).collect::<String>().trim().to_owned();
        for text in
            ["Deploy 4711 halves the pool", "It's 85 % (of all); so-called.", "È così -- www.example.com", "a. b"]
        {
            assert!(is_plain(text), "{text}");
            assert_eq!(unmarked(text), parsed(text));
        }
        for text in ["a ", "- a", "1. a", "a *b*", "a: b", "a\nb", "<b>", "a & b", "a\\", " ", ""] {
            assert!(!is_plain(text), "{text:?}");
        }
    }

    #[test]
    fn a_piece_knows_its_bytes() {
        let markdown = "a **b** `c` &#101;";
        let found: Vec<_> =
            shown(markdown).iter().map(|(piece, at)| (piece.to_string(), &markdown[at.clone()])).collect();
        let expected = [("a ", "a "), ("b", "b"), (" ", " "), ("c", "c"), (" ", " "), ("e", "&#101;"), (" ", "")];
        assert_eq!(found, expected.map(|(piece, from)| (piece.to_owned(), from)));
    }

    #[test]
    fn every_address_is_found() {
        let markdown = "[a](https://a.example 'T') ![b](b.png) <https://c.example>\n\n[d]: https://d.example";
        let found: Vec<String> = addresses(markdown).into_iter().map(|(address, _)| address.to_string()).collect();
        for address in ["https://a.example", "T", "b.png", "https://c.example", "https://d.example"] {
            assert!(found.iter().any(|found| found == address), "{address} in {found:?}");
        }
    }
}

//! A record's Markdown as safe HTML. Parsing is left to `pulldown-cmark`, the look to the style sheet.
//!
//! Safe means: no element, attribute or address stands in the output that is not written out in `page.rs`. Raw HTML
//! is shown as the text that it is, an address is shown as a link only if `address.rs` knows its scheme, and nothing
//! makes a browser ask another site for anything. The output is a fixed point of an HTML sanitiser; the tests hold
//! it to that.

mod address;
mod escape;
mod page;
#[cfg(test)]
mod tests;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use page::Writer;

/// The HTML of a text with blocks; its headings begin at the level `top`, which is 2 to 6.
///
/// Every id in it begins with `prefix`, which is unique on the page, and a `_`. The result has at most twenty times the
/// bytes of the text and 64 KiB; what is over is left out, which the last paragraph says.
#[must_use]
pub fn section(markdown: &str, prefix: &str, top: u8) -> String {
    Writer::new(markdown.len(), prefix, top.clamp(2, 6)).document(Parser::new_ext(markdown, blocks()))
}

/// The HTML of a text that stands inside a line: emphasis, code and links, no blocks.
///
/// Paragraphs, items and the like follow each other after a space; the marks of lists and quotes are kept.
#[must_use]
pub fn inline(markdown: &str) -> String {
    Writer::new(markdown.len(), "", 2).line(&flat(markdown))
}

/// The words of a text in one line, without markup: for titles, descriptions and terminals. Not escaped.
#[must_use]
pub fn text(markdown: &str) -> String {
    plain(&flat(markdown))
}

/// What is on top of `CommonMark`. No smart punctuation: what was written is shown.
fn blocks() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_GFM
}

/// The events of a text without its blocks.
fn flat(markdown: &str) -> Vec<Event<'_>> {
    let mut line = Vec::new();
    let mut numbers = Vec::new();
    let mut in_code = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
            | Event::Code(_) => line.push(event),
            Event::Text(text) if in_code => line.push(Event::Code(text.trim_end().to_owned().into())),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => line.push(Event::Text(text)),
            Event::Start(tag) => {
                space(&mut line);
                match tag {
                    Tag::List(first) => numbers.push(first),
                    Tag::Item => line.push(Event::Text(marker(numbers.last_mut().and_then(Option::as_mut)))),
                    Tag::BlockQuote(_) => line.push(Event::Text("> ".into())),
                    Tag::CodeBlock(_) => in_code = true,
                    _ => {}
                }
            }
            Event::End(end) => {
                space(&mut line);
                in_code = false;
                if matches!(end, TagEnd::List(_)) {
                    numbers.pop();
                }
            }
            _ => space(&mut line),
        }
    }
    while matches!(line.last(), Some(Event::Text(text)) if text.trim().is_empty()) {
        line.pop();
    }
    line
}

/// The mark of a list's next item.
fn marker(number: Option<&mut u64>) -> CowStr<'static> {
    let Some(number) = number else { return "• ".into() };
    *number += 1;
    format!("{}. ", *number - 1).into()
}

fn space(line: &mut Vec<Event<'_>>) {
    if !line.is_empty() && !matches!(line.last(), Some(Event::Text(text)) if text.ends_with(' ')) {
        line.push(Event::Text(" ".into()));
    }
}

/// The words of some events, runs of white space as one space.
fn plain(events: &[Event<'_>]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                words.extend(text.chars().map(escape::printable));
            }
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

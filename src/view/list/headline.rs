//! Cuts the first sentence off a text, never inside a link, emphasis or code.

use crate::model::sections::EXTENSIONS;
use crate::view::shown::Markdown;
use crate::view::words;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;

/// A text whose first sentence is a headline, and what follows; `links` are the link definitions it may use.
pub(super) fn split(text: &str, links: &str) -> (Markdown, Option<Markdown>) {
    let text = text.trim();
    let whole = words::with_links(text, links);
    let (letters, paragraph) = letters(&whole.0, text.len());
    let sentence = end_of_sentence(&letters);
    let end = sentence.unwrap_or(paragraph);
    let (first, rest) = text.split_at(end);
    let first_letters = letters.partition_point(|letter| letter.at < end);
    let headline = without_stop(first.trim_end(), &letters[..first_letters]);
    let rest = Some(rest.trim()).filter(|rest| !rest.is_empty());
    let rest = rest.map(|rest| if sentence.is_some() { of_paragraph(rest) } else { Cow::Borrowed(rest) });
    (words::with_links(headline, links), rest.map(|rest| words::with_links(&rest, links)))
}

/// What follows a sentence of a paragraph, as that paragraph has it: `10. 000 fail` is no list because it now comes first.
fn of_paragraph(rest: &str) -> Cow<'_, str> {
    let is_paragraph = || {
        let first = Parser::new_ext(rest, EXTENSIONS).into_offset_iter().next();
        first.is_some_and(|(event, span)| matches!(event, Event::Start(Tag::Paragraph)) && span.start == 0)
    };
    if rest.starts_with(char::is_alphabetic) || is_paragraph() {
        return Cow::Borrowed(rest);
    }
    let (number, marker) = rest.split_at(rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    Cow::Owned(format!("{number}\\{marker}"))
}

/// The first sentence of a text, with its stop.
pub(in crate::view) fn first_sentence(text: &str) -> &str {
    let text = text.trim();
    let (letters, paragraph) = letters(text, text.len());
    text[..end_of_sentence(&letters).unwrap_or(paragraph)].trim_end()
}

/// As many sentences of the first paragraph as have `most` letters together, and at least one.
pub(in crate::view) fn first_sentences(text: &str, most: usize) -> &str {
    let text = text.trim();
    let (letters, paragraph) = letters(text, text.len());
    let mut ends: Vec<usize> = ends_of_sentences(&letters).chain([paragraph]).collect();
    let fits = |end: &usize| letters.partition_point(|letter| letter.at < *end) <= most;
    ends.truncate(ends.iter().take_while(|end| fits(end)).count().max(1));
    text[..ends.pop().unwrap_or(paragraph)].trim_end()
}

/// A letter of the first paragraph.
#[derive(Clone, Copy, Debug)]
struct Letter {
    /// Its byte.
    at: usize,
    /// What it is; a letter stands for a piece of code or an entity.
    is: char,
    /// It stands in a link, in emphasis or the like.
    inside: bool,
}

/// The letters of the first paragraph and where it ends; all of the text where it does not begin with one.
fn letters(whole: &str, length: usize) -> (Vec<Letter>, usize) {
    let mut letters = Vec::new();
    let mut depth = 0_u32;
    for (event, span) in Parser::new_ext(whole, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        if span.start >= length {
            break;
        }
        let mut one = |is| letters.push(Letter { at: span.start, is, inside: depth > 0 });
        match event {
            Event::Start(Tag::Paragraph) => {}
            Event::End(TagEnd::Paragraph) => return (letters, span.end.min(length)),
            Event::Start(tag) if is_inline(&tag) => depth += 1,
            Event::Start(_) => break,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(text) if whole[span.clone()] == *text => {
                let of_text = text.char_indices();
                letters.extend(of_text.map(|(at, is)| Letter { at: span.start + at, is, inside: depth > 0 }));
            }
            Event::SoftBreak | Event::HardBreak => one(' '),
            _ => one('x'),
        }
    }
    (letters, length)
}

const fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

/// The byte of the space after the first sentence, if more of the paragraph follows.
fn end_of_sentence(letters: &[Letter]) -> Option<usize> {
    ends_of_sentences(letters).next()
}

/// The bytes of the spaces between sentences.
fn ends_of_sentences(letters: &[Letter]) -> impl Iterator<Item = usize> + '_ {
    let mut stop: Option<usize> = None;
    letters.iter().enumerate().filter_map(move |(index, letter)| {
        match letter.is {
            '.' | '!' | '?' | '…' => stop = Some(index),
            '”' | '"' | '\'' | '’' | ')' | '»' => {}
            space if space.is_whitespace() => {
                let ends =
                    stop.take().is_some_and(|stop| is_end(&letters[..stop], letters[stop].is, &letters[index..]));
                return (ends && !letter.inside).then_some(letter.at);
            }
            _ => stop = None,
        }
        None
    })
}

/// Whether a stop ends a sentence, by the letters before it and those from the space after it on.
fn is_end(before: &[Letter], stop: char, after: &[Letter]) -> bool {
    let Some(next) = after.iter().find(|letter| !letter.is.is_whitespace()) else { return true };
    if next.is.is_lowercase() {
        return false;
    }
    stop != '.' || !is_abbreviation(before, next.is.is_ascii_digit())
}

/// Words that a full stop follows and no new sentence: always, or before a number.
const SHORT: [&str; 14] =
    ["cf", "vs", "approx", "ca", "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Sen", "Gov", "Gen", "Rep"];
const SHORT_BEFORE_NUMBER: [&str; 17] =
    ["No", "no", "Nos", "Fig", "p", "pp", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// Whether the word before a full stop is short for another: `e.g`, `U.S`, an initial, `Dr`.
fn is_abbreviation(before: &[Letter], before_number: bool) -> bool {
    let start = before.iter().rposition(|letter| !letter.is.is_alphanumeric() && letter.is != '.');
    let word: String = before[start.map_or(0, |start| start + 1)..].iter().map(|letter| letter.is).collect();
    let is_single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let is_initials = word.contains('.') && word.split('.').all(is_single);
    let is_initial = is_single(&word) && word.chars().all(char::is_uppercase);
    is_initials
        || is_initial
        || SHORT.contains(&word.as_str())
        || before_number && SHORT_BEFORE_NUMBER.contains(&word.as_str())
}

/// A headline has no full stop, unless that belongs to its last word.
fn without_stop<'t>(text: &'t str, letters: &[Letter]) -> &'t str {
    let shorter = text.strip_suffix('.').filter(|shorter| !shorter.ends_with(['.', '\\']));
    let is_plain = letters.split_last().is_some_and(|(last, before)| {
        last.is == '.' && !last.inside && last.at + 1 == text.len() && !is_abbreviation(before, false)
    });
    shorter.filter(|_| is_plain).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn the_first_sentence_is_the_headline() {
        for (text, expected) in [
            ("Down. Up again.", "Down / Up again."),
            ("Down", "Down /"),
            ("Is it down? Yes.", "Is it down? / Yes."),
            ("Users see “Gone.” Nobody knows.", "Users see “Gone.” / Nobody knows."),
            (
                "Load is 3.5 times as high, e.g. at Node.js. Then it falls.",
                "Load is 3.5 times as high, e.g. at Node.js / Then it falls.",
            ),
            ("The U.S. East fails over. J. Doe is paged.", "The U.S. East fails over / J. Doe is paged."),
            ("On Nov. 2 it began. Later more.", "On Nov. 2 it began / Later more."),
            ("**Gone. All of it.** So they say.", "**Gone. All of it.** / So they say."),
            (
                "See [the post. It is long](https://a.example). More.",
                "See [the post. It is long](https://a.example) / More.",
            ),
            ("Run `rm a. B` now. More.", "Run `rm a. B` now / More."),
            ("One line\n\nAnother paragraph.", "One line / Another paragraph."),
            ("Wait... what. Yes.", "Wait... what / Yes."),
            ("Traffic drops. 10. request in a row fails.", "Traffic drops / 10\\. request in a row fails."),
            ("The page fires. - Nobody answers.", "The page fires / \\- Nobody answers."),
            ("It is down. # 5 is next.", "It is down / \\# 5 is next."),
            ("It is down. > 500 errors.", "It is down / \\> 500 errors."),
            ("It is down. [^1]: no note.", "It is down / \\[^1]: no note."),
            ("It is down. [Why](a) *Now*.", "It is down / [Why](a) *Now*."),
            ("It is down. *Now*.", "It is down / *Now*."),
            ("It is down. 10 fail.", "It is down / 10 fail."),
            ("It is down.\n\n- First\n- Second", "It is down / - First\n- Second"),
            ("", " /"),
        ] {
            let (headline, rest) = split(text, "");
            let rest = rest.map_or_else(String::new, |rest| format!(" {}", rest.0));
            assert_eq!(format!("{} /{rest}", headline.0), expected);
        }
    }

    #[test]
    fn definitions_go_with_the_text_that_may_use_them() {
        let (headline, rest) = split("See [the post. It is long][1]. More.", "[1]: https://a.example");
        assert_eq!(headline.0, "See [the post. It is long][1]\n\n[1]: https://a.example");
        assert_eq!(rest.unwrap().0, "More.");
    }
}

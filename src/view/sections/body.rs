//! The Markdown that is no key: each part under a heading of its own is a section.

use super::section;
use crate::model::Incident;
use crate::model::sections::EXTENSIONS;
use crate::view::incident::{self, Content, Section};
use crate::view::values;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use std::ops::Range;

/// The sections, in the order of the body; what stands before the first heading is called notes.
///
/// A footnote goes with the sections that refer to it, wherever it was written.
pub(in crate::view) fn body(incident: &Incident) -> Vec<Section> {
    let text = incident.body.as_str();
    let Body { parts, notes, references } = read(text);
    let ends = parts.iter().skip(1).map(|part| part.start).chain([text.len()]);
    let ranges = parts.iter().zip(ends).map(|(part, end)| part.text_start..end);
    let shown = parts.iter().zip(ranges).filter_map(|(part, range)| {
        let own = cut(text, &range, &notes);
        let used = used(&range, &notes, &references);
        let is_used = |note: &Note| references.iter().any(|(name, _)| *name == note.name);
        // What nobody refers to stays where it stands.
        let unused = notes.iter().filter(|note| range.contains(&note.range.start) && !is_used(note));
        let of_it = used.into_iter().chain(unused);
        let texts: Vec<&str> = of_it.map(|note| text[note.range.clone()].trim_end()).chain([own.trim()]).collect();
        let content = texts.join("\n\n");
        (!content.trim().is_empty()).then_some((part, content))
    });
    shown
        .map(|(part, text)| {
            let content = incident::Prose { text: values::markdown(incident, text.trim()), sources: Vec::new() };
            section(&values::slug(&part.heading), &part.heading, Content::Prose(content))
        })
        .collect()
}

/// What a body consists of, in bytes.
#[derive(Default)]
struct Body {
    parts: Vec<Part>,
    notes: Vec<Note>,
    /// The notes that are referred to, and where.
    references: Vec<(String, usize)>,
}

/// What stands under a heading.
struct Part {
    heading: String,
    start: usize,
    /// Where the heading ends.
    text_start: usize,
}

/// The text of a footnote, at the top level.
struct Note {
    name: String,
    range: Range<usize>,
}

fn read(text: &str) -> Body {
    let notes = Part { heading: "Notes".to_owned(), start: 0, text_start: 0 };
    let mut body = Body { parts: vec![notes], ..Body::default() };
    let mut depth = 0_u32;
    let mut is_heading = false;
    for (event, range) in Parser::new_ext(text, EXTENSIONS).into_offset_iter() {
        match &event {
            // A heading inside of a quote or of a list belongs to that.
            Event::Start(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) if depth == 0 => {
                body.parts.push(Part { heading: String::new(), start: range.start, text_start: range.end });
                is_heading = true;
            }
            Event::Start(Tag::FootnoteDefinition(name)) if depth == 0 => {
                body.notes.push(Note { name: name.to_lowercase(), range });
            }
            Event::End(TagEnd::Heading(_)) => is_heading = false,
            Event::FootnoteReference(name) => body.references.push((name.to_lowercase(), range.start)),
            Event::Text(piece) | Event::Code(piece) if is_heading => {
                body.parts.iter_mut().last().into_iter().for_each(|part| part.heading.push_str(piece));
            }
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    body.parts.iter_mut().for_each(|part| part.heading = part.heading.trim().to_owned());
    body
}

/// A part without the footnotes in it.
fn cut(text: &str, range: &Range<usize>, notes: &[Note]) -> String {
    let mut rest = String::new();
    let mut at = range.start;
    for note in notes.iter().filter(|note| range.contains(&note.range.start)) {
        rest.push_str(&text[at..note.range.start]);
        at = note.range.end;
    }
    rest + &text[at..range.end]
}

/// The footnotes that a part refers to, and those that these refer to.
fn used<'n>(range: &Range<usize>, notes: &'n [Note], references: &[(String, usize)]) -> Vec<&'n Note> {
    let is_in_note = |at: usize| notes.iter().any(|note| note.range.contains(&at));
    let of_part = references.iter().filter(|(_, at)| range.contains(at) && !is_in_note(*at));
    let mut names: Vec<&String> = of_part.map(|(name, _)| name).collect();
    let mut next = 0;
    while let Some(name) = names.get(next).copied() {
        let of_name = notes.iter().filter(|note| note.name == *name);
        let inside = of_name.flat_map(|note| references.iter().filter(|(_, at)| note.range.contains(at)));
        for (further, _) in inside {
            if !names.contains(&further) {
                names.push(further);
            }
        }
        next += 1;
    }
    notes.iter().filter(|note| names.contains(&&note.name)).collect()
}

//! The Markdown that is no key: each part under a heading of its own is a section.

use super::section;
use crate::model::Incident;
use crate::view::incident::{self, Content, Section};
use crate::view::values;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

/// The sections, in the order of the body; what stands before the first heading is called notes.
pub(in crate::view) fn body(incident: &Incident) -> Vec<Section> {
    let text = incident.body.as_str();
    let mut parts: Vec<(String, usize, usize)> = vec![("Notes".to_owned(), 0, 0)];
    let mut heading: Option<(String, usize)> = None;
    for (event, range) in Parser::new_ext(text, crate::model::sections::EXTENSIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) => {
                heading = Some((String::new(), range.start));
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1 | HeadingLevel::H2)) => {
                if let Some((words, start)) = heading.take() {
                    parts.push((words.trim().to_owned(), start, range.end));
                }
            }
            Event::Text(piece) | Event::Code(piece) => {
                if let Some((words, _)) = &mut heading {
                    words.push_str(&piece);
                }
            }
            _ => {}
        }
    }
    let ends = parts.iter().skip(1).map(|(_, start, _)| *start).chain([text.len()]);
    let found = parts.iter().zip(ends).map(|((heading, _, from), to)| (heading, text[*from..to].trim()));
    let shown = found.filter(|(_, text)| !text.is_empty());
    shown
        .map(|(heading, text)| {
            let content = incident::Prose { text: values::markdown(incident, text), sources: Vec::new() };
            section(&values::slug(heading), heading, Content::Prose(content))
        })
        .collect()
}

//! Writes the events of a text as HTML, never more than it may. Every tag that can come out stands in this file.

use std::collections::BTreeMap;

use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::address::{Address, address, encode};
use super::{escape, plain};

pub(super) const LEFT_OUT: &str = "The rest of this text is left out: with its markup it is too long to show.";
/// Bytes that [`LEFT_OUT`] and its tags may take.
const RESERVE: usize = 256;

/// The HTML so far, and what must still be closed.
pub(super) struct Writer<'a> {
    out: String,
    /// Closing tags of what is open, innermost last. Their bytes are counted as if they were written.
    open: Vec<&'static str>,
    owed: usize,
    limit: usize,
    is_full: bool,
    prefix: &'a str,
    /// The level of the highest heading.
    top: u8,
    /// The level of the last heading; the next one is at most one deeper, since pages may not skip levels.
    level: u8,
    /// The ids of the headings to come, last first.
    ids: Vec<String>,
    /// Where `#slug` leads to.
    fragments: BTreeMap<String, String>,
    notes: Notes<'a>,
    in_link: bool,
    tables: usize,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

/// The footnotes of a text.
#[derive(Default)]
struct Notes<'a> {
    texts: BTreeMap<String, Vec<Event<'a>>>,
    /// Names in the order of their first reference, with the number of references so far.
    cited: Vec<(String, usize)>,
    /// Where a name stands in `cited`.
    places: BTreeMap<String, usize>,
}

impl<'a> Writer<'a> {
    /// A writer for a text of `length` bytes.
    pub(super) fn new(length: usize, prefix: &'a str, top: u8) -> Self {
        Self {
            out: String::with_capacity(length + length / 4),
            open: Vec::new(),
            owed: 0,
            limit: 20 * length + 64 * 1024 - RESERVE,
            is_full: false,
            prefix,
            top,
            level: top - 1,
            ids: Vec::new(),
            fragments: BTreeMap::new(),
            notes: Notes::default(),
            in_link: false,
            tables: 0,
            columns: Vec::new(),
            column: 0,
            in_head: false,
        }
    }

    /// Everything, blocks and footnotes included.
    pub(super) fn document(mut self, events: impl Iterator<Item = Event<'a>>) -> String {
        let body = self.take_notes(events);
        self.name_headings(&body);
        self.events(&body);
        self.footnotes();
        self.finish("<p>", "</p>\n")
    }

    /// Events that hold no blocks.
    pub(super) fn line(mut self, events: &[Event<'a>]) -> String {
        self.events(events);
        self.finish(" <em>", "</em>")
    }

    fn finish(mut self, before: &str, after: &str) -> String {
        while let Some(tag) = self.open.pop() {
            self.out.push_str(tag);
        }
        if self.is_full {
            self.out.extend([before, LEFT_OUT, after]);
        }
        self.out
    }

    /// Puts the footnotes aside, wherever they were written, and returns the rest.
    fn take_notes(&mut self, events: impl Iterator<Item = Event<'a>>) -> Vec<Event<'a>> {
        let mut open = vec![(String::new(), Vec::new())];
        for event in events {
            match event {
                Event::Start(Tag::FootnoteDefinition(name)) => open.push((name.to_lowercase(), Vec::new())),
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((name, text)) = open.pop() {
                        self.notes.texts.entry(name).or_default().extend(text);
                    }
                }
                event => {
                    if let Some((_, text)) = open.last_mut() {
                        text.push(event);
                    }
                }
            }
        }
        open.swap_remove(0).1
    }

    fn name_headings(&mut self, body: &[Event<'_>]) {
        let mut twins: BTreeMap<String, usize> = BTreeMap::new();
        for (at, event) in body.iter().enumerate() {
            if let Event::Start(Tag::Heading { .. }) = event {
                let slug = slug(&plain(inside(&body[at + 1..]).0));
                let mut name = slug.clone();
                while self.fragments.contains_key(&name) {
                    let twin = twins.entry(slug.clone()).or_insert(1);
                    *twin += 1;
                    name = format!("{slug}-{twin}");
                }
                let id = self.id(&name);
                self.fragments.insert(name, id.clone());
                self.ids.push(id);
            }
        }
        self.ids.reverse();
    }

    /// A place of this text: neither a slug nor the id of a row holds a `_`, so that it is no other's.
    fn id(&self, name: &str) -> String {
        escape::attribute(&format!("{}_{name}", self.prefix))
    }

    fn events(&mut self, events: &[Event<'a>]) {
        let mut rest = events;
        while let [event, after @ ..] = rest {
            rest = after;
            match event {
                _ if self.is_full => return,
                Event::Start(Tag::Image { dest_url, title, .. }) => {
                    let (alt, after) = inside(after);
                    self.image(dest_url, title, &plain(alt));
                    rest = after;
                }
                Event::Start(tag) => self.start(tag, after),
                Event::End(end) => self.end(*end),
                Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.put(&escape::body(text)),
                Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                    self.put(&format!("<code>{}</code>", escape::body(text)));
                }
                Event::FootnoteReference(name) => self.cite(name),
                Event::SoftBreak => self.put("\n"),
                Event::HardBreak => self.put("<br>\n"),
                Event::Rule => self.put("<hr>\n"),
                Event::TaskListMarker(true) => self.put("<span role=\"img\" aria-label=\"done\">☑</span> "),
                Event::TaskListMarker(false) => self.put("<span role=\"img\" aria-label=\"not done\">☐</span> "),
            }
        }
    }

    fn start(&mut self, tag: &Tag<'a>, after: &[Event<'a>]) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.open("<p>", "</p>\n"),
            Tag::Heading { level, .. } => self.heading(*level),
            Tag::BlockQuote(kind) => self.quote(*kind),
            Tag::CodeBlock(_) => self.open("<pre tabindex=\"0\"><code>", "</code></pre>\n"),
            Tag::List(None) => self.open("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.open("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Tag::Item => self.open("<li>", "</li>\n"),
            Tag::Table(columns) => self.table(columns),
            Tag::TableHead => {
                self.column = 0;
                self.in_head = true;
                self.open("<thead><tr>", "</tr></thead><tbody>\n");
            }
            Tag::TableRow => {
                self.column = 0;
                self.open("<tr>", "</tr>\n");
            }
            Tag::TableCell => self.cell(matches!(after.first(), Some(Event::End(_)))),
            Tag::Emphasis => self.open("<em>", "</em>"),
            Tag::Strong => self.open("<strong>", "</strong>"),
            Tag::Strikethrough => self.open("<del>", "</del>"),
            Tag::Link { link_type: LinkType::Email, dest_url, title, .. } => {
                self.link(&format!("mailto:{dest_url}"), title);
            }
            Tag::Link { dest_url, title, .. } => self.link(dest_url, title),
            // Kinds of Markdown that are not switched on; their words are shown.
            Tag::Image { .. }
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => self.open("", ""),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::TableHead => self.in_head = false,
            TagEnd::Link => self.in_link = false,
            _ => {}
        }
        if let Some(tag) = self.open.pop() {
            self.owed -= tag.len();
            self.out.push_str(tag);
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        self.level = (level as u8).clamp(self.top, self.level + 1).min(6);
        let id = self.ids.pop().map_or_else(String::new, |id| format!(" id=\"{id}\""));
        let close = ["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][usize::from(self.level) - 2];
        self.open(&format!("<h{}{id}>", self.level), close);
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>) {
        let (class, word) = match kind {
            None => return self.open("<blockquote>\n", "</blockquote>\n"),
            Some(BlockQuoteKind::Note) => ("note", "Note"),
            Some(BlockQuoteKind::Tip) => ("tip", "Tip"),
            Some(BlockQuoteKind::Important) => ("important", "Important"),
            Some(BlockQuoteKind::Warning) => ("warning", "Warning"),
            Some(BlockQuoteKind::Caution) => ("caution", "Caution"),
        };
        let start = format!("<blockquote class=\"alert-{class}\">\n<p><strong>{word}</strong></p>\n");
        self.open(&start, "</blockquote>\n");
    }

    fn table(&mut self, columns: &[Alignment]) {
        self.tables += 1;
        self.columns = columns.to_vec();
        let label = format!("Table {} in {}", self.tables, self.prefix.replace('-', " "));
        let label = escape::attribute(&label);
        let start = format!("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>");
        self.open(&start, "</tbody></table></div>\n");
    }

    fn cell(&mut self, is_empty: bool) {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"centre\"",
            _ => "",
        };
        self.column += 1;
        // A heading without words would be announced as one.
        if self.in_head && !is_empty {
            self.open(&format!("<th scope=\"col\"{class}>"), "</th>");
        } else {
            self.open(&format!("<td{class}>"), "</td>");
        }
    }

    fn link(&mut self, written: &str, title: &str) {
        let start = match address(written) {
            Some(Address::Here(url)) => format!("<a href=\"{url}\"{}>", titled(title)),
            Some(Address::Elsewhere(url)) => format!("<a href=\"{url}\" rel=\"noopener\"{}>", titled(title)),
            Some(Address::Fragment(name)) => {
                let target = self.fragments.get(&name).cloned().unwrap_or_else(|| encode(&name));
                format!("<a href=\"#{target}\"{}>", titled(title))
            }
            None => return self.open("", ""),
        };
        self.in_link = true;
        self.open(&start, "</a>");
    }

    /// A picture of the site itself is shown; another's is linked, since showing it would ask that site for it.
    fn image(&mut self, written: &str, title: &str, alt: &str) {
        let words = escape::body(if alt.is_empty() { written } else { alt });
        match address(written) {
            Some(Address::Here(url)) if !url.is_empty() => {
                self.put(&format!("<img src=\"{url}\" alt=\"{}\"{}>", escape::attribute(alt), titled(title)));
            }
            Some(Address::Elsewhere(url)) if !self.in_link => {
                self.put(&format!("<a href=\"{url}\" rel=\"noopener\"{}>{words}</a>", titled(title)));
            }
            _ => self.put(&words),
        }
    }

    fn cite(&mut self, name: &CowStr<'_>) {
        let name = name.to_lowercase();
        let (number, times) = self.notes.cite(name);
        let twin = if times == 1 { String::new() } else { format!(".{times}") };
        let id = self.id(&format!("cite.{number}{twin}"));
        let note = self.id(&format!("note.{number}"));
        self.put(&format!("<sup id=\"{id}\"><a href=\"#{note}\" aria-label=\"Note {number}\">{number}</a></sup>"));
    }

    /// The notes in the order of their numbers; a note may refer to further ones, and what nobody cites comes last.
    fn footnotes(&mut self) {
        if self.notes.texts.is_empty() {
            return;
        }
        self.open("<div class=\"footnotes\"><ol>\n", "</ol></div>\n");
        let mut number = 0;
        while let Some((name, times)) = self.notes.next(number) {
            number += 1;
            let text = self.notes.texts.remove(&name).unwrap_or_default();
            let note = self.id(&format!("note.{number}"));
            self.open(&format!("<li id=\"{note}\">"), "</li>\n");
            self.events(&text);
            if times > 0 {
                let cite = self.id(&format!("cite.{number}"));
                self.put(&format!("<a href=\"#{cite}\" aria-label=\"Back to the text from note {number}\">↩</a>"));
            }
            if self.is_full {
                return;
            }
            self.end(TagEnd::Item);
        }
        self.end(TagEnd::List(true));
    }

    /// Writes a piece if there is room for it and for all that must still be closed.
    fn put(&mut self, piece: &str) {
        self.is_full |= self.out.len() + self.owed + piece.len() > self.limit;
        if !self.is_full {
            self.out.push_str(piece);
        }
    }

    fn open(&mut self, start: &str, close: &'static str) {
        self.owed += close.len();
        self.put(start);
        if self.is_full {
            self.owed -= close.len();
        } else {
            self.open.push(close);
        }
    }
}

impl Notes<'_> {
    /// Counts a reference: the note's number, and how many references it has by now.
    fn cite(&mut self, name: String) -> (usize, usize) {
        let at = *self.places.entry(name).or_insert_with_key(|name| {
            self.cited.push((name.clone(), 0));
            self.cited.len() - 1
        });
        self.cited[at].1 += 1;
        (at + 1, self.cited[at].1)
    }

    /// The note with this index, and how often it is cited.
    fn next(&mut self, index: usize) -> Option<(String, usize)> {
        if index == self.cited.len() {
            let name = self.texts.keys().next()?.clone();
            self.cited.push((name, 0));
        }
        Some(self.cited[index].clone())
    }
}

/// The events up to the end of what was just started, and those after it.
fn inside<'e, 'a>(events: &'e [Event<'a>]) -> (&'e [Event<'a>], &'e [Event<'a>]) {
    let mut depth = 1;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&events[..at], &events[at + 1..]);
        }
    }
    (events, &[])
}

fn titled(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape::attribute(title)) }
}

/// Words as the name of a place: letters and digits in lower case, everything else a hyphen.
fn slug(words: &str) -> String {
    let words = words.to_lowercase();
    let parts: Vec<_> = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "section".to_owned() } else { parts.join("-") }
}

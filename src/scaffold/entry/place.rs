//! Where the next entry of a record goes, and the forms it may have there, the record's own first. Told from the places
//! of the values that the ordinary readers give.

use super::Refused;
use super::forms::{Columns, Form, Quote};
use crate::diag::Span;
use crate::model::incident::FIELDS;
use crate::model::sections::{Entries, EntryForm, Outline};
use crate::model::time::written::Zone;
use crate::source::{Map, Node, Pair, Style, Value};

/// A place for one more entry: a byte of the file, and what goes around the entry there.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) before: String,
    pub(super) after: String,
    /// In the order in which they are tried.
    pub(super) forms: Vec<Form>,
    /// The zone that the place lends to clock times.
    pub(super) zone: Option<Zone>,
    /// Whether a backslash makes text of a bracket there.
    pub(super) is_markdown: bool,
}

/// A record as it stands.
pub(super) struct Record<'a> {
    pub(super) file: &'a str,
    /// The YAML as it is written.
    pub(super) root: &'a Node,
    /// The entries in their long form.
    pub(super) entries: &'a [Node],
    /// The body, in a file that has one.
    pub(super) body: Option<Outline>,
}

impl Record<'_> {
    /// The place behind the last entry.
    pub(super) fn place(&self) -> Result<Place, Refused> {
        let empty = Map::default();
        let map = self.root.as_map().unwrap_or(&empty);
        let pair = map.pairs.iter().find(|pair| pair.key.text.as_str() == "timeline");
        let section = self.body.as_ref().and_then(|body| body.timeline.as_ref());
        match (pair.map(|pair| &pair.value.value), section) {
            (Some(Value::List(items)), _) => {
                let list = pair.map_or(0..0, |pair| pair.value.span.clone());
                Ok(if self.file[list.clone()].starts_with('[') {
                    self.flow(&list, items)
                } else {
                    self.block(&list, items)
                })
            }
            (Some(Value::Scalar(_) | Value::Map(_)), _) => Err(Refused::new(
                "the timeline of the record is no list",
                "put `- ` before each entry below `timeline:`",
            )),
            (Some(Value::Null) | None, Some(section)) => Ok(self.section(section)),
            (Some(Value::Null), None) => Ok(self.first_item(pair.map_or(0, |pair| pair.value.span.end), "", map)),
            (None, None) => Ok(match self.body.as_ref().filter(|body| body.has_keys || !has_sections(map)) {
                Some(body) => self.new_section(body),
                None => self.first_item(self.end_of_keys_before(map), "timeline:", map),
            }),
        }
    }

    /// Behind the last item of a block list.
    fn block(&self, list: &Span, items: &[Node]) -> Place {
        let indent = " ".repeat(list.start - self.line_start(list.start));
        let end = items.last().map_or(list, |item| &item.span);
        let gap = self.gap(end.start);
        let eol = self.eol();
        let before = format!("{}{indent}-{gap}", self.space_between(items));
        let forms = self.forms(items, &format!("{eol}{indent} {gap}"), false);
        Place { at: self.line_end(end.end), before, after: String::new(), forms, zone: None, is_markdown: false }
    }

    /// Behind the last item of a list in brackets.
    fn flow(&self, list: &Span, items: &[Node]) -> Place {
        let (at, before) = match items.last() {
            None => (list.start + 1, String::new()),
            Some(item) => {
                let indent = &self.file[self.line_start(item.span.start)..item.span.start];
                let has_own_line = indent.trim().is_empty();
                let before = if has_own_line { format!(",{}{indent}", self.eol()) } else { ", ".to_owned() };
                (item.span.end, before)
            }
        };
        let forms = self.forms(items, ", ", true);
        Place { at, before, after: String::new(), forms, zone: None, is_markdown: false }
    }

    /// The forms of items in YAML: lines as the last line is, maps as the last map is.
    fn forms(&self, items: &[Node], between: &str, is_flow: bool) -> Vec<Form> {
        let is_long = |item: &&Node| item.as_map().is_some_and(|map| map.find("at").is_some());
        let last_line = items.iter().rposition(|item| !is_long(&item));
        let last_map = items.iter().rfind(is_long).and_then(Node::as_map);
        let separator = last_line.and_then(|index| self.separator(self.entries.get(index)?));
        let quote = last_line.map_or(Quote::Double, |index| self.quote(&items[index]));
        let mut forms = Vec::new();
        if last_line.is_some() || last_map.is_none() {
            let separators = separators(separator);
            forms.push(Form::Line(quote, separators[0].clone()));
            forms.extend(separators.into_iter().map(|separator| Form::Line(Quote::Double, separator)));
        }
        let in_braces = is_flow || last_map.is_some_and(|map| map.flow);
        let around = if in_braces { ["{ ", ", ", " }"] } else { ["", between, ""] }.map(str::to_owned);
        let as_last = |key| last_map.and_then(|map| map.find(key)).map_or(Quote::Plain, |node| self.quote(node));
        for text in [as_last("text"), Quote::Double] {
            forms.push(Form::Map { quotes: [as_last("at"), text], around: around.clone() });
        }
        forms
    }

    /// The quotes of a scalar; of a line that YAML takes for a map, none.
    fn quote(&self, node: &Node) -> Quote {
        match &node.value {
            Value::Scalar(scalar) if scalar.style == Style::Quoted => {
                if self.file[node.span.clone()].starts_with('\'') { Quote::Single } else { Quote::Double }
            }
            _ => Quote::Plain,
        }
    }

    /// What stands between the time of an entry and its text.
    fn separator(&self, entry: &Node) -> Option<&str> {
        let map = entry.as_map()?;
        let (at, text) = (map.find("at")?.span.end, map.find("text")?.span.start);
        self.file.get(at..text).filter(|between| between.len() < 8 && !between.contains(['\n', '\r']))
    }

    /// The first item of a list, below a key that is there or that is made.
    fn first_item(&self, end: usize, key: &str, root: &Map) -> Place {
        let eol = self.eol();
        let of_list = |pair: &Pair| {
            let start = pair.value.span.start;
            let is_block = matches!(pair.value.value, Value::List(_)) && self.file[start..].starts_with('-');
            is_block.then(|| start - self.line_start(start))
        };
        let indent = " ".repeat(root.pairs.iter().find_map(of_list).unwrap_or(2));
        let key = if key.is_empty() { String::new() } else { format!("{eol}{key}") };
        let forms = self.forms(&[], &format!("{eol}{indent}  "), false);
        let before = format!("{key}{eol}{indent}- ");
        Place { at: self.line_end(end), before, after: String::new(), forms, zone: None, is_markdown: false }
    }

    /// The end of the last key that usually stands above a timeline.
    fn end_of_keys_before(&self, root: &Map) -> usize {
        let rank = |key: &str| FIELDS.iter().position(|field| field.name == key);
        let is_before = |pair: &&Pair| rank(pair.key.text.as_str()) < rank("timeline");
        let last = root.pairs.iter().rfind(is_before).or(root.pairs.last());
        last.map_or(self.root.span.end, |pair| pair.value.span.end.max(pair.key.text.span().end))
    }

    /// Behind the last entry of a section.
    fn section(&self, section: &Entries) -> Place {
        let eol = self.eol();
        let at = self.line_end(section.end);
        let mut place = Place {
            at,
            before: format!("{eol}{eol}- "),
            after: String::new(),
            forms: lines(None),
            zone: None,
            is_markdown: true,
        };
        match &section.form {
            EntryForm::Nothing => {}
            EntryForm::List => {
                let Some(last) = self.entries.last() else { return place };
                let bullet = &self.file[self.line_start(last.span.start)..last.span.start];
                place.before = self.space_between(self.entries) + &next(bullet);
                place.forms = lines(self.separator(last));
            }
            EntryForm::Table { columns, zone } => {
                let start = self.line_start(section.end);
                let row = &self.file[start..section.end];
                let above = &self.file[self.line_start(start.saturating_sub(1))..start];
                let indent = &row[..row.len() - row.trim_start().len()];
                place.before = format!("{eol}{indent}");
                place.forms = vec![Form::Row(columns_of(columns, row.trim(), above.trim()))];
                place.zone = *zone;
            }
        }
        place
    }

    /// A section that is not there yet: before what usually comes after it, else at the end.
    fn new_section(&self, body: &Outline) -> Place {
        let eol = self.eol();
        let heading = format!("## Timeline{eol}{eol}- ");
        let (at, before, after) = match &body.after_timeline {
            Some(next) => (self.line_start(next.start), heading, eol.repeat(2)),
            None => (self.file.trim_end().len(), format!("{}{heading}", eol.repeat(2)), String::new()),
        };
        Place { at, before, after, forms: lines(None), zone: None, is_markdown: true }
    }

    /// The space behind the dash of an item.
    fn gap(&self, start: usize) -> &str {
        let line = self.file[self.line_start(start)..start].trim_start();
        line.strip_prefix('-').filter(|gap| !gap.is_empty() && gap.trim().is_empty()).unwrap_or(" ")
    }

    /// The line breaks before the last of some items: two where they stand apart.
    fn space_between(&self, items: &[Node]) -> String {
        let stand_apart = items.len() > 1 && {
            let [above, below] = [&items[items.len() - 2].span, &items[items.len() - 1].span];
            let between = self.file.get(self.line_end(above.end)..below.start).unwrap_or_default();
            between.replace('\r', "").starts_with("\n\n")
        };
        self.eol().repeat(if stand_apart { 2 } else { 1 })
    }

    fn eol(&self) -> &'static str {
        if self.file.contains("\r\n") { "\r\n" } else { "\n" }
    }

    fn line_start(&self, at: usize) -> usize {
        self.file[..at].rfind('\n').map_or(0, |at| at + 1)
    }

    /// The end of a line, before its line break.
    fn line_end(&self, at: usize) -> usize {
        let line = self.file[at..].split('\n').next().unwrap_or_default();
        at + line.strip_suffix('\r').unwrap_or(line).len()
    }
}

/// Whether the front matter gives what may be a section.
fn has_sections(root: &Map) -> bool {
    ["summary", "impact", "trigger", "contributing_factors", "remediation"].iter().any(|key| root.find(key).is_some())
}

/// The forms of a line in Markdown.
fn lines(separator: Option<&str>) -> Vec<Form> {
    separators(separator).into_iter().map(|separator| Form::Line(Quote::None, separator)).collect()
}

/// What may separate a time from its text: what the line above has, a space, or what is plain where words go on.
fn separators(above: Option<&str>) -> Vec<String> {
    let mut all = vec![above.unwrap_or(" ").to_owned()];
    all.extend([" ", ": "].into_iter().filter(|other| Some(*other) != above).map(str::to_owned));
    all.dedup();
    all
}

/// The bullet behind a bullet: the same, or the next number.
fn next(bullet: &str) -> String {
    let digits = bullet.trim_matches(|c: char| !c.is_ascii_digit());
    match digits.parse::<u32>().ok().and_then(|number| number.checked_add(1)) {
        Some(number) => bullet.replacen(digits, &number.to_string(), 1),
        None => bullet.to_owned(),
    }
}

/// How the rows above look: the last one, and the one before that.
fn columns_of(keys: &[Option<&'static str>], above: &str, first: &str) -> Columns {
    let cells = above.strip_prefix('|').unwrap_or(above);
    let cells = cells.strip_suffix('|').unwrap_or(cells);
    let edge = |is_there| if is_there { "|" } else { "" };
    let edges = [edge(above.starts_with('|')), edge(above.ends_with('|'))];
    let space = if above.contains(" | ") || above.starts_with("| ") { " " } else { "" };
    let is_aligned = above.chars().count() == first.chars().count();
    let widths = cells.split('|').map(|cell| cell.chars().count());
    let widths = if is_aligned { widths.collect() } else { Vec::new() };
    Columns { keys: keys.to_vec(), widths, space, edges }
}

//! Tables as entries and remediation items: each row is the long form, its cells are the values.

use std::collections::HashSet;
use std::ops::Range;

use super::columns::{Columns, REMEDIATION_COLUMNS, TIMELINE_COLUMNS, known};
use super::zone::{heading_zone, with_zone};
use crate::diag::Diagnostic;
use crate::model::fault::Fault;
use crate::model::faults::Faults;
use crate::model::line::LineFault;
use crate::model::line::groups::{Groups, check_milestone, take, trimmed};
use crate::model::line::long::{LongForm, words};
use crate::model::line::unknown_status;
use crate::model::line::words::status;
use crate::source::{Node, Text, Value};

/// A row: all of it, and its cells, trimmed.
pub(super) struct Row {
    pub(super) line: Text,
    pub(super) cells: Vec<Text>,
}

impl Row {
    /// Splits a row at its bars; `\|` is a bar inside a cell.
    pub(super) fn new(text: &Text, range: Range<usize>) -> Self {
        let line = text.slice(trimmed(text.as_str(), range));
        let row = line.as_str();
        let first = usize::from(row.starts_with('|'));
        let mut start = first;
        let mut cells = Vec::new();
        for (bar, _) in row.match_indices('|').filter(|(bar, _)| *bar >= first && !is_escaped(row, *bar)) {
            cells.push(start..bar);
            start = bar + 1;
        }
        if start < row.len() {
            cells.push(start..row.len());
        }
        let cells = cells.into_iter().map(|cell| without_escapes(&line.slice(trimmed(row, cell)))).collect();
        Self { line, cells }
    }
}

/// The rows of a table and its columns, by key.
struct Table {
    head: Row,
    known: Vec<(&'static str, usize)>,
    rows: Vec<Row>,
}

impl Table {
    /// Reads the head and splits the rows; nothing if the head will not do.
    fn new(text: &Text, rows: &[Range<usize>], columns: &Columns, faults: &mut Faults) -> Option<Self> {
        let (head, rows) = rows.split_first()?;
        let head = Row::new(text, head.clone());
        let known = known(&head, columns, faults)?;
        Some(Self { head, known, rows: rows.iter().map(|row| Row::new(text, row.clone())).collect() })
    }

    /// The cell of a row in the column of a key; empty where the row is too short.
    fn cell(&self, row: &Row, key: &str) -> Text {
        let index = self.known.iter().find(|(k, _)| *k == key).map(|(_, index)| *index);
        let cell = index.and_then(|index| row.cells.get(index));
        cell.cloned().unwrap_or_else(|| Text::empty(row.line.span().end))
    }

    /// A fault if a row has more cells than the table has columns: they would be lost. A stray bar moves all cells
    /// behind it, so what is wrong with those is not told, and only the keys in `sure` are taken from the row.
    fn check_length(&self, row: &Row, path: &str, node: &mut Node, sure: [&str; 2], told: usize, faults: &mut Faults) {
        if let Some(extra) = row.cells.get(self.head.cells.len()) {
            let (cells, columns) = (row.cells.len(), self.head.cells.len());
            let message = format!("the row has {cells} cells and the table has {columns} columns");
            let fault = Diagnostic::error("unknown-column", extra.span(), message);
            faults.diagnostics.truncate(told);
            faults.spoil(path, fault.with_help("write a bar inside a cell as `\\|`"));
            if let Value::Map(map) = &mut node.value {
                map.pairs.retain(|pair| sure.contains(&pair.key.text.as_str()));
            }
        }
    }
}

/// Adds the rows of a table to the entries of the timeline.
pub(super) fn read_entries(text: &Text, rows: &[Range<usize>], entries: &mut Vec<Node>, faults: &mut Faults) {
    let Some(table) = Table::new(text, rows, &TIMELINE_COLUMNS, faults) else { return };
    let zone = table.head.cells.first().and_then(|cell| heading_zone(cell, faults));
    for row in &table.rows {
        let path = format!("timeline[{}]", entries.len());
        let told = faults.diagnostics.len();
        let mut node = entry(&table, row, zone.as_deref(), &path, faults);
        table.check_length(row, &path, &mut node, ["at", "text"], told, faults);
        entries.push(node);
    }
}

/// Adds the rows of a table to the remediation items.
pub(super) fn read_remediation(text: &Text, rows: &[Range<usize>], items: &mut Vec<Node>, faults: &mut Faults) {
    let Some(table) = Table::new(text, rows, &REMEDIATION_COLUMNS, faults) else { return };
    for row in &table.rows {
        let path = format!("remediation[{}]", items.len());
        let told = faults.diagnostics.len();
        let mut node = item(&table, row, &path, faults);
        table.check_length(row, &path, &mut node, ["title", "status"], told, faults);
        items.push(node);
    }
}

fn entry(table: &Table, row: &Row, zone: Option<&str>, path: &str, faults: &mut Faults) -> Node {
    let mut long = LongForm::new(row.line.span());
    let at = table.cell(row, "at");
    if at.as_str().is_empty() {
        let fault = Fault::error("time-not-understood", 0..0, "the row has no time")
            .with_help("write `unknown` where nobody knows");
        faults.add_line(path, &at, vec![LineFault::new("at", fault)]);
    }
    long.set_text("at", zone.map_or_else(|| at.clone(), |zone| with_zone(&at, zone)));
    let cell = table.cell(row, "text");
    let mut found = Vec::new();
    let ending = take(cell.as_str(), 0..cell.as_str().len(), Groups::SourcesAndMilestones, &mut found);
    if ending.text.is_empty() {
        let fault = Fault::error("entry-without-text", ending.text.clone(), "the row has no text");
        found.push(LineFault::new("text", fault.with_help("say in a sentence what happened then")));
    }
    faults.add_line(path, &cell, found);
    long.set_text("text", cell.slice(ending.text));
    set_words(&mut long, "sources", &table.cell(row, "sources"), slices(&cell, &ending.sources), path, faults);
    let milestones = table.cell(row, "milestone");
    set_words(&mut long, "milestone", &milestones, slices(&cell, &ending.milestones), path, faults);
    for key in ["actor", "kind", "id", "component", "impact"] {
        long.set_text(key, table.cell(row, key));
    }
    long.into_node()
}

fn item(table: &Table, row: &Row, path: &str, faults: &mut Faults) -> Node {
    let mut long = LongForm::new(row.line.span());
    let cell = table.cell(row, "title");
    let mut found = Vec::new();
    let ending = take(cell.as_str(), 0..cell.as_str().len(), Groups::Sources, &mut found);
    if ending.text.is_empty() {
        let fault = Fault::error("item-without-text", ending.text.clone(), "the row has no title");
        found.push(LineFault::new("title", fault.with_help("say in a few words what is to be done")));
    }
    faults.add_line(path, &cell, found);
    long.set_text("title", cell.slice(ending.text));
    let state = table.cell(row, "status");
    match status(state.as_str()) {
        Some(status) => long.set_word("status", status, state.span()),
        None if state.as_str().is_empty() => long.set_word("status", "open", cell.span()),
        None => {
            let fault = unknown_status(state.as_str(), 0..state.as_str().len());
            faults.add_line(path, &state, vec![LineFault::new("status", fault)]);
        }
    }
    for key in ["owner", "due", "kind", "link", "id", "done_at"] {
        long.set_text(key, table.cell(row, key));
    }
    set_words(&mut long, "sources", &table.cell(row, "sources"), slices(&cell, &ending.sources), path, faults);
    long.into_node()
}

/// Sets a list from the words of its own column and those of the group in the text.
fn set_words(long: &mut LongForm, key: &'static str, cell: &Text, group: Vec<Text>, path: &str, faults: &mut Faults) {
    let mut given = HashSet::new();
    let mut list: Vec<Text> = Vec::new();
    for word in words(cell).into_iter().chain(group) {
        let name = word.as_str();
        let mut found = Vec::new();
        if key == "milestone" {
            check_milestone(name, &(0..name.len()), &mut found);
        }
        if !given.insert(name.to_owned()) {
            let fault = Fault::error("given-twice", 0..name.len(), format!("`{name}` is given twice"));
            found.push(LineFault::new(key, fault.with_help("keep one of the two")));
        }
        if found.is_empty() {
            list.push(word);
        } else {
            faults.add_line(path, &word, found);
        }
    }
    list.sort_by_key(|word| word.span().start);
    long.set_list(key, list);
}

fn slices(cell: &Text, ranges: &[Range<usize>]) -> Vec<Text> {
    ranges.iter().map(|range| cell.slice(range.clone())).collect()
}

/// Whether the bar at a byte has a backslash before it.
fn is_escaped(row: &str, bar: usize) -> bool {
    row[..bar].ends_with('\\')
}

/// A cell with `|` for each `\|`.
fn without_escapes(cell: &Text) -> Text {
    let value = cell.as_str();
    let mut clean = cell.slice(0..0);
    let mut start = 0;
    for (at, _) in value.match_indices("\\|") {
        clean.push_text(&cell.slice(start..at));
        start = at + 1;
    }
    if start == 0 {
        return cell.clone();
    }
    clean.push_text(&cell.slice(start..value.len()));
    clean
}

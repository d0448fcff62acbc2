//! The columns of a table of entries or of remediation items, told from its first row.

use super::headings::plain;
use super::table::Row;
use crate::diag::Diagnostic;
use crate::model::faults::Faults;
use crate::source::Text;

/// A key and the headings of the column that gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The key of the long form.
    pub key: &'static str,
    /// The headings, in lower case.
    pub headings: &'static [&'static str],
}

/// A kind of table: what its rows are, and its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The key whose items the rows are.
    pub path: &'static str,
    /// The key that the first column gives whatever its heading, if there is one.
    pub first: Option<&'static str>,
    /// The key that a row cannot do without; in a table of two columns with a `first`, the second.
    pub needed: &'static str,
    /// The columns known by their headings.
    pub known: &'static [Column],
}

/// The columns of a timeline; the first is the time.
pub const TIMELINE_COLUMNS: Columns = Columns {
    path: "timeline",
    first: Some("at"),
    needed: "text",
    known: &[
        Column {
            key: "text",
            headings: &["event", "what", "what happened", "description", "entry", "details", "text"],
        },
        SOURCES,
        Column { key: "milestone", headings: &["milestone", "milestones"] },
        Column { key: "actor", headings: &["actor", "who"] },
        KIND,
        ID,
        Column { key: "component", headings: &["component"] },
        Column { key: "impact", headings: &["impact"] },
    ],
};

/// The columns of a table of remediation items.
pub const REMEDIATION_COLUMNS: Columns = Columns {
    path: "remediation",
    first: None,
    needed: "title",
    known: &[
        Column { key: "title", headings: &["title", "action", "action item", "item", "task", "what", "description"] },
        Column { key: "owner", headings: &["owner", "assignee", "who", "responsible"] },
        Column { key: "due", headings: &["due", "due date", "deadline"] },
        Column { key: "status", headings: &["status", "state"] },
        KIND,
        Column { key: "link", headings: &["link", "ticket", "issue", "bug", "tracking"] },
        ID,
        Column { key: "done_at", headings: &["done", "done at", "completed"] },
        SOURCES,
    ],
};

const SOURCES: Column = Column { key: "sources", headings: &["source", "sources", "reference", "references"] };
const KIND: Column = Column { key: "kind", headings: &["kind", "type"] };
const ID: Column = Column { key: "id", headings: &["id"] };

/// The columns of a table that are known, by their place; nothing if the one that is needed is missing.
pub(super) fn known(head: &Row, columns: &Columns, faults: &mut Faults) -> Option<Vec<(&'static str, usize)>> {
    let mut known: Vec<(&'static str, usize)> = Vec::new();
    for (index, cell) in head.cells.iter().enumerate() {
        let key = match columns.first {
            Some(first) if index == 0 => Some(first),
            Some(_) if head.cells.len() == 2 => Some(columns.needed),
            _ => key(cell, columns),
        };
        let Some(key) = key else {
            faults.tell(columns.path, unknown(cell, columns));
            continue;
        };
        if let Some((_, first)) = known.iter().find(|(k, _)| *k == key) {
            let message = format!("two columns are both the `{key}`");
            let fault = Diagnostic::error("column-given-twice", cell.span(), message);
            let fault = fault.with_other(head.cells[*first].span(), "the first one");
            faults.tell(columns.path, fault.with_help("keep one, or put what it says into the text"));
        } else {
            known.push((key, index));
        }
    }
    if known.iter().any(|(key, _)| *key == columns.needed) {
        return Some(known);
    }
    let message = format!("the table has no column for the `{}`", columns.needed);
    let fault = Diagnostic::error("column-missing", head.line.span(), message);
    let help = format!("head one of the columns {}", headings(columns.needed, columns));
    faults.spoil(columns.path, fault.with_help(help));
    None
}

/// The key that a heading names.
fn key(cell: &Text, columns: &Columns) -> Option<&'static str> {
    let heading = plain(cell.as_str());
    columns.known.iter().find(|column| column.headings.contains(&heading.as_str())).map(|column| column.key)
}

fn unknown(cell: &Text, columns: &Columns) -> Diagnostic {
    let message = match cell.as_str() {
        "" => "a column has no heading, so its cells would be lost".to_owned(),
        heading => format!("the column `{heading}` stands for no key, so its cells would be lost"),
    };
    let names: Vec<_> = columns.known.iter().map(|c| format!("`{}`", c.headings[0])).collect();
    let help = format!("the columns are {}; put other things into the text", names.join(", "));
    Diagnostic::error("unknown-column", cell.span(), message).with_help(help)
}

/// The headings of a key, for a help.
fn headings(key: &str, columns: &Columns) -> String {
    let headings = columns.known.iter().filter(|c| c.key == key).flat_map(|c| c.headings);
    headings.map(|h| format!("`{h}`")).collect::<Vec<_>>().join(" or ")
}

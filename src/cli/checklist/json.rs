//! A checklist for machines: one JSON object an item, and a last one that sums up. The keys and their order are stable;
//! `v` in the summary says which shape it is.

use super::Asked;
use crate::diag::Level;
use crate::diag::lines::Lines;
use crate::model::demands::Sort;
use serde_json::json;

/// The version of the shape; it rises when a key changes its meaning or goes.
const VERSION: u32 = 1;

impl Asked<'_> {
    /// A line an item.
    pub(super) fn json(&self) -> String {
        let lines = Lines::new(&self.file.text);
        let line = |item: &crate::check::Item| {
            let at = item.place.map(|byte| lines.position(byte));
            let demand = &item.demand;
            let line = json!({
                "item": demand.key.name,
                "sort": match demand.sort { Sort::Key => "key", Sort::Milestone => "milestone" },
                "state": self.word(item),
                "asked_by": demand.asked_by(),
                "path": self.path(),
                "line": at.map(|at| at.line),
                "col": at.map(|at| at.column),
                "doc": demand.key.doc,
                "write": (!item.is_there()).then(|| demand.advice()),
            });
            line.to_string() + "\n"
        };
        self.list.items.iter().map(line).collect()
    }

    /// The last line.
    pub(super) fn summary(&self) -> String {
        let summary = json!({"summary": {
            "v": VERSION,
            "id": self.incident.map(|incident| &incident.id),
            "path": self.path(),
            "key": self.state.key(),
            "as": self.state.as_str(),
            "now": self.now(),
            "items": self.list.items.len(),
            "missing": self.list.count_missing(),
            "errors": self.count(Level::Error),
            "warnings": self.count(Level::Warning),
            "holds": self.list.holds(self.least),
        }});
        summary.to_string() + "\n"
    }
}

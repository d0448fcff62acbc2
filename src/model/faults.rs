//! The faults found while the short forms are rewritten, and the fields that need no second word about them.

use std::collections::BTreeSet;

use super::fault::Fault;
use super::line::LineFault;
use crate::diag::{Diagnostic, Label};
use crate::source::Text;

/// Findings in the order they were made, and the paths of the fields they are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
    /// Paths such as `timeline[2].at`. What stands there is what could be saved, or nothing, and has been told.
    pub faulty: BTreeSet<String>,
}

impl Faults {
    /// Adds a finding about a field that can still be read.
    pub fn tell(&mut self, path: &str, diagnostic: Diagnostic) {
        self.diagnostics.push(Diagnostic { field: path.to_owned(), ..diagnostic });
    }

    /// Adds a finding about a field that cannot be read.
    pub fn spoil(&mut self, path: &str, diagnostic: Diagnostic) {
        self.faulty.insert(path.to_owned());
        self.tell(path, diagnostic);
    }

    /// Adds the faults of a line that stands at a path.
    pub fn add_line(&mut self, path: &str, line: &Text, faults: Vec<LineFault>) {
        for LineFault { key, fault } in faults {
            let path = if key.is_empty() { path.to_owned() } else { format!("{path}.{key}") };
            self.spoil(&path, located(line, fault));
        }
    }
}

/// A fault of a text as a finding in the file that the text stands in.
#[must_use]
pub(super) fn located(text: &Text, fault: Fault) -> Diagnostic {
    Diagnostic {
        rule: fault.rule,
        level: fault.level,
        message: fault.message,
        field: String::new(),
        primary: Label { span: text.span_of(fault.at), text: fault.label },
        labels: Vec::new(),
        help: fault.help,
        note: fault.note,
    }
}

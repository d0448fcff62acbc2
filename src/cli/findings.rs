//! Findings in each of the forms that a user may ask for, called by their paths from where the user stands.

use super::project::Project;
use crate::diag::{self, Diagnostic, Look, Summary};
use crate::pipeline;
use crate::source::Sources;
use std::time::Duration;

/// For each finding shown in full, how many more may take a line.
const LINES_A_FRAME: usize = 10;

/// The findings to show, in order.
pub(super) struct Findings<'a> {
    pub(super) project: &'a Project,
    pub(super) sources: &'a Sources,
    pub(super) found: &'a [(&'a str, &'a Diagnostic)],
}

impl Findings<'_> {
    /// The first ones with their lines, then some of one line each, then how many more there are.
    pub(super) fn full(&self, limit: usize, look: Look) -> String {
        let limit = if limit == 0 { self.found.len() } else { limit.min(self.found.len()) };
        let (framed, rest) = self.found.split_at(limit);
        let (listed, left) = rest.split_at(rest.len().min(limit.saturating_mul(LINES_A_FRAME)));
        let frame = |one| self.with_text(one, |found, path, text| diag::full(found, path, text, look) + "\n\n");
        let mut out: String = framed.iter().map(frame).collect();
        out.extend(listed.iter().map(|one| self.line(one)));
        if !left.is_empty() {
            out += &counted(left.len(), "more finding");
            out += " (`--limit 0` shows all)\n";
        }
        if !listed.is_empty() {
            out.push('\n');
        }
        out
    }

    pub(super) fn concise(&self) -> String {
        self.found.iter().map(|one| self.line(one)).collect()
    }

    pub(super) fn json(&self, summary: &Summary) -> String {
        self.listed_json() + &diag::summary(summary) + "\n"
    }

    /// The same without the line that sums up.
    pub(super) fn listed_json(&self) -> String {
        let line = |one| self.with_text(one, |found, path, text| diag::json(found, path, text) + "\n");
        self.found.iter().map(line).collect()
    }

    fn line(&self, one: &(&str, &Diagnostic)) -> String {
        self.with_text(one, |found, path, text| diag::concise(found, path, text) + "\n")
    }

    fn with_text(
        &self,
        (path, found): &(&str, &Diagnostic),
        show: impl Fn(&Diagnostic, &str, &str) -> String,
    ) -> String {
        show(found, &self.project.shown(path), pipeline::text(self.sources, path).unwrap_or_default())
    }
}

/// `1 error`, `2 errors`.
pub(super) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// `41 ms`, `1.24 s`.
pub(super) fn lasted(took: Duration) -> String {
    match took.as_millis() {
        ms @ 0..1000 => format!("{ms} ms"),
        _ => format!("{:.2} s", took.as_secs_f64()),
    }
}

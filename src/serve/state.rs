//! What an open page is told: how it stands with the page itself, with what it loads, and with the records. The page
//! compares that with what it was told before, and does what is needed.

use crate::diag::lines::Lines;
use crate::diag::{self, Diagnostic, Level, Look};
use crate::pipeline::{Page, Project};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// How things stand, apart from any one page.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    /// What is wrong; null if nothing is.
    findings: Arc<Value>,
}

/// With more findings than this, the page shows the first.
const SHOWN: usize = 50;

impl Turn {
    pub(super) fn of(project: &Project) -> Self {
        let findings = if project.count(Level::Error) == 0 { Value::Null } else { findings(project) };
        Self { findings: Arc::new(findings) }
    }

    /// What a page is told.
    pub(super) fn told(&self, project: &Project, path: &str) -> Value {
        let mut state = state(project, path);
        state["findings"] = (*self.findings).clone();
        state
    }
}

/// How it stands with a page and what it loads: `page` is null where there is none.
pub(super) fn state(project: &Project, path: &str) -> Value {
    let page = project.find(path).map(|page| project.fingerprint(&page).to_hex().to_string());
    let mut styles = serde_json::Map::new();
    let mut scripts = blake3::Hasher::new();
    for asset in project.assets() {
        let fingerprint = project.fingerprint(&asset);
        if is_style(&asset) {
            styles.insert(format!("/{}", asset.as_ref()), fingerprint.to_hex().as_str().into());
        } else {
            scripts.update(fingerprint.as_bytes());
        }
    }
    json!({ "page": page, "styles": styles, "scripts": scripts.finalize().to_hex().as_str() })
}

fn is_style(asset: &Page) -> bool {
    Path::new(asset.as_ref()).extension().is_some_and(|ending| ending == "css")
}

/// What is wrong, errors first, in the words of the terminal.
fn findings(project: &Project) -> Value {
    let mut found: Vec<(&str, &Diagnostic)> = project.findings().collect();
    found.sort_by_key(|(_, one)| std::cmp::Reverse(one.level));
    let mut files: Vec<&str> = found.iter().map(|(path, _)| *path).collect();
    files.sort_unstable();
    files.dedup();
    let shown: Vec<Value> = found.iter().take(SHOWN).map(|(path, one)| finding(project, path, one)).collect();
    json!({
        "errors": project.count(Level::Error),
        "warnings": project.count(Level::Warning),
        "files": files.len(),
        "shown": shown,
    })
}

fn finding(project: &Project, path: &str, one: &Diagnostic) -> Value {
    let text = project.text(path).unwrap_or_default();
    let at = Lines::new(text).position(one.primary.span.start);
    json!({
        "level": one.level.as_str(),
        "rule": one.rule,
        "message": one.message,
        "place": format!("{path}:{}:{}", at.line, at.column),
        "lines": lines(&diag::full(one, path, text, Look::default())),
        "help": one.help,
        "note": one.note,
    })
}

/// The lines of the record in a finding as the terminal shows it, without its head and its help.
fn lines(full: &str) -> String {
    let is_frame = |line: &&str| {
        let rest = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        rest.starts_with('|') || line.starts_with("...")
    };
    let shown: Vec<&str> = full.lines().skip(2).filter(is_frame).collect();
    let is_empty = |line: &&str| line.trim() == "|";
    let first = shown.iter().position(|line| !is_empty(line)).unwrap_or(shown.len());
    let last = shown.iter().rposition(|line| !is_empty(line)).map_or(first, |last| last + 1);
    shown[first..last].join("\n")
}

//! `minutebook check`: every finding of a project, in the form that was asked for, and a line that sums up.
//!
//! Findings are the data of this command, so they and the last line go to standard output.

use super::args::{Check, Format};
use super::findings::{Findings, counted, lasted};
use super::project::Project;
use super::{Outcome, Terminal, checklist};
use crate::diag::{Diagnostic, Level, Summary};
use crate::pipeline;
use crate::source;
use chrono::{Local, NaiveDate};
use std::io;
use std::time::{Duration, Instant};

pub(super) fn run(args: &Check, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let began = Instant::now();
    let today = args.today.unwrap_or_else(today);
    if let Some(state) = args.state {
        return checklist::run(args, state, today, terminal);
    }
    let project = Project::find()?;
    terminal.detail("Project", &project.root.display().to_string());
    let sources = project.load(&args.paths)?;
    let wanted = args.paths.iter().map(|path| project.named(path)).collect::<anyhow::Result<Vec<_>>>()?;
    let is_wanted = |path: &str| wanted.is_empty() || wanted.iter().any(|wanted| is_below(path, wanted));

    for path in source::passed_over(&project.root)?.iter().filter(|path| is_wanted(path)) {
        let what =
            format!("`{}` is passed over: a record is a file in `.md` or `.yaml`, and no link", project.shown(path));
        terminal.done("Note", &what);
    }
    let checked = pipeline::check(&sources, Some(today));
    let files = checked.diagnostics.iter().filter(|(path, _)| is_wanted(path));
    let found: Vec<(&str, &Diagnostic)> =
        files.flat_map(|(path, list)| list.iter().map(|one| (path.as_str(), one))).collect();
    let summary = Summary {
        incidents: checked.archive.incidents.iter().filter(|incident| is_wanted(&incident.path)).count(),
        ..sum_up(&found)
    };

    // What makes the run fail is never left out.
    let shows_warnings = terminal.shows_warnings() || args.deny_warnings;
    let shown = |(_, one): &&(&str, &Diagnostic)| one.level == Level::Error || shows_warnings;
    let found: Vec<(&str, &Diagnostic)> = found.iter().filter(shown).copied().collect();
    let report = Findings { project: &project, sources: &sources, found: &found };
    let mut text = match args.output_format {
        Format::Full => report.full(args.limit, Terminal::look(&io::stdout())),
        Format::Concise => report.concise(),
        Format::Json => report.json(&summary),
    };
    if args.output_format != Format::Json && terminal.shows_warnings() {
        text += &last_line(&summary, began.elapsed());
    }
    terminal.data(&text)?;
    let fails = summary.errors > 0 || args.deny_warnings && summary.warnings > 0;
    Ok(if fails { Outcome::Findings } else { Outcome::Done })
}

fn is_below(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn sum_up(found: &[(&str, &Diagnostic)]) -> Summary {
    let count = |level| found.iter().filter(|(_, one)| one.level == level).count();
    let files = found.chunk_by(|(a, _), (b, _)| a == b).count();
    Summary { incidents: 0, errors: count(Level::Error), warnings: count(Level::Warning), files }
}

/// `14 incidents, 2 errors, 2 warnings in 2 files, 41 ms`.
fn last_line(summary: &Summary, took: Duration) -> String {
    let mut parts = vec![counted(summary.incidents, "incident")];
    for (count, word) in [(summary.errors, "error"), (summary.warnings, "warning")] {
        if count > 0 {
            parts.push(counted(count, word));
        }
    }
    let found = match parts.len() {
        1 => ", no problems".to_owned(),
        _ => format!(" in {}", counted(summary.files, "file")),
    };
    format!("{}{found}, {}\n", parts.join(", "), lasted(took))
}

#[expect(clippy::disallowed_methods, reason = "the program reads the clock for all below it")]
fn today() -> NaiveDate {
    Local::now().date_naive()
}

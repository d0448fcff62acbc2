//! `minutebook log`: one entry more at the end of a record's timeline, for those who have no hand free.
//!
//! The whole project is checked in memory before a byte is written: an entry that would bring an error is refused.

use super::args::Log;
use super::fault::refuse;
use super::lookup::find_or_file;
use super::project::Project;
use super::{Outcome, Terminal, files};
use crate::diag::{Diagnostic, Level};
use crate::model::words::{Milestone, Word};
use crate::pipeline::{self, Checked};
use crate::scaffold::{self, NewEntry, Refused};
use crate::source::{self, SourceFile};
use chrono::{DateTime, Utc};

pub(super) fn run(args: &Log, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let project = Project::find()?;
    // Held from before the record is read until it is written.
    let _alone = files::alone_in(&project.root.join(source::INCIDENTS))?;
    let mut sources = project.load(&[])?;
    let before = pipeline::check(&sources, None);
    let incident = find_or_file(&project, &before.archive, &args.id, &sources)?;
    let (path, zone) = (incident.path.clone(), incident.timezone);
    let keys: Vec<String> = incident.sources.iter().map(|source| format!("`{}`", source.key)).collect();
    let groups = groups(&args.text, |key| incident.source(key).is_some());
    let entry = NewEntry {
        at: args.at.as_deref(),
        text: &args.text,
        actor: args.actor.as_deref(),
        milestones: &args.milestones,
        sources: &args.sources,
    };
    let now = now();
    let Some(file) = sources.record(&path) else {
        return Err(refuse(format!("there is no file `{path}`"), "`minutebook check` reads all of them"));
    };
    let logged = scaffold::log(file, &before.config.defaults, &entry, now)
        .map_err(|Refused { message, help }| refuse(message, help))?;

    let place = project.root.join(&path);
    let old = file.text.clone();
    sources.set(&path, Some(SourceFile::new(path.as_str(), logged.text.clone().into_bytes())));
    if let Some(error) = new_error(&before, &pipeline::check(&sources, None)) {
        return Err(refuse(format!("nothing is logged: {} ({})", error.message, error.rule), way_out(&error, &keys)));
    }
    files::replace(&place, &old, &logged.text)?;
    // What was written as a clock time alone may be of another day than whoever wrote it had in mind.
    let today = now.with_timezone(&zone).date_naive();
    let at = match logged.day {
        Some(day) if day != today && !logged.at.contains(&day.to_string()) => format!("{day}, {}", logged.at),
        _ => logged.at,
    };
    terminal.done("Logged", &format!("{at} {}  {}:{}", logged.said, project.shown(&path), logged.line));
    for (group, flags) in groups {
        terminal.done("Note", &format!("`{group}` was taken as text; `{flags}` says it"));
    }
    Ok(Outcome::Done)
}

/// The milestones and sources that stand in a text as they would in a line of a record, and the flags for them.
fn groups(text: &str, is_source: impl Fn(&str) -> bool) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    for (start, open) in text.match_indices(['{', '[']) {
        let (close, flag) = if open == "{" { ('}', "--milestone") } else { (']', "--source") };
        let Some(len) = text[start..].find(close) else { continue };
        let words = text[start + 1..start + len].split([',', ' ']).filter(|word| !word.is_empty());
        let flags: Vec<String> = words.clone().map(|word| format!("{flag} {word}")).collect();
        let is_known = |word| if open == "{" { Milestone::of(word).is_some() } else { is_source(word) };
        if !flags.is_empty() && words.into_iter().all(is_known) {
            found.push((&text[start..=start + len], flags.join(" ")));
        }
    }
    found
}

/// An error that was not there before.
fn new_error(before: &Checked, after: &Checked) -> Option<Diagnostic> {
    after.diagnostics.iter().find_map(|(path, found)| {
        let known = before.diagnostics.get(path).map_or(&[][..], Vec::as_slice);
        let is_known = |error: &Diagnostic| {
            let is_same = |one: &Diagnostic| {
                (one.rule, one.level, &one.message, &one.field)
                    == (error.rule, error.level, &error.message, &error.field)
            };
            known.iter().any(is_same)
        };
        found.iter().find(|one| one.level == Level::Error && !is_known(one)).cloned()
    })
}

/// What to do about an error; brackets in a text stay text, so a source is given by its flag.
fn way_out(error: &Diagnostic, keys: &[String]) -> String {
    match &error.help {
        _ if error.rule == "unsourced-entry" => format!("give `--source KEY`, one of {}", keys.join(", ")),
        Some(help) => help.clone(),
        None => format!("`minutebook explain {}` says why that is an error", error.rule),
    }
}

#[expect(clippy::disallowed_methods, reason = "the program reads the clock for all below it")]
fn now() -> DateTime<Utc> {
    Utc::now()
}

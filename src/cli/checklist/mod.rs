//! `minutebook check --as STATE ID`: what is missing before a record may be called something.

mod json;
mod text;

use super::args::{Check, Format};
use super::fault::refuse;
use super::findings::Findings;
use super::lookup::find;
use super::project::Project;
use super::{Outcome, Terminal};
use crate::check::{self, Checklist};
use crate::diag::{Diagnostic, Level};
use crate::model::{Archive, Incident, State, stem};
use crate::pipeline;
use crate::source::{SourceFile, Sources};
use chrono::NaiveDate;
use std::io;
use std::path::{Path, PathBuf};

/// A record, what it would be called, and how far it is from that.
struct Asked<'a> {
    project: &'a Project,
    file: &'a SourceFile,
    /// `None` where the file is no record that can be read.
    incident: Option<&'a Incident>,
    state: State,
    list: &'a Checklist,
    /// The level from which on something forbids it.
    least: Level,
}

pub(super) fn run(args: &Check, state: State, today: NaiveDate, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let name = only(&args.paths, state)?;
    let project = Project::find()?;
    let paths: &[PathBuf] = if name.is_file() { std::slice::from_ref(name) } else { &[] };
    let sources = project.load(paths)?;
    let archive = pipeline::check(&sources, None).archive;
    let file = file(name, &project, &archive, &sources)?;
    let incident = archive.incidents.iter().find(|incident| incident.path == file.path);
    let list = check::checklist(file, state, sources.config.as_ref(), &sources.records, Some(today));
    let least = if args.deny_warnings { Level::Warning } else { Level::Error };
    let asked = Asked { project: &project, file, incident, state, list: &list, least };

    let shows_all = terminal.shows_warnings();
    let found = list.findings.iter().filter(|found| found.level >= least || shows_all);
    let found: Vec<(&str, &Diagnostic)> = found.map(|found| (file.path.as_str(), found)).collect();
    let report = Findings { project: &project, sources: &sources, found: &found };
    let look = Terminal::look(&io::stdout());
    let parts = match args.output_format {
        Format::Full => [asked.full(shows_all, look.colour), report.full(args.limit, look), asked.verdict()],
        Format::Concise => [asked.concise(shows_all), report.concise(), asked.verdict()],
        Format::Json => [asked.json(), report.listed_json(), asked.summary()],
    };
    let shown = if shows_all || args.output_format == Format::Json { parts.len() } else { 2 };
    terminal.data(&parts[..shown].concat())?;
    Ok(if list.holds(least) { Outcome::Done } else { Outcome::Findings })
}

/// The one record that is asked about.
fn only(paths: &[PathBuf], state: State) -> anyhow::Result<&PathBuf> {
    let help = format!("write `minutebook check --as {} ID`; `minutebook list --json` shows every id", state.as_str());
    match paths {
        [name] => Ok(name),
        [] => Err(refuse("`--as` needs the record that is asked about", help)),
        _ => Err(refuse(format!("`--as` asks about one record, not {}", paths.len()), help)),
    }
}

/// The file of what a user calls a record: an id comes before a path, and a file may be one that cannot be read.
fn file<'s>(name: &Path, project: &Project, archive: &Archive, sources: &'s Sources) -> anyhow::Result<&'s SourceFile> {
    let id = name.to_string_lossy();
    if let Some(file) = sources.records.iter().find(|file| stem(&file.path) == id) {
        return Ok(file);
    }
    if name.is_file() {
        let path = project.named(name)?;
        let help = "name a record by its id or its file; `minutebook list --json` shows them";
        return sources.record(&path).ok_or_else(|| refuse(format!("`{id}` is no record"), help));
    }
    if name.is_dir() && archive.find(&id).is_none() {
        let help = "`--as` asks about one record: name it by its id or its file";
        return Err(refuse(format!("`{id}` is a folder"), help));
    }
    let path = &find(archive, &id, sources)?.path;
    sources.record(path).ok_or_else(|| refuse(format!("the file of `{id}` is gone"), "call it again"))
}

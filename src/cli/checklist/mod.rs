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
    let (sources, archive, path) = meant(name, &project)?;
    let file = sources.record(&path).expect("the record that is meant is among those that were loaded");
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

/// All records, and the path of the one that a user means: an id comes before a file or folder of that name.
fn meant(name: &Path, project: &Project) -> anyhow::Result<(Sources, Archive, String)> {
    let help = "`--as` asks about one record: name it by its id or its file";
    match by_id(&name.to_string_lossy(), project) {
        Err(_) if name.is_file() => by_path(name, project),
        Err(_) if name.is_dir() => Err(refuse(format!("`{}` is a folder", name.display()), help)),
        found => found,
    }
}

/// The record of an id; its file may be one that cannot be read.
fn by_id(id: &str, project: &Project) -> anyhow::Result<(Sources, Archive, String)> {
    let (sources, archive) = load(project, &[])?;
    let path = match sources.records.iter().find(|file| stem(&file.path) == id) {
        Some(file) => file.path.clone(),
        None => find(&archive, id, &sources)?.path.clone(),
    };
    Ok((sources, archive, path))
}

/// The record in a file, which may lie outside the folder of records.
fn by_path(file: &Path, project: &Project) -> anyhow::Result<(Sources, Archive, String)> {
    let path = project.named(file)?;
    let (sources, archive) = load(project, &[file.to_owned()])?;
    if sources.record(&path).is_none() {
        let help = "name a record by its id or its file; `minutebook list --json` shows them";
        return Err(refuse(format!("`{}` is no record", file.display()), help));
    }
    Ok((sources, archive, path))
}

fn load(project: &Project, paths: &[PathBuf]) -> anyhow::Result<(Sources, Archive)> {
    let sources = project.load(paths)?;
    let archive = pipeline::check(&sources, None).archive;
    Ok((sources, archive))
}

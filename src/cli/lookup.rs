//! Which incident a user means by a word: an id, an alias, or a part of an id that no other has.

use super::fault::refuse;
use super::project::Project;
use crate::diag::nearest;
use crate::model::{Archive, Incident, stem};
use crate::source::Sources;
use std::path::Path;

/// The most ids that are told where a word fits several.
const MOST: usize = 8;

/// The incident of a record's file, or else of what [`find`] takes.
pub(super) fn find_or_file<'a>(
    project: &Project,
    archive: &'a Archive,
    id: &str,
    sources: &'a Sources,
) -> anyhow::Result<&'a Incident> {
    let file = Path::new(id);
    if archive.find(id).is_some() || !file.is_file() {
        return find(archive, id, sources);
    }
    let path = project.named(file)?;
    if sources.record(&path).is_none() {
        return Err(refuse(format!("`{id}` is no record"), "name a record by its id or its file"));
    }
    let incident = archive.incidents.iter().find(|incident| incident.path == path);
    incident.ok_or_else(|| unreadable(stem(&path)))
}

/// The incident of an id or alias, else the only one that is called so without its date, else the only one whose id ends
/// in it, else the only one in whose id it stands from the beginning of a word: `db` is no part of `feedback-form`.
pub(super) fn find<'a>(archive: &'a Archive, id: &str, sources: &'a Sources) -> anyhow::Result<&'a Incident> {
    if let Some(incident) = archive.find(id) {
        return Ok(incident);
    }
    if sources.records.iter().any(|file| stem(&file.path) == id) {
        return Err(unreadable(id));
    }
    let ids: Vec<Id> = ids(archive, sources).collect();
    let ending = format!("-{id}");
    let is = fitting(&ids, |one| !id.is_empty() && undated(one) == id);
    let ends = fitting(&ids, |one| one.ends_with(&ending));
    let beginning = format!("-{id}");
    let holds = fitting(&ids, |one| !id.is_empty() && format!("-{one}").contains(&beginning));
    match (is.as_slice(), ends.as_slice(), holds.as_slice()) {
        ([one], ..) | (_, [one], _) | (.., [one]) => one.incident.ok_or_else(|| unreadable(one.id)),
        (.., []) => Err(unknown(id, archive)),
        (.., several) => Err(ambiguous(id, several)),
    }
}

/// What an incident is called; one whose record cannot be read, by its file.
#[derive(Clone, Copy)]
struct Id<'a> {
    id: &'a str,
    incident: Option<&'a Incident>,
}

fn ids<'a>(archive: &'a Archive, sources: &'a Sources) -> impl Iterator<Item = Id<'a>> {
    let read = archive.incidents.iter().map(|incident| Id { id: &incident.id, incident: Some(incident) });
    let is_read = |path: &str| archive.incidents.iter().any(|incident| incident.path == path);
    let unread = sources.records.iter().filter(move |file| !is_read(&file.path));
    read.chain(unread.map(|file| Id { id: stem(&file.path), incident: None }))
}

fn unreadable(id: &str) -> anyhow::Error {
    refuse(format!("the record `{id}` cannot be read"), "`minutebook check` says why")
}

/// An id without the date in front.
fn undated(id: &str) -> &str {
    id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-')
}

fn fitting<'a>(ids: &[Id<'a>], is_meant: impl Fn(&str) -> bool) -> Vec<Id<'a>> {
    ids.iter().filter(|one| is_meant(one.id)).copied().collect()
}

fn ambiguous(id: &str, incidents: &[Id]) -> anyhow::Error {
    let ids: Vec<String> = incidents.iter().take(MOST).map(|incident| format!("`{}`", incident.id)).collect();
    let more = incidents.len().saturating_sub(MOST);
    let rest = if more > 0 { format!(", and {more} more") } else { String::new() };
    refuse(format!("`{id}` is part of several ids"), format!("one of {}{rest}", ids.join(", ")))
}

fn unknown(id: &str, archive: &Archive) -> anyhow::Error {
    let ids = archive.incidents.iter().flat_map(|incident| [&incident.id].into_iter().chain(&incident.aliases));
    // What was typed may be a part of what was meant: as many words of it.
    let count = id.split('-').count();
    let parts = |id: &str| {
        let words: Vec<&str> = undated(id).split('-').collect();
        words.windows(count).map(|words| words.join("-")).collect::<Vec<_>>()
    };
    let ids: Vec<(String, &String)> = ids
        .flat_map(|id| [id.clone(), undated(id).to_owned()].into_iter().chain(parts(id)).map(move |word| (word, id)))
        .collect();
    let near = nearest(id, ids.iter().map(|(word, _)| word.as_str()));
    let near = near.and_then(|near| ids.iter().find(|(word, _)| word == near));
    let help = match near {
        Some((_, near)) => format!("did you mean `{near}`?"),
        None => "`minutebook list --json` shows every id".to_owned(),
    };
    refuse(format!("no incident is called `{id}`"), help)
}

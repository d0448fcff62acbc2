//! Which incident is meant by what a user calls it.

use super::fault::refuse;
use crate::diag::nearest;
use crate::model::{Archive, Incident, stem};
use crate::source::Sources;

/// The incident of an id or alias, or the only one whose id ends in it, as without its date.
pub(super) fn find<'a>(id: &str, archive: &'a Archive, sources: &Sources) -> anyhow::Result<&'a Incident> {
    let ending = format!("-{id}");
    let mut by_ending = archive.incidents.iter().filter(|incident| incident.id.ends_with(&ending));
    let found = archive.find(id).or_else(|| by_ending.next().filter(|_| by_ending.next().is_none()));
    found.ok_or_else(|| unknown(id, archive, sources))
}

fn unknown(id: &str, archive: &Archive, sources: &Sources) -> anyhow::Error {
    if sources.records.iter().any(|file| stem(&file.path) == id) {
        return refuse(format!("the record `{id}` cannot be read"), "`minutebook check` says why");
    }
    let ids = archive.incidents.iter().flat_map(|incident| [&incident.id].into_iter().chain(&incident.aliases));
    let undated = |id: &str| id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    let ids: Vec<(String, &String)> = ids.flat_map(|id| [(id.clone(), id), (undated(id), id)]).collect();
    let near = nearest(id, ids.iter().map(|(word, _)| word.as_str()));
    let near = near.and_then(|near| ids.iter().find(|(word, _)| word == near));
    let help = match near {
        Some((_, near)) => format!("did you mean `{near}`?"),
        None => "`minutebook list --json` shows every id".to_owned(),
    };
    refuse(format!("no incident is called `{id}`"), help)
}

//! Which incident a user means by a word: an id, an alias, or a part of an id that no other has.

use super::fault::refuse;
use crate::diag::nearest;
use crate::model::{Archive, Incident, stem};
use crate::source::Sources;

/// The most ids that are told where a word fits several.
const MOST: usize = 8;

/// The incident of an id or alias, else the only one that is called so without its date, else the only one whose id ends
/// in it, else the only one whose id it is a part of.
pub(super) fn find<'a>(archive: &'a Archive, id: &str, sources: &Sources) -> anyhow::Result<&'a Incident> {
    if let Some(incident) = archive.find(id) {
        return Ok(incident);
    }
    if sources.records.iter().any(|file| stem(&file.path) == id) {
        return Err(refuse(format!("the record `{id}` cannot be read"), "`minutebook check` says why"));
    }
    let ending = format!("-{id}");
    let is = fitting(archive, |incident| undated(&incident.id) == id);
    let ends = fitting(archive, |incident| incident.id.ends_with(&ending));
    let holds = fitting(archive, |incident| !id.is_empty() && incident.id.contains(id));
    match (is.as_slice(), ends.as_slice(), holds.as_slice()) {
        ([one], ..) | (_, [one], _) | (.., [one]) => Ok(one),
        (.., []) => Err(unknown(id, archive)),
        (.., several) => Err(ambiguous(id, several)),
    }
}

/// An id without the date in front.
fn undated(id: &str) -> &str {
    id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-')
}

fn fitting(archive: &Archive, is_meant: impl Fn(&Incident) -> bool) -> Vec<&Incident> {
    archive.incidents.iter().filter(|incident| is_meant(incident)).collect()
}

fn ambiguous(id: &str, incidents: &[&Incident]) -> anyhow::Error {
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

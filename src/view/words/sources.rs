//! How sources are cited, and how what they say is put together.

use super::text;
use crate::model::Incident;
use crate::view::shown::{Citation, Part, Report};

/// The citations of sources by their keys, in the order given and each once; unknown keys are left out.
pub(in crate::view) fn citations<'k>(incident: &Incident, keys: impl IntoIterator<Item = &'k String>) -> Vec<Citation> {
    let mut places: Vec<usize> = Vec::new();
    for key in keys {
        let place = incident.sources.iter().position(|source| source.key == *key);
        if let Some(place) = place.filter(|place| !places.contains(place)) {
            places.push(place);
        }
    }
    places.into_iter().map(|place| citation(place + 1)).collect()
}

fn citation(number: usize) -> Citation {
    Citation { label: format!("S{number}"), anchor: format!("s{number}") }
}

/// What sources say, those that say the same together, in the order of the first of them.
pub(in crate::view) fn grouped<'k>(
    incident: &Incident,
    said: impl IntoIterator<Item = (&'k String, Vec<Part>)>,
) -> Vec<Report> {
    let mut groups: Vec<(Vec<Part>, Vec<&String>)> = Vec::new();
    for (key, words) in said {
        match groups.iter_mut().find(|(other, _)| text(other) == text(&words)) {
            Some((_, keys)) => keys.push(key),
            None => groups.push((words, vec![key])),
        }
    }
    groups.into_iter().map(|(words, keys)| Report { words, sources: citations(incident, keys) }).collect()
}

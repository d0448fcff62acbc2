//! What an entry says, checked against what its record knows before anything is written: a slip is told with the word
//! that was meant.

use super::forms::Said;
use super::{NewEntry, Refused};
use crate::diag::nearest;
use crate::model::Incident;
use crate::model::words::{Milestone, Word};

/// What a new entry says, if its record can say that.
pub(super) fn said<'a>(entry: &NewEntry<'a>, incident: &Incident) -> Result<Said<'a>, Refused> {
    let text = entry.text.trim().split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(Refused::new("an entry needs a text", "say in a sentence what happened"));
    }
    if text.contains(char::is_control) {
        return Err(Refused::new("an entry is text without control characters", "leave them out"));
    }
    let actors = incident.actors.iter().map(|actor| actor.id.as_str());
    if let Some(actor) = entry.actor {
        known("actor", actor, actors, "write it below `actors:` first, or leave `--actor` out")?;
    }
    for source in entry.sources {
        let keys = incident.sources.iter().map(|source| source.key.as_str());
        known("source", source, keys, "write it below `sources:` first, or leave `--source` out")?;
    }
    let milestones = entry.milestones.iter().map(|name| milestone(name, incident)).collect::<Result<Vec<_>, _>>()?;
    let sources: Vec<&str> = entry.sources.iter().map(String::as_str).collect();
    once("milestone", &milestones)?;
    once("source", &sources)?;
    Ok(Said { text, actor: entry.actor, milestones, sources })
}

/// The ways in which a text can be written so that it is read as it was given: in Markdown, a backslash keeps a bracket
/// from being a group.
pub(super) fn spellings<'a>(said: &Said<'a>, is_markdown: bool) -> Vec<Said<'a>> {
    let mut escaped = said.text.replace('{', "\\{");
    if let Some(last) = escaped.rfind('[').filter(|_| is_markdown) {
        escaped.insert(last, '\\');
    }
    let is_other = is_markdown && escaped != said.text;
    let other = is_other.then(|| Said { text: escaped, ..said.clone() });
    [said.clone()].into_iter().chain(other).collect()
}

/// Why no form of a record's entries can say something.
pub(super) fn no_place(said: &Said) -> Refused {
    let message = match said.actor {
        Some(_) => "the entries of this record have no place for an actor",
        None => "the entries of this record have no place for this one",
    };
    let help =
        "leave `--actor` out, or name it in the text; a table needs a column `actor`, a list in the body has none";
    Refused::new(message, help)
}

fn milestone(name: &str, incident: &Incident) -> Result<&'static str, Refused> {
    let words = || Milestone::WORDS.iter().map(|(_, word, _)| *word);
    let Some(milestone) = Milestone::of(name) else {
        let near = nearest(&name.replace([' ', '-'], "_"), words());
        return Err(Refused::new(format!("no milestone is called `{name}`"), meant(near, words(), "")));
    };
    let Some(mark) = incident.milestones.get(&milestone) else { return Ok(milestone.as_str()) };
    let there = incident.times.time(mark.time).written.as_ref().map_or_else(String::new, |at| format!(", at {at}"));
    let help = "leave `--milestone` out, or take it away there first";
    Err(Refused::new(format!("the record has `{name}` already{there}"), help))
}

fn known<'w>(what: &str, word: &str, words: impl Iterator<Item = &'w str> + Clone, none: &str) -> Result<(), Refused> {
    if words.clone().any(|known| known == word) {
        return Ok(());
    }
    let message = format!("the record has no {what} `{word}`");
    Err(Refused::new(message, meant(nearest(word, words.clone()), words, none)))
}

/// The word that was meant, or all there are.
fn meant<'w>(near: Option<&str>, words: impl Iterator<Item = &'w str>, none: &str) -> String {
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    match near {
        Some(near) => format!("did you mean `{near}`?"),
        None if words.is_empty() => none.to_owned(),
        None => format!("one of {}", words.join(", ")),
    }
}

fn once(what: &str, words: &[&str]) -> Result<(), Refused> {
    match words.iter().enumerate().find(|(at, word)| words[..*at].contains(word)) {
        Some((_, word)) => Err(Refused::new(format!("the {what} `{word}` is given twice"), "give it once")),
        None => Ok(()),
    }
}

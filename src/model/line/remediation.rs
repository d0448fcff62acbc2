//! A remediation item written as a line: `[ ] Alert on pool use (owner: Ann, due: 2026-12-01) [source]`.

use std::ops::Range;

use super::LineFault;
use super::groups::{self, Groups, trimmed};
use super::words::{PARENTHESIS_KEYS, STATUSES, quoted, status};
use crate::model::fault::Fault;

/// The parts of a remediation item written as a line, in bytes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemediationLine {
    /// What is to be done; empty if nothing is said.
    pub title: Range<usize>,
    /// The status, and where a box or the parenthesis says it; `open`, said nowhere, if neither does.
    pub status: (&'static str, Option<Range<usize>>),
    /// The other keys of the parenthesis with their values, in the order they were written.
    pub keys: Vec<(&'static str, Range<usize>)>,
    /// Each source key of the group.
    pub sources: Vec<Range<usize>>,
}

/// Reads a remediation item: a box, a title, keys in a parenthesis, and sources.
#[must_use]
pub fn remediation(line: &str) -> (RemediationLine, Vec<LineFault>) {
    let mut faults = Vec::new();
    let whole = trimmed(line, 0..line.len());
    let (ticked, start) = match checkbox(&line[whole.clone()]) {
        Some(ticked) => (Some(ticked), trimmed(line, whole.start + 3..whole.end).start),
        None => (None, whole.start),
    };
    let ending = groups::take(line, start..whole.end, Groups::Sources, &mut faults);
    let mut item = RemediationLine { title: ending.text.clone(), sources: ending.sources, ..Default::default() };
    if let Some(parenthesis) = parenthesis(line, &ending.text) {
        item.title = trimmed(line, start..parenthesis.start);
        item.keys = keys(line, parenthesis.start + 1..parenthesis.end - 1, &mut faults);
    } else {
        faults.extend(without_colons(line, &ending.text));
    }
    if item.title.is_empty() {
        let at = start..start;
        let fault = Fault::error("item-without-text", at, "a remediation item has no title");
        faults.push(LineFault::new("title", fault.with_help("say in a few words what is to be done")));
    }
    let boxed = ticked.map(|ticked| (if ticked { "done" } else { "open" }, whole.start..whole.start + 3));
    item.status = take_status(line, &mut item.keys, boxed, &mut faults);
    (item, faults)
}

/// Whether the box at the start is ticked, if there is one.
fn checkbox(line: &str) -> Option<bool> {
    let (mark, rest) = line.split_at_checked(3)?;
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    match mark {
        "[ ]" => Some(false),
        "[x]" | "[X]" => Some(true),
        _ => None,
    }
}

/// The parenthesis at the end, with its brackets, if its first word is a key.
fn parenthesis(line: &str, text: &Range<usize>) -> Option<Range<usize>> {
    let inside = line[text.clone()].strip_suffix(')')?;
    let open = inside.rfind('(')?;
    let is_apart = inside[..open].chars().next_back().is_none_or(char::is_whitespace);
    let (word, _) = inside[open + 1..].split_once(':')?;
    (is_apart && !inside[open..].contains(')') && PARENTHESIS_KEYS.contains(&word.trim()))
        .then(|| text.start + open..text.end)
}

/// The fault of a parenthesis that was written without colons, as in `(owner payments, due 2027-01-15)`.
fn without_colons(line: &str, text: &Range<usize>) -> Option<LineFault> {
    let inside = line[text.clone()].strip_suffix(')')?;
    let open = inside.rfind('(')?;
    let pairs: Option<Vec<String>> = inside[open + 1..].split(',').map(with_colon).collect();
    let help = format!("write `({})`", pairs?.join(", "));
    let at = text.start + open..text.end;
    let fault = Fault::error("wrong-type", at, "the parenthesis needs `key: value`").with_help(help);
    Some(LineFault::new("", fault))
}

/// A key and its value that have only a space between, with a colon; prose such as `(due to load)` is none.
fn with_colon(pair: &str) -> Option<String> {
    let (word, value) = pair.trim().split_once(char::is_whitespace)?;
    let key = PARENTHESIS_KEYS.into_iter().find(|key| *key == word)?;
    let value = value.trim();
    let is_value = match key {
        "due" | "done_at" => value.starts_with(|c: char| c.is_ascii_digit()),
        "status" => status(value).is_some(),
        "owner" => value.split_whitespace().count() <= 3 && !value.starts_with("of "),
        _ => false,
    };
    is_value.then(|| format!("{key}: {value}"))
}

/// The pairs of a parenthesis. A comma ends a value only before `word:`.
fn keys(line: &str, inside: Range<usize>, faults: &mut Vec<LineFault>) -> Vec<(&'static str, Range<usize>)> {
    let mut pairs: Vec<(&'static str, Range<usize>)> = Vec::new();
    let mut seen: Vec<Range<usize>> = Vec::new();
    let mut told = Vec::new();
    let mut start = inside.start;
    while start < inside.end {
        let end = pair_end(&line[start..inside.end]).map_or(inside.end, |i| start + i);
        let colon = line[start..end].find(':').map_or(end, |i| start + i);
        let word = trimmed(line, start..colon);
        let value = trimmed(line, (colon + 1).min(end)..end);
        start = end + 1;
        let name = &line[word.clone()];
        let Some(key) = PARENTHESIS_KEYS.into_iter().find(|k| *k == name) else {
            let fault = Fault::error("unknown-key", word, format!("a remediation item has no key `{name}` here"));
            let help = format!("the keys are {}", quoted(&PARENTHESIS_KEYS));
            faults.push(LineFault::new("", fault.with_help(help)));
            continue;
        };
        if let Some(first) = seen.iter().find(|w| line[(*w).clone()] == *name) {
            let fault = Fault::error("given-twice", first.clone(), format!("`{key}` is given twice"));
            if !told.contains(&key) {
                told.push(key);
                faults.push(LineFault::new(key, fault.with_help("keep one of the two")));
            }
            continue;
        }
        if value.is_empty() {
            let fault = Fault::error("wrong-type", word.clone(), format!("`{key}` has no value"));
            faults.push(LineFault::new(key, fault.with_help(format!("write a value behind it, or take `{key}:` out"))));
        } else {
            pairs.push((key, value));
        }
        seen.push(word);
    }
    pairs
}

/// The comma that ends the first pair: one that a word and a colon follow.
fn pair_end(pairs: &str) -> Option<usize> {
    pairs.match_indices(',').map(|(at, _)| at).find(|at| {
        let next = pairs[at + 1..].trim_start();
        let word = next.bytes().take_while(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | b'-')).count();
        word > 0 && next[word..].starts_with(':') && !next[word..].starts_with("://")
    })
}

/// Takes the status out of the pairs and holds it against the box.
fn take_status(
    line: &str,
    keys: &mut Vec<(&'static str, Range<usize>)>,
    boxed: Option<(&'static str, Range<usize>)>,
    faults: &mut Vec<LineFault>,
) -> (&'static str, Option<Range<usize>>) {
    let written = keys.iter().position(|(key, _)| *key == "status").map(|at| keys.remove(at).1);
    let Some(place) = written else {
        return boxed.map_or(("open", None), |(status, at)| (status, Some(at)));
    };
    let words = &line[place.clone()];
    let Some(status) = status(words) else {
        faults.push(LineFault::new("status", unknown_status(words, place)));
        return boxed.map_or(("open", None), |(status, at)| (status, Some(at)));
    };
    if let Some((said, at)) = boxed
        && (said == "done") != (status == "done")
    {
        let message = format!("the box says `{said}` and the status says `{status}`");
        let fault = Fault::error("status-contradicts-checkbox", at, message);
        faults.push(LineFault::new("status", fault.with_help("keep the one that is true")));
    }
    (status, Some(place))
}

/// A status that is none.
pub(crate) fn unknown_status(words: &str, at: Range<usize>) -> Fault {
    Fault::error("unknown-value", at, format!("`{words}` is no status of a remediation item"))
        .with_help(format!("write one of {}", quoted(&STATUSES)))
}

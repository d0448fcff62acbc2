//! The groups at the end of a line: `[sources]` and `{milestones}`. What stands before them is left to the lines.

use std::collections::HashSet;
use std::ops::Range;

use super::LineFault;
use super::words::{MILESTONES, is_source_key, quoted};
use crate::diag::{Level, nearest};
use crate::model::fault::Fault;

/// Which groups a text may end in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Groups {
    /// `[a, b]` alone; braces are text.
    Sources,
    /// `[a, b]` and `{a, b}`, in either order.
    SourcesAndMilestones,
}

/// A text without the groups at its end, and the words of those.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ending {
    /// The bytes of the text that stays, trimmed.
    pub(crate) text: Range<usize>,
    /// The bytes of each source key.
    pub(crate) sources: Vec<Range<usize>>,
    /// The bytes of each milestone.
    pub(crate) milestones: Vec<Range<usize>>,
}

/// The two kinds of brackets.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Sources,
    Milestones,
}

impl Kind {
    fn key(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Milestones => "milestone",
        }
    }

    /// Whether a word belongs in such a group, so that the brackets are no text.
    fn takes(self, word: &str) -> bool {
        match self {
            Self::Sources => is_source_key(word),
            Self::Milestones => looks_like_name(word),
        }
    }
}

/// Takes the groups off the end of `line[within]`. Words that are faulty are left out, the others stay.
pub(crate) fn take(line: &str, within: Range<usize>, groups: Groups, faults: &mut Vec<LineFault>) -> Ending {
    let mut ending = Ending { text: trimmed(line, within), ..Ending::default() };
    let mut given = HashSet::new();
    let mut groups_of = [0_usize; 2];
    while let Some((kind, group)) = last_group(line, &ending.text, groups) {
        ending.text = trimmed(line, ending.text.start..group.start);
        let words = words(line, group.start + 1..group.end - 1);
        groups_of[kind as usize] += 1;
        if groups_of[kind as usize] > 1 {
            if groups_of[kind as usize] == 2 {
                faults.push(two_groups(kind, group));
            }
            continue;
        }
        if words.is_empty() {
            let fault = Fault::error("empty-group", group, "a group at the end of a line is empty");
            let help = "take the brackets away, or name something in them";
            faults.push(LineFault::new(kind.key(), fault.with_help(help)));
            continue;
        }
        let (first, again): (Vec<_>, Vec<_>) = words.into_iter().partition(|w| given.insert((kind, &line[w.clone()])));
        if let Some(word) = again.first() {
            let message = format!("`{}` is given twice in one group", &line[word.clone()]);
            let fault =
                Fault::error("given-twice", group, message).with_help("keep it once, or write the one that was meant");
            faults.push(LineFault::new(kind.key(), fault));
        }
        match kind {
            Kind::Sources => ending.sources = first,
            Kind::Milestones => {
                ending.milestones = first.into_iter().filter(|word| check_milestone(line, word, faults)).collect();
            }
        }
    }
    faults.extend(unclosed(line, &ending.text, groups));
    if groups == Groups::SourcesAndMilestones {
        find_lost_milestones(line, &ending.text, faults);
    }
    ending
}

/// The words of a list in a cell, `a, b`, with or without the brackets of a group.
pub(crate) fn cell_words(cell: &str) -> Vec<Range<usize>> {
    let mut range = trimmed(cell, 0..cell.len());
    let text = &cell[range.clone()];
    if (text.starts_with('[') && text.ends_with(']')) || (text.starts_with('{') && text.ends_with('}')) {
        range = range.start + 1..range.end - 1;
    }
    words(cell, range)
}

/// Whether a word is a milestone; a fault at it if it is none.
pub(crate) fn check_milestone(line: &str, word: &Range<usize>, faults: &mut Vec<LineFault>) -> bool {
    let name = &line[word.clone()];
    if MILESTONES.contains(&name) {
        return true;
    }
    let help = match nearest(&name.replace([' ', '-'], "_"), MILESTONES) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("the milestones are {}", quoted(&MILESTONES)),
    };
    let fault = Fault::error("unknown-milestone", word.clone(), format!("no milestone is called `{name}`"));
    faults.push(LineFault::new("milestone", fault.with_help(help)));
    false
}

fn two_groups(kind: Kind, group: Range<usize>) -> LineFault {
    let fault = Fault::error("given-twice", group, "a line ends in two groups of a kind");
    let help = match kind {
        Kind::Sources => "write one group at the end: `[a, b]`; a backslash makes text of a bracket: `\\[`",
        Kind::Milestones => "write one group at the end: `{detected, mitigated}`; a backslash makes text: `\\{`",
    };
    LineFault::new(kind.key(), fault.with_help(help))
}

/// The group that ends where the text ends, with its brackets.
fn last_group(line: &str, text: &Range<usize>, groups: Groups) -> Option<(Kind, Range<usize>)> {
    let head = &line[text.clone()];
    let (kind, open) = match head.as_bytes().last()? {
        b']' => (Kind::Sources, '['),
        b'}' if groups == Groups::SourcesAndMilestones => (Kind::Milestones, '{'),
        _ => return None,
    };
    let start = head.rfind(open)?;
    if !head[..start].chars().next_back().is_none_or(char::is_whitespace) {
        return None;
    }
    let group = text.start + start..text.end;
    let is_group = words(line, group.start + 1..group.end - 1).into_iter().all(|w| kind.takes(&line[w]));
    is_group.then_some((kind, group))
}

/// A group whose other bracket is missing or of another kind: as it stands it is text.
fn unclosed(line: &str, text: &Range<usize>, groups: Groups) -> Option<LineFault> {
    let head = &line[text.clone()];
    let (at, bracket) = head.rmatch_indices(['[', '{', '(']).next()?;
    let is_apart = head[..at].chars().next_back().is_none_or(char::is_whitespace);
    let inside = &head[at + 1..];
    let end = inside.trim_end_matches([']', '}', ')']).len();
    let words = words(inside, 0..end);
    let first = &inside[words.first()?.clone()];
    let are_milestones = || groups == Groups::SourcesAndMilestones && MILESTONES.contains(&first);
    let has_one_end = inside.len() <= end + 1;
    let (kind, is_meant) = match bracket {
        "{" => (Kind::Milestones, !inside.ends_with('}') && are_milestones()),
        "[" => (Kind::Sources, !inside.ends_with(']') && words.iter().all(|word| is_source_key(&inside[word.clone()]))),
        _ => {
            let all = words.iter().all(|word| MILESTONES.contains(&&inside[word.clone()]));
            (Kind::Milestones, inside.ends_with(')') && are_milestones() && all)
        }
    };
    if !(is_apart && has_one_end && is_meant) {
        return None;
    }
    let at = text.start + at;
    let group = match kind {
        Kind::Sources => format!("[{}]", &inside[..end]),
        Kind::Milestones => format!("{{{}}}", &inside[..end]),
    };
    let message = if bracket == "(" {
        format!("`{}` is text: milestones stand in braces", &head[at - text.start..])
    } else {
        format!("the group that `{bracket}` opens is not closed")
    };
    let help = match bracket {
        "(" => format!("write `{group}` if the milestone is meant"),
        _ => format!("write `{group}`; a backslash makes text of it: `\\{bracket}`"),
    };
    let fault = Fault::error("group-not-closed", at..at + 1, message).with_help(help);
    let level = if bracket == "{" { Level::Error } else { Level::Warning };
    Some(LineFault::new(kind.key(), Fault { level, ..fault }))
}

/// A fault at each `{milestone}` inside the text: there it would be lost.
fn find_lost_milestones(line: &str, text: &Range<usize>, faults: &mut Vec<LineFault>) {
    let mut open = None;
    for (at, brace) in line[text.clone()].match_indices(['{', '}']) {
        let at = text.start + at;
        if brace == "{" {
            open = Some(at).filter(|at| !line[..*at].ends_with('\\'));
            continue;
        }
        let Some(open) = open.take() else { continue };
        let words = words(line, open + 1..at);
        if let Some(word) = words.into_iter().find(|w| MILESTONES.contains(&&line[w.clone()])) {
            let message = format!("the milestone `{}` does not stand at the end of the line", &line[word]);
            let fault = Fault::error("milestone-not-at-end", open..at + 1, message);
            let help = "move it to the end; a backslash makes text of it: `\\{`";
            faults.push(LineFault::new("milestone", fault.with_help(help)));
        }
    }
}

/// The words between commas, trimmed; empty ones are left out.
fn words(line: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut start = within.start;
    let mut words = Vec::new();
    for word in line[within].split(',') {
        let range = trimmed(line, start..start + word.len());
        start += word.len() + 1;
        if !range.is_empty() {
            words.push(range);
        }
    }
    words
}

/// The range without white space at its ends; an empty one stands at its start.
pub(crate) fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let text = &line[range.clone()];
    let trimmed = text.trim_start();
    if trimmed.is_empty() {
        return range.start..range.start;
    }
    let start = range.start + (text.len() - trimmed.len());
    start..start + trimmed.trim_end().len()
}

fn looks_like_name(word: &str) -> bool {
    word.chars().all(|c| c.is_alphabetic() || matches!(c, '_' | '-' | ' '))
}

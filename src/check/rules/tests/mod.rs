//! Walks the list: folder and list agree, each `bad` fires where it is marked, no `good` does.

mod cases;
mod emitted;

use super::RULES;
use crate::check::example::{File, MARK, findings};
use crate::check::{Example, Rule};
use crate::diag::Diagnostic;
use crate::diag::lines::Lines;
use std::collections::BTreeSet;

#[test]
fn the_folder_and_the_list_agree() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/check/rules");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files
        .filter_map(|name| Some(name.strip_suffix(".rs")?.replace('_', "-")))
        .filter(|n| n != "mod" && n != "tests")
        .collect();
    let list: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(files.iter().map(String::as_str).collect::<Vec<_>>(), list, "one file a rule, in the order of names");
}

#[test]
fn every_rule_says_what_it_is_for() {
    for rule in RULES {
        assert!(!rule.summary.ends_with('.') && rule.why.ends_with('.'), "{}", rule.name);
        assert!(rule.why.len() > 60, "{} says why in a sentence or two", rule.name);
    }
}

#[test]
fn every_bad_example_fires_where_it_is_marked_and_nothing_else_is_wrong_with_it() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let files = rule.bad.files();
        let found = found_in(&files);
        let marked = marked(rule.bad);
        let places: Vec<_> = found.iter().filter(|f| f.0 == rule.name).map(|f| (f.1.clone(), f.2)).collect();
        if places != marked || marked.is_empty() || found.iter().any(|f| f.0 != rule.name && !is_missing(f)) {
            wrong.push(format!("`{}` alone fires, at {marked:?}; found {found:?}", rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_finding_says_the_way_out_or_why_there_is_none() {
    let mut silent = Vec::new();
    for rule in RULES {
        for found in findings(&rule.bad.files()).into_iter().flat_map(|(_, found)| found) {
            let is_phrase = !found.message.ends_with(['.', '!', '?']) && !found.message.contains('\n');
            if (found.help.is_none() && found.note.is_none()) || !is_phrase {
                silent.push(format!("{}: {}", found.rule, found.message));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn no_good_example_fires() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let mut found = found_in(&rule.good.files());
        found.retain(|found| !is_missing(found) || found.0 == rule.name);
        if !found.is_empty() {
            wrong.push(format!("`{}` is mended by its good example: {found:?}", rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Examples are short: what else a whole record needs is not their matter.
fn is_missing(found: &(String, String, usize)) -> bool {
    found.0 == "missing-for-status"
}

/// The files and lines, from 1, that an example marks as faulty.
fn marked(example: Example) -> Vec<(String, usize)> {
    if let Example::Bytes(_, line) | Example::Made(_, line) = example {
        return vec![("incidents/example.yaml".to_owned(), line)];
    }
    let lines = |text: &'static str| text.lines().enumerate().filter(|(_, line)| line.ends_with(MARK));
    let texts = example.texts().into_iter();
    texts.flat_map(|(path, text)| lines(text).map(move |(i, _)| (path.to_owned(), i + 1))).collect()
}

/// Rule, file and line of everything that is found.
fn found_in(files: &[File]) -> Vec<(String, String, usize)> {
    let places = findings(files).into_iter().flat_map(|(source, found)| {
        let lines = Lines::new(&source.text);
        let place = |d: Diagnostic| (d.rule.to_owned(), source.path.clone(), lines.position(d.primary.span.start).line);
        found.into_iter().map(place).collect::<Vec<_>>()
    });
    places.collect()
}

#[test]
fn a_rule_is_found_by_its_name() {
    let found: Option<&Rule> = crate::check::rule("unknown-actor");
    assert_eq!(found.map(|rule| rule.name), Some("unknown-actor"));
}

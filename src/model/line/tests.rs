//! The vectors of the format for lines, and what they do not say.

use std::ops::Range;

use serde_json::{Value, json};

use crate::diag::Level;

use super::{LineFault, entry, factor, remediation};

const VECTORS: &str = include_str!("../../../tests/vectors/entries.json");

fn words(line: &str, ranges: &[Range<usize>]) -> Value {
    ranges.iter().map(|range| line[range.clone()].to_owned()).collect()
}

fn read_entry(line: &str) -> (Value, Vec<LineFault>) {
    let (parts, faults) = entry(line);
    let value = json!({
        "time": line[parts.time],
        "text": line[parts.text],
        "sources": words(line, &parts.sources),
        "milestones": words(line, &parts.milestones),
    });
    (value, faults)
}

fn read_factor(line: &str) -> (Value, Vec<LineFault>) {
    let (parts, faults) = factor(line);
    let value = json!({
        "category": parts.category.map(|(name, _)| name),
        "statement": line[parts.statement],
        "sources": words(line, &parts.sources),
    });
    (value, faults)
}

fn read_remediation(line: &str) -> (Value, Vec<LineFault>) {
    let (parts, faults) = remediation(line);
    let mut value = json!({
        "status": parts.status.0,
        "title": line[parts.title],
        "sources": words(line, &parts.sources),
    });
    for (key, range) in parts.keys {
        value[key] = match key {
            "factors" => line[range].split(", ").collect(),
            _ => line[range].into(),
        };
    }
    (value, faults)
}

/// The first fault as the vectors say it, or the value.
fn outcome(line: &str, (value, faults): (Value, Vec<LineFault>)) -> Value {
    match faults.first() {
        Some(LineFault { fault, .. }) => {
            json!({ "error": fault.rule, "column": line[..fault.at.start].chars().count() + 1 })
        }
        None => value,
    }
}

#[test]
fn every_vector_holds() {
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    let vectors = vectors["vectors"].as_array().unwrap();
    let mut wrong = Vec::new();
    for vector in vectors {
        let line = vector["input"]["line"].as_str().unwrap();
        let read = match vector["input"]["form"].as_str() {
            Some("factor") => read_factor(line),
            Some("remediation") => read_remediation(line),
            _ => read_entry(line),
        };
        let found = outcome(line, read);
        if found != vector["expect"] {
            wrong.push(format!("{} `{line}`\n  expected {}\n  found    {found}", vector["name"], vector["expect"]));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), vectors.len(), wrong.join("\n"));
}

#[test]
fn a_faulty_entry_gives_what_can_be_read() {
    let check = |line: &str, rules: &[&str], expected: Value| {
        let (value, faults) = read_entry(line);
        assert_eq!(faults.iter().map(|f| f.fault.rule).collect::<Vec<_>>(), rules, "{line}");
        assert_eq!(value, expected, "{line}");
    };
    check(
        "2026-11-23 5pm Rolled back. [a] {mitigated}",
        &["twelve-hour-clock"],
        json!({
            "time": "2026-11-23 5pm Rolled back.", "text": "2026-11-23 5pm Rolled back.",
            "sources": ["a"], "milestones": ["mitigated"],
        }),
    );
    check(
        "14:06 Page. {detcted} [a, a]",
        &["given-twice", "unknown-milestone"],
        json!({ "time": "14:06", "text": "Page.", "sources": ["a"], "milestones": [] }),
    );
    check("", &["time-not-understood"], json!({ "time": "", "text": "", "sources": [], "milestones": [] }));
    check(
        "14:06 Größe [ä] {detected,}",
        &[],
        json!({ "time": "14:06", "text": "Größe [ä]", "sources": [], "milestones": ["detected"] }),
    );
}

#[test]
fn a_parenthesis_keeps_what_is_no_key() {
    let check = |line: &str, expected: Value| assert_eq!(outcome(line, read_remediation(line)), expected, "{line}");
    check("Raise (owner: Ann) it", json!({ "status": "open", "title": "Raise (owner: Ann) it", "sources": [] }));
    check(
        "Raise (owner: Ann, status: In progress) [a]",
        json!({ "status": "in-progress", "title": "Raise", "owner": "Ann", "sources": ["a"] }),
    );
    check("[ ] Raise (status: in-progress)", json!({ "status": "in-progress", "title": "Raise", "sources": [] }));
    check("Raise (owner: Ann, ticket: 4)", json!({ "error": "unknown-key", "column": 20 }));
    check("Raise (status: soon)", json!({ "error": "unknown-value", "column": 16 }));
    check("[ ] Raise (status: done)", json!({ "error": "status-contradicts-checkbox", "column": 1 }));
    check("[x]", json!({ "error": "item-without-text", "column": 4 }));
}

#[test]
fn a_group_without_its_other_bracket_is_told() {
    let check = |line: &str, expected: Option<(Level, &str)>| {
        let (_, faults) = read_entry(line);
        let found = faults.iter().find(|found| found.fault.rule == "group-not-closed");
        assert_eq!(found.map(|LineFault { fault, .. }| (fault.level, &line[fault.at.start..])), expected, "{line}");
    };
    let error = |from| Some((Level::Error, from));
    let warning = |from| Some((Level::Warning, from));
    check("14:02 Errors rise. {impact_start", error("{impact_start"));
    check("14:02 Errors rise. {impact_start, detected]", error("{impact_start, detected]"));
    check("14:02 Errors rise. [status", warning("[status"));
    check("14:02 Errors rise. [status, log {detected}", warning("[status, log {detected}"));
    check("14:02 Errors rise. [status}", warning("[status}"));
    check("14:02 Someone answers. (acknowledged)", warning("(acknowledged)"));
    for line in [
        "Errors (all of them)",
        "Errors {a",
        "Errors [see the log",
        "Errors \\{detected",
        "Errors \\[status",
        "f(detected)",
    ] {
        check(&format!("14:02 {line}"), None);
    }
}

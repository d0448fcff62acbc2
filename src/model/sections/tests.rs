//! The vectors of the format for sections, and what they do not say.

use serde_json::{Value as Json, json};

use super::{Sections, read};
use crate::model::faults::Faults;
use crate::source::{Node, Text, Value};

const VECTORS: &str = include_str!("../../../tests/vectors/sections.json");

fn read_body(body: &str) -> (Sections, Faults) {
    let mut faults = Faults::default();
    let sections = read(&Text::verbatim(body, 0), |_| None, &mut faults);
    (sections, faults)
}

fn line_of(body: &str, at: usize) -> usize {
    body[..at].matches('\n').count() + 1
}

/// A node as the vectors write it, without places.
fn plain(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Scalar(scalar) => scalar.text.as_str().into(),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Map(map) => map.pairs.iter().map(|p| (p.key.text.as_str().to_owned(), plain(&p.value))).collect(),
    }
}

/// What the vectors expect of an item, in the keys of the long form.
fn expected_item(path: &str, item: &Json) -> Json {
    let mut long = item.as_object().unwrap().clone();
    long.remove("line");
    if let Some(time) = long.remove("time") {
        let zone = long.remove("zone").map(|zone| format!(" {}", zone.as_str().unwrap()));
        long.insert("at".to_owned(), format!("{}{}", time.as_str().unwrap(), zone.unwrap_or_default()).into());
    }
    if let Some(milestones) = long.remove("milestones") {
        long.insert("milestone".to_owned(), milestones);
    }
    long.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
    let is_sentence = path.starts_with("lessons") || !long.contains_key("sources");
    match long.get("text") {
        Some(text) if is_sentence && long.len() == 1 => text.clone(),
        _ => long.into(),
    }
}

/// The keys that a body gives, without those and the items of those that are faulty.
fn found_keys(sections: &Sections, faults: &Faults) -> Json {
    let is_faulty = |path: &str| faults.faulty.iter().any(|p| p == path || p.starts_with(&format!("{path}.")));
    let mut keys = serde_json::Map::new();
    for section in &sections.keys {
        let value = match &section.value.value {
            Value::List(items) => {
                let whole = |(index, _): &(usize, &Node)| !is_faulty(&format!("{}[{index}]", section.path));
                items.iter().enumerate().filter(whole).map(|(_, item)| plain(item)).collect()
            }
            _ if is_faulty(section.path) => continue,
            _ => plain(&section.value),
        };
        keys.insert(section.path.to_owned(), value);
    }
    keys.into()
}

fn expected_keys(keys: &Json) -> Json {
    let mut expected = serde_json::Map::new();
    for (path, value) in keys.as_object().unwrap() {
        let value = match value {
            Json::Array(items) => items.iter().map(|item| expected_item(path, item)).collect(),
            _ => expected_item(path, value),
        };
        let path = if path == "impact" { "impact.description" } else { path };
        expected.insert(path.to_owned(), value);
    }
    expected.into()
}

#[test]
fn every_vector_holds() {
    let vectors: Json = serde_json::from_str(VECTORS).unwrap();
    let vectors = vectors["vectors"].as_array().unwrap();
    let mut wrong = Vec::new();
    for vector in vectors {
        let body = vector["input"]["body"].as_str().unwrap();
        let (sections, faults) = read_body(body);
        let told: Vec<_> = faults
            .diagnostics
            .iter()
            .map(|fault| json!({ "rule": fault.rule, "line": line_of(body, fault.primary.span.start) }))
            .collect();
        let mut keys = found_keys(&sections, &faults);
        // The vectors leave out a table with an unknown column; its rows are still read, so that nothing else fails.
        if told.iter().any(|fault| fault["rule"] == "unknown-column") {
            keys.as_object_mut().unwrap().values_mut().for_each(|items| *items = json!([]));
        }
        let found = json!({ "keys": keys, "body": sections.body.as_str(), "faults": told });
        let mut expected = vector["expect"].clone();
        expected["keys"] = expected_keys(&expected["keys"]);
        if found != expected {
            wrong.push(format!("{} {body:?}\n  expected {expected}\n  found    {found}", vector["name"]));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), vectors.len(), wrong.join("\n"));
}

/// The keys, the body that stays, and the rules of the faults.
fn outcome(body: &str) -> Json {
    let (sections, faults) = read_body(body);
    let keys: serde_json::Map<_, _> = sections.keys.iter().map(|s| (s.path.to_owned(), plain(&s.value))).collect();
    let rules: Vec<_> = faults.diagnostics.iter().map(|fault| fault.rule).collect();
    json!({ "keys": keys, "body": sections.body.as_str(), "faults": rules })
}

#[test]
fn what_follows_an_items_line_is_moved_to_the_margin() {
    let check = |item: &str, expected: &str| {
        let found = outcome(&format!("## Timeline\n{item}"));
        assert_eq!(found["keys"]["timeline"][0]["text"], expected, "{item:?}");
    };
    check("1. 14:06 A\n   ~~~\n     code\n   ~~~\n", "A\n\n~~~\n  code\n~~~");
    check("- 14:06 A\n  b. {detected}\n\n  > c\n", "A b.\n\n> c");
    check("-   14:06 A\n\n    b\n\n        code\n", "A\n\nb\n\n    code");
    check("-\t14:06 A\n\t- b\n\t\t- c\n", "A\n\n- b\n\t- c");
    check("* 14:06 A <!-- b --> c\n", "A  c");
    check("- 14:06 A\n  ***\n  b\n", "A\n\n***\nb");
}

#[test]
fn an_item_without_a_line_is_told() {
    let found = outcome("## Timeline\n- - 14:06 nested\n- ```\n  14:06\n  ```\n-\n");
    assert_eq!(found["faults"], json!(["time-not-understood", "time-not-understood", "time-not-understood"]));
}

#[test]
fn cells_keep_their_bars_and_lose_nothing() {
    let table = |row: &str| outcome(&format!("## Timeline\n| Time (UTC) | Event |\n|---|---|\n{row}\n"));
    let found = table("| 14:06..14:07 CET | a \\| b `c\\|d` [s] |");
    let expected = json!({ "at": "14:06 UTC..14:07 CET", "text": "a | b `c|d`", "sources": ["s"] });
    assert_eq!(found["keys"]["timeline"][0], expected);
    assert_eq!(table("| 14:06 | a | b |")["faults"], json!(["unknown-column"]));
    assert_eq!(table("| 14:06 |")["faults"], json!(["entry-without-text"]));
    let zone = outcome("## Timeline\n| Time (roughly) | Event |\n|---|---|\n| 14:06 | a |\n");
    assert_eq!(zone["faults"], json!(["unknown-zone"]));
    let twice = outcome("## Timeline\n| Time | What | Text |\n|---|---|---|\n| 14:06 | a | b |\n");
    assert_eq!(twice["faults"], json!(["column-given-twice"]));
    let words =
        outcome("## Timeline\n| T | Text | Milestone |\n|---|---|---|\n| 14:06 | a {detected} | detected, gone |\n");
    assert_eq!(words["faults"], json!(["unknown-milestone", "given-twice"]));
    assert_eq!(words["keys"]["timeline"][0]["milestone"], json!(["detected"]));
}

#[test]
fn definitions_serve_all_sections() {
    let body = "## Summary\nSee [a][b].[^1] [s]\n\n[^1]: Note.\n\n## Timeline\n- 14:06 A [post][b].\n\n[b]: https://example.org/\n";
    let found = outcome(body);
    let summary = json!({ "text": "See [a][b].[^1]\n\n[^1]: Note.", "sources": ["s"] });
    assert_eq!(found["keys"]["summary"], summary);
    assert_eq!(found["body"], "[b]: https://example.org/");
    assert_eq!(read_body(body).0.links.as_str(), "[b]: https://example.org/");
    let empty = outcome("## Trigger\n\n[b]: /u\n");
    assert_eq!(empty, json!({ "keys": {}, "body": "[b]: /u", "faults": ["empty-section"] }));
}

#[test]
fn lessons_open_at_level_three_under_their_heading_alone() {
    let found =
        outcome("## Lessons learned:\n\n### Went well\n- a\n\n#### Deeper\nb\n\n### Other\nc\n\n## Surprises\nd\n");
    let expected = json!({
        "keys": { "lessons.went_well": ["a"], "lessons.surprised_by": ["d"] },
        "body": "## Lessons learned:\n\n### Went well\n\n#### Deeper\n\nb\n\n### Other\n\nc",
        "faults": [],
    });
    assert_eq!(found, expected);
    assert_eq!(outcome("## Lessons\n### Got lucky\n- a\n")["body"], "");
    assert_eq!(outcome("## Lessons\n")["body"], "## Lessons");
}

//! One incident in its many forms, and the traps of YAML.

use serde_json::{Value as Json, json};

use super::{Expanded, expand};
use crate::diag::Diagnostic;
use crate::source::{self, Node, Value};

pub(super) fn read(path: &str, text: &str) -> (Expanded, Vec<Diagnostic>) {
    let (mut document, mut faults) = source::parse(path, text);
    let (expanded, found) = expand(&mut document);
    faults.extend(found);
    (expanded, faults)
}

/// A node without places.
fn plain(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Scalar(scalar) => scalar.text.as_str().into(),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Map(map) => map.pairs.iter().map(|p| (p.key.text.as_str().to_owned(), plain(&p.value))).collect(),
    }
}

/// The tree of a file in which nothing is wrong.
fn tree(path: &str, text: &str) -> Json {
    let (expanded, faults) = read(path, text);
    assert_eq!(faults, [], "{text}");
    plain(&expanded.root)
}

/// The rule, the field and the words of each fault.
fn faults(path: &str, text: &str) -> Vec<(&'static str, String, String)> {
    let of = |fault: Diagnostic| (fault.rule, fault.field, text[fault.primary.span].to_owned());
    read(path, text).1.into_iter().map(of).collect()
}

const LINES: &str = "\
impact: Größtenteils aus.
timeline:
  - 2026-11-23 14:02 Deploy 4711 – halves the pool. [a, b] {impact_start}
  - '14:06: The check says: 1: 2. {mitigated, resolved}'
contributing_factors:
  - 'process: One reviewer. [a]'
  - Plain.
remediation:
  - '[ ] Alert (owner: Ann, team, due: 2026-12-01) [a]'
  - '[x] Pool'
";

const LONG: &str = "\
impact:
  description: Größtenteils aus.
timeline:
  - at: 2026-11-23 14:02
    text: Deploy 4711 – halves the pool.
    sources: [a, b]
    milestone: [impact_start]
  - at: 14:06
    text: 'The check says: 1: 2.'
    milestone: [mitigated, resolved]
contributing_factors:
  - { category: process, statement: One reviewer., sources: [a] }
  - statement: Plain.
remediation:
  - { title: Alert, status: open, owner: 'Ann, team', due: 2026-12-01, sources: [a] }
  - { title: Pool, status: done }
";

const LISTS: &str = "\
---
---
## Impact
Größtenteils aus.
## Timeline
- 2026-11-23 14:02 Deploy 4711 – halves
  the pool. [a, b] {impact_start}
- 14:06: The check says: 1: 2. {mitigated, resolved}
## Contributing factors
- process: One reviewer. [a]
- Plain.
## Action items
- [ ] Alert (owner: Ann, team, due: 2026-12-01) [a]
- [x] Pool
";

const TABLES: &str = "\
---
impact: Größtenteils aus.
contributing_factors:
  - process: One reviewer. [a]
  - Plain.
---
## Timeline
| Time | Event | Milestones | Source |
| --- | --- | --- | --- |
| 2026-11-23 14:02 | Deploy 4711 – halves the pool. {impact_start} | | a, b |
| 14:06 | The check says: 1: 2. | mitigated, resolved |
## Action items
Status | Action | Who | Due
--- | --- | --- | ---
Open | Alert [a] | Ann, team | 2026-12-01
done | Pool | |
";

#[test]
fn one_incident_in_every_form_is_one_tree() {
    let long = tree("a.yaml", LONG);
    assert_eq!(long["timeline"][1]["milestone"], json!(["mitigated", "resolved"]));
    assert_eq!(tree("a.yaml", LINES), long);
    assert_eq!(tree("a.md", LISTS), long);
    assert_eq!(tree("a.md", TABLES), long);
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    for (path, text) in [("a.yaml", LINES), ("a.md", LISTS), ("a.md", TABLES)] {
        let expected = tree(path, text);
        assert_eq!(tree(path, &text.replace('\n', "\r\n")), expected);
        assert_eq!(tree(path, &format!("\u{feff}{text}")), expected);
        assert_eq!(tree(path, &format!("\u{feff}{}", text.replace('\n', "\r\n"))), expected);
    }
}

/// Calls `check` with every scalar of a tree and its place.
pub(super) fn walk(node: &Node, check: &mut impl FnMut(&str, &Node)) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(scalar) => check(scalar.text.as_str(), node),
        Value::List(items) => items.iter().for_each(|item| walk(item, check)),
        Value::Map(map) => map.pairs.iter().for_each(|pair| walk(&pair.value, check)),
    }
}

#[test]
fn every_value_knows_its_place() {
    for (path, text) in [("a.yaml", LINES), ("a.md", LISTS), ("a.md", TABLES)] {
        let crlf = text.replace('\n', "\r\n");
        for text in [text, &crlf] {
            let mut seen = 0;
            walk(&read(path, text).0.root, &mut |value, node| {
                let written = &text[node.span.clone()];
                let says_status = ["open", "done"].contains(&value);
                let words = written.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(words == value || says_status, "`{value}` is not `{written}`");
                seen += 1;
            });
            assert_eq!(seen, 21, "{text}");
        }
    }
}

#[test]
fn a_line_that_yaml_took_for_a_map_is_a_line() {
    let check = |item: &str, expected: Json| {
        let found = tree("a.yaml", &format!("timeline:\n  - {item}\n"));
        assert_eq!(found["timeline"][0], expected, "{item}");
    };
    check("14:06 Note: the pool. [a]", json!({ "at": "14:06", "text": "Note: the pool.", "sources": ["a"] }));
    check("14:06: the pool", json!({ "at": "14:06", "text": "the pool" }));
    check("unknown: the pool", json!({ "at": "unknown", "text": "the pool" }));
    check("2012: first\n    and: second", json!({ "at": "2012", "text": "first and: second" }));
    check("14:06 Note:", json!({ "at": "14:06", "text": "Note:" }));
    check("14:06 Note: 'quoted'", json!({ "at": "14:06", "text": "Note: 'quoted'" }));
    check("14:06 Note: |\n      a block\n      of two", json!({ "at": "14:06", "text": "Note: a block of two" }));
    check("14:06 Note over\n    two lines", json!({ "at": "14:06", "text": "Note over two lines" }));
    check("att: 14:06", json!({ "att": "14:06" }));
    check("{ '14:06': a }", json!({ "14:06": "a" }));
    let tree =
        tree("a.yaml", "remediation:\n  - Pool: raise it\n  - title: Pool\ncontributing_factors:\n  - Process: a\n");
    assert_eq!(tree["remediation"], json!([{ "title": "Pool: raise it", "status": "open" }, { "title": "Pool" }]));
    assert_eq!(tree["contributing_factors"], json!([{ "category": "process", "statement": "a" }]));
}

#[test]
fn a_comment_that_cuts_a_line_short_is_told_once() {
    let check = |yaml: &str, field: &str, comment: &str| {
        let expected = ("cut-short-by-comment", field.to_owned(), comment.to_owned());
        assert_eq!(faults("a.yaml", yaml), [expected], "{yaml}");
    };
    check("timeline:\n  - 14:06 Ticket #4711 opened\n", "", "#4711 opened");
    check("timeline:\n  - 14:06 #4711\n  - 14:07 Fine\n", "", "#4711");
    check("timeline:\n  - 14:06 Note: ticket #4711\n", "", "#4711");
    check("title: Ticket #4711 fails # a\n", "", "#4711 fails # a");
    check("title: Ticket\n  one #4711\n", "", "#4711");
    check("timeline:\n  - 14:06 Note:  # empty\n", "timeline[0]", "# empty");
    check("contributing_factors:\n  - process: a # b\n", "contributing_factors[0]", "# b");
    check("remediation:\n  - Pool # b\n", "remediation[0]", "# b");
    let fine = "timeline: # a\n  # b\n  - '14:06 Ticket #4711' # c\n  - 14:07 a#b\n  - at: 14:08 # d\n    text: e\n";
    assert_eq!(tree("a.yaml", fine)["timeline"][0]["text"], "Ticket #4711");
    let (expanded, found) = read("a.yaml", "timeline:\n  - 2026-11-23 5pm Ticket #4711\n");
    assert_eq!(found.iter().map(|f| f.rule).collect::<Vec<_>>(), ["cut-short-by-comment", "twelve-hour-clock"]);
    assert!(expanded.faulty.contains("timeline[0].at"));
}

#[test]
fn a_faulty_line_says_where_and_keeps_its_date() {
    let text = "é: ü\ntimeline:\n  - 2026-11-23 5pm Ünderung. {mitigated, gone}\n";
    let expected = [
        ("twelve-hour-clock", "timeline[0].at".to_owned(), "5pm".to_owned()),
        ("unknown-milestone", "timeline[0].milestone".to_owned(), "gone".to_owned()),
    ];
    assert_eq!(faults("a.yaml", text), expected);
    let (expanded, _) = read("a.yaml", text);
    assert_eq!(plain(&expanded.root)["timeline"][0]["at"], "2026-11-23 5pm Ünderung.");
    assert_eq!(expanded.faulty.into_iter().collect::<Vec<_>>(), ["timeline[0].at", "timeline[0].milestone"]);
}

#[test]
fn sections_and_front_matter_meet() {
    let twice = "---\nsummary: a\ntimeline: []\nlessons: { lucky: [a] }\nimpact: a\n---\n## Summary\nb\n\n## Timeline\n- x\n\
                 \n## Lessons\n### Got lucky\n- b\n\n## Impact\nb\n";
    let rules = faults("a.md", twice);
    let expected = ["## Summary", "## Timeline", "### Got lucky", "## Impact"];
    assert_eq!(rules.iter().map(|(_, _, words)| words.as_str()).collect::<Vec<_>>(), expected);
    assert!(rules.iter().all(|(rule, _, _)| *rule == "key-given-twice"), "{rules:?}");
    let merged = "---\nsummary:\nimpact: { stated_duration: 11m }\nlessons: { lucky: [a] }\n---\n## Summary\nb [s]\n\n\
                  ## Impact\nc\n\n## Lessons\n\n### What went well\n- d\n";
    let expected = json!({
        "summary": { "text": "b", "sources": ["s"] },
        "impact": { "stated_duration": "11m", "description": "c" },
        "lessons": { "lucky": ["a"], "went_well": ["d"] },
    });
    assert_eq!(tree("a.md", merged), expected);
    assert_eq!(read("a.md", merged).0.body.unwrap().as_str(), "");
}

#[test]
fn words_stand_for_maps() {
    let text = "impact: out\ndetection: monitoring\nremediation: none\nroot_cause: a pool\nseverity: sev2\n";
    let expected = json!({
        "impact": { "description": "out" },
        "detection": { "method": "monitoring" },
        "remediation": "none",
        "root_cause": "a pool",
        "severity": "sev2",
    });
    assert_eq!(tree("a.yaml", text), expected);
    let causes = tree("a.yaml", "root_cause:\n  - 'process: a [s]'\n");
    assert_eq!(causes["root_cause"], json!([{ "category": "process", "statement": "a", "sources": ["s"] }]));
}

#[test]
fn a_text_may_end_in_its_sources_wherever_it_is_written() {
    let yaml = "\
summary: It fell. [a, b]
trigger: |
  A deploy. [a]
resolution: Rolled back.
impact: Nine of ten failed. [a]
lessons: { went_well: [It paged. [a]], went_wrong: Nothing. }
";
    let yaml = yaml.replace("[It paged. [a]]", "['It paged. [a]']");
    let markdown = "\
---
resolution: Rolled back.
---
## Summary
It fell. [a, b]

## Trigger
A deploy. [a]

## Impact
Nine of ten failed. [a]

## What went well
- It paged. [a]

## What went wrong
Nothing.
";
    let [yaml, markdown] = [tree("a.yaml", &yaml), tree("a.md", markdown)];
    for key in ["summary", "trigger", "resolution", "impact"] {
        assert_eq!(yaml[key], markdown[key], "{key}");
    }
    assert_eq!(yaml["impact"], json!({ "description": "Nine of ten failed.", "sources": ["a"] }));
    assert_eq!(yaml["lessons"]["went_well"], markdown["lessons"]["went_well"]);
    let both = tree("a.md", "---\nimpact: { sources: a }\n---\n## Impact\nDown. [b]\n");
    assert_eq!(both["impact"], json!({ "sources": ["a", "b"], "description": "Down." }));
    let empty = tree("a.md", "---\nimpact:\n  sources:\n---\n## Impact\nDown. [b]\n");
    assert_eq!(empty["impact"], json!({ "sources": ["b"], "description": "Down." }));
}

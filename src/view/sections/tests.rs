//! Sections of records, by what is shown of them.

use super::*;
use crate::config::Config;
use crate::model::{Defaults, Incident, read};
use crate::source::SourceFile;
use crate::view::incident::Fact;
use crate::view::{values, words};

fn incident(path: &str, text: &str) -> Incident {
    read(&SourceFile::new(path, text.as_bytes().to_vec()), &Defaults::default()).incident.unwrap()
}

fn yaml(text: &str) -> Incident {
    incident("incidents/a.yaml", &format!("status: resolved\ntitle: A\n{text}"))
}

#[test]
fn a_table_of_remediation_has_the_columns_that_its_items_fill() {
    let columns = |text: &str| {
        let section = remediation::remediation(&yaml(text)).unwrap();
        let Content::Remediation(shown) = section.content else { panic!("{section:?}") };
        (shown.has_owners, shown.has_dues)
    };
    let outside = "account_of: outside\nremediation: [ { title: Fix, status: announced } ]\n";
    assert_eq!(columns(outside), (false, false));
    assert_eq!(columns(&outside.replace("title", "due: 2026-12-15, title")), (false, true));
    assert_eq!(columns(&outside.replace("title", "owner: ops, title")), (true, false));
    assert_eq!(columns("remediation: [ { title: Fix } ]\n"), (true, true));
}

fn body_of(text: &str) -> Vec<(String, String)> {
    let record = incident("incidents/a.md", &format!("---\nstatus: resolved\ntitle: A\n---\n{text}"));
    let texts = body::body(&record).into_iter().map(|section| match section.content {
        Content::Prose(prose) => (section.heading, prose.text.0),
        other => panic!("{other:?}"),
    });
    texts.collect()
}

fn check_body(text: &str, expected: &[(&str, &str)]) {
    let body = body_of(text);
    let body: Vec<(&str, &str)> = body.iter().map(|(heading, text)| (heading.as_str(), text.as_str())).collect();
    assert_eq!(body, expected);
}

#[test]
fn a_footnote_goes_with_those_who_refer_to_it() {
    check_body(
        "Intro.[^1]\n\n## Else\nNo note.\n\n## Last\nMore.[^B]\n\n[^1]: note, see[^b]\n\n[^b]: other\n\n[^c]: nobody's\n",
        &[
            ("Notes", "[^1]: note, see[^b]\n\n[^b]: other\n\nIntro.[^1]"),
            ("Else", "No note."),
            ("Last", "[^b]: other\n\n[^c]: nobody's\n\nMore.[^B]"),
        ],
    );
    check_body("One.[^1]\n\n## Last\n[^1]: note\n", &[("Notes", "[^1]: note\n\nOne.[^1]")]);
}

#[test]
fn only_headings_of_the_body_itself_open_a_section() {
    let text = "> # Quoted\n\n- ## Item\n\n### Deep\n\nText.\n\nSetext\n---\n\nMore.\n";
    check_body(text, &[("Notes", "> # Quoted\n\n- ## Item\n\n### Deep\n\nText."), ("Setext", "More.")]);
}

#[test]
fn no_heading_takes_a_place_that_the_page_has() {
    let record =
        "account_of: outside\nremediation: [ { title: Fix, status: announced } ]\nsources: { a: { title: A } }\n";
    let fixed: Vec<Section> =
        [remediation::remediation(&yaml(record)), about::sources(&yaml(record))].into_iter().flatten().collect();
    let anchors = |headings: &[&str]| {
        let part = |heading: &&str| section(&values::slug(heading), heading, Content::default());
        let mut own: Vec<Section> = headings.iter().map(part).collect();
        set_apart(&mut own, &fixed);
        own.into_iter().map(|section| section.anchor).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(anchors(&["Main", "Figure", "S1", "S2", "R1"]), "main-2 figure-2 s1-2 s2 r1-2");
    assert_eq!(anchors(&["Sources", "H sources", "H h sources"]), "sources-2 h-sources-3 h-h-sources");
    assert_eq!(anchors(&["More", "H more", "more", "Notes foo"]), "more h-more-2 more-3 notes-foo");
}

fn impact_of(text: &str) -> crate::view::impact::ImpactSection {
    let section = impact::impact(&yaml(text), &Config::default()).unwrap();
    let Content::Impact(shown) = section.content else { panic!("{section:?}") };
    shown
}

#[test]
fn a_unit_is_left_out_only_where_the_name_has_it() {
    let value = |name: &str, unit: &str| {
        let text = format!("impact: {{ measures: [ {{ name: {name}, value: 3.2, unit: {unit} }} ] }}\n");
        impact_of(&text).measures.remove(0).value
    };
    assert_eq!(value("Response time", "s"), "3.2 s");
    assert_eq!(value("Requests lost", "requests"), "3.2");
    assert_eq!(value("Failed requests, at most", "failed requests"), "3.2");
    assert_eq!(value("Requests that failed", "failed requests"), "3.2 failed requests");
    assert_eq!(value("Share (%)", "'%'"), "3.2");
}

#[test]
fn a_table_of_spans_has_the_columns_that_they_fill_and_the_words_of_the_chart() {
    let head = "timestamps: { impact_start: 2026-11-23 14:02, impact_end: 2026-11-23 15:14 }\nimpact:\n  segments:\n";
    let bare = impact_of(&format!("{head}    - {{ from: impact_start, to: impact_end }}\n"));
    assert_eq!((bare.has_levels, bare.has_accounts), (false, false));
    assert_eq!(
        (bare.segments[0].affects.as_str(), bare.segments[0].length.as_str()),
        ("Everything", "1\u{a0}h\u{a0}12\u{a0}min")
    );
    let full =
        impact_of(&format!("{head}    - {{ from: impact_start, to: impact_end, level: partial, accounts: 7 }}\n"));
    assert_eq!((full.has_levels, full.has_accounts), (true, true));
    assert_eq!(full.segments[0].level.as_deref(), Some("Partly down"));
}

#[test]
fn platforms_are_names() {
    let shown = impact_of("affected: { accounts: { a: { platform: x, followers: 7 } } }\n");
    assert_eq!(shown.accounts[0].platform.as_deref(), Some("X"));
}

/// `Label: value (note)`, with spaces that may break.
fn facts_of(text: &str) -> Vec<String> {
    let line = |fact: Fact| {
        let note = fact.note.map_or_else(String::new, |note| format!(" ({note})"));
        format!("{:?} {}: {}{note}", fact.tone, fact.label, fact.value).replace('\u{a0}', " ")
    };
    facts::facts(&yaml(text)).into_iter().map(line).collect()
}

#[test]
fn facts_say_when_in_words() {
    let start = "timezone: UTC\ntimestamps:\n  impact_start: ";
    let first = |text: &str| facts_of(&format!("{start}{text}"));
    let down = first("2017-11-02 18:45..19:00\n  impact_end: impact_start +11m\n  detected: 2013\n");
    assert_eq!(down[0], "Hit Impact duration: 11 min (began between 18:45 and 19:00 UTC)");
    assert!(down[1].ends_with("(in 2013)"), "{down:?}");
    let unknown = first("unknown\n  impact_end: 2017-11-02 19:00\n");
    assert_eq!(unknown[0], "None Impact duration: unknown");
    let before = first("2017-11-02 18:59\n  detected: 2017-11-02 16:01..16:51\n  impact_end: 2017-11-02 19:10\n");
    assert_eq!(
        before[1],
        "Plain Time to detect: 2 h 8 min – 2 h 58 min before the impact (between 16:01 and 16:51 UTC)"
    );
    let by_day = first("2017-11-02 18:59\n  detected: 2017-11-02\n  mitigated: 2017-11-03\n  resolved: 2017-11-05\n");
    assert_eq!(
        by_day[1..],
        [
            "Plain Time to detect: the same day (on 2 Nov 2017)",
            "Plain Time to mitigate: the next day (on 3 Nov 2017)",
            "Plain Time to resolve: 3 d (on 5 Nov 2017)",
        ]
    );
}

#[test]
fn followers_nobody_counted_are_no_fact() {
    let labels = |followers: &str| {
        let facts = facts_of(&format!("affected: {{ accounts: {{ a: {{ followers: {followers} }} }} }}\n"));
        facts.into_iter().filter(|fact| fact.contains("Followers")).collect::<Vec<_>>()
    };
    assert_eq!(labels("unknown"), [""; 0]);
    assert_eq!(labels("41700"), ["Plain Followers: 41,700 (of a)"]);
}

#[test]
fn questions_are_told_apart_and_end_alike() {
    let record = "\
sources: { a: { title: A }, b: { title: B } }
timeline:
  - { at: { value: 2026-11-23 14:00..14:10, reports: { a: 2026-11-23 14:00, b: 2026-11-23 14:01 } }, text: It goes down., impact: { value: disputed, reports: { a: 40%, b: 60% } } }
impact:
  segments:
    - { from: { value: 2026-11-23 14:00..14:10, reports: { a: 2026-11-23 14:00, b: 2026-11-23 14:02 } }, to: 2026-11-23 15:00, affects: [ checkout ] }
    - { from: { value: 2026-11-23 14:00..14:10, reports: { a: 2026-11-23 14:00, b: 2026-11-23 14:03 } }, to: 2026-11-23 15:00, level: major }
";
    let section = doubts::doubts(&yaml(record), &Config::default()).unwrap();
    let Content::Doubts(doubts) = section.content else { panic!("{section:?}") };
    let lines = doubts.items.iter().map(|doubt| format!("{} {}", doubt.question, words::text(&doubt.shown)));
    let questions: Vec<String> = lines.map(|line| line.split(" 2").next().unwrap().to_owned()).collect();
    assert_eq!(
        questions,
        [
            "When: It goes down",
            "Start of a phase: checkout",
            "Start of a phase: Everything, down",
            "Impact: It goes down disputed",
        ]
    );
}

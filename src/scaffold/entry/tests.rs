//! Each style of a record: what is written into it stands between `«` and `»`, and all else stays.

use super::{Logged, NewEntry, Refused, log};
use crate::model::Defaults;
use crate::source::SourceFile;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

const HEAD: &str = "title: T\nstatus: active\nactors: { ops: { kind: internal, role: ops } }\nsources: { a: { title: A }, b: { title: B } }\n";

/// What is logged: the text alone, at this minute.
fn entry(text: &str) -> NewEntry<'_> {
    NewEntry { at: None, text, actor: None, milestones: &[], sources: &[] }
}

fn now() -> DateTime<Utc> {
    "2026-11-23T14:06:30Z".parse().unwrap()
}

fn logged(path: &str, text: &str, entry: &NewEntry) -> Result<Logged, Refused> {
    log(&SourceFile::new(path, text.as_bytes().to_vec()), &Defaults::default(), entry, now())
}

/// Logs into what is left without the marked parts, and expects them where they are.
#[track_caller]
fn check_file(path: &str, marked: &str, entry: &NewEntry) {
    let (mut before, mut rest) = (String::new(), marked);
    while let Some((kept, marked)) = rest.split_once('«') {
        before += kept;
        rest = marked.split_once('»').unwrap().1;
    }
    before += rest;
    let logged = logged(path, &before, entry).unwrap_or_else(|refused| panic!("{refused:?}: {marked}"));
    assert_eq!(logged.text, marked.replace(['«', '»'], ""));
}

#[track_caller]
fn check_yaml(marked: &str, entry: &NewEntry) {
    check_file("a.yaml", &format!("{HEAD}{marked}"), entry);
}

#[track_caller]
fn check_body(marked: &str, entry: &NewEntry) {
    check_file("a.md", &format!("---\n{HEAD}---\n{marked}"), entry);
}

#[track_caller]
fn refused(path: &str, text: &str, entry: &NewEntry) -> String {
    let Refused { message, help } = logged(path, text, entry).map(|logged| logged.text).unwrap_err();
    format!("{message}; {help}")
}

#[test]
fn lines_of_a_block_list() {
    for (marked, text) in [
        ("timeline:\n  - 2026-11-23 14:02 A«\n  - 14:06 B»\n", "B"),
        ("timeline:\n- 2026-11-23 14:02 A«\n- 14:06 B»\n", "B"),
        ("timeline:\n  -   2026-11-23 14:02 A«\n  -   14:06 B»\n", "B"),
        ("timeline:\n  - 2026-11-23 14:02 A«\n  - 14:06 B»", "B"),
        ("timeline:\n  - 2026-11-23 14:02 A\n\n  - 14:03 B«\n\n  - 14:06 C»\nreview: none\n", "C"),
        ("timeline:\n  - 2026-11-23 14:02 A\n    goes on«\n  - 14:06 B»\n", "B"),
        ("timeline:\n  - 2026-11-23 14:02 A: b«\n  - 14:06 B»\n", "B"),
        ("timeline:\n  - >\n    2026-11-23 14:02\n    A«\n  - 14:06 B»\n\n", "B"),
        ("timeline:\n  - '2026-11-23 14:02 A' # why«\n  - '14:06 It''s B'»\n  # more\n\n# end\n", "It's B"),
        ("timeline:\n  - \"2026-11-23 14:02 A\"«\n  - \"14:06 \\\"B\\\" it is\"»\nimpact: C\n", "\"B\" it is"),
        ("timeline:\n  - 2026-11-23 14:02 – A«\n  - 14:06 – B»\n", "B"),
        ("timeline:\n  - \"2026-11-23 14:02: A\"«\n  - \"14:06: B\"»\n", "B"),
    ] {
        check_yaml(marked, &entry(text));
    }
}

#[test]
fn a_line_is_quoted_where_yaml_needs_it_and_long_where_it_would_lose_words() {
    let line = "timeline:\n  - 2026-11-23 14:02 A«\n";
    for (text, written) in [
        ("Ratio: 1: 2", r#"  - "14:06 Ratio: 1: 2""#),
        ("Ticket #4711", r#"  - "14:06 Ticket #4711""#),
        ("[b] 'c' {d, 1}", "  - 14:06 [b] 'c' {d, 1}"),
        ("key:", r#"  - "14:06 key:""#),
        ("- a dash", "  - \"14:06: - a dash\""),
        ("to 15:00 it fell", "  - \"14:06: to 15:00 it fell\""),
        ("±5m off", "  - \"14:06: ±5m off\""),
        ("B [a]", "  - at: 14:06\n    text: B [a]"),
        ("B {detected}", "  - at: 14:06\n    text: B {detected}"),
        ("a {detected} B", "  - at: 14:06\n    text: a {detected} B"),
        ("[a]: {detected}", "  - at: 14:06\n    text: \"[a]: {detected}\""),
        ("two\n  lines\tand  more", "  - 14:06 two lines and more"),
    ] {
        check_yaml(&format!("{line}{written}»\n"), &entry(text));
    }
}

#[test]
fn maps_of_a_block_list() {
    let all = NewEntry {
        at: Some("14:05"),
        actor: Some("ops"),
        milestones: &["detected".to_owned(), "declared".to_owned()],
        sources: &["b".to_owned()],
        ..entry("B: c")
    };
    check_yaml("timeline:\n  - at: 2026-11-23 14:02\n    text: A«\n  - at: 14:06\n    text: B»\n", &entry("B"));
    let rest = "text: \"B: c\"\n    actor: ops\n    milestone: [detected, declared]\n    sources: [b]";
    check_yaml(
        &format!("timeline:\n  - at: \"2026-11-23 14:02\"\n    text: A«\n  - at: \"14:05\"\n    {rest}»\n"),
        &all,
    );
    check_yaml(&format!("timeline:\n  - 2026-11-23 14:02 A«\n  - at: 14:05\n    {rest}»\n"), &all);
    let flow = "text: \"B: c\", actor: ops, milestone: [detected, declared], sources: [b] }";
    check_yaml(&format!("timeline:\n  - {{ at: 2026-11-23 14:02, text: A }}«\n  - {{ at: 14:05, {flow}»\n"), &all);
    check_yaml(
        "timeline:\n  - at: 2026-11-23 14:02\n    text: |\n      A\n\n      B«\n  - at: 14:06\n    text: C»\n\n\nreview: none\n",
        &entry("C"),
    );
    // Lines stay lines where only some entries are maps.
    check_yaml("timeline:\n- 2026-11-23 14:02 A\n- { at: 14:03, text: B }«\n- 14:06 C»\n", &entry("C"));
}

#[test]
fn lists_in_brackets() {
    check_yaml("timeline: [2026-11-23 14:02 A«, 14:06 B»]\n", &entry("B"));
    check_yaml("timeline: [2026-11-23 14:02 A«, \"14:06 B, c\"»]\n", &entry("B, c"));
    check_yaml("timeline: [«\"2026-11-23 14:06 B\"»]\n", &entry("B"));
    check_yaml("timeline: [\n  '2026-11-23 14:02 A'«,\n  '14:06 B'», # why\n]\n", &entry("B"));
    check_yaml("timeline: [{ at: 2026-11-23 14:02, text: A }«, { at: 14:06, text: B }»]\n", &entry("B"));
}

#[test]
fn no_timeline_yet() {
    check_yaml("timeline:«\n  - \"2026-11-23 14:06 B\"»\n# end\n", &entry("B"));
    check_yaml("tags:\n- x\ntimeline: # soon«\n- \"2026-11-23 14:06 B\"»\nimpact: C\n", &entry("B"));
    check_yaml("impact: C«\ntimeline:\n  - \"2026-11-23 14:06 B\"»\ntrigger: D\n", &entry("B"));
    check_file(
        "a.yaml",
        "title: T\nreview: none«\ntimeline:\n  - \"2026-11-23 14:06 B\"»\nsources: {}\n# end",
        &entry("B"),
    );
}

#[test]
fn lists_of_a_body() {
    for (marked, text) in [
        ("## Timeline\n- 2026-11-23 14:02 A«\n- 14:06 B»\n", "B"),
        ("## Timeline\n\n* 2026-11-23 14:02 A\n\n* 14:03 B\n\n  more«\n\n* 14:06 C»\n\n## Trigger\n\nD\n", "C"),
        ("## Timeline\n 1. 2026-11-23 14:02 A\n 2. 14:03 B«\n 3. 14:06 C»\n\nWords.\n", "C"),
        ("## Timeline\n- 2026-11-23 14:02 A <!-- why -->«\n- 14:06 Ratio: 1»\n<!-- more\n- 14:07 no -->\n", "Ratio: 1"),
        ("## Timeline\n- 2026-11-23 14:02 – A«\n- 14:06 – B»", "B"),
        ("## Timeline\n- 2026-11-23 14:02 A«\n- 14:06 B \\{detected}»\n", "B {detected}"),
        ("## Timeline\n- 2026-11-23 14:02 A«\n- 14:06 B \\[a]»\n", "B [a]"),
        ("## Timeline\n- 2026-11-23 14:02 A«\n- 14:06 [b](c) <d> \\{d} \\[a]»\n", "[b](c) <d> {d} [a]"),
        ("## Timeline\n- 2026-11-23 14:02 A«\n- 14:06: - B»\n", "- B"),
        ("## Timeline\n«\n- 2026-11-23 14:06 B\n»<!-- none -->\n", "B"),
        ("## Timeline«\n\n- 2026-11-23 14:06 B»", "B"),
    ] {
        check_body(marked, &entry(text));
    }
    let cited =
        NewEntry { milestones: &["detected".to_owned()], sources: &["a".to_owned(), "b".to_owned()], ..entry("B") };
    check_body("## Timeline\n- 2026-11-23 14:02 A«\n- 14:06 B [a, b] {detected}»\n", &cited);
}

#[test]
fn tables_of_a_body() {
    let all = NewEntry {
        actor: Some("ops"),
        milestones: &["detected".to_owned()],
        sources: &["a".to_owned()],
        ..entry("B | c")
    };
    let head = "## Timeline\n\n| Time | Event | Who | Sources | Milestone | Kind |\n|--|--|--|--|--|--|\n";
    check_body(
        &format!("{head}| 2026-11-23 14:02 | A | | | | |«\n| 14:06 | B \\| c | ops | a | detected | |»\n"),
        &all,
    );
    check_body(
        "## Timeline\n\n| Time (UTC)       | Event  |\n|------------------|--------|\n| 2026-11-23 14:02 | A      |«\n| 14:06            | B [a]  |»\n\nWords.\n",
        &NewEntry { sources: &["a".to_owned()], ..entry("B") },
    );
    check_body("## Timeline\n\nTime|Event\n-|-\n2026-11-23 14:02|A«\n14:06|B»\n", &entry("B"));
    check_body("## Timeline\n\n| Time | Event |\n|--|--|«\n|2026-11-23 14:06|B|»\n", &entry("B"));
    let said = refused("a.md", &format!("---\n{HEAD}---\n## Timeline\n|T|E|\n|-|-|\n|2026-11-23 14:02|A|\n"), &all);
    assert!(said.starts_with("the entries of this record have no place for an actor; "), "{said}");
}

#[test]
fn a_body_without_a_timeline_gets_one() {
    let section = "## Timeline\n\n- 2026-11-23 14:06 B";
    check_body(&format!("\n## Summary\nA\n\n«{section}\n\n»## Trigger\nC\n"), &entry("B"));
    check_body(&format!("\n## Summary\nA«\n\n{section}»\n\n"), &entry("B"));
    check_body(&format!("Words.«\n\n{section}»"), &entry("B"));
    check_file("a.md", &format!("---\n{HEAD}---«\n\n{section}»\n"), &entry("B"));
    let front = format!("---\n{HEAD}impact: C«\ntimeline:\n  - \"2026-11-23 14:06 B\"»\n---\nWords.\n");
    check_file("a.md", &front, &entry("B"));
    let given = format!("---\n{HEAD}timeline:\n  - 2026-11-23 14:02 A«\n  - 14:06 B»\n---\n## Summary\nC\n");
    check_file("a.md", &given, &entry("B"));
}

#[test]
fn line_breaks_and_marks_of_the_file_stay() {
    let check = |path, marked: &str| {
        check_file(path, &marked.replace('\n', "\r\n"), &entry("B"));
        check_file(path, &format!("\u{feff}{marked}"), &entry("B"));
    };
    check("a.yaml", &format!("{HEAD}timeline:\n  - 2026-11-23 14:02 A\n\n  - 14:03 A«\n\n  - 14:06 B»\n"));
    check("a.yaml", &format!("{HEAD}timeline:«\n  - \"2026-11-23 14:06 B\"»\nimpact: C\n"));
    check("a.yaml", &format!("{HEAD}timeline: [\n  2026-11-23 14:02 A«,\n  14:06 B»\n]"));
    check(
        "a.md",
        &format!("---\n{HEAD}---\n## Timeline\n- 2026-11-23 14:02 A\n\n- 14:03 A«\n\n- 14:06 B»\n\n## Trigger\nC"),
    );
    check("a.md", &format!("---\n{HEAD}---\n## Timeline\n|T|E|\n|-|-|\n|2026-11-23 14:02|A|«\n|14:06|B|»\n"));
    check("a.md", &format!("---\n{HEAD}---\n«## Timeline\n\n- 2026-11-23 14:06 B\n\n»## Trigger\nC"));
}

#[test]
fn the_date_is_written_where_the_day_in_force_is_another() {
    let check = |above: &str, at, written: &str| {
        check_yaml(&format!("timeline:\n  - {above} A«\n  - {written} B»\n"), &NewEntry { at, ..entry("B") });
    };
    check("2026-11-22 23:50", None, "2026-11-23 14:06");
    check("2026-11-22 09:00", None, "2026-11-23 14:06");
    check("2026-11-22 09:00", Some("before 13:00"), "before 2026-11-23 13:00");
    check("2026-11-23 14:30", None, "2026-11-23 14:06");
    check("2026-11-23", None, "14:06");
    check("unknown", None, "2026-11-23 14:06");
    check("2026-11-22 23:00", Some("23:50"), "23:50");
    check("2026-11-22 23:00", Some("about 00:10"), "about 2026-11-23 00:10");
    check("2026-11-23 14:02", Some("2026-11-23T14:03"), "14:03");
    check("2026-11-23 14:02", Some("14:03..14:05"), "14:03..14:05");
    check("2026-11-23 14:02", Some("2026-11"), "2026-11");
    let tied = "timeline:\n  - 2026-11-23 14:02 A {detected}«\n  - detected +5m B»\n";
    check_yaml(tied, &NewEntry { at: Some("detected +5m"), ..entry("B") });
}

#[test]
fn the_hour_that_comes_twice_is_told_by_its_offset() {
    let text = "title: T\ntimezone: Europe/Berlin\ntimeline:\n  - 2026-10-25 01:50 A\n";
    let file = SourceFile::new("a.yaml", text.as_bytes().to_vec());
    for (now, at) in [("2026-10-25T00:30:00Z", "02:30 +02:00"), ("2026-10-25T01:30:00Z", "02:30 +01:00")] {
        let logged = log(&file, &Defaults::default(), &entry("B"), now.parse().unwrap()).unwrap();
        assert_eq!(logged.text, format!("{text}  - {at} B\n"));
    }
}

#[test]
fn a_table_in_another_zone_has_its_own_clock() {
    let defaults = Defaults { timezone: Tz::Asia__Tokyo, ..Defaults::default() };
    let text = "---\ntitle: T\n---\n## Timeline\n|Time (UTC)|E|\n|-|-|\n|2026-11-23 14:02|A|\n";
    let file = SourceFile::new("a.md", text.as_bytes().to_vec());
    for at in [None, Some("14:06")] {
        let logged = log(&file, &defaults, &NewEntry { at, ..entry("B") }, now()).unwrap();
        assert_eq!(logged.text, format!("{text}|14:06|B|\n"));
        assert_eq!(logged.day.unwrap().to_string(), "2026-11-23");
    }
}

#[test]
fn what_was_logged_is_told() {
    let logged = logged("a.yaml", &format!("{HEAD}timeline:\n  - 2026-11-23 14:02 A\n"), &entry(" B\nc ")).unwrap();
    assert_eq!((logged.at.as_str(), logged.said.as_str(), logged.line), ("14:06", "B c", 7));
}

#[track_caller]
fn check_refused(text: &str, entry: &NewEntry, expected: &str) {
    let said = refused("a.yaml", text, entry);
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn what_cannot_be_logged_is_refused_with_the_way_out() {
    let text = format!("{HEAD}timeline:\n  - 2026-11-23 14:02 A {{detected}}\n");
    let strings = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let milestones = |words| (strings(words), entry("B"));
    for (words, expected) in [
        (&["mitigatd"][..], "no milestone is called `mitigatd`; did you mean `mitigated`?"),
        (&["detected"], "the record has `detected` already, at 2026-11-23 14:02; leave `--milestone` out"),
        (&["declared", "declared"], "the milestone `declared` is given twice; "),
    ] {
        let (milestones, entry) = milestones(words);
        check_refused(&text, &NewEntry { milestones: &milestones, ..entry }, expected);
    }
    let sources = strings(&["c-d-e"]);
    check_refused(
        &text,
        &NewEntry { sources: &sources, ..entry("B") },
        "the record has no source `c-d-e`; one of `a`, `b`",
    );
    check_refused(
        &text,
        &NewEntry { actor: Some("op"), ..entry("B") },
        "the record has no actor `op`; did you mean `ops`?",
    );
    check_refused(
        "title: T\n",
        &NewEntry { actor: Some("op"), ..entry("B") },
        "the record has no actor `op`; write it below",
    );
    check_refused(&text, &entry(" \n"), "an entry needs a text; ");
    check_refused(&text, &entry("a\u{1b}[0m"), "an entry is text without control characters; ");
    check_refused(
        &text,
        &NewEntry { at: Some("5:41 pm"), ..entry("B") },
        "`5:41 pm` is on the twelve-hour clock; write `17:41`",
    );
    check_refused(
        &text,
        &NewEntry { at: Some("nobody +5m"), ..entry("B") },
        "nothing in this record is named `nobody`; ",
    );
    check_refused("title: [\n", &entry("B"), "a bracket `[` is not closed; ");
    check_refused("title: T\ntimeline: 2026-11-23 14:02 A\n", &entry("B"), "the timeline of the record is no list; ");
    check_refused("{ title: T }\n", &entry("B"), "");
}

#[test]
fn a_record_with_errors_takes_an_entry_that_brings_no_more() {
    check_yaml("colour: red\ntimeline:\n  - 2026-11-23 14:02 A {detcted}«\n  - 14:06 B»\n", &entry("B"));
}

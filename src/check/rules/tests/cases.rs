//! What the two examples of a rule cannot show: its edges, and what several rules make of one record.

use super::found_in;
use crate::check::example::{File, findings};
use crate::diag::Level;

const HEAD: &str = "title: A\nstatus: active\nseverity: sev2\n";

/// The findings in a `.yaml` record, as `rule:line`.
fn check(text: &str, expected: &[&str]) {
    check_at("incidents/a.yaml", text, expected);
}

fn check_at(path: &'static str, text: &str, expected: &[&str]) {
    check_all(&[(path, text)], expected);
}

fn check_all(files: &[(&'static str, &str)], expected: &[&str]) {
    let files: Vec<File> = files.iter().map(|(path, text)| File::new(path, text)).collect();
    let found: Vec<String> = found_in(&files).into_iter().map(|(rule, _, line)| format!("{rule}:{line}")).collect();
    assert_eq!(found, expected, "{files:?}");
}

#[test]
fn one_cause_is_told_once() {
    check("title: A\nstatus: active\nseverity: @b\n", &["yaml-syntax:3"]);
    check("titel: A\nstatus: active\nseverity: sev2\n", &["unknown-key:1"]);
    check("title: A\nstatus: resolvd\n", &["unknown-value:2"]);
    check("title: [A]\nstatus: active\nseverity: sev2\n", &["wrong-type:1"]);
    let mitigated = "title: A\nstatus: mitigated\nseverity: sev2\nimpact: Down.\n";
    let entries = |entry: &str| format!("{mitigated}timeline:\n- {entry}\n");
    check(&entries("2026-11-23 14:02 Down. {impact_start, detected, mitigatd}"), &["unknown-milestone:6"]);
    check(&entries("14:02 Down. {impact_start, detected, mitigated}"), &["clock-without-date:6"]);
    check(&entries("{ at: 2026-11-23, text: A, milestones: [detected, mitigated] }"), &["unknown-key:6"]);
    let prose = format!("---\n{mitigated}---\n\n## Timeline\n\nIt broke.\n");
    check_at("incidents/a.md", &prose, &["section-without-items:8"]);
    check_all(
        &[("incidents/a.yaml", "- a\n"), ("incidents/b.yaml", &format!("{HEAD}relations: {{ related: a }}\n"))],
        &["not-a-map:1"],
    );
}

#[test]
fn what_has_two_ends_does_not_run_backwards() {
    let segment = |ends: &str, expected: &[&str]| {
        let entry = "- 2026-11-23 14:02 Down. {impact_start}\n- 14:20 Up. {impact_end}\n";
        check(&format!("{HEAD}timeline:\n{entry}impact:\n  segments:\n  - {{ {ends} }}\n"), expected);
    };
    segment("from: 2026-11-23 23:50, to: \"00:10\"", &["end-before-start:9"]);
    segment("from: 2026-11-23 23:50, to: 2026-11-24 00:10", &[]);
    segment("from: impact_end, to: impact_start", &["end-before-start:9"]);
    segment("from: 2026-11-23 14:30", &["end-before-start:9"]);
    segment("to: 2026-11-23 14:00", &["end-before-start:9"]);
    segment("from: about 2026-11-23 14:04, to: \"14:02\"", &[]);
    let told = "- 2026-11-23 14:02 Down. {impact_start}\n- 2026-11-22 14:20 Up. {impact_end}\n";
    let segments = "impact:\n  segments:\n  - { level: major }\n  - { from: impact_start, to: impact_end }\n";
    check(&format!("{HEAD}timeline:\n{told}{segments}"), &["end-before-start:6"]);
    let entry = |times: &str, expected: &[&str]| {
        check(&format!("{HEAD}timeline:\n- {{ text: A, {times} }}\n"), expected);
    };
    entry("at: 2026-11-23 15:00, until: \"14:00\"", &["end-before-start:5"]);
    entry("at: 2026-11-23 23:50, until: \"00:10\"", &["end-before-start:5"]);
    entry("at: 2026-11-23 15:00, until: \"15:00\"", &[]);
    entry("at: 2026-11-23 15:00, until: by 14:50", &["end-before-start:5"]);
    entry("at: 2026-11-23 15:00, known_at: \"14:00\"", &["known-before-it-happened:5"]);
    entry("at: 2026-11-23, known_at: \"14:00\"", &[]);
    entry("at: 2026-11-23 15:00, until: \"16:00\", known_at: 2026-11-24", &[]);
    let help = |text: &str, expected: &str| {
        let found = findings(&[File::new("incidents/a.yaml", &format!("{HEAD}{text}"))]);
        let help: Vec<String> = found.iter().flat_map(|(_, found)| found).filter_map(|d| d.help.clone()).collect();
        assert_eq!(help.join("; "), expected, "{text}");
    };
    let midnight = "if midnight lies between, write `2026-11-24 00:10`";
    help("impact: { segments: [{ from: 2026-11-23 23:50, to: \"00:10\" }] }\n", midnight);
    help("timeline: [{ at: 2026-11-23 23:50, text: A, until: \"00:10\" }]\n", midnight);
}

#[test]
fn an_entry_begins_with_a_bullet() {
    let body = |lines: &str, expected: &[&str]| {
        let record = format!("---\n{HEAD}---\n\n## Timeline\n\n- 2026-11-23 14:02 Down.\n{lines}\n");
        check_at("incidents/a.md", &record, expected);
    };
    body("– 14:05 Paged.", &["entry-without-bullet:10"]);
    body("\n• 14:05 Paged.\n• 14:06 Back.", &["entry-without-bullet:11", "entry-without-bullet:12"]);
    body("\n-14:05 Paged.", &["entry-without-bullet:11"]);
    body("\n— 2026-11-23 14:05 Paged.", &["entry-without-bullet:11"]);
    for text in
        ["  – and everything with it.", "\n– 14 hosts were down.", "* 14:05 Paged.", "\n-5 per cent.", "  at 14:05."]
    {
        body(text, &[]);
    }
}

#[test]
fn each_status_asks_for_its_keys() {
    let missing = |text: &str, expected: &str| {
        let found = findings(&[File::new("incidents/a.yaml", text)]);
        let messages: Vec<&str> = found.iter().flat_map(|(_, found)| found).map(|d| d.message.as_str()).collect();
        assert_eq!(messages.join("; "), expected, "{text}");
    };
    missing("", "the record has no `title`, `status` and `severity`");
    missing("title: A\nstatus: triage\n", "");
    missing("title: A\nstatus: active\n", "`active` asks for `severity`");
    missing("title: A\nstatus: cancelled\n", "`cancelled` asks for `summary`");
    missing("title: A\nstatus: false-positive\nsummary: B.\n", "");
    let mitigated = "title: A\nstatus: mitigated\nseverity: sev2\n";
    missing(mitigated, "`mitigated` asks for `impact`, `impact_start`, `detected` and `mitigated`");
    let near_miss = "title: A\nstatus: near-miss\nseverity: sev2\nsummary: B.\n";
    missing(near_miss, "`near-miss` asks for `detection`, `timeline`, `detected` and `resolved`");
    let unknown = "timestamps: { impact_start: unknown, detected: unknown, mitigated: unknown }\nimpact: B.\n";
    missing(&format!("{mitigated}{unknown}"), "");
    let short = "detection: audit\ntimestamps: { detected: unknown }\ntimeline:\n- 2026-11-23 Over. {resolved}\n";
    missing(&format!("{near_miss}{short}"), "`near-miss` asks for a second entry in `timeline`");
    let reviewed = "title: A\nstatus: active\nseverity: sev2\nreview: reviewed\nroot_cause: B.\ntrigger: C.\n";
    missing(reviewed, "`review: reviewed` asks for `actors`, `resolution`, `lessons` and `remediation`");
    let outside = format!("{reviewed}account_of: outside\n");
    missing(&outside, "`review: reviewed` asks for `actors`, `resolution` and `remediation`");
}

#[test]
fn a_post_dates_itself() {
    let entry = |at: &str, post: &str| {
        format!("{HEAD}timezone: America/New_York\ntimeline:\n- at: {at}\n  text: A\n  post: {post}\n")
    };
    let status = "https://x.com/TwitterGov/status/926238960594178048";
    check(&entry("2017-11-02 20:05", status), &[]);
    check(&entry("2017-11-02 20:05:51", status), &[]);
    check(&entry("2017-11-02", status), &[]);
    check(&entry("about 2017-11-02 20:10", status), &[]);
    check(&entry("unknown", status), &[]);
    check(&entry("2017-11-02 20:06", status), &["post-id-contradicts-time:6"]);
    let mobile = "https://mobile.twitter.com/i/web/status/926238960594178048?s=20";
    check(&entry("2017-11-02 20:05:52", mobile), &["post-id-contradicts-time:6"]);
    check(&entry("2009-11-02 20:05", "https://twitter.com/a/status/5000000000"), &[]);
    check(&entry("2009-11-02 20:05", "https://example.com/a/status/926238960594178048"), &[]);
}

#[test]
fn remediation_is_asked_of_those_whose_it_is() {
    let level = |review: &str, account_of: &str, status: &str| {
        let text = format!(
            "{HEAD}review: {review}\naccount_of: {account_of}\nremediation:\n- {{ title: A, status: {status} }}\n"
        );
        let found = findings(&[File::new("incidents/a.yaml", &text)]);
        let owner =
            found.into_iter().flat_map(|(_, found)| found).find(|found| found.rule == "remediation-without-owner");
        owner.map(|found| found.level)
    };
    assert_eq!(level("draft", "own", "open"), Some(Level::Warning));
    assert_eq!(level("published", "own", "open"), Some(Level::Error));
    assert_eq!(level("published", "outside", "open"), None);
    assert_eq!(level("published", "own", "proposed"), None);
}

#[test]
fn a_factor_is_one_number_or_words() {
    let record = |factors: &str| {
        let item = format!("remediation:\n- {{ title: A, status: proposed, factors: {factors} }}\n");
        format!("{HEAD}contributing_factors:\n- statement: A\n{item}")
    };
    check(&record("1"), &[]);
    check(&record("The 2 pools"), &[]);
    check(&record("1 1"), &["unknown-factor:7"]);
    check(&record("'2, 3'"), &["unknown-factor:7"]);
    check(&record("','"), &[]);
}

#[test]
fn what_is_withheld_stands_nowhere() {
    let actor = "actors:\n  who: { name: Jane Muster, role: a contractor }\n";
    let named = format!("{HEAD}{actor}");
    check(&format!("{named}tags: [muster]\n"), &["name-of-withheld-person-in-text:6"]);
    check(
        &format!(
            "{named}sources:\n  s: {{ url: \"https://example.com/jane-muster\" }}\nsummary: {{ text: A, sources: s }}\n"
        ),
        &[],
    );
    check(&format!("{}summary: Jane Muster did it.\n", named.replace("role:", "publish: name, role:")), &[]);
    check_at("incidents/muster.yaml", &named, &["name-of-withheld-person-in-text:1"]);
    check_at(
        "incidents/a.md",
        &format!("---\n{named}---\n\nProse, said\nJane Muster.\n"),
        &["name-of-withheld-person-in-text:10"],
    );
    let other = format!("{HEAD}summary: Muster did it.\n");
    check_all(&[("incidents/a.yaml", &named), ("incidents/b.yaml", &other)], &["name-of-withheld-person-in-text:4"]);
}

#[test]
fn an_audience_is_looked_at_wherever_it_stands() {
    for key in ["root_cause", "contributing_factors", "remediation"] {
        let words = if key == "remediation" { "title: A, status: proposed" } else { "statement: A" };
        check(&format!("{HEAD}{key}:\n- {{ {words}, audience: intern }}\n"), &["unknown-audience:5"]);
    }
}

#[test]
fn a_withheld_name_is_seen_as_readers_see_it() {
    let named = format!("{HEAD}actors:\n  who: {{ name: Jørg Vesterholm, role: a contractor }}\n");
    for leak in [
        "the login jvesterholm",
        "Ves**terh**olm left",
        "V&#101;sterholm left",
        "see [it](https://example.com/J%C3%B8rg)",
        "Vesterholm’s account",
    ] {
        check(&format!("{named}summary: {leak}\n"), &["name-of-withheld-person-in-text:6"]);
    }
    for innocent in ["A contractor left", "see [it](https://example.com/holm)", "the western holm"] {
        check(&format!("{named}summary: {innocent}\n"), &[]);
    }
    let definition = format!("---\n{named}---\nSee [it][a].\n\n[a]: https://example.com/vesterholm\n");
    let found = found_in(&[File::new("incidents/a.md", &definition)]);
    assert!(found.iter().any(|found| found.0 == "name-of-withheld-person-in-text"), "{found:?}");
}

#[test]
fn an_allowance_silences_and_says_when_it_does_not() {
    let entry = "account_of: outside\ntimeline:\n- at: 2026-11-23 14:02\n  text: A\n";
    check(&format!("{HEAD}{entry}"), &["unsourced-entry:7"]);
    check(&format!("{HEAD}{entry}  allow: {{ unsourced-entry: seen }}\n"), &[]);
    check(&format!("{HEAD}{entry}allow: {{ unsourced-entry: seen }}\n"), &[]);
    check(
        &format!("{HEAD}{entry}allow: {{ unsorced-entry: seen }}\n"),
        &["unsourced-entry:7", "allow-without-effect:8"],
    );
}

#[test]
fn ids_and_aliases_are_taken_once() {
    check_all(&[("incidents/1/a.yaml", HEAD), ("incidents/2/A.yaml", HEAD)], &["bad-record-id:1", "duplicate-id:1"]);
    check_all(&[("incidents/1/a.yaml", "- a\n"), ("incidents/2/a.yaml", HEAD)], &["not-a-map:1", "duplicate-id:1"]);
    check(&format!("aliases: [a]\n{HEAD}"), &["alias-taken:1"]);
    let old = |alias: &str| format!("aliases: [{alias}]\n{HEAD}");
    check_all(
        &[("incidents/a.yaml", &old("c")), ("incidents/b.yaml", &old("C"))],
        &["alias-taken:1", "bad-record-id:1"],
    );
    check_all(
        &[("incidents/a.yaml", &old("c")), ("incidents/b.yaml", &format!("{HEAD}relations: {{ related: c }}\n"))],
        &[],
    );
}

#[test]
fn a_second_finding_of_the_same_cause_is_not_told() {
    let entry = "timeline:\n- { at: 2026-11-23 14:02, text: A, actor: payments }\n";
    check(&format!("{HEAD}actors: [payments]\n{entry}"), &["wrong-type:4"]);
    check(&format!("{HEAD}actors: {{ payments: the payments team }}\n{entry}"), &["wrong-type:4"]);
    let cited = |key: &str| format!("{HEAD}sources: {{ status: {{ title: B }} }}\ntimeline:\n- 2026-11-23 A [{key}]\n");
    check(&cited("statuspage"), &["unknown-source:6"]);
    check(&cited("log"), &["unused-source:4", "unknown-source:6"]);
    for date in ["11/23/2026", "2026-13-23", "Nov 23", "2026/11/23"] {
        let lines = format!("{HEAD}timeline:\n- {date} 14:02 A\n- 14:06 B\n- 14:20 C\n");
        let rule = if date == "2026-13-23" { "no-such-date:5" } else { "time-not-understood:5" };
        check(&lines, &[rule]);
    }
    check(
        &format!("{HEAD}timeline:\n- 2026-11-23 14:02 Ticket #4711 [a]\nsources: {{ a: {{ title: B }} }}\n"),
        &["cut-short-by-comment:5"],
    );
}

#[test]
fn a_year_that_may_be_meant_stands() {
    let with = |lines: &str| format!("{HEAD}timeline:\n{lines}");
    check(&with("- 1930 A\n- 2026-11-23 14:02 B\n"), &[]);
    check(&with("- 2026-11-23 14:02 A\n- 2024 B\n"), &[]);
    check(&with("- 2026-11-23 14:02 A\n- 1999 B\n"), &[]);
    check(
        &with("- 2026-11-23 14:02 A\n- 1930 B\n- 1945 C\n"),
        &["year-among-clock-times:6", "year-among-clock-times:7"],
    );
}

#[test]
fn words_that_the_config_does_not_write_are_nobodys_name() {
    let named = format!("{HEAD}actors:\n  who: {{ name: Jane Major, role: a contractor }}\n");
    check_all(&[("minutebook.yaml", "title: Incidents\n"), ("incidents/a.yaml", &named)], &[]);
    let given = "severities: { sev2: Jane Major }\n";
    check_all(&[("minutebook.yaml", given), ("incidents/a.yaml", &named)], &["name-of-withheld-person-in-config:1"]);
}

#[test]
fn a_severity_by_its_name_or_number_is_offered() {
    for (severity, help) in [("2", "did you mean `sev2`?"), ("critical", "did you mean `sev1`?")] {
        let text = format!("title: A\nstatus: active\nseverity: {severity}\n");
        let found = findings(&[File::new("incidents/a.yaml", &text)]);
        let helps: Vec<_> = found.iter().flat_map(|(_, found)| found).map(|d| d.help.as_deref()).collect();
        assert_eq!(helps, [Some(help)], "{severity}");
    }
    let names = "write a name of the zone database, such as `America/New_York` or `UTC`";
    for (zone, help) in [("Europe/Berln", "did you mean `Europe/Berlin`?"), ("PST", names)] {
        let text = format!("{HEAD}timezone: {zone}\n");
        let found = findings(&[File::new("incidents/a.yaml", &text)]);
        assert_eq!(found[0].1[0].help.as_deref(), Some(help), "{zone}");
    }
}

#[test]
fn control_characters_are_nowhere() {
    check("title: \"x\\u0000y \\u001b[31m\"\nstatus: active\nseverity: sev2\n", &["nul-character:1"]);
    check("title: \"a\\tb\"\nstatus: active\nseverity: sev2\nsummary: \"\\e[1m\"\n", &["control-character:4"]);
    check("title: A\nstatus: \u{1b}[31mactive\n", &["control-character:2"]);
    check("title: A\u{202e}B\nstatus: active\nseverity: sev2\n", &["control-character:1"]);
    check("title: \"A\\u2066B\"\nstatus: active\nseverity: sev2\n", &["control-character:1"]);
    check("title: A – \u{200f}B\nstatus: active\nseverity: sev2\n", &[]);
    check_at("incidents/a.md", &format!("---\n{HEAD}---\n\nRed: \u{9b}31m\n"), &["control-character:7"]);
}

#[test]
fn an_unknown_key_that_is_none_says_what_it_is() {
    for (lines, help) in [
        (
            "timeline:\n- { at: 2026-11-23, text: Errors rise, then fall. }\n",
            "a comma ends a value within braces; quote the text that holds it",
        ),
        ("\u{a0}tags: [a]\n", "a no-break space stands here; write a plain one"),
    ] {
        let found = findings(&[File::new("incidents/a.yaml", &format!("{HEAD}{lines}"))]);
        assert_eq!(found[0].1[0].help.as_deref(), Some(help), "{lines}");
    }
}

#[test]
fn a_parenthesis_without_colons_is_told_once() {
    let with = |item: &str| format!("{HEAD}remediation:\n- {item}\n");
    check(&with("Raise it (owner payments, due 2027-01-15)"), &["wrong-type:5"]);
    check(&with("Raise it (owner payments)"), &["wrong-type:5"]);
    check(&with("Raise it (due to load)"), &["remediation-without-due:5", "remediation-without-owner:5"]);
}

#[test]
fn a_stray_bar_in_a_row_is_told_once() {
    let table = "| Time | Event | Milestone | Actor |\n| --- | --- | --- | --- |\n";
    let row = "| 2026-11-23 14:02 | The pool | is halved. | impact_start | payments |\n";
    check_at("incidents/a.md", &format!("---\n{HEAD}---\n\n## Timeline\n\n{table}{row}"), &["unknown-column:11"]);
}

/// The first finding in a `.yaml` or `.md` record: what is wrong, and what is advised.
#[track_caller]
fn check_help(path: &'static str, text: &str, message: &str, help: &str) {
    let found = findings(&[File::new(path, text)]);
    let first = found.iter().flat_map(|(_, found)| found).next().expect("something is found");
    assert_eq!((first.message.as_str(), first.help.as_deref()), (message, Some(help)), "{text}");
}

#[test]
fn brackets_at_the_end_of_a_text_may_be_text() {
    let yaml = |line: &str| format!("{HEAD}{line}\n");
    let add = "add it: `sources: { error: { title: …, url: … } }`";
    let text = format!("{add}; if it is text, write `\\[error]`, in double quotes `\\\\[error]`");
    for line in [
        "summary: Users saw [error]",
        "impact: Users saw [error]",
        "lessons: { lucky: [\"Few saw [error]\"] }",
        "timeline:\n- 2026-11-23 14:02 Users saw [error]",
        "contributing_factors:\n- Users saw [error]",
    ] {
        check_help("incidents/a.yaml", &yaml(line), "unknown source `error`", &text);
    }
    for line in ["detection: { method: customer, sources: error }", "kind: { value: availability, sources: [error] }"] {
        check_help("incidents/a.yaml", &yaml(line), "unknown source `error`", add);
    }
    let section = format!("---\n{HEAD}---\n## Summary\nUsers saw [error]\n");
    let text = format!("{add}; if it is text, write `\\[error]`");
    check_help("incidents/a.md", &section, "unknown source `error`", &text);
    check(&yaml("summary: \"Users saw \\\\[error]\""), &[]);
    check(&yaml("summary: Users saw \\[error]"), &[]);
    let link =
        |written: &str| format!("---\n{HEAD}---\n## Summary\nSee the {written}\n\n[docs]: https://example.com\n");
    let help = "add it: `sources: { docs: { title: …, url: … } }`; if it is a link, write `[docs][]`";
    check_help("incidents/a.md", &link("[docs]"), "unknown source `docs`", help);
    check_at("incidents/a.md", &link("[docs][]"), &[]);
}

#[test]
fn a_text_that_is_nothing_but_sources_says_so() {
    let sources = "sources: { log: { title: B } }\n";
    let help = "write the text before them; a backslash makes text of a bracket: `\\[`";
    for (line, key) in [
        ("summary: '[log]'", "summary"),
        ("impact: '[log]'", "impact"),
        ("lessons: { lucky: ['[log]'] }", "lessons.lucky[0]"),
    ] {
        let text = format!("{HEAD}{sources}{line}\n");
        check_help("incidents/a.yaml", &text, &format!("`{key}` is nothing but sources"), help);
        check(&text, &["item-without-text:5"]);
    }
    for (heading, key) in [("Summary", "summary"), ("Impact", "impact")] {
        let text = format!("---\n{HEAD}{sources}---\n## {heading}\n[log]\n");
        check_help("incidents/a.md", &text, &format!("`{key}` is nothing but sources"), help);
        check_at("incidents/a.md", &text, &["item-without-text:8"]);
    }
}

#[test]
fn a_source_that_is_named_within_a_map_is_advised_to_be_listed() {
    let text = format!("{HEAD}sources: {{ log: {{ title: B }} }}\nimpact: {{ description: \"Failed. [log]\" }}\n");
    let help = "cite it where it is the source, with `[log]` at the end of a line or `sources: [log]` in a map, or \
                take it out";
    check_help("incidents/a.yaml", &text, "nothing cites the source `log`", help);
}

#[test]
fn text_where_a_list_is_asked_for_is_told_as_a_list() {
    let list = |line: &str| format!("write a list: `- {line}`");
    for (lines, message, help) in [
        ("timeline: 2026-11-02 14:02 Deploy", "`timeline` must be a list, not text", list("2026-11-02 14:02 Deploy")),
        (
            "timeline: |\n  - 2026-11-02 14:02 Deploy\n  - 14:06 Page",
            "`timeline` must be a list, not text",
            list("2026-11-02 14:02 Deploy"),
        ),
        ("timeline: ''", "`timeline` is empty", "write something, or leave the key out".to_owned()),
        ("remediation: Set an alert", "`remediation` must be a list, not text", list("Set an alert")),
        ("remediation: None", "`remediation` cannot be `None`", "did you mean `none`?".to_owned()),
        ("remediation: nnoe", "`remediation` cannot be `nnoe`", "did you mean `none`?".to_owned()),
    ] {
        check_help("incidents/a.yaml", &format!("{HEAD}{lines}\n"), message, &help);
    }
}

//! `check`: every fault in one run, in every form, with the right exit code.

use crate::driver::{RESOLVED, project, with_unknown_keys};
use serde_json::Value;

/// Five faults, each told by another part of the reader or of the rules.
const FIVE: &str = "\
title: Checkout returns 502
status: resolvd
severity: sev2
colour: red
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 2:06 pm The synthetic check pages the on-call. {detected}
  - at: 2026-11-22 14:20
    text: Deploy 4711 is rolled back.
    milestone: [mitigated, impact_end]
    actor: nobody
";

fn without_time(line: &str) -> &str {
    line.rsplit_once(", ").unwrap().0
}

#[test]
fn what_is_clean_is_said_in_one_line() {
    let clean = project(&[("incidents/2026/2026-11-23-a.yaml", RESOLVED)]);
    let said = clean.run(&["check"]).data();
    assert_eq!(without_time(&said), "1 incident, no problems");
    assert!(said.ends_with(" ms\n") || said.ends_with(" s\n"), "{said}");
    assert_eq!(without_time(&project(&[("incidents/.keep", "")]).run(&["check"]).data()), "0 incidents, no problems");
}

#[test]
fn five_faults_of_one_record_are_told_in_one_run() {
    let run = project(&[("incidents/five.yaml", FIVE)]).run(&["check", "--output-format", "concise"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let lines: Vec<&str> = run.stdout.lines().collect();
    for (line, start) in lines.iter().zip([
        "incidents/five.yaml:2:9: error[unknown-value]: ",
        "incidents/five.yaml:4:1: error[unknown-key]: ",
        "incidents/five.yaml:7:5: error[twelve-hour-clock]: ",
        "incidents/five.yaml:8:9: error[end-before-start]: ",
        "incidents/five.yaml:11:12: error[unknown-actor]: ",
    ]) {
        assert!(line.starts_with(start), "{line} does not start with {start}");
    }
    assert_eq!(without_time(lines.last().unwrap()), "1 incident, 5 errors in 1 file", "{lines:#?}");
    assert_eq!(lines.len(), 6);
}

#[test]
fn findings_have_their_lines_and_the_last_line_sums_up() {
    let five = project(&[("incidents/five.yaml", FIVE), ("incidents/fine.yaml", RESOLVED)]);
    let run = five.run(&["check"]);
    assert_eq!(run.code, Some(1));
    let frame = "\
error[unknown-key]: unknown key `colour`
 --> incidents/five.yaml:4:1
  |
4 | colour: red
  | ^^^^^^
";
    assert!(run.stdout.contains(frame), "{}", run.stdout);
    assert_eq!(without_time(run.stdout.lines().last().unwrap()), "2 incidents, 5 errors in 1 file");
    assert!(!run.stdout.contains(['│', '╭', '━', '─']), "{}", run.stdout);
}

#[test]
fn json_is_one_object_a_line_and_always_the_same() {
    let five = project(&[("incidents/five.yaml", FIVE)]);
    let args = ["check", "--output-format", "json"];
    let (first, second) = (five.run(&args), five.run(&args));
    assert_eq!(first.stdout, second.stdout);
    let lines: Vec<Value> = first.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (summary, findings) = lines.split_last().unwrap();
    assert_eq!(summary["summary"]["errors"], 5);
    assert_eq!(summary["summary"]["incidents"], 1);
    assert_eq!(findings[1]["rule"], "unknown-key");
    assert_eq!((&findings[1]["line"], &findings[1]["col"]), (&Value::from(4), &Value::from(1)));
    assert_eq!(findings.len(), 5);
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let odd = RESOLVED.replace("14:06 The", "14:06 EST The") + "timezone: America/New_York\n";
    let odd = odd.replace("2026-11-23", "2026-07-23");
    let project = project(&[("incidents/odd.yaml", &odd)]);
    let run = project.run(&["check", "--today", "2026-07-24"]);
    assert_eq!(without_time(run.stdout.lines().last().unwrap()), "1 incident, 1 warning in 1 file", "{}", run.stdout);
    assert_eq!(run.code, Some(0));
    assert_eq!(project.run(&["check", "--today", "2026-07-24", "--deny-warnings"]).code, Some(1));
    let quiet = project.run(&["check", "--today", "2026-07-24", "-q", "--deny-warnings"]);
    assert!(quiet.code == Some(1) && quiet.stdout.starts_with("warning[zone-contradicts-date]"), "{}", quiet.stdout);
    let very_quiet = project.run(&["check", "--today", "2026-07-24", "-qq", "--deny-warnings"]);
    assert_eq!((very_quiet.code, very_quiet.stdout.as_str()), (Some(1), ""));
}

#[test]
fn files_that_look_like_records_are_not_passed_over_in_silence() {
    let run = project(&[("incidents/b.markdown", "---\n"), ("incidents/b.png", "")]).run(&["check"]);
    let note =
        "       Note `incidents/b.markdown` is passed over: a record is a file in `.md` or `.yaml`, and no link\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), note));
}

#[test]
fn quiet_leaves_the_errors_and_very_quiet_the_exit_code() {
    let five = project(&[("incidents/five.yaml", FIVE)]);
    let quiet = five.run(&["check", "-q"]);
    assert_eq!(quiet.code, Some(1));
    assert!(quiet.stdout.contains("error[unknown-key]") && !quiet.stdout.contains(" errors in "), "{}", quiet.stdout);
    let silent = five.run(&["-qq", "check"]);
    assert_eq!((silent.code, silent.stdout.as_str(), silent.stderr.as_str()), (Some(1), "", ""));
}

#[test]
fn paths_choose_what_is_shown() {
    let files = project(&[
        ("incidents/2026/five.yaml", FIVE),
        ("incidents/2027/fine.yaml", RESOLVED),
        ("minutebook.yaml", "titel: Ours\n"),
    ]);
    for (path, code, last) in [
        ("incidents/2027", 0, "1 incident, no problems"),
        ("incidents/2027/fine.yaml", 0, "1 incident, no problems"),
        ("incidents/2026", 1, "1 incident, 5 errors in 1 file"),
        ("incidents", 1, "2 incidents, 5 errors in 1 file"),
        ("minutebook.yaml", 1, "0 incidents, 1 error in 1 file"),
        (".", 1, "2 incidents, 6 errors in 2 files"),
    ] {
        let run = files.run(&["check", path]);
        assert_eq!(without_time(run.stdout.lines().last().unwrap()), last, "{path}");
        assert_eq!(run.code, Some(code), "{path}");
    }
    let said = files.run(&["check", "incidents/2028"]).refused();
    assert!(said.starts_with("error: cannot read `incidents/2028`: "), "{said}");
}

#[test]
fn many_findings_are_cut_short_and_counted() {
    let many = project(&[("incidents/many.yaml", &with_unknown_keys(60))]);
    let count = |run: &str, text: &str| run.lines().filter(|line| line.contains(text)).count();

    let run = many.run(&["check"]).stdout;
    assert_eq!((count(&run, " --> "), count(&run, ": error[unknown-key]: ")), (50, 10));
    let run = many.run(&["check", "--limit", "2"]).stdout;
    assert_eq!((count(&run, " --> "), count(&run, ": error[unknown-key]: ")), (2, 20));
    assert!(run.contains("\n38 more findings (`--limit 0` shows all)\n"), "{run}");
    let run = many.run(&["check", "--limit", "0"]).stdout;
    assert_eq!((count(&run, " --> "), count(&run, ": error[unknown-key]: ")), (60, 0));
    assert!(run.contains("\n1 incident, 60 errors in 1 file, "), "{run}");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let concise = |text: &str| {
        let run = project(&[("incidents/five.yaml", text)]).run(&["check", "--output-format", "concise"]);
        run.stdout.lines().filter(|line| line.contains("five.yaml")).map(str::to_owned).collect::<Vec<_>>()
    };
    let plain = concise(FIVE);
    assert_eq!(plain.len(), 5);
    assert_eq!(concise(&FIVE.replace('\n', "\r\n")), plain);
    assert_eq!(concise(&format!("\u{feff}{FIVE}")), plain);
}

#[test]
fn one_broken_file_does_not_hide_the_others() {
    let files = project(&[("incidents/broken.yaml", "title: [\n"), ("incidents/five.yaml", FIVE)]);
    let run = files.run(&["check", "--output-format", "concise"]);
    assert!(run.stdout.starts_with("incidents/broken.yaml:"), "{}", run.stdout);
    assert!(run.stdout.ends_with("in 2 files, ") || run.stdout.contains("6 errors in 2 files"), "{}", run.stdout);
}

#[test]
fn without_records_the_way_out_is_told() {
    let said = project(&[("README.md", "# Not here\n")]).run(&["check"]).refused();
    assert!(said.starts_with("error: there is no folder `incidents` in `"), "{said}");
    assert!(said.contains("\nhelp: start one with `minutebook init`"), "{said}");
}

#[test]
fn from_a_folder_below_paths_are_seen_from_there() {
    let files = project(&[("minutebook.yaml", ""), ("incidents/2026/five.yaml", FIVE), ("docs/a.md", "")]);
    for (folder, path) in [
        (".", "incidents/2026/five.yaml"),
        ("incidents", "2026/five.yaml"),
        ("incidents/2026", "five.yaml"),
        ("docs", "../incidents/2026/five.yaml"),
    ] {
        let run = files.run(&["-C", folder, "check", "--output-format", "concise"]);
        assert!(run.stdout.starts_with(&format!("{path}:2:9: ")), "{folder}: {}", run.stdout);
    }
    let said = files.run(&["check", "-C", "nowhere"]).refused();
    assert!(said.starts_with("error: cannot go to `nowhere`: "), "{said}");
}

#[test]
fn today_is_a_day() {
    let clean = project(&[("incidents/a.yaml", RESOLVED)]);
    assert_eq!(clean.run(&["check", "--today", "2026-11-24"]).code, Some(0));
    let said = clean.run(&["check", "--today", "24.11.2026"]).refused();
    assert!(said.contains("--today <DATE>"), "{said}");
}

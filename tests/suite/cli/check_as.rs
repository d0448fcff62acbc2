//! `check --as`: what is missing before a record may be called something, with the right exit code.

use crate::driver::{Project, RESOLVED, project};
use minutebook::model::State;
use serde_json::Value;

/// An active incident that wants four things before it is resolved.
const ACTIVE: &str = "\
title: Checkout returns 502
status: active
severity: sev2
impact: Nine of ten checkouts failed.
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:06 The synthetic check pages the on-call. {detected}
  - 14:20 Deploy 4711 is rolled back; errors stop. {mitigated}
";

const TODAY: [&str; 2] = ["--today", "2026-11-24"];

fn records() -> Project {
    project(&[("incidents/2026-11-23-checkout.yaml", ACTIVE), ("incidents/2026-11-22-done.yaml", RESOLVED)])
}

#[test]
fn what_is_there_has_its_line_and_what_is_not_has_an_example() {
    let expected = "\
Checkout returns 502 (2026-11-23-checkout), as resolved; now status: active, review: draft

  [x] title           incidents/2026-11-23-checkout.yaml:1
  [x] severity        incidents/2026-11-23-checkout.yaml:3
  [x] impact          incidents/2026-11-23-checkout.yaml:4
  [x] timeline        incidents/2026-11-23-checkout.yaml:5
  [x] {impact_start}  incidents/2026-11-23-checkout.yaml:6
  [x] {detected}      incidents/2026-11-23-checkout.yaml:7
  [x] {mitigated}     incidents/2026-11-23-checkout.yaml:8
  [ ] summary         A few sentences.
                      such as `summary: A halved connection pool starved checkout for eighteen minutes.`
  [ ] detection       How it came to be noticed.
                      such as `detection: monitoring`
  [ ] {impact_end}    Nobody was affected any longer.
                      `{impact_end}` at the end of the entry that is it, or `impact_end: unknown` under `timestamps`
  [ ] {resolved}      It was called over.
                      `{resolved}` at the end of the entry that is it, or `resolved: unknown` under `timestamps`

4 of 11 missing: it may not be called resolved yet
";
    for id in ["2026-11-23-checkout", "checkout", "incidents/2026-11-23-checkout.yaml"] {
        let run = records().run(&["check", "--as", "resolved", id]);
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(1), expected, ""), "{id}");
    }
    let quiet = records().run(&["check", "-q", "--as", "resolved", "checkout"]).stdout;
    assert!(quiet.starts_with("  [ ] summary ") && quiet.ends_with(" under `timestamps`\n\n"), "{quiet}");
}

#[test]
fn a_record_in_which_nothing_is_missing_may_be_called_so() {
    let files = records();
    let last = |args: &[&str]| {
        let said = files.run(&[&["check", "--as"], args, &TODAY].concat()).data();
        said.lines().last().unwrap().to_owned()
    };
    assert_eq!(last(&["resolved", "done"]), "nothing missing: it is resolved, and may be");
    assert_eq!(last(&["draft", "done"]), "nothing missing: add `review: draft` to incidents/2026-11-22-done.yaml");
    let write = "nothing missing: write `status: mitigated` at incidents/2026-11-23-checkout.yaml:2";
    assert_eq!(last(&["mitigated", "checkout"]), write);
    files.write("incidents/2026-11-22-done.yaml", &(RESOLVED.to_owned() + "aliases: [of-old]\n"));
    assert_eq!(last(&["resolved", "of-old"]), "nothing missing: it is resolved, and may be");
}

#[test]
fn what_else_would_be_wrong_is_shown_where_it_stands() {
    let files = records();
    let run = files.run(&["check", "--as", "withdrawn", "checkout", TODAY[0], TODAY[1]]);
    let frame = "\
error[withdrawn-without-reason]: the record is withdrawn, and nobody says why
 --> incidents/2026-11-23-checkout.yaml:1:1
  |
1 | title: Checkout returns 502
  | ^^^^^
  |
  = help: add `withdrawn_reason: …`, such as `Merged into another record.`
  = note: the record has no `review`; this is so once it says `review: withdrawn`

nothing missing, 1 error: it may not be called withdrawn yet
";
    assert!(run.code == Some(1) && run.stdout.ends_with(frame), "{}", run.stdout);

    let args = ["check", "--as", "active", "done", TODAY[0], TODAY[1], "--deny-warnings"];
    assert_eq!(files.run(&args[..6]).code, Some(0));
    let denied = files.run(&args);
    let shown = "2 | status: resolved\n   |         ^^^^^^^^ it goes on\n";
    assert!(denied.code == Some(1) && denied.stdout.contains(shown), "{}", denied.stdout);
    assert!(denied.stdout.contains("= note: this is so once it says `status: active`"), "{}", denied.stdout);
}

#[test]
fn a_line_an_item() {
    let run = records().run(&["check", "--as", "mitigated", "checkout", "--output-format", "concise"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.first(), Some(&"incidents/2026-11-23-checkout.yaml:1:1: given[title]"));
    let run = records().run(&["check", "--as", "resolved", "checkout", "--output-format", "concise"]);
    let missing = "incidents/2026-11-23-checkout.yaml:2:1: missing[detection]: such as `detection: monitoring`\n";
    assert!(run.stdout.contains(missing), "{}", run.stdout);
    assert!(run.stdout.ends_with("\n4 of 11 missing: it may not be called resolved yet\n"), "{}", run.stdout);
}

#[test]
fn json_has_an_object_an_item_and_one_that_sums_up() {
    let run = records().run(&["check", "--as", "resolved", "checkout", "--output-format", "json"]);
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let expected = concat!(
        r#"{"item":"detection","sort":"key","state":"missing","asked_by":"status","#,
        r#""path":"incidents/2026-11-23-checkout.yaml","line":null,"col":null,"#,
        r#""doc":"How it came to be noticed.","write":"such as `detection: monitoring`"}"#
    );
    assert!(run.stdout.lines().any(|line| line == expected), "{}", run.stdout);
    let given = lines.iter().find(|line| line["item"] == "detected").unwrap();
    assert_eq!((&given["state"], &given["line"], &given["col"]), (&"given".into(), &7.into(), &5.into()));
    let summary = concat!(
        r#"{"summary":{"v":1,"id":"2026-11-23-checkout","path":"incidents/2026-11-23-checkout.yaml","#,
        r#""key":"status","as":"resolved","now":"active","items":11,"missing":4,"#,
        r#""errors":0,"warnings":0,"holds":false}}"#
    );
    assert_eq!(run.stdout.lines().last(), Some(summary));
    assert_eq!(lines.len(), 12);
}

#[test]
fn what_is_silenced_is_left_out_and_what_cannot_be_read_is_told() {
    let allowed = ACTIVE.to_owned() + "allow: { missing-for-status: nobody was there }\n";
    let said = project(&[("incidents/a.yaml", &allowed)]).run(&["check", "--as", "resolved", "a"]).data();
    assert!(said.contains("\n  [-] summary  "), "{said}");
    assert!(
        said.contains("\n4 of 11 left out, as `allow` or the config lets it: write `status: resolved` at "),
        "{said}"
    );

    let unread = ACTIVE.replace("impact: Nine", "impact: [Nine").replace("failed.", "failed.]");
    let run = project(&[("incidents/a.yaml", &unread)]).run(&["check", "--as", "mitigated", "a"]);
    assert!(run.stdout.contains("\n  [!] impact          incidents/a.yaml:4  cannot be read\n"), "{}", run.stdout);
    assert!(run.code == Some(1) && run.stdout.contains("error[wrong-type]"), "{}", run.stdout);

    let broken = project(&[("incidents/a.yaml", "title: [\n")]);
    let run = broken.run(&["check", "--as", "mitigated", "a"]);
    assert!(
        run.code == Some(1) && run.stdout.starts_with("incidents/a.yaml, as mitigated\n\nerror["),
        "{}",
        run.stdout
    );
    assert!(run.stdout.ends_with("\n1 error: it may not be called mitigated yet\n"), "{}", run.stdout);
}

#[test]
fn an_id_comes_before_files_and_folders_of_that_name() {
    let files = records();
    files.write("minutebook.yaml", "title: Ours\n");
    files.write("drafts/checkout", "Call the on-call.\n");
    files.write("drafts/done/notes.txt", "");
    for (id, title) in [("checkout", "Checkout returns 502"), ("done", "Checkout returns 502 (2026-11-22-done)")] {
        let run = files.run(&["-C", "drafts", "check", "--as", "mitigated", id]);
        assert!(run.stdout.starts_with(title) && run.stderr.is_empty(), "{id}: {}{}", run.stdout, run.stderr);
    }
}

#[test]
fn wrong_calls_are_explained() {
    let every = "`minutebook list --json` shows every id\n";
    for (args, expected) in [
        (
            &["resolved"][..],
            format!(
                "`--as` needs the record that is asked about\nhelp: write `minutebook check --as resolved ID`; {every}"
            ),
        ),
        (
            &["resolved", "a", "b"],
            format!("`--as` asks about one record, not 2\nhelp: write `minutebook check --as resolved ID`; {every}"),
        ),
        (
            &["resolved", "chekout"],
            "no incident is called `chekout`\nhelp: did you mean `2026-11-23-checkout`?\n".to_owned(),
        ),
        (&["resolved", "xyzzy"], format!("no incident is called `xyzzy`\nhelp: {every}")),
        (
            &["resolved", "incidents"],
            "`incidents` is a folder\nhelp: `--as` asks about one record: name it by its id or its file\n".to_owned(),
        ),
    ] {
        assert_eq!(records().run(&[&["check", "--as"], args].concat()).refused(), format!("error: {expected}"));
    }
    let said = records().run(&["check", "--as", "resolvd", "checkout"]).refused();
    assert!(said.contains("tip: a similar value exists: 'resolved'"), "{said}");
    assert!(State::all().all(|(_, word, _)| said.contains(word)), "{said}");
}

#[test]
fn it_is_as_check_says_once_the_word_is_changed() {
    let path = "incidents/2026-11-23-checkout.yaml";
    for (_, word, _) in State::all().filter(|(state, ..)| state.key() == "status") {
        let files = records();
        let asked = files.run(&["check", "--as", word, "checkout", TODAY[0], TODAY[1]]).code;
        files.write(path, &ACTIVE.replace("status: active", &format!("status: {word}")));
        assert_eq!(files.run(&["check", path, TODAY[0], TODAY[1]]).code, asked, "{word}");
    }
}

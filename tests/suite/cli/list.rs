//! `list`: aligned columns, latest first, and only what was asked for.

use crate::driver::{Project, RESOLVED, project};
use serde_json::Value;

fn three() -> Project {
    let old = RESOLVED.replace("2026-11-23", "2017-02-28").replace("14:20", "18:19").replace("sev2", "sev1");
    let open = "title: 支払い\\u007f[31m\nstatus: active\nseverity: sev3\n"
        .replace("支払い\\u007f[31m", "\"支払い\\u007f[31m\"");
    project(&[
        ("incidents/2017-02-28-old.yaml", &old.replace("Checkout returns 502", "Servers removed")),
        ("incidents/2026-11-23-new.yaml", RESOLVED),
        ("incidents/open.yaml", &open),
    ])
}

#[test]
fn columns_are_aligned_and_the_latest_is_first() {
    let expected = "\
2026-11-23  sev2     18m  resolved  Checkout returns 502
2017-02-28  sev1  4h 17m  resolved  Servers removed
unknown     sev3       -  active    支払い\\u{7f}[31m
";
    assert_eq!(three().run(&["list"]).data(), expected);
}

#[test]
fn only_what_was_asked_for_is_listed() {
    let three = three();
    for (args, expected) in [
        (&["--year", "2017"][..], &["Servers removed"][..]),
        (&["--severity", "1..2"], &["Checkout returns 502", "Servers removed"]),
        (&["--severity", "sev2..sev3", "--status", "resolved"], &["Checkout returns 502"]),
        (&["--severity", "1"], &["Servers removed"]),
        (&["--year", "1999"], &[]),
    ] {
        let listed = three.run(&[&["list"], args].concat()).data();
        let titles: Vec<&str> = listed.lines().map(|line| line.rsplit("  ").next().unwrap()).collect();
        assert_eq!(titles, expected, "{args:?}");
    }
    let said = three.run(&["list", "--status", "resolvd"]).refused();
    assert_eq!(said, "error: no status is called `resolvd`\nhelp: did you mean `resolved`?\n");
    let said = three.run(&["list", "--severity", "5"]).refused();
    assert!(said.starts_with("error: no severity is called `5`\nhelp: one of `sev1`, "), "{said}");
}

#[test]
fn json_is_one_object_a_line() {
    let listed = three().run(&["list", "--json", "--status", "resolved"]).data();
    let rows: Vec<Value> = listed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!((&rows[0]["id"], &rows[0]["impact_duration"]), (&"2026-11-23-new".into(), &"18 min".into()));
}

#[test]
fn records_with_errors_are_listed_and_a_note_says_so() {
    let faulty = project(&[("incidents/a.yaml", &(RESOLVED.to_owned() + "colour: red\n"))]);
    let run = faulty.run(&["list"]);
    assert_eq!((run.code, run.stdout.lines().count()), (Some(0), 1));
    assert!(run.stderr.contains("run `minutebook check`"), "{}", run.stderr);
}

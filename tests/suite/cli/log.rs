//! `log`: an entry from the shell, at the end of a record's timeline, and no other byte changed.

use crate::driver::{RESOLVED, project};

const PATH: &str = "incidents/2017/2017-11-23-checkout-returns-502.yaml";

/// A record of an incident that goes on.
const ACTIVE: &str = "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2017-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
# The rest comes later.
";

fn is_temporary(path: &str) -> bool {
    path.contains(".tmp")
}

#[test]
fn an_entry_goes_to_the_end_of_the_timeline() {
    let files = project(&[(PATH, ACTIVE)]);
    let args = ["log", "checkout", "The on-call is paged", "--at", "2017-11-23 14:06", "--milestone", "detected"];
    let run = files.run(&args);
    let said = format!("     Logged 2017-11-23, 14:06 The on-call is paged  {PATH}:6\n");
    assert_eq!((run.code, run.stdout.as_str(), run.stderr), (Some(0), "", said));
    let line = "  - 14:06 The on-call is paged {detected}\n";
    assert_eq!(files.read(PATH), ACTIVE.replace("# The", &format!("{line}# The")));
    assert_eq!(files.files(), [PATH]);
    assert!(files.run(&["check"]).data().starts_with("1 incident, no problems, "));
}

#[test]
fn groups_in_a_text_are_text_and_that_is_said() {
    let compiled = format!("{ACTIVE}sources: {{ log: {{ title: A log }} }}\n");
    let files = project(&[(PATH, &compiled)]);
    let said = |text: &str| files.run(&["log", "502", text, "--at", "2017-11-23 14:06"]).stderr;
    let note = "Note `{mitigated}` was taken as text; `--milestone mitigated` says it\n";
    assert!(said("It is well {mitigated}").contains(note), "{}", said("It is well {mitigated}"));
    assert!(said("It is well [log]").ends_with("Note `[log]` was taken as text; `--source log` says it\n"));
    assert!(!said("It is well {a} [b] {").contains("Note"));
}

#[test]
fn many_at_once_are_all_logged() {
    let files = project(&[(PATH, ACTIVE)]);
    let log = |text: &str| files.run(&["log", "502", text, "--at", "2017-11-23 14:06"]).code;
    std::thread::scope(|all| {
        let runs: Vec<_> = (0..8).map(|n| all.spawn(move || log(&format!("Entry {n}")))).collect();
        assert!(runs.into_iter().all(|run| run.join().unwrap() == Some(0)));
    });
    assert_eq!(files.read(PATH).matches("14:06 Entry ").count(), 8);
}

#[test]
fn a_record_may_be_named_by_its_file() {
    let files = project(&[(PATH, ACTIVE), ("incidents/broken.yaml", "title: [\n"), ("notes.txt", "")]);
    assert_eq!(files.run(&["log", PATH, "Paged", "--at", "2017-11-23 14:06"]).code, Some(0));
    assert!(files.read(PATH).contains("14:06 Paged\n"));
    assert!(files.run(&["show", PATH]).data().contains("Paged"));
    let said = files.run(&["log", "incidents/broken.yaml", "A"]).refused();
    assert!(said.starts_with("error: the record `broken` cannot be read\n"), "{said}");
    assert!(files.run(&["log", "notes.txt", "A"]).refused().starts_with("error: `notes.txt` is no record\n"));
}

#[test]
fn without_a_time_it_is_now() {
    let files = project(&[(PATH, ACTIVE)]);
    assert_eq!(files.run(&["log", "2017-11-23-checkout-returns-502", "It goes on"]).code, Some(0));
    let text = files.read(PATH);
    let (time, _) = text.lines().nth(5).unwrap().strip_prefix("  - ").unwrap().split_once(" It goes on").unwrap();
    chrono::NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M").unwrap();
    assert_eq!(files.run(&["log", "502", "And on"]).code, Some(0));
    assert!(files.run(&["check"]).data().starts_with("1 incident, no problems, "));
}

#[test]
fn line_endings_and_permissions_stay() {
    let crlf = ACTIVE.replace('\n', "\r\n");
    let files = project(&[(PATH, &crlf)]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(files.path(PATH), std::fs::Permissions::from_mode(0o640)).unwrap();
    }
    assert_eq!(files.run(&["log", "502", "Paged", "--at", "2017-11-23 14:06"]).code, Some(0));
    assert_eq!(files.read(PATH), crlf.replace("# The", "  - 14:06 Paged\r\n# The"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(files.path(PATH).metadata().unwrap().permissions().mode() & 0o777, 0o640);
    }
}

#[test]
fn what_is_over_can_be_told_late() {
    let resolved = RESOLVED.replace("2026", "2017");
    let files = project(&[(PATH, &resolved)]);
    let run = files.run(&["log", "502", "A customer calls", "--at", "14:15"]);
    assert_eq!(run.stderr, format!("     Logged 2017-11-23 14:15 A customer calls  {PATH}:11\n"));
    assert_eq!(files.read(PATH), format!("{resolved}  - 2017-11-23 14:15 A customer calls\n"));
}

#[test]
fn a_late_note_does_not_move_the_end() {
    let resolved = RESOLVED.replace("2026", "2017");
    let files = project(&[(PATH, &resolved)]);
    files.run(&["log", "502", "A letter comes", "--at", "2017-12-01 09:00"]);
    let run = files.run(&["log", "502", "A customer calls", "--at", "14:15"]);
    assert_eq!(run.stderr, format!("     Logged 2017-11-23 14:15 A customer calls  {PATH}:12\n"));
}

#[test]
fn what_cannot_be_logged_is_refused_and_nothing_is_written() {
    let other = "incidents/2017/2017-11-24-checkout-is-slow.yaml";
    let compiled = format!("{ACTIVE}account_of: outside\nsources: {{ log: {{ title: A log }} }}\n");
    let files = project(&[(PATH, &compiled), (other, ACTIVE), ("incidents/broken.yaml", "title: [\n")]);
    for (args, expected) in [
        (
            &["chekout-returns", "A"][..],
            "no incident is called `chekout-returns`\nhelp: did you mean `2017-11-23-checkout-returns-502`?\n",
        ),
        (&["zzz", "A"], "no incident is called `zzz`\nhelp: `minutebook list --json` shows every id\n"),
        (
            &["checkout", "A"],
            "`checkout` is part of several ids\nhelp: one of `2017-11-23-checkout-returns-502`, `2017-11-24-checkout-is-slow`\n",
        ),
        (&["broken", "A"], "the record `broken` cannot be read\nhelp: `minutebook check` says why\n"),
        (&["brok", "A"], "the record `broken` cannot be read\nhelp: `minutebook check` says why\n"),
        (&["502", "A", "--at", "2:06 pm"], "`2:06 pm` is on the twelve-hour clock\nhelp: write `14:06`\n"),
        (&["502", "A", "--milestone", "detectd"], "no milestone is called `detectd`\nhelp: did you mean `detected`?\n"),
        (&["502", "A", "--source", "lgo"], "the record has no source `lgo`\nhelp: did you mean `log`?\n"),
        (
            &["502", "A"],
            "nothing is logged: an entry of a compiled record has no source (unsourced-entry)\nhelp: give `--source KEY`, one of `log`\n",
        ),
    ] {
        let said = files.run(&[&["log"], args].concat()).refused();
        assert!(said.starts_with(&format!("error: {expected}")), "{said}");
    }
    assert_eq!((files.read(PATH), files.read(other)), (compiled, ACTIVE.to_owned()));
    assert!(!files.files().iter().any(|path| is_temporary(path)));
    assert_eq!(files.run(&["log", "502", "A", "--source", "log", "--at", "2017-11-23 14:06"]).code, Some(0));
}

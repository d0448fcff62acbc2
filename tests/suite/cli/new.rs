//! `new`: a record that passes at once, whatever its title, and never over another one.

use crate::driver::{Project, project};

const CONFIG: &str = "minutebook.yaml";

/// A project without records.
fn empty() -> Project {
    project(&[(CONFIG, "title: Incidents\n")])
}

const CLEAN: &str = "1 incident, no problems, ";

#[test]
fn a_new_record_is_where_it_says_and_passes_the_check() {
    for (flags, ending) in [(&[][..], "md"), (&["--yaml"][..], "yaml")] {
        let empty = empty();
        let args = [&["new", "Checkout returns 502", "--at", "2026-11-23T14:02"][..], flags].concat();
        let run = empty.run(&args);
        let path = format!("incidents/2026/2026-11-23-checkout-returns-502.{ending}");
        let said = format!(
            "    Created {path}\n       Next fill in `impact` and the first three entries, then `minutebook check`\n"
        );
        assert_eq!((run.code, run.stdout.as_str(), run.stderr), (Some(0), "", said));
        assert_eq!(empty.files(), [path.as_str(), CONFIG]);
        let text = empty.read(&path);
        assert!(text.contains("2026-11-23 14:02 Users are first affected. {impact_start}"), "{text}");
        assert!(!text.contains("$schema"), "{text}");
        assert!(empty.run(&["check", "--deny-warnings"]).data().starts_with(CLEAN), "{text}");
    }
}

#[test]
fn nasty_titles_pass_the_check_in_both_forms() {
    for title in ["\"quoted\": 'both'", "@handle #tag: no", "no", "1_000", "[a] {b}", "Сбой 🚨", "- a", "%", "a: b: c"]
    {
        for flags in [&[][..], &["--yaml"][..]] {
            let empty = empty();
            let args = [&["new", "--at", "2026-11-23 14:02"][..], flags, &["--", title]].concat();
            assert_eq!(empty.run(&args).code, Some(0), "{title}");
            assert!(empty.run(&["check", "--deny-warnings"]).data().starts_with(CLEAN), "{title}");
            let listed = empty.run(&["list"]).data();
            assert!(listed.ends_with(&format!("  {title}\n")), "{listed}");
        }
    }
}

#[test]
fn outside_a_project_nothing_is_written() {
    let nowhere = project(&[]);
    let said = nowhere.run(&["new", "Down"]).refused();
    assert!(said.contains("there is no project in `") && said.contains("`minutebook init`"), "{said}");
    assert_eq!(nowhere.files(), [""; 0]);
    let records = project(&[("incidents/notes.txt", "")]);
    assert_eq!(records.run(&["new", "Down"]).code, Some(0));
}

#[test]
fn nothing_is_overwritten() {
    let empty = empty();
    let args = ["new", "Down", "--at", "2026-11-23 14:02"];
    empty.run(&args);
    let path = "incidents/2026/2026-11-23-down.md";
    empty.write(path, "mine");
    assert!(empty.run(&args).stderr.contains("2026-11-23-down-2.md"));
    assert!(empty.run(&[&args[..], &["--yaml"]].concat()).stderr.contains("2026-11-23-down-3.yaml"));
    assert_eq!(empty.read(path), "mine");
}

#[test]
fn without_a_title_and_a_terminal_the_usage_is_told() {
    let empty = empty();
    let said = empty.run(&["new"]).refused();
    assert!(said.starts_with("error: a record needs a title\nhelp: `minutebook new \""), "{said}");
    assert!(empty.run(&["new", "  "]).refused().contains("a record needs a title"));
    assert_eq!(empty.files(), [CONFIG]);
}

#[test]
fn what_cannot_be_written_is_refused_with_the_way_out() {
    let empty = project(&[("minutebook.yaml", "severities: [high, low]\n")]);
    for (args, expected) in [
        (["new", "Down", "--severity", "hihg"], "no severity is called `hihg`\nhelp: did you mean `high`?\n"),
        (["new", "Down", "--severity", "sev2"], "no severity is called `sev2`\nhelp: one of `high`, `low`\n"),
        (["new", "Down", "--at", "2:02 pm"], "`2:02 pm` is on the twelve-hour clock\nhelp: write `14:02`\n"),
    ] {
        assert_eq!(empty.run(&args).refused(), format!("error: {expected}"));
    }
    assert_eq!(empty.files(), ["minutebook.yaml"]);
}

#[test]
fn a_clock_that_does_not_exist_or_exists_twice_is_refused() {
    let ours = project(&[("minutebook.yaml", "timezone: Europe/Berlin\n")]);
    for (at, rule) in [
        ("2026-03-29 02:30", "local-time-skipped"),
        ("2026-10-25 02:30", "local-time-repeated"),
        ("2026-11-23 14:02 PST", "zone-not-of-record"),
    ] {
        let said = ours.run(&["new", "Down", "--at", at]).refused();
        assert!(
            said.starts_with("error: nothing is written: ") && said.contains(&format!(" ({rule})\nhelp: ")),
            "{said}"
        );
    }
    assert_eq!(ours.files(), ["minutebook.yaml"]);
}

#[test]
fn the_config_gives_scale_and_zone() {
    let ours = project(&[("minutebook.yaml", "severities: [high, low]\ntimezone: Asia/Tokyo\n")]);
    ours.run(&["new", "Down", "--at", "2026-11-23 14:02"]);
    let text = ours.read("incidents/2026/2026-11-23-down.md");
    assert!(text.contains("severity: low # Of high, low.\n") && text.contains("without it, Asia/Tokyo:\n"), "{text}");
}

#[test]
fn a_yaml_record_leads_to_the_schema_where_there_is_one() {
    let ours = project(&[("minutebook.yaml", "title: Ours\n")]);
    ours.write("minutebook.schema.json", &ours.run(&["schema"]).data());
    ours.run(&["new", "Up", "--at", "2026-11-23 14:02"]);
    ours.run(&["new", "Down", "--yaml", "--at", "2026-11-23 14:02"]);
    let modeline = "# yaml-language-server: $schema=";
    let text = ours.read("incidents/2026/2026-11-23-down.yaml");
    let schema = text.lines().next().unwrap().strip_prefix(modeline).expect("the line is the first");
    let found =
        ours.path("incidents/2026").join(schema).canonicalize().expect("it leads from the record to the schema");
    assert_eq!(found, ours.path("minutebook.schema.json"));
    assert!(!ours.read("incidents/2026/2026-11-23-up.md").contains(modeline));
    assert!(ours.run(&["check", "--deny-warnings"]).data().starts_with("2 incidents, no problems, "));
}

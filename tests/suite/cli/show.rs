//! `show`: the timeline of one incident, with its doubt, and the whole of it as JSON.

use crate::driver::{Project, RESOLVED, finish, project};
use serde_json::Value;

const DOUBTFUL: &str = "\
title: The account is gone
status: resolved
severity: sev2
timezone: America/New_York
summary: Gone.
impact: Gone.
detection: public
timestamps: { declared: unknown, identified: by 2017-11-02 22:00 }
sources: { tpm: { title: One }, nyt: { title: Two } }
timeline:
  - { id: down, at: 2017-11-02 18:45..19:00, text: The account is gone., milestone: impact_start, sources: [tpm, nyt] }
  - about 18:59 ±2m It trends.
  - down..up Users notice first. {detected}
  - { id: up, at: down +11m, milestone: [mitigated, impact_end], text: The account is back. }
  - before 19:19 Somebody writes.
  - 20:05:51 First statement. {resolved}
  - 2017-11-03 00:10 UTC The clock of another zone.
  - { at: { value: disputed, reports: { tpm: 2017-11-02 22:40, nyt: 2017-11-02 22:45 } }, text: The sources differ. }
  - 2017-11-03 09:00 The next day.
  - 2017-11-29 The press.
";

fn show(project: &Project, args: &[&str], columns: &str) -> String {
    finish(project.command(&[&["show"], args].concat()).env("COLUMNS", columns)).data()
}

#[test]
fn one_incident_is_a_timeline() {
    let expected = "\
Checkout returns 502                                     sev2, resolved, UTC
14:02  impact_start  Deploy 4711 halves the connection pool.
14:06  detected      The synthetic check pages the on-call.
14:20  mitigated     Deploy 4711 is rolled back; errors stop.
       impact_end
       resolved
                     18 min of impact, detected after 4 min
";
    let files = project(&[("incidents/2026-11-23-checkout-returns-502.yaml", RESOLVED)]);
    assert_eq!(show(&files, &["checkout-returns-502"], "76"), expected);
    assert_eq!(show(&files, &["2026-11-23-checkout-returns-502"], "76"), expected);
}

#[test]
fn an_entry_says_until_when_it_went_on() {
    let head = "title: A\nstatus: active\nseverity: sev2\ntimeline:\n";
    let entries =
        "- { at: 2026-11-23 23:50, until: 23:55, text: One. }\n- { at: 23:51, until: 2026-11-24 00:10, text: Two. }\n";
    let files = project(&[("incidents/a.yaml", &format!("{head}{entries}"))]);
    let said = show(&files, &["a"], "76");
    assert!(said.contains("One. (until 23:55)\n") && said.contains("Two. (until 2026-11-24 00:10)\n"), "{said}");
}

#[test]
fn a_part_of_an_id_is_enough_where_no_other_has_it() {
    let files = project(&[
        ("incidents/2026-11-23-checkout-returns-502.yaml", RESOLVED),
        ("incidents/2026-11-24-sample-checkout-returns-502.yaml", &RESOLVED.replace("Checkout", "Sample")),
    ]);
    for (id, title) in [("checkout-returns-502", "Checkout"), ("sample", "Sample"), ("11-23-check", "Checkout")] {
        assert!(show(&files, &[id], "76").starts_with(title), "{id}");
    }
    let both = "`2026-11-23-checkout-returns-502`, `2026-11-24-sample-checkout-returns-502`";
    let said = files.run(&["show", "502"]).refused();
    assert_eq!(said, format!("error: `502` is part of several ids\nhelp: one of {both}\n"));
    for none in ["", "ample"] {
        let said = files.run(&["show", none]).refused();
        assert!(said.starts_with(&format!("error: no incident is called `{none}`\n")), "{said}");
    }
    let said = files.run(&["show", "smaple"]).refused();
    assert_eq!(
        said,
        "error: no incident is called `smaple`\nhelp: did you mean `2026-11-24-sample-checkout-returns-502`?\n"
    );
}

#[test]
fn doubt_is_shown_as_it_is() {
    let expected = "\
The account is gone             sev2, resolved, America/New_York
2017-11-02
18:45–19:00   impact_start  The account is gone. [tpm, nyt]
~18:59 ±2m                  It trends.
down..up      detected      Users notice first.
down +11 min  mitigated     The account is back.
              impact_end
before 19:19                Somebody writes.
20:05:51      resolved      First statement.
20:10                       The clock of another zone.
by 22:00      identified
22:40–22:45                 The sources differ.
                            … 10 h 15 min – 10 h 20 min
2017-11-03
09:00                       The next day.
2017-11-29                  The press.
unknown       declared
                            11 min of impact, detected after
                            0–11 min
";
    let files = project(&[("incidents/a.yaml", DOUBTFUL)]);
    assert_eq!(show(&files, &["a"], "64"), expected);
}

#[test]
fn long_texts_are_wrapped_and_control_characters_are_escaped() {
    let long = RESOLVED.replace("Deploy 4711 halves", "\u{9b}31m Deploy 4711 halves, and halves, and halves");
    let long =
        long.replace("  - 2026-11-23 14:02 ", "  - \"2026-11-23 14:02 ").replace("{impact_start}", "{impact_start}\"");
    let long = long.replace('\u{9b}', "\\u009b");
    let shown = show(&project(&[("incidents/a.yaml", &long)]), &["a"], "60");
    assert!(shown.contains("\\u{9b}31m") && !shown.contains('\u{9b}'), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 60), "{shown}");
}

#[test]
fn an_id_that_is_none_gets_the_nearest() {
    let files = project(&[("incidents/2026-11-23-checkout.yaml", RESOLVED), ("incidents/broken.yaml", "title: [\n")]);
    for (id, expected) in [
        ("chekout", "no incident is called `chekout`\nhelp: did you mean `2026-11-23-checkout`?\n"),
        ("xyzzy", "no incident is called `xyzzy`\nhelp: `minutebook list --json` shows every id\n"),
        ("broken", "the record `broken` cannot be read\nhelp: `minutebook check` says why\n"),
    ] {
        assert_eq!(files.run(&["show", id]).refused(), format!("error: {expected}"));
    }
}

#[test]
fn json_has_times_and_metrics_resolved() {
    let files = project(&[("incidents/a.yaml", DOUBTFUL)]);
    let json: Value = serde_json::from_str(&show(&files, &["a", "--json"], "40")).unwrap();
    assert_eq!(json["id"], "a");
    assert_eq!(json["timeline"][0]["at"]["earliest"], "2017-11-02T22:45:00Z");
    assert_eq!(json["timeline"][2]["at"]["between"], serde_json::json!(["down", "up"]));
    assert_eq!(json["milestones"]["impact_end"]["anchor"], "down");
    assert_eq!(json["metrics"]["impact_duration"]["printed"], "11 min");
}

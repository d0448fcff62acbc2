//! What is exported reads back as the same incident, and says what `FORMAT.md` says of times and metrics.

use super::{json, yaml};
use crate::audience::project;
use crate::config::Config;
use crate::model::{self, Archive, Defaults, Incident};
use crate::source::{SourceFile, load};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn read(path: &str, text: &str, defaults: &Defaults) -> Incident {
    let record = model::read(&SourceFile::new(path, text.as_bytes().to_vec()), defaults);
    assert_eq!(record.diagnostics, [], "{path}\n{text}");
    record.incident.unwrap()
}

/// The incident without what says how its file was written.
fn meaning(mut incident: Incident) -> Incident {
    incident.path = String::new();
    incident.given = BTreeSet::new();
    incident
}

/// The incident read back from its own `record.yaml`, with other defaults than it was written under.
fn back(incident: &Incident) -> Incident {
    let defaults = Defaults { timezone: chrono_tz::Asia::Tokyo, ..Defaults::default() };
    read(&format!("{}.yaml", incident.id), &yaml(incident), &defaults)
}

fn edition(incident: &Incident, audience: &str) -> Incident {
    let archive = Archive::new(vec![incident.clone()]);
    Incident::clone(&project(&archive, &Config::default(), audience).incidents()[0])
}

/// Both say the same: every field, and every time to the second. How a time is written may differ, since the width
/// that a config gives to `about` is written out and a zone that says nothing is left out.
#[track_caller]
fn is_the_same(again: Incident, first: Incident) {
    assert_eq!(yaml(&again), yaml(&first));
    assert_eq!(json(&again), json(&first));
    assert_eq!(meaning(Incident { times: first.times.clone(), ..again }), meaning(first));
}

/// Every key of a record but `ext`, in nasty words and every form of time.
const EVERY_KEY: &str = include_str!("every_key.yaml");

#[test]
fn the_records_of_this_project_read_back() {
    let sources = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(sources.records.len() >= 3);
    for file in &sources.records {
        let incident = read(&file.path, &file.text, &Defaults::default());
        let mut public = edition(&incident, "public");
        let again = back(&public);
        public.actors.iter_mut().for_each(|actor| actor.withheld = false);
        is_the_same(again, public);
    }
}

#[test]
fn a_record_with_every_key_reads_back() {
    let defaults = Defaults { about_seconds: 120, ..Defaults::default() };
    let mut incident = read("every-key.yaml", EVERY_KEY, &defaults);
    for key in model::incident::FIELDS.iter().filter(|key| key.name != "remediation_reason") {
        assert!(
            key.name == "ext" || EVERY_KEY.lines().any(|l| l.starts_with(&format!("{}:", key.name))),
            "{}",
            key.name
        );
    }
    incident.allow.clear();
    incident.timeline.iter_mut().for_each(|entry| entry.allow.clear());
    let again = back(&incident);
    is_the_same(again, incident);
}

#[test]
fn what_is_left_out_takes_no_meaning_with_it() {
    let text = "\
title: T
status: active
severity: sev2
timezone: America/New_York
audience: public
sources: { a: { title: A }, b: { title: B, audience: internal } }
impact:
  segments: [{ from: hidden, to: seen }]
timeline:
  - 2026-11-23 23:50 Seen by all. [a]
  - { id: hidden, at: 2026-11-24 00:05, text: Not for all., audience: internal }
  - about 00:10 ±2m Its day was given above.
  - hidden +5m Tied to what is above.
  - { id: seen, at: hidden..late, text: Between., causes: [hidden] }
  - { at: { value: 05:30 UTC, reports: { a: 05:31 UTC, b: 05:40 UTC } }, text: In another zone. }
  - { id: late, at: 00:50, until: 01:00, text: The last. }
";
    let incident = read("a.yaml", text, &Defaults::default());
    let public = edition(&incident, "public");
    let text = yaml(&public);
    assert!(!text.contains("hidden") && !text.contains("Not for all"), "{text}");
    let again = back(&public);
    assert_eq!(again.timeline.len(), 6);
    for (a, b) in again.timeline.iter().zip(&public.timeline) {
        for (a, b) in [(Some(a.at), Some(b.at)), (a.until, b.until)] {
            let Some((a, b)) = a.zip(b) else { continue };
            let (a, b) = (again.times.time(a), public.times.time(b));
            assert_eq!((a.tick, a.earliest, a.latest), (b.tick, b.earliest, b.latest), "{:?}\n{text}", a.written);
            assert_eq!(a.reports.len(), b.reports.len());
        }
    }
    assert!(!json(&public).contains("hidden"));
}

#[test]
fn a_hidden_source_is_in_neither() {
    for (key, title) in [("a", "A"), ("b", "\"0777\"")] {
        // A key and a title that are nothing else in the record.
        let places = ["[", "{ ", ", ", "  "].map(|before| [']', ':'].map(|after| format!("{before}{key}{after}")));
        let hide = |text: String, place: &String| text.replace(place, &place.replace(key, "of-nobody"));
        let text = places.as_flattened().iter().fold(EVERY_KEY.to_owned(), hide);
        let titled = format!("of-nobody: {{ title: {title}");
        assert!(text.contains(&titled) && text.matches("of-nobody").count() > 5, "{text}");
        let text = text.replace(&titled, "of-nobody: { audience: internal, title: Some title");
        let text = text.replace(", audience: public }\n  b:", " }\n  b:");
        let public = edition(&read("every-key.yaml", &text, &Defaults::default()), "public");
        for exported in [yaml(&public), json(&public)] {
            assert!(!exported.contains("of-nobody") && !exported.contains("Some title"), "{exported}");
        }
        back(&public);
    }
}

#[test]
fn what_only_a_hidden_source_says_moves_nothing() {
    let record = |reports: &str| {
        let text = format!(
            "title: T\nstatus: active\nsources: {{ a: {{ title: A }}, b: {{ title: B }}, c: {{ title: C, audience: internal }} }}\n\
             severity: {{ value: disputed, reports: {{ c: sev1 }} }}\ntimeline:\n\
             - {{ id: first, at: {{ value: disputed, reports: {{ {reports} }} }}, text: One. }}\n\
             - about first +5m Two.\n- {{ id: last, at: first +1h, text: Three. }}\n- first..last Four.\n"
        );
        let public = edition(&read("a.yaml", &text, &Defaults::default()), "public");
        assert_eq!(public.severity, None);
        let bounds = |entry: &model::Entry| {
            let time = public.times.time(entry.at);
            [time.earliest, time.latest].map(|edge| edge.map(|edge| edge.first.format("%H:%M").to_string()))
        };
        let shown: Vec<String> = public
            .timeline
            .iter()
            .map(bounds)
            .map(|ends| {
                let [first, last] = ends.map(|end| end.unwrap_or_else(|| "?".to_owned()));
                format!("{first}-{last}")
            })
            .collect();
        shown.join(" ")
    };
    let seen = "a: 2026-11-23 14:00, b: 2026-11-23 14:10";
    let expected = "14:00-14:10 14:00-14:20 15:00-15:10 14:00-15:10";
    assert_eq!(record(seen), expected);
    assert_eq!(record(&format!("{seen}, c: 2026-11-23 17:47")), expected);
    assert_eq!(record("c: 2026-11-23 17:47"), "?-? ?-? ?-? ?-?");
}

#[test]
fn names_that_are_not_to_be_published_are_in_neither() {
    let text = "\
title: T
status: active
severity: sev2
actors: { contractor: { kind: internal, role: contractor, name: Jo Doe } }
ext: { secret: 4711 }
timeline: [2026-11-23 14:02 A start.]
";
    let public = edition(&read("a.yaml", text, &Defaults::default()), "public");
    for exported in [yaml(&public), json(&public)] {
        assert!(!exported.contains("Doe") && !exported.contains("4711"), "{exported}");
        assert!(exported.contains("contractor"), "{exported}");
    }
}

#[test]
fn times_and_metrics_are_resolved() {
    let text = "\
title: T
status: resolved
severity: sev2
timezone: America/New_York
affected: { accounts: { account: { followers: 41.7M } } }
impact: { stated_duration: 11m }
timestamps: { declared: unknown }
timeline:
  - 2017-11-02 18:45..19:00 Down. {impact_start}
  - impact_start..impact_end Noticed. {detected}
  - impact_start +11m Back. {mitigated, impact_end}
  - { at: { value: disputed, reports: { a: 19:10, b: 19:12 } }, text: Told. }
";
    let record: Value = serde_json::from_str(&json(&read("a.yaml", text, &Defaults::default()))).unwrap();
    for (pointer, expected) in [
        ("/timeline/0/at/written", r#""2017-11-02 18:45..19:00""#),
        ("/timeline/0/at/tick", r#""minute""#),
        ("/timeline/0/at/earliest", r#""2017-11-02T22:45:00Z""#),
        ("/timeline/0/at/latest", r#""2017-11-02T23:00:59Z""#),
        ("/timeline/1/at/between", r#"["impact_start","impact_end"]"#),
        ("/timeline/2/at/anchor", r#""impact_start""#),
        ("/timeline/2/at/offset", "[660,660]"),
        ("/timeline/3/at/written", r#""disputed""#),
        ("/timeline/3/at/reports/b/earliest", r#""2017-11-02T23:12:00Z""#),
        ("/timestamps/declared/earliest", "null"),
        ("/milestones/impact_end/entry", "2"),
        ("/milestones/impact_end/latest", r#""2017-11-02T23:11:59Z""#),
        ("/affected/accounts/account/followers/low", "41700000"),
        ("/metrics/time_to_detect", r#"{"tick":"minute","low":0,"high":11,"printed":"0–11 min"}"#),
        ("/metrics/impact_duration", r#"{"tick":"minute","low":11,"high":11,"printed":"11 min"}"#),
        ("/metrics/follower_minutes", r#"{"low":458700000,"high":458700000,"printed":"458,700,000"}"#),
        ("/metrics/time_to_resolve", r#"{"tick":null,"low":null,"high":null,"printed":"not recorded"}"#),
        ("/metrics/account_minutes", "[]"),
        ("/metrics/stated_duration/printed", r#""11m""#),
    ] {
        let found = record.pointer(pointer).unwrap_or_else(|| panic!("no {pointer} in {record:#}"));
        assert_eq!(found.to_string(), expected, "{pointer}");
    }
}

#[test]
fn a_disputed_length_is_the_hull_of_what_was_said() {
    for (reports, expected) in [
        ("a: about 1h, b: 74m", r#"["minute",0,120,"0–2 h"]"#),
        ("a: about 1h ±5m, b: 74m, c: unknown", r#"["minute",55,74,"55 min – 1 h 14 min"]"#),
        ("a: over 40m, b: 90s", r#"["second",90,null,"> 1 min 29 s"]"#),
        ("a: unknown, b: unknown", r#"["minute",null,null,"unknown"]"#),
    ] {
        let stated = format!("impact: {{ stated_duration: {{ value: disputed, reports: {{ {reports} }} }} }}\n");
        let text = format!("title: A\nstatus: active\nseverity: sev2\n{stated}");
        let record: Value = serde_json::from_str(&json(&read("a.yaml", &text, &Defaults::default()))).unwrap();
        let stated = &record["metrics"]["stated_duration"];
        let found = Value::from(["tick", "low", "high", "printed"].map(|key| stated[key].clone()).to_vec());
        assert_eq!(found.to_string(), expected, "{reports}");
    }
}

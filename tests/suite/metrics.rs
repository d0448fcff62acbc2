//! Metrics where something is missing or disputed: what is not recorded is never counted as nothing.

use minutebook::metrics::metric;
use minutebook::model::{Defaults, read};
use minutebook::source::SourceFile;

/// What a metric of a record prints.
#[track_caller]
fn check(record: &str, id: &str, expected: &str) {
    let head = "title: T\nstatus: active\nseverity: sev2\n";
    let file = SourceFile::new("incidents/t.yaml", format!("{head}{record}").into_bytes());
    let read = read(&file, &Defaults::default());
    assert_eq!(read.diagnostics, [], "the record is read");
    let incident = read.incident.unwrap();
    assert_eq!((metric(id).measure)(&incident).to_string(), expected, "{id}");
}

const ACCOUNTS: &str = "affected: { accounts: { a: { followers: 1000 }, b: { followers: 50 } } }\n";

#[test]
fn a_segment_without_an_end_leaves_nothing_out_in_silence() {
    let open = "\
impact:
  segments:
    - { from: 2026-11-23 14:00, to: 14:10 }
    - { from: 2026-11-23 15:00 }
timeline:
  - 2026-11-23 14:00 Down. {impact_start}
";
    check(open, "impact_duration", "not recorded");
    check(&format!("{ACCOUNTS}{open}"), "follower_minutes", "not recorded");
    let closed = open.replace("15:00 }", "15:00, to: 15:05 }");
    check(&closed, "impact_duration", "15 min");
    check(&format!("{ACCOUNTS}{closed}"), "follower_minutes", "15,750");
}

#[test]
fn a_disputed_level_may_have_cut_followers_off() {
    let record = "\
impact:
  segments:
    - { from: 2026-11-23 14:00, to: 14:10, level: { value: disputed, reports: { a: major, b: partial } } }
    - { from: 2026-11-23 15:00, to: 15:05, level: degraded }
";
    check(&format!("{ACCOUNTS}{record}"), "follower_minutes", "0–10,500");
    check(&format!("{ACCOUNTS}{}", record.replace("a: major", "a: degraded")), "follower_minutes", "not recorded");
}

#[test]
fn a_segment_counts_for_what_it_affects() {
    let record = "\
impact:
  segments:
    - { from: 2026-11-23 14:00, to: 14:10, affects: b }
    - { from: 2026-11-23 14:05, to: 14:15, affects: [a, b], level: major }
";
    check(&format!("{ACCOUNTS}{record}"), "follower_minutes", "10,750");
    check(record, "impact_duration", "15 min");
}

#[test]
fn segments_that_meet_at_a_time_that_is_not_known_are_as_long_as_both_together() {
    let record = "\
impact:
  segments:
    - { from: a, to: b, level: major }
    - { from: b, to: c, level: degraded }
timeline:
  - { id: a, at: 2026-11-23 14:00, text: Down. }
  - { id: b, at: 14:10..14:20, text: Better. }
  - { id: c, at: 14:30, text: Up. }
";
    check(record, "impact_duration", "30 min");
    let apart = record.replace("from: b, to: c", "from: 2026-11-23 14:15, to: c");
    check(&apart, "impact_duration", "25–30 min");
}

#[test]
fn segments_that_meet_on_a_day_may_lie_hours_apart() {
    let record = "\
impact:
  segments:
    - { from: 2026-11-02 01:00, to: 2026-11-02 02:00 }
    - { from: 2026-11-02, to: 2026-11-02 20:00 }
";
    check(record, "impact_duration", "0–1 d");
    let tied = "\
impact:
  segments:
    - { from: 2026-11-02 01:00, to: mid }
    - { from: mid, to: 2026-11-02 20:00 }
timeline:
  - { id: mid, at: 2026-11-02, text: Better. }
";
    check(tied, "impact_duration", "19 h");
}

#[test]
fn a_segment_that_runs_backwards_takes_nothing_off_another() {
    let record = "\
impact:
  segments:
    - { from: 2026-11-02 10:00, to: 2026-11-02 11:00 }
    - { from: 2026-11-02 11:00, to: 2026-11-02 10:30 }
";
    check(record, "impact_duration", "1 h");
    let first = "\
impact:
  segments:
    - { from: 2026-11-02 11:00, to: 2026-11-02 10:00 }
    - { from: 2026-11-02 10:00, to: 2026-11-02 12:00 }
";
    check(first, "impact_duration", "2 h");
}

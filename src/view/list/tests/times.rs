//! How times read in rows, headings and gaps: each with its own tick, its day, and the last minute that it may be.

use super::{incident, lines, list};
use crate::config::Config;
use crate::view::list::minutes;
use crate::view::minutes::Row;

#[test]
fn what_is_recorded_last_is_the_latest_of_all_rows() {
    let last = |record: &str| {
        let text = format!("status: active\ntitle: A\ntimeline:\n{record}");
        let list = minutes(&incident("incidents/a.yaml", text.into_bytes()), &Config::default());
        lines(&list).pop().unwrap()
    };
    let start = "  - 2026-11-23 14:07 Down. {impact_start}\n";
    for (more, expected) in [
        ("  - 15:00..16:30 Calls.\n", "after 16:30 UTC. Open"),
        ("  - 16:00 Calls.\n  - 15:00 Mails.\n", "after 16:00 UTC. Open"),
        ("  - 23:00..2026-11-24 00:10 Calls.\n", "after 00:10 UTC on 24 November 2026. Open"),
        ("  - 2026-11-24 00:10 Calls.\n", "after 00:10 UTC. Open"),
        ("  - 2026-11-25 A report.\n", "after 25 November 2026. Open"),
    ] {
        assert_eq!(last(&format!("{start}{more}")), format!("  … Not over. Nothing is recorded {expected}"));
    }
}

#[test]
fn a_tie_that_may_go_either_way_has_both_signs() {
    let record = "timeline:\n  - { at: about 2026-11-23 14:10, id: x, text: Down. }\n  - x -5m..+8m Seen.\n";
    let rows = list(record);
    assert!(rows[2].contains(" \u{2212}5 min to +8 min About (from "), "{rows:?}");
}

#[test]
fn each_end_of_a_span_has_the_tick_that_it_is_known_to() {
    let record = "timeline:\n  - 2026-11-23 14:02 Down. {impact_start}\n  - impact_start..public_notice Seen. {detected}\n  - 14:03:57 Told. {public_notice}\n  - 14:04:10..14:05:20 Read.\n  - 14:05:20..14:06 Read again.\n";
    let rows = list(record);
    let whens: Vec<&str> =
        rows.iter().filter(|row| row.contains("Span")).map(|row| row.split_once(" Open").unwrap().0).collect();
    assert_eq!(
        whens,
        [
            "t=14:02/14:03 14:02–14:03:57 Span (between the start and the public notice)",
            "t=14:04/14:05 14:04:10–14:05:20 Span (some second)",
            "t=14:05/14:06 14:05:20–14:06 Span (some minute)",
        ]
    );
}

#[test]
fn the_day_before_a_clock_is_of_the_same_instant() {
    let record = "title: A\nstatus: active\ntimezone: America/New_York\ntimeline:\n  - 2017-11-02 21:00..2017-11-03 01:00 Down.\n";
    let list = minutes(&incident("incidents/a.yaml", record.into()), &Config::default());
    let Row::Event(event) = &list.groups[0].rows[0] else { panic!("an entry is an event") };
    let parts: Vec<_> = event.when.parts.iter().map(|part| (part.text.as_str(), part.datetime.as_deref())).collect();
    let later = Some("2017-11-03T05:00Z");
    assert_eq!(
        parts,
        [("21:00", Some("2017-11-03T01:00Z")), ("–", None), ("3\u{a0}Nov", later), (", ", None), ("01:00", later),]
    );
    assert_eq!(list.groups[0].day.as_deref(), Some("2017-11-02"));
}

#[test]
fn the_heading_has_the_length_of_the_facts() {
    let record = "impact:\n  segments:\n    - { from: impact_start, to: 2026-11-23 14:10 }\n    - { from: 2026-11-23 14:20, to: impact_end }\ntimeline:\n  - 2026-11-23 14:02 Down. {impact_start}\n  - 14:32 Up. {impact_end}\n";
    let rows = list(record);
    assert_eq!(rows[0], "# The impact: 20 min within 30 min");
}

#[test]
fn an_end_below_the_minutes_that_it_may_be_says_which_is_its_last() {
    let record = "timezone: America/New_York\ntimeline:\n  - about 2026-11-23 14:02 ±1m Down. {impact_start}\n  - about 14:05 ±1m Up. {impact_end}\n";
    let rows = list(record);
    assert_eq!(rows[1], "t=14:02 ~14:02 About (~19:02 UTC, earliest 14:01) Maybe First Hit | Down <Start>");
    assert_eq!(rows[rows.len() - 1], "t=14:05 ~14:05 About (~19:05 UTC, latest 14:06) Maybe Last Good | Up <End>");
}

#[test]
fn what_comes_after_on_another_day_than_the_first_is_under_its_day() {
    let record = "timeline:\n  - 2026-11-23 Down. {impact_start}\n  - 2026-11-25 Up. {impact_end}\n  - 2026-11-25 23:47:51 Told.\n";
    let rows = list(record);
    let headings: Vec<&String> = rows.iter().filter(|row| row.starts_with('#')).collect();
    assert_eq!(headings, ["# The impact: 2 d", "# 25 November 2026", "# Afterwards, 25 November 2026"]);
}

#[test]
fn minutes_of_which_nothing_is_said_are_one_row() {
    let rows =
        list("timeline:\n  - 2026-11-23 14:02 Down. {impact_start}\n  - 14:06 Seen.\n  - 14:14 Up. {impact_end}\n");
    assert_eq!(
        rows,
        [
            "# The twelve minutes",
            "t=14:02 14:02 Exact Down First Hit | Down <Start>",
            "t=14:03 14:03 Down",
            "t=14:04 14:04 Down",
            "t=14:05 14:05 Down",
            "t=14:06 14:06 Exact Down | Seen",
            "  t=14:07 t=14:08 t=14:09 t=14:10 t=14:11 t=14:12 t=14:13 Down",
            "t=14:14 14:14 Exact Down Last Good | Up <End>",
        ]
    );
}

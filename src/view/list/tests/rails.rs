//! The rail beside the rows agrees with the impact, its level and its end.

use super::{incident, lines, list};
use crate::config::Config;
use crate::view::list::minutes;
use crate::view::minutes::Minutes;

/// The rows without the minutes, up to what happened: their time and their rail.
fn rails(record: &str) -> Vec<String> {
    let rail = |row: &String| {
        let (left, headline) = row.split_once(" | ")?;
        let mut words = left.split(' ').filter(|word| !["Hit", "Good", "First", "Last"].contains(word));
        Some(format!("{} {}", headline.split(" <").next()?, words.next_back()?))
    };
    list(record).iter().filter_map(rail).collect()
}

fn whole(record: &str) -> Minutes {
    let record = format!("status: resolved\ntitle: A\n{record}");
    minutes(&incident("incidents/a.yaml", record.into_bytes()), &Config::default())
}

#[test]
fn a_row_of_an_earlier_time_does_not_take_the_rail_back() {
    let record = "timeline:\n  - about 2026-11-23 14:10 ±5m Down. {impact_start}\n  - 14:30 Seen.\n  - 14:00..15:00 Liked.\n  - 14:05..15:10 Called.\n  - 15:20 Up. {impact_end}\n";
    assert_eq!(rails(record), ["Down Maybe", "Seen Down", "Liked Down", "Called Down", "Up Down"]);
}

#[test]
fn a_day_that_is_wholly_within_the_impact_is_impaired() {
    let record = "timeline:\n  - 2026-11-03 Down. {impact_start}\n  - 2026-11-03 A word.\n  - 2026-11-04 Seen.\n  - 2026-11-05..2026-11-06 Called.\n  - 2026-11-07 Tried.\n  - 2026-11-07 Up. {impact_end}\n";
    assert_eq!(rails(record), ["Down Maybe", "A word Maybe", "Seen Down", "Called Down", "Tried Maybe", "Up Maybe"]);
    let clocks = "timeline:\n  - 2026-11-03 10:00 Down. {impact_start}\n  - 2026-11-03 A word.\n  - 2026-11-04 Seen.\n  - 2026-11-04 08:00 Tried.\n  - 2026-11-04 09:00 Up. {impact_end}\n";
    assert_eq!(rails(clocks), ["Down Down", "A word Down", "Seen Down", "Tried Down", "Up Down"]);
}

#[test]
fn the_rail_has_the_worst_level_that_is_certain() {
    let record = "impact:\n  segments:\n    - { from: impact_start, to: mitigated, affects: [a], level: major }\n    - { from: mitigated, to: impact_end, affects: [a], level: degraded }\n    - { from: 2026-11-23 16:00, to: 17:00, affects: [b], level: partial }\ntimeline:\n  - 2026-11-23 14:00 Down. {impact_start}\n  - 14:30 Seen.\n  - 15:00 Rolled back. {mitigated}\n  - 16:00 Again.\n  - 17:00 Less.\n  - 18:00 Up. {impact_end}\n  - 18:30 Told.\n";
    assert_eq!(
        rails(record),
        ["Down Down", "Seen Down", "Rolled back Degraded", "Again Partial", "Less Degraded", "Up Degraded", "Told Up",]
    );
    let rows = lines(&whole(record));
    assert!(rows.iter().any(|row| row == "t=15:50 15:50 Degraded"), "{rows:?}");
    assert_eq!(
        whole(record).note.as_deref(),
        Some("Where the line is amber, the service is degraded; where it is only outlined, it is partly down.")
    );
}

#[test]
fn a_segment_without_a_level_is_down_and_a_pause_is_none() {
    let record = "impact:\n  segments:\n    - { from: impact_start, to: 2026-11-23 15:00 }\n    - { from: 2026-11-23 16:00, to: impact_end, level: partial }\ntimeline:\n  - 2026-11-23 14:00 Down. {impact_start}\n  - 15:00 Up for now.\n  - 15:30 Quiet.\n  - 16:00 Again.\n  - 18:00 Up. {impact_end}\n";
    assert_eq!(rails(record), ["Down Down", "Up for now Up", "Quiet Up", "Again Partial", "Up Partial"]);
}

#[test]
fn after_an_end_of_which_only_the_earliest_is_known_the_impact_stays_possible() {
    let record = "timeline:\n  - 2026-11-19 04:09 Down. {impact_start}\n  - 2026-11-20 Counted.\n  - after 2026-11-25 Up. {impact_end}\n  - 2026-11-27 Mended.\n  - 2026-11-30 00:00 Counted again.\n  - 2026-12-05 Over. {resolved}\n  - 2026-12-06 Told.\n";
    assert_eq!(
        rails(record),
        ["Down Down", "Counted Down", "Up Maybe", "Mended Maybe", "Counted again Maybe", "Over Up", "Told Up"]
    );
}

#[test]
fn the_note_names_what_the_rail_shows() {
    let hatched = "Where the line is hatched, the impact is possible and not certain.";
    for (record, expected) in [
        ("2026-11-23 14:02..14:04 Down. {impact_start}\n  - 14:08 Up. {impact_end}", Some(hatched)),
        ("2026-11-23 14:02 Down. {impact_start}\n  - 14:08 Up. {impact_end}", None),
        ("about 2026-11-23 14:02 ±0m Down. {impact_start}\n  - after 2026-11-23 14:08 Up. {impact_end}", Some(hatched)),
        ("about 2026-11-23 14:02 Down. {impact_start}", None),
    ] {
        let note = whole(&format!("timeline:\n  - {record}\n")).note;
        assert_eq!(note.as_deref(), expected, "{record}");
    }
}

//! Records that strain a chart, from their text on: none breaks it, and the laws of every chart hold.

use super::laws;
use crate::config::Config;
use crate::model::{Defaults, Incident, read};
use crate::source::SourceFile;
use crate::view::list;
use crate::view::minutes::Row;
use crate::view::timeline::layout::layouts;
use crate::view::timeline::record;
use std::fmt::Write as _;

fn incident(record: &str) -> Incident {
    let text = format!("status: active\ntitle: A\n{record}");
    read(&SourceFile::new("incidents/a.yaml", text.into_bytes()), &Defaults::default()).incident.unwrap()
}

/// Draws a record and holds the laws; how many events the list and the widest chart have.
fn check(record: &str) -> (usize, usize) {
    let incident = incident(record);
    let list = list::minutes(&incident, &Config::default());
    let rows = list.groups.iter().flat_map(|group| &group.rows).filter(|row| matches!(row, Row::Event(_))).count();
    let Some(story) = record::story(&incident, &Config::default(), &list) else { return (rows, 0) };
    laws::hold(&story);
    let wide = layouts(&story)[0].lanes.iter().map(|laid| laid.lane.count).sum();
    (rows, wide)
}

/// A record of so many entries, each so many minutes after the one before, by so many actors.
fn many(entries: i64, step: i64, actors: i64) -> String {
    let mut text = String::from("actors:\n");
    for actor in 0..actors {
        let _ = writeln!(text, "  a{actor}: {{ kind: internal, role: actor number {actor} }}");
    }
    text.push_str("timeline:\n");
    for entry in 0..entries {
        let at = chrono::DateTime::from_timestamp(1_500_000_000 + entry * step * 60, 0).unwrap();
        let (at, actor) = (at.format("%Y-%m-%d %H:%M"), entry % actors);
        // The short form, where the long one would be more than a record may hold.
        let _ = match entries {
            ..=1000 => writeln!(text, "  - {{ at: {at}, actor: a{actor}, text: Entry number {entry} of many }}"),
            _ => writeln!(text, "  - {at} Entry number {entry} of many"),
        };
    }
    text
}

#[test]
fn any_number_of_entries_is_drawn() {
    for entries in [1, 2, 5, 50, 200, 5000] {
        let number = usize::try_from(entries).unwrap();
        assert_eq!(check(&many(entries, 1, 3)), (number, number));
    }
}

#[test]
fn one_minute_holds_them_all_and_thirty_years_do() {
    assert_eq!(check(&many(200, 0, 2)), (200, 200));
    assert_eq!(check(&many(50, 325_000, 2)), (50, 50));
}

#[test]
fn any_number_of_lanes_is_drawn() {
    for actors in [1, 7, 8, 40] {
        assert_eq!(check(&many(80, 3, actors)), (80, 80));
    }
}

#[test]
fn what_is_not_known_at_all_is_listed_and_not_drawn() {
    assert_eq!(check("timeline: [{ at: unknown, text: A }, { at: unknown, text: B }]"), (2, 0));
    let between = "timeline: ['2026-11-23 14:00 A', { at: unknown, text: B }, '14:30 C', { at: unknown, text: D }]";
    assert_eq!(check(between), (4, 4));
}

#[test]
fn an_impact_without_an_end_is_drawn() {
    let open = "timeline: ['2026-11-23 14:00 A {impact_start}', '15:00 B {detected}', '16:00 C']";
    assert_eq!(check(open), (3, 3));
    assert_eq!(check("timeline: ['2026-11-23 14:00 A {impact_start}']"), (1, 1));
    assert_eq!(check("timeline: ['2026-11-23 A {impact_start}', '2026-11-25 B {impact_end}']"), (2, 2));
    assert_eq!(check("timeline: ['after 2026-11-23 14:00 A {impact_start}', '15:00 B {impact_end}']"), (2, 2));
    assert_eq!(check("timeline: ['2026-11-23 14:00 A {impact_start}', 'after 15:00 B {impact_end}']"), (2, 2));
    assert_eq!(check("timeline: ['2026-11-23 15:00 A {impact_start}', '2026-11-23 15:00 B {impact_end}']"), (2, 2));
}

#[test]
fn labels_of_any_script_and_length_are_drawn() {
    let long = "word ".repeat(60);
    for label in ["A", &long, "深夜のデータベース障害が発生した", "تعطل قاعدة البيانات", "ééé", "🔥👩‍👩‍👧‍👦 fire"]
    {
        let record = format!("timeline:\n  - '2026-11-23 14:00 {label}'\n  - '14:01 {label}'\n  - '14:40 {label}'\n");
        assert_eq!(check(&record), (3, 3));
    }
}

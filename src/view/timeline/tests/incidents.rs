//! What holds of generated incidents, from the text of their records on: of the list, and of the charts drawn from it.

use super::laws;
use crate::config::Config;
use crate::model::{Defaults, Incident, read};
use crate::source::SourceFile;
use crate::view::list;
use crate::view::minutes::{Minutes, Row};
use crate::view::timeline::{figure, record};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use std::fmt::Write as _;

/// 23 November 2026, 22:50 UTC: an hour of impact may go over midnight.
fn begin() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_474_200, 0).unwrap()
}

/// A time of an entry so many minutes after the beginning, in one of the ways that the format has.
fn written(form: u8, minute: i64, long: i64) -> String {
    let at = |minute: i64| (begin() + TimeDelta::minutes(minute)).format("%Y-%m-%d %H:%M").to_string();
    match form {
        0..=4 => at(minute),
        5 => format!("about {} ±{}m", at(minute), long % 20 + 1),
        6 => format!("{}..{}", at(minute), at(minute + long)),
        7 => format!("before {}", at(minute)),
        8 => format!("after {}", at(minute)),
        9 => format!("by {}", at(minute)),
        10 => at(minute)[..10].to_owned(),
        11 => "unknown".to_owned(),
        _ => format!("down +{}m", long % 90),
    }
}

/// A record: an impact of some minutes whose ends may not be certain, and entries of all kinds.
fn incident() -> impl Strategy<Value = (String, usize)> {
    let entry = (0_u8..14, -100_i64..2000, 1_i64..200, 0_usize..9);
    let impact = (0_i64..61, 0_i64..20, 0_u8..4);
    (proptest::collection::vec(entry, 0..40), impact).prop_map(|(entries, (long, doubt, form))| {
        let mut text = String::from("status: resolved\ntitle: A\nactors:\n");
        for actor in 0..8 {
            let _ = writeln!(text, "  a{actor}: {{ kind: internal, role: team number {actor} }}");
        }
        text.push_str("timeline:\n");
        // Start and end may be ranges; all of it is no longer than an hour.
        let (first, last) = if form % 2 == 0 { (0, 0) } else { (0, doubt.min(long)) };
        let start = if first == last { written(0, 0, 0) } else { written(6, 0, last) };
        let end = match form {
            0 | 1 => written(0, long, 0),
            2 => written(6, long - doubt.min(long), doubt.min(long) + 1),
            _ => format!("down +{}m", long - last),
        };
        let _ = writeln!(text, "  - {{ id: down, at: {start}, text: Entry start, milestone: impact_start }}");
        for (number, (form, minute, long, actor)) in entries.iter().enumerate() {
            let actor = if *actor < 8 { format!(", actor: a{actor}") } else { String::new() };
            let at = written(*form, *minute, *long);
            let _ = writeln!(text, "  - {{ at: {at}, text: Entry {number} of some{actor} }}");
        }
        let _ = writeln!(text, "  - {{ at: {end}, text: Entry end, milestone: impact_end }}");
        (text, entries.len())
    })
}

fn read_of(text: &str) -> Incident {
    let file = SourceFile::new("incidents/a.yaml", text.as_bytes().to_vec());
    read(&file, &Defaults::default()).incident.unwrap()
}

fn rows(list: &Minutes) -> impl Iterator<Item = &Row> {
    list.groups.iter().flat_map(|group| &group.rows)
}

fn ids(row: &Row) -> Vec<&str> {
    match row {
        Row::Event(event) => vec![&event.id],
        Row::Tick(tick) => vec![&tick.id],
        Row::Ticks(ticks) => ticks.list.iter().map(|tick| tick.id.as_str()).collect(),
        Row::Gap(_) => Vec::new(),
    }
}

/// Each entry has one row, and each permalink is one row's.
fn entries_are_there_once(list: &Minutes, entries: usize) {
    let headline = |row: &Row| if let Row::Event(event) = row { Some(event.headline.0.clone()) } else { None };
    let mut said: Vec<String> = rows(list).filter_map(headline).collect();
    let mut expected: Vec<String> = (0..entries).map(|number| format!("Entry {number} of some")).collect();
    expected.extend(["Entry start".to_owned(), "Entry end".to_owned()]);
    said.sort_unstable();
    expected.sort_unstable();
    assert_eq!(said, expected);
    let mut ids: Vec<&str> = rows(list).flat_map(ids).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "a permalink leads to one row");
}

/// Every minute that may be impaired has a permalink, where that is up to an hour.
fn minutes_are_reachable(incident: &Incident, list: &Minutes) {
    let bound = |milestone| incident.times.time(incident.milestone(milestone).unwrap());
    let from = bound(crate::model::words::Milestone::ImpactStart).earliest.unwrap().first;
    let to = bound(crate::model::words::Milestone::ImpactEnd).latest.unwrap().first;
    let minutes = (to - from).num_minutes();
    if minutes > 60 {
        return;
    }
    let ids: Vec<&str> = rows(list).flat_map(ids).collect();
    for minute in 0..=minutes {
        let at = from + TimeDelta::minutes(minute);
        let is_first_day = list.first_day.as_deref() == Some(&at.format("%Y-%m-%d").to_string());
        let link = at.format(if is_first_day { "t=%H:%M" } else { "t=%Y-%m-%dT%H:%M" }).to_string();
        assert!(ids.contains(&link.as_str()), "{link} is not in {ids:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_list_is_whole_and_the_charts_keep_the_laws((text, entries) in incident()) {
        let incident = read_of(&text);
        let list = list::minutes(&incident, &Config::default());
        entries_are_there_once(&list, entries);
        minutes_are_reachable(&incident, &list);
        let config = Config::default();
        if let Some(story) = record::story(&incident, &config, &list) {
            laws::hold(&story);
        }
        prop_assert_eq!(figure(&incident, &config, &list), figure(&incident, &config, &list));
    }
}

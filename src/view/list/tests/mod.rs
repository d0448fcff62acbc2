//! Records as lists, one line a row: `id | when (note) | rail edge tone | headline | …`.

mod rails;
mod times;

use super::minutes;
use crate::config::{Component, Config};
use crate::model::{Defaults, Incident, read};
use crate::source::SourceFile;
use crate::view::minutes::{Edge, Event, Minutes, Row, Tone, When};
use crate::view::shown::{Citation, Part};

fn incident(path: &str, bytes: Vec<u8>) -> Incident {
    read(&SourceFile::new(path, bytes), &Defaults::default()).incident.unwrap()
}

fn list(record: &str) -> Vec<String> {
    let head = "status: resolved\ntitle: A\n";
    lines(&minutes(&incident("incidents/a.yaml", format!("{head}{record}").into_bytes()), &Config::default()))
}

fn lines(list: &Minutes) -> Vec<String> {
    let mut lines = Vec::new();
    for group in &list.groups {
        lines.push(format!("# {}", group.heading));
        lines.extend(group.rows.iter().map(line));
    }
    lines
}

fn line(row: &Row) -> String {
    match row {
        Row::Event(event) => self::event(event),
        Row::Gap(gap) => format!("  … {} {:?}", gap.text, gap.rail),
        Row::Ticks(ticks) => {
            let ids: Vec<&str> = ticks.list.iter().map(|tick| tick.id.as_str()).collect();
            format!("  {} {:?}", ids.join(" "), ticks.rail)
        }
        Row::Tick(tick) => {
            let notes: Vec<String> =
                tick.notes.iter().map(|n| format!("{} {}", text(&n.words), cited(&n.sources))).collect();
            format!("{} {} {:?} {}", tick.id, text(&tick.when.parts), tick.rail, notes.join("; ")).trim_end().to_owned()
        }
    }
}

fn event(event: &Event) -> String {
    let mut line = format!("{} {} {:?}", event.id, text(&event.when.parts), event.when.kind);
    let mut add = |text: String| line.extend([" ", text.as_str()]);
    let When { day, utc, note, .. } = &event.when;
    let under: Vec<&str> = [day, utc, note].into_iter().filter_map(Option::as_deref).collect();
    if !under.is_empty() {
        add(format!("({})", under.join(", ")));
    }
    add(format!("{:?}", event.rail));
    if event.edge != Edge::Inner {
        add(format!("{:?}", event.edge));
    }
    if event.tone != Tone::Plain {
        add(format!("{:?}", event.tone));
    }
    add(format!("| {}", event.headline.0));
    event.text.iter().for_each(|text| add(format!("/ {}", text.0)));
    event.milestones.iter().for_each(|tag| add(format!("<{}>", tag.label)));
    event.actor.iter().for_each(|actor| add(format!("by {}{}", actor.label, if actor.is_withheld { "*" } else { "" })));
    event.details.iter().for_each(|detail| add(format!("– {}", text(detail))));
    event.post.iter().for_each(|link| add(format!("→ {}", link.label)));
    event.causes.iter().for_each(|link| add(format!("caused by {} {}", link.label, link.href)));
    add(cited(&event.sources));
    line.trim_end().replace('\u{a0}', " ")
}

fn text(parts: &[Part]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect()
}

fn cited(sources: &[Citation]) -> String {
    sources.iter().map(|source| source.label.as_str()).collect::<Vec<_>>().join(" ")
}

/// An id is used once, and is fit for an address.
fn check_ids(list: &Minutes) {
    let ids = list.groups.iter().flat_map(|group| &group.rows).flat_map(|row| match row {
        Row::Event(event) => vec![&event.id],
        Row::Tick(tick) => vec![&tick.id],
        Row::Ticks(ticks) => ticks.list.iter().map(|tick| &tick.id).collect(),
        Row::Gap(_) => Vec::new(),
    });
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        assert!(seen.insert(id), "`{id}` stands twice");
        assert!(id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"=-:/.".contains(&byte)), "{id}");
    }
}

fn first_record() -> Minutes {
    let path = "incidents/2017/2017-11-02-realdonaldtrump-deactivated.md";
    minutes(&incident(path, std::fs::read(path).unwrap()), &Config::default())
}

#[test]
fn the_first_record_has_a_row_for_each_minute_that_may_have_been_one_of_the_eleven() {
    let list = first_record();
    let lines = lines(&list);
    let headings: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("# ")).collect();
    assert_eq!(
        headings,
        ["Before", "The eleven minutes, inside these twenty-six", "Afterwards", "3 November 2017", "29 November 2017"]
    );
    for minute in (45..60).map(|m| format!("t=18:{m} ")).chain((0..12).map(|m| format!("t=19:{m:02} "))) {
        assert_eq!(lines.iter().flat_map(|line| line.matches(&minute)).count(), 1, "{minute}");
    }
    let notes: Vec<&str> = lines.iter().filter_map(|line| line.split_once(" Maybe ")).map(|(_, notes)| notes).collect();
    let notes: Vec<&str> = notes
        .into_iter()
        .filter(|note| note.contains("report") && !note.contains('|') || note.contains("if it"))
        .collect();
    assert_eq!(
        notes,
        [
            "Earliest start in any report S5 S7",
            "Begun by now, in one report S4",
            "Begun, in two reports S8 S9",
            "Over by now, if it began at 18:45",
            "Latest start in any report S6; Begun by now, in three reports S10 S11 S12; Over by now, in two reports S5 S7",
            "Over by now, in one report S16",
            "Over by now, if it began at 19:00",
        ]
    );
    assert!(lines.iter().any(|line| line.starts_with("t=18:56/19:11 +11 min About (after the start) Maybe Last Good")));
    assert_eq!((list.zone.as_deref(), list.first_day.as_deref()), (Some("New York (EDT)"), Some("2017-11-02")));
    check_ids(&list);
}

#[test]
fn an_exact_outage_has_a_row_for_each_minute_and_gaps_around() {
    let record = "timezone: America/New_York\ntimeline:\n  - 2026-11-23 13:00 A deploy. It is small. {trigger}\n  - 14:02 Down. {impact_start}\n  - 14:03:30 Seen. {detected}\n  - 14:05 Up. {impact_end}\n";
    assert_eq!(
        list(record),
        [
            "# Before",
            "t=13:00 13:00 Exact (18:00 UTC) Up | A deploy / It is small. <Trigger>",
            "  … 1 h 2 min later Up",
            "# The three minutes",
            "t=14:02 14:02 Exact (19:02 UTC) Down First Hit | Down <Start>",
            "t=14:03 14:03:30 Exact (19:03:30 UTC) Down | Seen <Detected>",
            "t=14:04 14:04 Down",
            "t=14:05 14:05 Exact (19:05 UTC) Down Last Good | Up <End>",
        ]
    );
}

#[test]
fn a_long_outage_has_a_row_for_each_step_of_the_clock() {
    let rows = list("timeline:\n  - 2026-11-23 14:02 Down. {impact_start}\n  - 17:02 Up. {impact_end}\n");
    assert_eq!(rows[..2], ["# The impact: 3 h", "t=14:02 14:02 Exact Down First Hit | Down <Start>"]);
    assert!(
        rows[2].starts_with("  t=14:05 t=14:10 t=14:15 ") && rows[2].ends_with(" t=16:55 t=17:00 Down"),
        "{rows:?}"
    );
    assert_eq!(rows[2].matches("t=").count(), 36);
    assert_eq!(rows.len(), 1 + 3);
}

#[test]
fn an_open_incident_ends_with_what_is_not_known() {
    let record =
        "timeline:\n  - about 2026-11-23 14:07 Webhooks stop. {impact_start}\n  - 14:31 First ticket. {detected}\n";
    let text = format!("status: active\ntitle: A\n{record}");
    let open = incident("incidents/a.yaml", text.into_bytes());
    assert_eq!(
        lines(&minutes(&open, &Config::default())),
        [
            "# The impact so far",
            "t=14:07 ~14:07 About Maybe First Hit | Webhooks stop <Start>",
            "  … at least 19 min later Down",
            "t=14:31 14:31 Exact Down | First ticket <Detected>",
            "  … Not over. Nothing is recorded after 14:31 UTC. Open",
        ]
    );
}

#[test]
fn without_an_impact_there_is_a_heading_a_day_month_or_year() {
    let record = "timeline:\n  - 2012 A seed.\n  - 2021-10 A patch.\n  - 2021-10-29 Another.\n  - about 2021-11-02 A third.\n  - 2021-11-02 15:51 A post.\n  - unknown A word.\n  - 2021-11-02 15:51:30 An answer.\n";
    assert_eq!(
        list(record),
        [
            "# 2012",
            "t=2012 2012 Span (year only) Up | A seed",
            "  … 9 y later Up",
            "# October 2021",
            "t=2021-10 Oct 2021 Span (month only) Up | A patch",
            "# 29 October 2021",
            "t=2021-10-29 29 Oct Span (day only) Up | Another",
            "  … at least 3 d later Up",
            "# 2 November 2021",
            "t=2021-11-02 ~2 Nov About (day only) Up | A third",
            "t=15:51 15:51 Exact Up | A post",
            "t=unknown Unknown, 15:51–15:51:30 Span Up | A word",
            "t=15:51.2 15:51:30 Exact Up | An answer",
        ]
    );
}

#[test]
fn the_hour_that_comes_twice_has_twins() {
    let record = "timezone: America/New_York\ntimeline:\n  - 2017-11-05 01:58 EDT Down. {impact_start}\n  - 2017-11-05 01:01 EST Up. {impact_end}\n";
    assert_eq!(
        list(record),
        [
            "# The three minutes",
            "t=01:58 01:58 Exact (05:58 UTC) Down First Hit | Down <Start>",
            "t=01:59 01:59 Down",
            "t=01:00 01:00 Down",
            "t=01:01 01:01 Exact (06:01 UTC) Down Last Good | Up <End>",
        ]
    );
    let twice = "timezone: America/New_York\ntimeline:\n  - 2017-11-05 01:30 EDT One.\n  - 2017-11-05 01:30 EST Two.\n";
    assert_eq!(list(twice)[1..].iter().filter(|row| row.starts_with("t=01:30")).count(), 2);
}

#[test]
fn days_after_the_first_have_their_date_in_the_id_and_midnight_opens_a_heading() {
    let record = "timezone: Asia/Kolkata\ntimeline:\n  - 2026-11-23 23:58 Down. {impact_start}\n  - 2026-11-24 00:01 Up. {impact_end}\n  - after 2026-11-24 00:30 Told. {public_notice}\n  - 2026-11-24 23:50..2026-11-25 00:10 Read.\n";
    assert_eq!(
        list(record),
        [
            "# The three minutes",
            "t=23:58 23:58 Exact (18:28 UTC) Down First Hit | Down <Start>",
            "t=23:59 23:59 Down",
            "# 24 November 2026",
            "t=2026-11-24T00:00 00:00 Down",
            "t=2026-11-24T00:01 00:01 Exact (18:31 UTC, 23 Nov) Down Last Good | Up <End>",
            "# Afterwards, 24 November 2026",
            "t=after-2026-11-24T00:30 after 00:30 About (after 19:00 UTC, 23 Nov) Up | Told <Public notice>",
            "t=2026-11-24T23:50/2026-11-25T00:10 23:50–25 Nov, 00:10 Span (some minute) Up | Read",
        ]
    );
}

#[test]
fn entries_out_of_order_keep_their_order() {
    let record = "timeline:\n  - 2026-11-23 14:04 Up. {impact_end}\n  - 2026-11-23 14:06 Later.\n  - 2026-11-23 14:02 Down. {impact_start}\n  - 2026-11-23 14:03 Seen. {detected}\n";
    let rows = list(record);
    let events: Vec<&str> = rows.iter().filter(|row| row.contains('|')).map(|row| &row[..7]).collect();
    assert_eq!(events, ["t=14:04", "t=14:06", "t=14:02", "t=14:03"]);
    assert_eq!(
        rows.iter().filter(|row| row.starts_with("t=14:03")).count(),
        2,
        "a minute of the outage has a row: {rows:?}"
    );
}

#[test]
fn milestones_without_an_entry_stand_where_they_belong() {
    let record = "timestamps:\n  impact_start: 2026-11-23 14:02\n  declared: unknown\n  identified: by 2026-11-23 14:20\n  impact_end: 2026-11-23 18:00\ntimeline:\n  - 2026-11-23 14:10 Seen. {detected}\n  - { at: 19:00, until: 19:30, known_at: 20:00, text: Told., kind: decision, component: api, post: 'https://www.example.org/1', causes: [seen] }\n  - { at: 2026-11-23 13:50, id: seen, text: Odd. }\n";
    let api = Component { id: "api".to_owned(), name: Some("The API".to_owned()), parent: None };
    let config = Config { components: vec![api], ..Config::default() };
    let record = format!("status: resolved\ntitle: A\n{record}");
    let rows = lines(&minutes(&incident("incidents/a.yaml", record.into_bytes()), &config));
    let events: Vec<&String> = rows.iter().filter(|row| row.contains('|')).collect();
    assert_eq!(
        events,
        [
            "t=14:02 14:02 Exact Down First Hit | The impact begins",
            "t=14:10 14:10 Exact Down | Seen <Detected>",
            "t=by-14:20 by 14:20 About Down | The cause is known",
            "t=18:00 18:00 Exact Down Last Good | The impact ends",
            "t=19:00 19:00 Exact Up | Told – The API – Decision – until 19:30 – the team learned of it at 20:00 → Post on example.org caused by Odd (13:50) #t=13:50",
            "t=13:50 13:50 Exact Up | Odd",
        ]
    );
}

#[test]
fn a_range_without_reports_says_what_its_ends_are() {
    let rows = list("timeline:\n  - 2026-11-23 14:02..14:04 Down. {impact_start}\n  - 14:05..14:06 Up. {impact_end}\n");
    assert_eq!(
        rows,
        [
            "# The impact: 1–4 min",
            "t=14:02/14:04 14:02–14:04 Span (some minute) Maybe First Hit | Down <Start>",
            "t=14:02 14:02 Maybe Earliest start",
            "t=14:03 14:03 Maybe",
            "t=14:04 14:04 Down Latest start",
            "t=14:05 14:05 Down Earliest end",
            "t=14:06 14:06 Maybe Latest end",
            "t=14:05/14:06 14:05–14:06 Span (some minute) Maybe Last Good | Up <End>",
        ]
    );
}

#[test]
fn five_thousand_entries_are_soon_listed() {
    let start = "timeline:\n  - { at: 2026-11-23 00:00, id: down, text: Down., milestone: impact_start }\n".to_owned();
    let more = (1..5000).map(|index| format!("  - down +{index}m More of it. It goes on.\n"));
    let record: String = std::iter::once(start).chain(more).collect();
    let list = minutes(
        &incident("incidents/a.yaml", format!("status: active\ntitle: A\n{record}").into_bytes()),
        &Config::default(),
    );
    check_ids(&list);
    assert_eq!(list.groups.iter().map(|group| group.rows.len()).sum::<usize>(), 5001);
}

#[test]
fn an_outage_from_about_to_about_stands_between_the_rows_of_its_ends() {
    let rows =
        list("timeline:\n  - about 2026-11-23 14:02 ±1m Down. {impact_start}\n  - about 14:05 ±1m Up. {impact_end}\n");
    assert_eq!(
        rows,
        [
            "# The impact: 1–5 min",
            "t=14:02 ~14:02 About (earliest 14:01) Maybe First Hit | Down <Start>",
            "t=14:01 14:01 Maybe",
            "t=14:02.2 14:02 Maybe",
            "t=14:03 14:03 Down",
            "t=14:04 14:04 Down",
            "t=14:05.2 14:05 Maybe",
            "t=14:06 14:06 Maybe",
            "t=14:05 ~14:05 About (latest 14:06) Maybe Last Good | Up <End>",
        ]
    );
}

#[test]
fn an_impact_of_days_has_no_minutes_and_an_impact_without_an_end_says_so() {
    let days = "timeline:\n  - 2026-11-03 Down. {impact_start}\n  - 2026-11-03 10:00 Seen.\n  - 2026-11-05 Up. {impact_end}\n  - 2026-11-05 Told.\n";
    assert_eq!(
        list(days),
        [
            "# The impact: 2 d",
            "t=2026-11-03 3 Nov Span (day only) Maybe First Hit | Down <Start>",
            "t=10:00 10:00 Exact Maybe | Seen",
            "  … 2 d later Maybe",
            "# 5 November 2026",
            "t=2026-11-05 5 Nov Span (day only) Maybe Last Good | Up <End>",
            "# Afterwards, 5 November 2026",
            "t=2026-11-05.2 5 Nov Span (day only) Up | Told",
        ]
    );
    let open = "timeline:\n  - 2026-11-03 10:00 Down. {impact_start}\n  - 2026-11-03 10:02 Seen.\n";
    assert_eq!(
        list(open),
        [
            "# The impact",
            "t=10:00 10:00 Exact Open First Hit | Down <Start>",
            "t=10:02 10:02 Exact Open | Seen",
            "  … No end on record. Nothing is recorded after 10:02 UTC. Open",
        ]
    );
}

#[test]
fn numbers_are_printed_as_everywhere() {
    let record = "timeline:\n  - { at: 2026-11-23 14:02, text: Down., impact: 41700 }\n  - { at: 14:03, text: Up., impact: 40%..60% }\n";
    let lines = list(record);
    let values: Vec<&str> =
        lines.iter().filter_map(|line| line.split_once("impact: ")).map(|(_, value)| value).collect();
    assert_eq!(values, ["41,700", "40–60%"]);
}

#[test]
fn a_post_with_a_user_in_its_address_is_no_link() {
    let record = "timeline:\n  - { at: 2026-11-23 14:02, text: Told., post: 'https://www.a.example@b.example/1' }\n";
    assert!(!list(record).concat().contains('→'));
}

#[test]
fn the_state_of_the_service_is_said_where_it_changes() {
    let record = "title: A\nstatus: resolved\ntimeline:\n  - 2026-11-23 14:00 A deploy.\n  - 14:02..14:03 Down. {impact_start}\n  - 14:05 Up. {impact_end}\n  - 14:20 A word.\n";
    let list = minutes(&incident("incidents/a.yaml", record.into()), &Config::default());
    let rows = list.groups.iter().flat_map(|group| &group.rows).filter_map(|row| match row {
        Row::Event(event) => Some((event.id.as_str(), event.turn.as_deref())),
        Row::Tick(tick) => Some((tick.id.as_str(), tick.turn.as_deref())),
        Row::Ticks(_) | Row::Gap(_) => None,
    });
    let turns: Vec<String> = rows.filter_map(|(id, turn)| Some(format!("{id} {}", turn?))).collect();
    assert_eq!(
        turns,
        ["t=14:02/14:03 Possibly impaired from here", "t=14:03 Impaired from here", "t=14:20 No longer impaired"]
    );
}

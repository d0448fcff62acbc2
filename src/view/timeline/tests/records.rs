//! What a chart shows of a record: where each event stands, and what is said of the impact.

use crate::config::Config;
use crate::model::{Defaults, read};
use crate::source::SourceFile;
use crate::view::timeline::layout::layouts;
use crate::view::timeline::place::Kind;
use crate::view::timeline::story::{Event, Story};
use crate::view::timeline::ticks::Role;
use crate::view::timeline::{Figure, clock, figure, record};
use crate::view::{list, words};

/// Its list is never given back: a story points into it.
fn drawn(record: &str) -> (Story<'static>, Figure) {
    let text = format!("status: resolved\ntitle: A\n{record}");
    let file = SourceFile::new("incidents/a.yaml", text.into_bytes());
    let incident = read(&file, &Defaults::default()).incident.unwrap();
    let list = Box::leak(Box::new(list::minutes(&incident, &Config::default())));
    let config = Config::default();
    (record::story(&incident, &config, list).unwrap(), figure(&incident, &config, list).unwrap())
}

/// The marks that the key explains.
fn key(figure: &Figure) -> Vec<&'static str> {
    let drawing = figure.key.as_ref().unwrap().drawing();
    let tables = drawing.tables().enumerate().filter(|(index, _)| drawing.cells(*index).next().is_some());
    tables.map(|(_, (name, _))| name).collect()
}

/// `HH:MM` or `D Mon` of the record's zone.
fn at(story: &Story<'_>, minute: i64) -> String {
    clock::local(minute, story.zone).format("%-d %H:%M").to_string()
}

fn marks(story: &Story<'_>) -> Vec<String> {
    let mark = |event: &Event<'_>| {
        let span = if event.low == event.high {
            at(story, event.low)
        } else {
            format!("{} to {}", at(story, event.low), at(story, event.high))
        };
        format!("{:?} {span}: {} in {}", event.kind, event.label.text, story.lanes[event.lane].name)
    };
    story.events.iter().map(mark).collect()
}

const KINDS: &str = "\
actors: { ops: { kind: internal, role: on call } }
timeline:
  - { at: 2026-11-23, text: A day }
  - { at: 2026-11-23 09:00, actor: ops, text: The first sentence. Another one }
  - { at: about 09:40 ±3m, text: About }
  - { at: 09:50..10:00, text: A range }
  - { at: unknown, text: Not known }
  - { at: before 11:00, text: Before }
  - { at: after 12:00, text: After }
  - { at: unknown, text: Not known at the end }
";

#[test]
fn each_time_has_the_mark_of_its_kind() {
    let (story, figure) = drawn(KINDS);
    assert_eq!(
        marks(&story),
        [
            "Exact 23 09:00: The first sentence in On call",
            "About 23 09:37 to 23 09:43: About in No actor given",
            "Range 23 09:50 to 23 10:00: A range in No actor given",
            "Unknown 23 10:00 to 23 11:00: Not known in No actor given",
            "Before 23 11:00: Before in No actor given",
            "Day 23 00:00 to 24 00:00: A day in No actor given",
            "After 23 12:00: After in No actor given",
            "Later 23 12:00: Not known at the end in No actor given",
        ]
    );
    assert_eq!(key(&figure), ["exact", "about", "span", "before", "after", "unknown"]);
}

const TIED: &str = "\
impact: { curve: { of: accounts that could be reached } }
sources: { a: { title: A }, b: { title: B }, c: { title: C } }
timeline:
  - { at: 2017-11-02 18:30, text: All is well, impact: 40M }
  - id: down
    at: { value: 18:45..19:00, reports: { a: about 18:45, b: '18:45', c: about 19:00 } }
    milestone: impact_start
    impact: 0
    text: It is gone
  - { at: down +11m, milestone: impact_end, impact: 40M, text: It is back }
";

#[test]
fn a_known_length_at_an_unknown_minute_is_a_band() {
    let (story, figure) = drawn(TIED);
    let impact = story.impact.as_ref().unwrap();
    let tied = impact.tied.as_ref().unwrap();
    assert_eq!((tied.minutes, tied.length.as_str()), (11, "11 min"));
    let rings: Vec<String> = tied.reports.iter().map(|report| report.labels[0].parts().concat()).collect();
    assert_eq!(rings, ["about 18:45, S1 S2", "about 19:00, S3"]);
    assert_eq!(marks(&story), ["Exact 2 18:30: All is well in Events"], "the band is the mark of both ends");
    assert_eq!(impact.rows, ["t=18:45/19:00", "t=18:56/19:11"]);
    assert_eq!(story.curve.unwrap().text[0], "0 for 11 of these 26 minutes");
    assert_eq!(
        words::text(&figure.caption),
        "The impact lasted exactly 11 min and began at some minute of 18:45–19:00"
    );
    assert_eq!(key(&figure), ["slide", "doubt", "exact"]);
}

#[test]
fn the_worst_of_phases_that_overlap_is_shown() {
    let (story, figure) = drawn(
        "\
impact:
  segments:
    - { from: 2026-11-23 14:00, to: 2026-11-23 15:00, level: degraded }
    - { from: 2026-11-23 14:10, to: 2026-11-23 14:20, level: major }
    - { from: 2026-11-23 14:30, to: 2026-11-23 14:40, level: partial }
timeline: ['2026-11-23 14:00 A {impact_start}', '15:00 B {impact_end}']
",
    );
    let phases = story.impact.as_ref().unwrap().tracks[0].phases.iter();
    let phases: Vec<String> = phases.map(|phase| format!("{} {}", at(&story, phase.from), phase.labels[0])).collect();
    assert_eq!(
        phases,
        [
            "23 14:00 Degraded, 10 min",
            "23 14:10 Down, 10 min",
            "23 14:20 Degraded, 10 min",
            "23 14:30 Partly down, 10 min",
            "23 14:40 Degraded, 20 min"
        ]
    );
    let levels = story.impact.as_ref().unwrap().tracks[0].phases.iter().map(|phase| phase.level.as_str());
    assert_eq!(levels.collect::<Vec<_>>(), ["degraded", "down", "degraded", "partial", "degraded"]);
    assert_eq!(words::text(&figure.caption), "The impact began at 14:00 and ended at 15:00");
    assert!(figure.more.starts_with("It lasted 1\u{a0}h."), "{}", figure.more);
}

#[test]
fn an_impact_over_midnight_is_told_with_both_days() {
    let (_, figure) = drawn("timeline: ['2026-11-23 23:50 A {impact_start}', '2026-11-24 00:10 B {impact_end}']");
    let caption = "The impact began on 23 Nov 2026, 23:50 and ended on 24 Nov 2026, 00:10";
    assert_eq!(words::text(&figure.caption), caption);
}

#[test]
fn an_impact_with_a_pause_says_how_long_it_was_felt() {
    let (_, figure) = drawn(
        "\
impact:
  segments:
    - { from: impact_start, to: 2026-11-23 14:20 }
    - { from: 2026-11-23 14:30, to: impact_end }
timeline: ['2026-11-23 14:00 A {impact_start}', '14:50 B {impact_end}']
",
    );
    let told = "It lasted 50\u{a0}min, and something was impaired for 40\u{a0}min of it.";
    assert!(figure.more.starts_with(told), "{}", figure.more);
}

#[test]
fn a_bound_of_a_value_is_not_drawn_as_the_value() {
    let (story, _) = drawn(
        "\
impact: { curve: { of: requests that failed } }
timeline:
  - { at: 2026-11-23 14:00, text: A, impact: over 40%, milestone: impact_start }
  - { at: '14:10', text: B, impact: at most 5% }
  - { at: '14:20', text: C, milestone: impact_end }
",
    );
    let values: Vec<[f64; 2]> = story.curve.unwrap().points.iter().map(|point| point.value).collect();
    assert_eq!(values, [[40.0, 100.0], [0.0, 5.0]]);
}

#[test]
fn a_phase_that_is_over_says_so_although_the_impact_has_no_end() {
    let (story, _) = drawn(
        "impact: { segments: [{ from: 2026-11-23 14:00, to: 2026-11-23 14:30, level: major }] }\n\
         timeline: ['2026-11-23 14:00 A {impact_start}', '14:30 B']",
    );
    let phases = &story.impact.as_ref().unwrap().tracks[0].phases;
    assert_eq!((phases[0].labels[0].as_str(), phases[0].is_open), ("Down, 30 min", false));
}

#[test]
fn an_end_of_which_only_the_least_is_known_is_told_so() {
    let (story, figure) = drawn(
        "impact: { segments: [{ from: impact_start, to: impact_end, level: degraded }] }\n\
         timeline: ['2026-11-23 14:00 A {impact_start}', 'after 2026-11-25 B {impact_end}']",
    );
    let phase = &story.impact.as_ref().unwrap().tracks[0].phases[0];
    assert_eq!((phase.labels[0].as_str(), phase.is_open), ("Degraded, end not known", true));
    let told = "The impact began on 23 Nov 2026, 14:00 and ended after 25 Nov 2026";
    assert_eq!(words::text(&figure.caption), told);
}

#[test]
fn where_one_phase_goes_over_into_another_nobody_knows_when_there_is_no_hole() {
    let (story, _) = drawn(
        "\
impact:
  segments:
    - { from: impact_start, to: unlock, level: major }
    - { from: unlock, to: impact_end, level: degraded }
timeline:
  - { at: 2026-11-23 14:00..14:14, milestone: impact_start, text: A }
  - { id: unlock, at: impact_start +74m, text: B }
  - 16:30 C {impact_end}
",
    );
    let phases = story.impact.as_ref().unwrap().tracks[0].phases.iter();
    let phases: Vec<String> = phases.map(|phase| format!("{} {}", at(&story, phase.from), phase.labels[0])).collect();
    assert_eq!(phases, ["23 14:14 Down", "23 15:14 Degraded"]);
}

#[test]
fn what_began_or_ended_about_a_minute_is_labelled_so() {
    let (story, _) = drawn("timeline: ['about 2026-11-23 14:00 A {impact_start}', '15:20 B {impact_end}']");
    let [wide, ..] = layouts(&story);
    let bounds = wide.ticks.iter().filter(|tick| tick.role != Role::Tick);
    let bounds: Vec<(Role, String)> = bounds.map(|tick| (tick.role, tick.label.to_string())).collect();
    assert_eq!(bounds, [(Role::About, "14:00".to_owned()), (Role::Impact, "15:20".to_owned())]);
}

#[test]
fn over_days_midnights_say_which_and_over_months_their_first_days() {
    for (end, labels) in
        [("2026-11-26 15:20", ["24 Nov", "25 Nov", "26 Nov"]), ("2028-06-03 15:20", ["Jul 2027", "Jan 2028", ""])]
    {
        let (story, _) = drawn(&format!("timeline: ['2026-11-23 14:00 A {{impact_start}}', '{end} B {{impact_end}}']"));
        let [wide, ..] = layouts(&story);
        let told: Vec<String> = wide.ticks.iter().map(|tick| tick.label.to_string()).collect();
        for label in labels.into_iter().filter(|label| !label.is_empty()) {
            assert!(told.iter().any(|told| told == label), "{label} is not among {told:?}");
        }
        assert!(!told.iter().any(|told| told == "00:00"), "{told:?}");
    }
}

#[test]
fn midnight_by_the_clock_is_no_day() {
    for (zone, at, told) in [
        ("UTC", "by 2026-12-01 00:00", "00:00"),
        ("UTC", "by 2026-12-01", "1 Dec"),
        ("America/Sao_Paulo", "2017-10-15", "15 Oct"),
    ] {
        let (story, _) = drawn(&format!(
            "timezone: {zone}\ntimeline: ['2016-01-01 14:00 A {{impact_start}}', '14:20 C {{impact_end}}', '{at} B']"
        ));
        let [wide, ..] = layouts(&story);
        let labels: Vec<String> = wide.ticks.iter().map(|tick| tick.label.to_string()).collect();
        assert_eq!(labels.last().map(String::as_str), Some(told), "{at}: {labels:?}");
    }
}

#[test]
fn spans_beyond_the_end_are_no_part_of_its_length() {
    let (_, figure) = drawn(
        "impact: { segments: [{ from: impact_start, to: 2026-11-23 14:21 }] }\n\
         timeline: ['2026-11-23 14:00 A {impact_start}', '14:20 B {impact_end}']",
    );
    assert!(figure.more.starts_with("It lasted 20\u{a0}min. "), "{}", figure.more);
}

#[test]
fn an_impact_with_no_end_says_so() {
    let (story, figure) = drawn("timeline: ['2026-11-23 14:00 A {impact_start}', '14:31 B']");
    let impact = story.impact.as_ref().unwrap();
    assert_eq!((impact.end, at(&story, impact.last).as_str()), (None, "23 14:31"));
    assert_eq!(impact.tracks[0].phases[0].labels[0], "Impact, no end on record");
    assert!(figure.more.starts_with("No end of it is on record"), "{}", figure.more);
}

#[test]
fn a_value_that_nobody_knows_is_not_drawn_as_one() {
    let (story, _) = drawn(
        "\
impact: { curve: { of: requests that failed } }
timeline:
  - { at: 2026-11-23 14:00, text: A, impact: 40%, milestone: impact_start }
  - { at: '14:10', text: B, impact: unknown }
  - { at: '14:20', text: C, impact: 90% }
  - { at: '14:30', text: D, milestone: impact_end }
",
    );
    let curve = story.curve.as_ref().unwrap();
    let changes = curve.points.iter().map(|point| (at(&story, point.at[0]), at(&story, point.at[1]), point.value[1]));
    let minute = |clock: &str| format!("23 {clock}");
    assert_eq!(
        changes.collect::<Vec<_>>(),
        [(minute("14:00"), minute("14:00"), 40.0), (minute("14:10"), minute("14:20"), 90.0)]
    );
    assert_eq!(curve.until.map(|until| at(&story, until)), Some(minute("14:30")), "after the end nothing is said");
    assert!(story.events.iter().all(|event| event.kind == Kind::Exact));
}

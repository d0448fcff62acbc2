//! What holds of every chart, whatever is drawn.

use crate::view::chart::labels::{Anchor, Mark};
use crate::view::chart::segments::{BREAK, Segment};
use crate::view::chart::story::{Event, Impact, Kind, Level, Phase, Story};
use crate::view::chart::{Chart, charts};
use crate::view::timeline::Tone;
use chrono_tz::Tz;
use proptest::prelude::*;

/// The rounding of places to a tenth.
const ROUNDED: f64 = 0.3;

/// Holds the laws of all three charts of a story.
pub(super) fn hold(story: &Story) {
    let first = charts(story);
    assert_eq!(first, charts(story), "a chart is always the same");
    for chart in &first {
        windows_are_in_order(chart);
        ticks_are_apart(chart);
        for lane in &chart.lanes {
            let placed = lane.marks.len() + lane.more;
            assert!(placed <= lane.count.max(placed), "a mark stands for an event");
            if !chart.dense && !lane.name.is_empty() {
                assert_eq!(placed, lane.count, "each event is a mark or is said to be missing");
            }
            nothing_overlaps(&lane.marks);
            marks_keep_order(&lane.marks);
            for mark in &lane.marks {
                stays_on_the_chart(mark, chart);
            }
        }
    }
}

fn windows_are_in_order(chart: &Chart) {
    let [left, right] = chart.plot;
    for segment in &chart.segments {
        assert!(segment.lo < segment.hi && segment.x0 < segment.x1, "a window has room: {segment:?}");
        assert!(left - ROUNDED <= segment.x0 && segment.x1 <= right + ROUNDED, "{segment:?} on {left}..{right}");
    }
    for pair in chart.segments.windows(2) {
        assert!(pair[0].hi <= pair[1].lo && pair[0].x1 <= pair[1].x0 + ROUNDED, "{pair:?}");
    }
}

fn ticks_are_apart(chart: &Chart) {
    for pair in chart.ticks.windows(2) {
        assert!(pair[0].x < pair[1].x, "labels under the axis are in order: {pair:?}");
    }
}

/// From where to where a mark reaches with its label.
fn reach(mark: &Mark) -> (f64, f64) {
    let label = match mark.anchor {
        Anchor::Start => (mark.lx, mark.lx + mark.w),
        Anchor::Middle => (mark.lx - mark.w / 2.0, mark.lx + mark.w / 2.0),
        Anchor::End => (mark.lx - mark.w, mark.lx),
        Anchor::None => (mark.x0, mark.x1),
    };
    (mark.x0.min(label.0), mark.x1.max(label.1))
}

fn nothing_overlaps(marks: &[Mark]) {
    for (index, one) in marks.iter().enumerate() {
        for other in marks[index + 1..].iter().filter(|other| other.row == one.row) {
            let ((a, b), (c, d)) = (reach(one), reach(other));
            assert!(b <= c + ROUNDED || d <= a + ROUNDED, "{one:?} touches {other:?}");
        }
    }
}

/// Marks of one kind stand in the order of time.
fn marks_keep_order(marks: &[Mark]) {
    let exact: Vec<&Mark> = marks.iter().filter(|mark| mark.kind == Kind::Exact).collect();
    for pair in exact.windows(2) {
        assert!(pair[0].t <= pair[1].t && pair[0].cx <= pair[1].cx + ROUNDED, "{pair:?}");
    }
}

fn stays_on_the_chart(mark: &Mark, chart: &Chart) {
    let (from, to) = reach(mark);
    let width = f64::from(chart.width);
    assert!(0.0 <= from + ROUNDED && to <= width + ROUNDED, "{mark:?} on {width}");
    if mark.label.is_empty() || mark.anchor == Anchor::Middle {
        return;
    }
    let label = if mark.anchor == Anchor::Start { (mark.lx, to) } else { (from, mark.lx) };
    assert!(chart.plot[0] <= label.0 + ROUNDED, "a label begins on the plot: {mark:?}");
    let breaks = chart.segments.iter().filter(|segment| Segment::breaks(segment));
    for segment in breaks {
        let (a, b) = (segment.x1, segment.x1 + BREAK);
        assert!(label.1 <= a + ROUNDED || b <= label.0 + ROUNDED, "{mark:?} crosses a break at {a}");
    }
}

/// 2 November 2017, 22:45 UTC.
const START: i64 = 25_161_045;

fn labels() -> impl Strategy<Value = String> {
    let known = [
        "",
        "x",
        "Last post",
        "深夜のデータベース障害が発生",
        "تعطل قاعدة البيانات",
        "e\u{301}\u{301}\u{301}te\u{301}",
        "🔥🔥🔥 fire 👩‍👩‍👧‍👦",
    ];
    prop_oneof![
        proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        "[a-zA-Z ]{1,40}",
        Just("long ".repeat(60)),
    ]
}

fn kinds() -> impl Strategy<Value = Kind> {
    proptest::sample::select(vec![
        Kind::Exact,
        Kind::Exact,
        Kind::About,
        Kind::Range,
        Kind::Day,
        Kind::Before,
        Kind::After,
        Kind::Unknown,
    ])
}

fn events(most: usize) -> impl Strategy<Value = Vec<Event>> {
    let far = prop_oneof![-60_i64..60, -3000_i64..3000, -16_000_000_i64..16_000_000];
    let event = (far, 0_i64..4000, kinds(), labels(), 0_usize..40, any::<bool>());
    let event = event.prop_map(|(at, long, kind, label, lane, is_key)| {
        let low = START + at;
        let high = if kind.is_box() || kind == Kind::About { low + long } else { low };
        let short = label.chars().take(6).collect();
        let point = i64::midpoint(low, high);
        Event { id: format!("t={low}"), lane, kind, low, high, point, label, short, tone: Tone::Plain, is_key }
    });
    proptest::collection::vec(event, 1..most)
}

fn impacts() -> impl Strategy<Value = Option<Impact>> {
    let impact = (0_i64..3000, 0_i64..40, proptest::option::of((0_i64..5000, 0_i64..40)), 0_i64..3000);
    let impact = impact.prop_map(|(from, doubt, end, more)| {
        let start = [START + from, START + from + doubt];
        let end = end.map(|(long, doubt)| [start[0] + long, start[0] + long + doubt]);
        let last = start[1] + more;
        let to = end.map_or(last, |end| end[0]).max(start[1]);
        let phases = vec![Phase { from: start[1], to, level: Level::Down, label: "Down, 18 min".to_owned() }];
        Impact { is_by_day: false, start, end, last, tied: None, phases, milestones: Vec::new() }
    });
    proptest::option::of(impact)
}

fn story(events: Vec<Event>, impact: Option<Impact>, zone: Tz) -> Story {
    let lanes = (0..40).map(|lane| format!("Lane {lane}")).collect();
    Story { zone, lanes, events, impact, curve: None }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_of_any_story(
        events in events(60),
        impact in impacts(),
        zone in proptest::sample::select(vec![Tz::UTC, Tz::America__New_York, Tz::Asia__Kathmandu]),
    ) {
        hold(&story(events, impact, zone));
    }
}

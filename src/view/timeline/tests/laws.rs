//! What holds of every chart, whatever is drawn.

use crate::view::minutes::Tone;
use crate::view::timeline::grain::Grain;
use crate::view::timeline::labels::{CLEAR, Mark, NARROW, Side};
use crate::view::timeline::lanes::Laid;
use crate::view::timeline::layout::{Layout, layouts};
use crate::view::timeline::place::Kind;
use crate::view::timeline::segments::{BREAK, Segment};
use crate::view::timeline::size::Size;
use crate::view::timeline::story::{Event, Flag, Impact, Label, Lane, Level, Phase, Story, Track, Whose};
use crate::view::timeline::ticks::{BETWEEN, wide};
use crate::view::timeline::widths::{bold, width};
use chrono_tz::Tz;
use proptest::prelude::*;
use std::sync::OnceLock;

/// The rounding of places to a tenth.
const ROUNDED: f64 = 0.3;

/// Holds the laws of all three charts of a story.
pub(super) fn hold(story: &Story<'_>) {
    let first = layouts(story);
    assert_eq!(first, layouts(story), "a chart is always the same");
    for chart in &first {
        windows_are_in_order(chart);
        ticks_are_apart(chart);
        flags_are_apart(chart);
        bars_hold_their_words(chart);
        tips_are_at_ends(chart);
        events_are_there_once(chart, story);
        let lines = chart.band.possible.filter(|_| chart.band.has_lines());
        let lines = lines.map_or_else(Vec::new, |bounds| bounds.map(crate::view::timeline::px::Px::get).to_vec());
        for laid in &chart.lanes {
            nothing_overlaps(laid);
            marks_keep_order(laid);
            names_stay_beside(laid, chart);
            stems_meet_no_words(laid);
            for mark in &laid.marks {
                stays_on_the_chart(mark, chart);
                crosses_nothing(mark, chart, &lines);
                assert!(mark.y + 9 <= chart.height, "{mark:?} is under the chart");
            }
        }
    }
}

fn windows_are_in_order(chart: &Layout<'_>) {
    let [left, right] = chart.plot;
    for segment in &chart.segments {
        assert!(segment.lo < segment.hi && segment.x0 < segment.x1, "a window has room: {segment:?}");
        assert!(left - ROUNDED <= segment.x0 && segment.x1 <= right + ROUNDED, "{segment:?} on {left}..{right}");
        let caption = width(&segment.caption.text, 11.0);
        assert!(segment.x0 + caption <= segment.x1 + ROUNDED, "the days fit over {segment:?}");
    }
    for pair in chart.segments.windows(2) {
        assert!(pair[0].hi <= pair[1].lo && pair[0].x1 <= pair[1].x0 + ROUNDED, "{pair:?}");
    }
}

/// Labels under the axis are in order, do not touch, stay on the chart, and keep off the lines of breaks.
fn ticks_are_apart(chart: &Layout<'_>) {
    let reach = |index: usize| {
        let tick = &chart.ticks[index];
        let half = wide(tick.label, tick.role) / 2.0;
        (tick.middle.get() - half, tick.middle.get() + half)
    };
    for index in 0..chart.ticks.len() {
        let (from, to) = reach(index);
        assert!(-ROUNDED <= from && to <= f64::from(chart.width) + ROUNDED, "{:?}", chart.ticks[index]);
        for segment in chart.segments.iter().filter(|segment| Segment::breaks(segment)) {
            let middle = segment.x1 + BREAK / 2.0;
            assert!(to < middle || middle < from, "{:?} on the break at {middle}", chart.ticks[index]);
        }
        for other in 0..index {
            let (low, high) = reach(other);
            assert!(from + ROUNDED >= high + BETWEEN || to <= low - BETWEEN + ROUNDED, "{:?}", chart.ticks);
        }
    }
    assert!(chart.ticks.is_sorted_by_key(|tick| tick.x), "{:?}", chart.ticks);
}

fn flags_are_apart(chart: &Layout<'_>) {
    let flags = chart.band.phases.iter().flat_map(|phases| &phases.flags);
    let mut reach: Vec<(f64, f64)> = flags
        .map(|flag| {
            let (x, wide) = (flag.at.0.get(), width(flag.label, 11.0));
            if flag.from.get() > 0.0 { (x, x + wide) } else { (x - wide, x) }
        })
        .collect();
    reach.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(reach.windows(2).all(|pair| pair[0].1 <= pair[1].0 + ROUNDED), "{reach:?}");
    let [left, right] = chart.plot;
    assert!(reach.iter().all(|(from, to)| left <= from + ROUNDED && *to <= right + ROUNDED), "{reach:?}");
}

/// What is not over points on from where its bar ends.
fn tips_are_at_ends(chart: &Layout<'_>) {
    let Some(phases) = &chart.band.phases else { return };
    for (_, tip) in &phases.tips {
        let ends = phases.bars.iter().filter(|bar| bar.at.1 == tip.1).map(|bar| (bar.at.0 + bar.w).get());
        // What began with the last that is known has no bar.
        let last = ends.reduce(f64::max);
        assert!(last.is_none_or(|last| (tip.0.get() - last).abs() <= ROUNDED), "{tip:?} is not at {last:?}");
        assert!(tip.0.get() + 10.0 <= f64::from(chart.width) + ROUNDED, "{tip:?} runs out of the chart");
    }
}

fn bars_hold_their_words(chart: &Layout<'_>) {
    for bar in chart.band.phases.iter().flat_map(|phases| &phases.bars) {
        assert!(bar.w.get() >= 0.0, "{bar:?}");
        let names = chart.band.phases.iter().flat_map(|phases| &phases.names);
        let mut over = names.filter(|name| chart.size == Size::Narrow && name.y < bar.at.1);
        assert!(over.all(|name| (bar.at.1 - name.y).get() >= 17.0), "{bar:?} hides a name");
        assert!(bar.label.is_empty() || width(bar.label, 12.0) <= bar.w.get(), "{bar:?}");
    }
}

/// Each event is a mark, or is told to be missing; where there are many, it is a stroke or hidden by one.
fn events_are_there_once(chart: &Layout<'_>, story: &Story<'_>) {
    let drawn: usize = chart.lanes.iter().map(|laid| laid.marks.len() + laid.lane.more).sum();
    let counted: usize = chart.lanes.iter().map(|laid| laid.lane.count).sum();
    let outside: usize = chart.outside.iter().sum();
    match (chart.size, chart.is_dense) {
        (Size::Narrow, true) => {
            let bars = chart.rate.iter().flat_map(|rate| &rate.bars).map(|bar| bar.n).sum::<usize>();
            assert_eq!(bars + outside, story.events.len());
        }
        (Size::Narrow, false) => assert_eq!(drawn + outside, story.events.len()),
        (_, false) => assert_eq!((drawn, counted), (story.events.len(), story.events.len())),
        (_, true) => {
            assert_eq!(counted, story.events.len());
            assert!(chart.lanes.iter().all(|laid| !laid.strokes.is_empty()));
        }
    }
}

/// What a mark takes up: rows, each from where to where.
fn boxes(mark: &Mark<'_>) -> Vec<(usize, f64, f64)> {
    let [x0, x1] = mark.x;
    let [from, to] = mark.words;
    let mut boxes = vec![(mark.row, x0, x1)];
    let first = mark.row + usize::from(mark.side == Side::Under);
    if mark.side != Side::Nowhere {
        boxes.push((first, from, to));
    }
    if !mark.second.is_empty() {
        boxes.push((first + 1, from, to));
    }
    boxes
}

fn nothing_overlaps(laid: &Laid<'_>) {
    for (index, one) in laid.marks.iter().enumerate() {
        for other in &laid.marks[index + 1..] {
            for (row, a, b) in boxes(one) {
                for (_, c, d) in boxes(other).into_iter().filter(|(other, ..)| *other == row) {
                    assert!(b <= c + ROUNDED || d <= a + ROUNDED, "{one:?} touches {other:?}");
                }
            }
        }
        let [from, to] = one.words;
        for line in [&*one.label, &one.second] {
            assert!(width(line, 12.0) <= to - from + ROUNDED, "{one:?} is narrower than its words");
        }
        assert!(one.second.is_empty() || !one.label.ends_with('…'), "what has two lines is whole: {one:?}");
    }
}

/// Marks of one kind stand in the order of time.
fn marks_keep_order(laid: &Laid<'_>) {
    let exact = laid.marks.iter().filter(|mark| mark.event.0.kind == Kind::Exact);
    let exact: Vec<_> = exact.map(|mark| (mark.event.0.point, mark.middle)).collect();
    assert!(exact.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1 + ROUNDED), "{exact:?}");
}

/// Where there are too many events for marks, a line comes down to each mark there is.
fn stems_meet_no_words(laid: &Laid<'_>) {
    for mark in laid.marks.iter().filter(|_| !laid.strokes.is_empty()) {
        for other in laid.marks.iter().filter(|other| other.row < mark.row) {
            let [from, to] = other.words;
            assert!(mark.middle <= from || to <= mark.middle, "the stem of {mark:?} runs through {other:?}");
        }
    }
}

fn names_stay_beside(laid: &Laid<'_>, chart: &Layout<'_>) {
    for line in [&laid.lane.name, &laid.lane.second, &laid.lane.third] {
        assert!(bold(line, 12.0) <= chart.plot[0] - 8.0 + ROUNDED, "{line} runs into the plot");
    }
    assert!(laid.lane.note.is_empty() || laid.lane.note_y + 4 <= laid.lane.h, "{:?}", laid.lane);
}

fn stays_on_the_chart(mark: &Mark<'_>, chart: &Layout<'_>) {
    let width = f64::from(chart.width);
    for (_, from, to) in boxes(mark) {
        assert!(chart.plot[0] - 14.0 <= from + ROUNDED && to <= width + 14.0, "{mark:?} on {width}");
    }
    if mark.side == Side::Left || mark.side == Side::Right {
        assert!(chart.plot[0] <= mark.words[0] + ROUNDED, "a label begins on the plot: {mark:?}");
        assert!(mark.words[1] <= width + ROUNDED, "a label ends on the chart: {mark:?}");
    }
}

/// Labels cross no break, and a bound of the impact only where there is no room for a few words before it.
fn crosses_nothing(mark: &Mark<'_>, chart: &Layout<'_>, lines: &[f64]) {
    if mark.side == Side::Nowhere || mark.side == Side::Inside {
        return;
    }
    let [from, to] = mark.words;
    for segment in chart.segments.iter().filter(|segment| Segment::breaks(segment)) {
        let (a, b) = (segment.x1 - CLEAR, segment.x1 + BREAK + CLEAR);
        assert!(to <= a + ROUNDED || b <= from + ROUNDED, "{mark:?} crosses a break at {a}");
    }
    for line in lines {
        let is_apart = to <= line - CLEAR + ROUNDED || line + CLEAR <= from + ROUNDED;
        let before = if mark.side == Side::Right { line - from } else { to - line };
        assert!(is_apart || before <= NARROW + CLEAR + ROUNDED, "{mark:?} crosses a bound at {line}");
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
        Just("unbreakable".repeat(20)),
    ]
}

fn kinds() -> impl Strategy<Value = Kind> {
    proptest::sample::select(vec![
        Kind::Exact,
        Kind::Exact,
        Kind::About,
        Kind::Range,
        Kind::Day,
        Kind::Tied,
        Kind::Before,
        Kind::By,
        Kind::After,
        Kind::From,
        Kind::Unknown,
        Kind::Earlier,
        Kind::Later,
    ])
}

/// A permalink; made once, and never given back.
fn id(number: usize) -> &'static str {
    static IDS: OnceLock<Vec<String>> = OnceLock::new();
    &IDS.get_or_init(|| (0..512).map(|number| format!("t={number}")).collect())[number]
}

fn events(most: usize) -> impl Strategy<Value = Vec<Event<'static>>> {
    let far = prop_oneof![-60_i64..60, -3000_i64..3000, -16_000_000_i64..16_000_000];
    let event = (far, 0_i64..4000, kinds(), labels(), 0_usize..40, any::<bool>());
    let event = event.prop_map(|(at, long, kind, label, lane, is_key)| {
        let low = START + at;
        let high = if kind.is_box() || kind == Kind::About { low + long } else { low };
        let (point, label) = (i64::midpoint(low, high), Label::of(label.into()));
        let grain = Grain::Minute;
        Event { id: "", lane, kind, low, high, point, grain, label, tone: Tone::Plain, is_key }
    });
    let events = proptest::collection::vec(event, 1..most);
    events.prop_map(|events| {
        events.into_iter().zip(0..).map(|(event, number)| Event { id: id(number), ..event }).collect()
    })
}

fn impacts() -> impl Strategy<Value = Option<Impact<'static>>> {
    let impact = (0_i64..3000, 0_i64..40, proptest::option::of((0_i64..5000, 0_i64..40)), 0_i64..3000, 1_usize..4);
    let impact = impact.prop_map(|(from, doubt, end, more, parts)| {
        let start = [START + from, START + from + doubt];
        let end = end.map(|(long, doubt)| [start[0] + long, start[0] + long + doubt]);
        let last = start[1] + more;
        let to = end.map_or(last, |end| end[0]).max(start[1]);
        let labels = ["Down, 18 min".to_owned(), "18 min".to_owned()];
        let phase = Phase { from: start[1], to, level: Level::Down, is_open: end.is_none(), labels };
        let track = |part: usize| Track {
            name: if parts == 1 { String::new() } else { format!("Part number {part} of the service") },
            phases: vec![phase.clone()],
        };
        let flag = |(index, name): (i64, &str)| Flag { at: start[0] + index * 7, id: "", label: name.to_owned() };
        let milestones = (0..).zip(["Detected", "Declared", "Cause known"]).map(flag).collect();
        let (tied, tracks) = (None, (0..parts).map(track).collect());
        Impact { is_by_day: false, start, end, about: [None; 2], last, rows: ["", ""], tied, tracks, milestones }
    });
    proptest::option::of(impact)
}

const NAMES: [&str; 4] = ["On call", "Automated database failover", "Contractor, trust and safety", "عمليات"];

fn story(events: Vec<Event<'static>>, impact: Option<Impact<'static>>, zone: Tz) -> Story<'static> {
    let of = |lane: usize| if lane == 39 { Whose::Nobody } else { Whose::Actor };
    let lanes = (0..40).map(|lane| Lane { name: NAMES[lane % NAMES.len()], of: of(lane) }).collect();
    Story { zone, lanes, events, impact, curve: None }.in_order()
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

    /// In one lane there is the least room.
    #[test]
    fn the_laws_hold_of_one_lane(mut events in events(60), impact in impacts()) {
        for event in &mut events {
            event.lane = 0;
        }
        hold(&story(events, impact, Tz::UTC));
    }
}

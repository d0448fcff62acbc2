//! Five records that were laid out by an independent program, number by number: `tests/timeline`.
//!
//! What is compared: the windows with their days, the impact (band, phases, bounds), the curve, the rate, the axis with its
//! labels and minutes, and of every lane its events in order, each mark's shape and place. What differs on purpose, and is
//! held by `laws` instead:
//!
//! - Where a label stands, how long it is, and so in which row its mark is and how high a lane is. Here a label is as long
//!   as there is room, in two lines if need be, keeps off the bounds of the impact, and there are up to twelve rows.
//! - Letters are those of the widest font that readers may have. There may be room for a label under the axis that the
//!   program left out; all of its own are there.
//! - Names of lanes have up to three lines.
//! - A narrow chart shows the marks of its window, and only what does not fit becomes a rate.
//! - A caption that has no room for several days names their month or year, not the first of them; and what is known only by
//!   the day does not follow the zone switch. These are listed one by one.
//! - Strokes that would hide each other are drawn once.

use crate::view::minutes::Tone;
use crate::view::timeline::cut::cut;
use crate::view::timeline::grain::Grain;
use crate::view::timeline::labels::Mark;
use crate::view::timeline::lanes::{Laid, by_actor};
use crate::view::timeline::layout::{Layout, layout};
use crate::view::timeline::place::Kind;
use crate::view::timeline::px::{At, Px};
use crate::view::timeline::scale::Scale;
use crate::view::timeline::segments::{Segment, Then};
use crate::view::timeline::story::{
    Change, Curve, Event, Flag, Impact, Label, Lane, Level, Phase, Report, Story, Tied, Track, Whose, Words,
};
use crate::view::timeline::ticks::{Role, has_minutes};
use crate::view::timeline::{clock, size};
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;
use serde_json::{Value, json};

const CASES: [(&str, &str, &str); 5] = [
    (
        "deactivation",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/data/deactivation.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/expected/deactivation.json")),
    ),
    (
        "dense",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/data/dense.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/expected/dense.json")),
    ),
    (
        "open",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/data/open.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/expected/open.json")),
    ),
    (
        "sparse",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/data/sparse.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/expected/sparse.json")),
    ),
    (
        "xz",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/data/xz.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/timeline/expected/xz.json")),
    ),
];

/// What differs of all that is compared.
const OTHERWISE: [&str; 10] = [
    r#"deactivation mid.segments[4].caption: "29 Nov" is "29–30 Nov""#,
    r#"xz wide.segments[0].caption: "Oct 2021" is "Oct to Nov 2021""#,
    r#"xz wide.segments[1].caption: "May 2022" is "May to Jun 2022""#,
    "xz wide.segments[3].caption_day: true is false",
    "xz wide.segments[4].caption_day: true is false",
    r#"xz mid.segments[0].caption: "Oct 2021" is "2021""#,
    r#"xz mid.segments[1].caption: "May 2022" is "2022""#,
    "xz mid.segments[3].caption_day: true is false",
    "xz mid.segments[4].caption_day: true is false",
    "xz narrow.segments[3].caption_day: true is false",
];

#[test]
fn every_number_of_the_worked_cases_holds() {
    for (name, given, expected) in CASES {
        let given: Value = serde_json::from_str(given).unwrap();
        let story = story(&given);
        let (cut, actors) = (cut(&story), by_actor(&story));
        let expected: Value = serde_json::from_str(expected).unwrap();
        for (of, width) in ["wide", "mid", "narrow"].into_iter().zip(size::WIDTHS) {
            let mut actual = numbers(&layout(&story, &cut, &actors, width), &story);
            let expected = told(&expected[of], of);
            let is_told =
                |tick: &Value| expected["ticks"].as_array().unwrap().iter().any(|told| told["t"] == tick["t"]);
            actual["ticks"].as_array_mut().unwrap().retain(is_told);
            let mut others = Vec::new();
            compare(&format!("{name} {of}"), &expected, &actual, &mut others);
            let meant = OTHERWISE.iter().filter(|line| line.starts_with(&format!("{name} {of}.")));
            assert_eq!(others, meant.copied().collect::<Vec<_>>());
        }
    }
}

/// The laws of every chart hold of the cases too.
#[test]
fn the_worked_cases_keep_the_laws() {
    for (_, given, _) in CASES {
        super::laws::hold(&story(&serde_json::from_str(given).unwrap()));
    }
}

/// What is compared of a case.
fn told(case: &Value, of: &str) -> Value {
    let mut told = case.clone();
    let chart = told.as_object_mut().unwrap();
    for left_out in ["id", "height"] {
        chart.remove(left_out);
    }
    if of == "narrow" {
        // Its marks are drawn here and not there, or there are fewer rows for them.
        for left_out in ["lanes", "dense", "rate", "ruler"] {
            chart.remove(left_out);
        }
    }
    if let Some(curve) = chart.get_mut("curve").and_then(Value::as_object_mut) {
        curve.remove("note2");
    }
    if let Some(slide) = chart.get_mut("slide").and_then(Value::as_object_mut) {
        slide.remove("label");
    }
    for segment in chart["segments"].as_array_mut().unwrap() {
        // Where no day is told it is not worked out.
        if segment["caption"] == "" {
            segment.as_object_mut().unwrap().retain(|key, _| key != "day" && key != "mid");
        }
    }
    for ring in chart.get_mut("slide").and_then(|slide| slide["reports"].as_array_mut()).into_iter().flatten() {
        // All labels stand left of their rings.
        assert_eq!(ring.as_object_mut().unwrap().remove("side"), Some(json!("left")));
    }
    for lane in chart.get_mut("lanes").and_then(Value::as_array_mut).into_iter().flatten() {
        let lane = lane.as_object_mut().unwrap();
        for left_out in ["id", "name", "y", "h", "more"] {
            lane.remove(left_out);
        }
        if let Some(strokes) = lane.get_mut("codes").and_then(Value::as_array_mut) {
            strokes.dedup();
        }
        for mark in lane["marks"].as_array_mut().unwrap() {
            for left_out in ["row", "label", "anchor", "lx", "w", "y"] {
                mark.as_object_mut().unwrap().remove(left_out);
            }
        }
    }
    told
}

/// A chart in the terms of a case. Heights that depend on nothing above them are compared; those of lanes are not.
fn numbers(of: &Layout<'_>, story: &Story<'_>) -> Value {
    let segments = &of.segments;
    let scale = Scale(segments);
    let px = Px::get;
    let minutes = segments.iter().filter(|segment| has_minutes(segment));
    let minor = minutes.flat_map(|segment| (segment.lo..=segment.hi).map(|minute| px(scale.px(minute))));
    let bars = |bars: &[crate::view::timeline::phases::Bar<'_>]| {
        let bar = |bar: &crate::view::timeline::phases::Bar<'_>| json!({ "level": bar.level.as_str(), "x0": px(bar.at.0), "x1": px(bar.at.0 + bar.w), "label": bar.label });
        bars.iter().map(bar).collect::<Vec<_>>()
    };
    json!({
        "width": of.width,
        "plot": of.plot,
        "segments": segments.iter().map(segment).collect::<Vec<_>>(),
        "captions": of.captions,
        "possible": of.band.possible.map(|bounds| bounds.map(px)),
        "certain": of.band.certain.map(|bounds| bounds.map(px)),
        "slide": of.band.slide.as_ref().map(|slide| json!({
            "y": slide.y,
            "h": slide.foot - slide.y,
            "points": slide.corners.iter().map(|At(x, y)| [px(*x), px(*y)]).collect::<Vec<_>>(),
            "label": slide.label,
            "cx": px(slide.middle.0),
            "cy": px(slide.middle.1),
            "reports": slide.reports.iter().map(|ring| json!({
                "t": clock::iso(ring.minute), "x": px(ring.at.0), "y": px(ring.at.1),
                "label": ring.label.map_or_else(String::new, |label| label.parts().concat()),
            })).collect::<Vec<_>>(),
        })),
        "phases": of.band.phases.as_ref().map(|phases| json!({
            "y": phases.y,
            "h": phases.foot - phases.y,
            "bars": bars(&phases.bars),
            "open": !phases.tips.is_empty(),
            "milestones": phases.flags.iter().map(|flag| json!({
                "t": clock::iso(at_of(story, flag.label)),
                "x": px(flag.at.0),
                "label": flag.label,
                "anchor": if px(flag.from) > 0.0 { "start" } else { "end" },
            })).collect::<Vec<_>>(),
        })),
        "rate": of.rate.as_ref().map(|rate| json!({
            "y": rate.y,
            "h": rate.h,
            "step": rate.step,
            "max": rate.max,
            "bars": rate.bars.iter().map(|bar| json!({
                "x0": px(bar.x), "x1": px(bar.end), "n": bar.n, "h": px(bar.h),
            })).collect::<Vec<_>>(),
        })),
        "curve": of.curve.as_ref().map(|curve| json!({
            "y": curve.y,
            "h": curve.h,
            "top": curve.top,
            "bottom": curve.bottom,
            "name": curve.of.name,
            "note": curve.of.note,
            "max": curve.of.max,
            "min": curve.of.min,
            "pieces": curve.pieces.iter().map(|piece| json!({
                "x0": px(piece.x0), "x1": px(piece.x1), "y": px(piece.y[0]),
            })).collect::<Vec<_>>(),
            "unknown": curve.doubts.iter().map(|doubt| json!({
                "x0": px(doubt.x), "x1": px(doubt.x + doubt.w),
            })).collect::<Vec<_>>(),
            "text": curve.text.as_ref().map_or("", |plate| plate.words),
        })),
        "ruler": of.ruler,
        "ticks": of.ticks.iter().map(|tick| json!({
            "t": clock::iso(tick.at),
            "x": px(tick.x),
            "label": tick.label.to_string(),
            "role": if tick.role == Role::Impact { "impact" } else { "tick" },
            "date": !matches!(tick.label, clock::Stamp::Clock(..)),
        })).collect::<Vec<_>>(),
        "minor": minor.collect::<Vec<_>>(),
        "lanes": of.lanes.iter().map(lane).collect::<Vec<_>>(),
        "dense": of.is_dense,
    })
}

fn at_of(story: &Story<'_>, label: &str) -> i64 {
    let flags = &story.impact.as_ref().unwrap().milestones;
    flags.iter().find(|flag| flag.label == label).unwrap().at
}

fn segment(segment: &Segment) -> Value {
    let then = match &segment.then {
        None => Value::Null,
        Some(Then::Join) => json!({ "type": "join" }),
        Some(Then::Break { x, text }) => json!({ "type": "break", "x": x, "text": text }),
    };
    let caption = &segment.caption;
    json!({
        "lo": segment.lo, "hi": segment.hi, "x0": segment.x0, "x1": segment.x1, "events": segment.events,
        "focus": segment.focus, "caption": caption.text, "caption_day": caption.is_day, "then": then,
        "day": caption.day.to_string(), "mid": caption.mid,
    })
}

fn lane(laid: &Laid<'_>) -> Value {
    let mark = |mark: &Mark<'_>| {
        let event = mark.event.0;
        let [x0, x1] = mark.x.map(|x| Px::of(x).get());
        json!({
            "id": event.id, "kind": word(event.kind), "tone": tone(event.tone), "t": clock::iso(event.point),
            "x0": x0, "x1": x1, "cx": Px::of(mark.middle).get(),
        })
    };
    let marks = laid.marks.iter().map(mark);
    let strokes = laid.strokes.iter().map(|stroke| stroke.at.0.get());
    json!({ "count": laid.lane.count, "marks": marks.collect::<Vec<_>>(), "codes": strokes.collect::<Vec<_>>() })
}

/// Notes every value of a case that differs; what a chart says beyond the case is its own affair.
fn compare(path: &str, expected: &Value, actual: &Value, wrong: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(fields), Value::Object(_)) => {
            for (key, value) in fields {
                compare(&format!("{path}.{key}"), value, actual.get(key).unwrap_or(&Value::Null), wrong);
            }
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(&format!("{path}[{index}]"), expected, actual, wrong);
            }
        }
        (Value::String(text), Value::String(label)) if without_braces(text) == *label => {}
        (Value::Number(expected), Value::Number(actual)) if expected.as_f64() == actual.as_f64() => {}
        (expected, actual) if expected == actual => {}
        _ => wrong.push(format!("{path}: {expected} is {actual}")),
    }
}

fn without_braces(text: &str) -> String {
    text.replace(['{', '}'], "")
}

const KINDS: [(&str, Kind); 7] = [
    ("exact", Kind::Exact),
    ("about", Kind::About),
    ("range", Kind::Range),
    ("day", Kind::Day),
    ("before", Kind::Before),
    ("after", Kind::After),
    ("unknown", Kind::Unknown),
];

fn word(kind: Kind) -> &'static str {
    KINDS.iter().find(|(_, other)| *other == kind).unwrap().0
}

const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Hit => "hit",
        Tone::Good => "good",
    }
}

/// The story of a case.
fn story(case: &Value) -> Story<'_> {
    let zone: Tz = text(case, "zone").parse().unwrap();
    let lanes = list(case, "lanes");
    let lane = |event: &Value| lanes.iter().position(|lane| lane["id"] == event["lane"]).unwrap();
    let impact = case.get("impact").filter(|impact| impact.is_object()).map(|of| impact(of, zone));
    let curve = case.get("curve").filter(|curve| curve.is_object()).map(|of| curve(of, impact.as_ref(), zone));
    let story = Story {
        zone,
        lanes: lanes.iter().map(|lane| Lane { name: text(lane, "name"), of: Whose::Actor }).collect(),
        events: list(case, "events").iter().map(|of| event(of, lane(of), zone)).collect(),
        impact,
        curve,
    };
    story.in_order()
}

fn event(event: &Value, lane: usize, zone: Tz) -> Event<'_> {
    let (_, kind) = KINDS.into_iter().find(|(word, _)| event["kind"] == *word).unwrap();
    let (low, high) = match kind {
        Kind::Day => {
            let day: NaiveDate = text(event, "at").parse().unwrap();
            let midnight = |day: NaiveDate| minute_of(day.and_hms_opt(0, 0, 0).unwrap(), zone);
            (midnight(day), midnight(day + Duration::days(1)))
        }
        Kind::Range | Kind::Unknown => (at(event, "at", zone), at(event, "to", zone)),
        Kind::About => {
            let (middle, half) = (at(event, "at", zone), event["half"].as_i64().unwrap_or(1));
            (middle - half, middle + half)
        }
        _ => (at(event, "at", zone), at(event, "at", zone)),
    };
    let tone = match event["tone"].as_str() {
        Some("hit") => Tone::Hit,
        Some("good") => Tone::Good,
        _ => Tone::Plain,
    };
    Event {
        id: text(event, "id"),
        lane,
        kind,
        low,
        high,
        point: i64::midpoint(low, high),
        grain: grain(kind, [low, high], zone),
        label: Label::of(without_braces(text(event, "label")).into()),
        tone,
        is_key: event["key"] == true,
    }
}

/// How finely a case tells a time: it has minutes alone, and those that begin a day, a month or a year stand for it.
fn grain(kind: Kind, bounds: [i64; 2], zone: Tz) -> Grain {
    let grain = |minute: i64| {
        let at = clock::local(minute, zone);
        match (at.time() == NaiveTime::MIN, at.day(), at.month()) {
            (false, ..) => Grain::Minute,
            (true, 1, 1) => Grain::Year,
            (true, 1, _) => Grain::Month,
            (true, ..) => Grain::Day,
        }
    };
    match kind {
        Kind::Exact | Kind::About | Kind::Tied | Kind::Unknown | Kind::Earlier | Kind::Later => Grain::Minute,
        _ => grain(bounds[0]).min(grain(bounds[1])),
    }
}

fn impact(impact: &Value, zone: Tz) -> Impact<'_> {
    let bounds = |list: &Value| [0, 1].map(|index| minute(list[index].as_str().unwrap(), zone));
    let start = bounds(&impact["start"]);
    let minutes = impact["duration"].as_i64();
    let end = match minutes {
        Some(minutes) => Some(start.map(|start| start + minutes)),
        None => impact.get("end").map(bounds),
    };
    let phase = |phase: &Value| Phase {
        from: at(phase, "from", zone),
        to: at(phase, "to", zone),
        is_open: end.is_none(),
        level: if phase["level"] == "down" { Level::Down } else { Level::Degraded },
        labels: [text(phase, "label").to_owned(), String::new()],
    };
    let report = |report: &Value| Report {
        at: at(report, "at", zone),
        labels: ["label", "mid", "short"].map(|key| words(text(report, key))),
    };
    let tied = minutes.filter(|_| start[0] < start[1]).map(|minutes| Tied {
        minutes,
        length: format!("{minutes} min"),
        reports: list(impact, "reports").iter().map(report).collect(),
    });
    let milestone = |milestone: &Value| Flag {
        at: at(milestone, "at", zone),
        id: "",
        label: without_braces(text(milestone, "label")),
    };
    Impact {
        about: [None; 2],
        is_by_day: false,
        start,
        end,
        last: if end.is_none() { at(impact, "last", zone) } else { 0 },
        rows: ["", ""],
        tied,
        tracks: vec![Track { name: String::new(), phases: list(impact, "phases").iter().map(phase).collect() }],
        milestones: list(impact, "milestones").iter().map(milestone).collect(),
    }
}

fn curve(curve: &Value, impact: Option<&Impact<'_>>, zone: Tz) -> Curve {
    let change = |point: &Value| Change {
        at: match point["at"].as_str().unwrap() {
            "start" => impact.unwrap().start,
            "end" => impact.unwrap().end.unwrap(),
            clock => [minute(clock, zone); 2],
        },
        value: [point["v"].as_f64().unwrap(); 2],
        text: String::new(),
    };
    Curve {
        name: text(curve, "name").to_owned(),
        note: list(curve, "note").iter().map(|line| line.as_str().unwrap().to_owned()).collect(),
        before: curve["before"].as_f64(),
        until: None,
        max: text(curve, "max").to_owned(),
        min: text(curve, "min").to_owned(),
        points: list(curve, "points").iter().map(change).collect(),
        text: ["text", "text_short"].map(|key| text(curve, key).to_owned()),
    }
}

fn words(text: &str) -> Words {
    match text.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?))) {
        Some((before, (clock, after))) => Words { before: before.into(), clock: clock.into(), after: after.into() },
        None => Words { before: text.into(), ..Words::default() },
    }
}

fn text<'v>(of: &'v Value, key: &str) -> &'v str {
    of[key].as_str().unwrap_or_default()
}

fn list<'v>(of: &'v Value, key: &str) -> &'v [Value] {
    of[key].as_array().map_or(&[], Vec::as_slice)
}

fn at(of: &Value, key: &str, zone: Tz) -> i64 {
    minute(text(of, key), zone)
}

fn minute(text: &str, zone: Tz) -> i64 {
    let fixed = DateTime::parse_from_str(&text.replace('Z', "+00:00"), "%Y-%m-%dT%H:%M%:z");
    let local = || text.parse().or_else(|_| format!("{text}:00").parse::<NaiveDateTime>()).unwrap();
    fixed.map_or_else(|_| minute_of(local(), zone), |at| at.timestamp().div_euclid(60))
}

fn minute_of(local: NaiveDateTime, zone: Tz) -> i64 {
    zone.from_local_datetime(&local).earliest().unwrap().timestamp().div_euclid(60)
}

//! Five records that were laid out by hand, number by number: `tests/timeline`.

use crate::view::chart::chart;
use crate::view::chart::story::{Change, Curve, Event, Impact, Kind, Level, Phase, Report, Story, Tied, Words};
use crate::view::timeline::Tone;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use serde_json::Value;

#[test]
fn every_number_of_the_worked_cases_holds() {
    for (name, given, expected) in [
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
    ] {
        let story = story(&serde_json::from_str(given).unwrap());
        let expected: Value = serde_json::from_str(expected).unwrap();
        for (size, width) in [("wide", 1120), ("mid", 700), ("narrow", 358)] {
            let actual = serde_json::to_value(chart(&story, width)).unwrap();
            let mut wrong = Vec::new();
            compare(&format!("{name} {size}"), &expected[size], &actual, &mut wrong);
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        }
    }
}

/// Notes every value of a case that differs; what a chart says beyond the case is its own affair.
fn compare(path: &str, expected: &Value, actual: &Value, wrong: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(fields), Value::Object(_)) => {
            // A chart does not repeat the record's id, nor a lane its actor's.
            let is_lane_or_chart = fields.contains_key("lanes") || fields.contains_key("count");
            let fields = fields.iter().filter(|(key, _)| !(is_lane_or_chart && *key == "id"));
            // Strokes that would hide each other are drawn once.
            let once = |key: &str, value: &Value| match (key, value.clone()) {
                ("codes", Value::Array(mut strokes)) => {
                    strokes.dedup();
                    Value::Array(strokes)
                }
                (_, value) => value,
            };
            for (key, value) in fields.filter(|(key, _)| !["note2", "side"].contains(&key.as_str())) {
                compare(&format!("{path}.{key}"), &once(key, value), actual.get(key).unwrap_or(&Value::Null), wrong);
            }
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(&format!("{path}[{index}]"), expected, actual, wrong);
            }
        }
        (Value::String(text), Value::Object(_)) => {
            let label: Vec<&str> =
                ["before", "clock", "after"].iter().filter_map(|part| actual[part].as_str()).collect();
            if without_braces(text) != label.concat() {
                wrong.push(format!("{path}: {text} is {label:?}"));
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

/// The story of a case.
fn story(case: &Value) -> Story {
    let zone: Tz = text(case, "zone").parse().unwrap();
    let lanes = list(case, "lanes");
    let lane = |event: &Value| lanes.iter().position(|lane| lane["id"] == event["lane"]).unwrap();
    let impact = case.get("impact").filter(|impact| impact.is_object()).map(|of| impact(of, zone));
    let curve = case.get("curve").filter(|curve| curve.is_object()).map(|of| curve(of, impact.as_ref(), zone));
    Story {
        zone,
        lanes: lanes.iter().map(|lane| text(lane, "name")).collect(),
        events: list(case, "events").iter().map(|of| event(of, lane(of), zone)).collect(),
        impact,
        curve,
    }
}

fn event(event: &Value, lane: usize, zone: Tz) -> Event {
    let kind = match event["kind"].as_str().unwrap() {
        "exact" => Kind::Exact,
        "about" => Kind::About,
        "range" => Kind::Range,
        "day" => Kind::Day,
        "before" => Kind::Before,
        "after" => Kind::After,
        "unknown" => Kind::Unknown,
        other => panic!("no mark is called {other}"),
    };
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
        Kind::Exact | Kind::Before | Kind::After => (at(event, "at", zone), at(event, "at", zone)),
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
        label: without_braces(&text(event, "label")),
        short: without_braces(&text(event, "short")),
        tone,
        is_key: event["key"] == true,
    }
}

fn impact(impact: &Value, zone: Tz) -> Impact {
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
        level: if phase["level"] == "down" { Level::Down } else { Level::Degraded },
        label: text(phase, "label"),
    };
    let report = |report: &Value| Report {
        at: at(report, "at", zone),
        labels: ["label", "mid", "short"].map(|key| words(&text(report, key))),
    };
    let tied = minutes.filter(|_| start[0] < start[1]).map(|minutes| Tied {
        minutes,
        length: format!("{minutes} min"),
        rows: [String::new(), String::new()],
        reports: list(impact, "reports").iter().map(report).collect(),
    });
    let milestone = |milestone: &Value| (at(milestone, "at", zone), words(&text(milestone, "label")));
    Impact {
        is_by_day: false,
        start,
        end,
        last: if end.is_none() { at(impact, "last", zone) } else { 0 },
        tied,
        phases: list(impact, "phases").iter().map(phase).collect(),
        milestones: list(impact, "milestones").iter().map(milestone).collect(),
    }
}

fn curve(curve: &Value, impact: Option<&Impact>, zone: Tz) -> Curve {
    let change = |point: &Value| Change {
        at: match point["at"].as_str().unwrap() {
            "start" => impact.unwrap().start,
            "end" => impact.unwrap().end.unwrap(),
            clock => [minute(clock, zone); 2],
        },
        value: point["v"].as_f64().unwrap(),
    };
    let full = text(curve, "text");
    Curve {
        name: text(curve, "name"),
        note: list(curve, "note").iter().map(|line| line.as_str().unwrap().to_owned()).collect(),
        before: curve["before"].as_f64(),
        until: None,
        max: text(curve, "max"),
        min: text(curve, "min"),
        points: list(curve, "points").iter().map(change).collect(),
        text: [full, text(curve, "text_short")],
    }
}

fn words(text: &str) -> Words {
    match text.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?))) {
        Some((before, (clock, after))) => Words { before: before.into(), clock: clock.into(), after: after.into() },
        None => Words { before: text.into(), ..Words::default() },
    }
}

fn text(of: &Value, key: &str) -> String {
    of[key].as_str().unwrap_or_default().to_owned()
}

fn list(of: &Value, key: &str) -> Vec<Value> {
    of[key].as_array().cloned().unwrap_or_default()
}

fn at(of: &Value, key: &str, zone: Tz) -> i64 {
    minute(of[key].as_str().unwrap(), zone)
}

fn minute(text: &str, zone: Tz) -> i64 {
    let fixed = DateTime::parse_from_str(&text.replace('Z', "+00:00"), "%Y-%m-%dT%H:%M%:z");
    let local = || text.parse().or_else(|_| format!("{text}:00").parse::<NaiveDateTime>()).unwrap();
    fixed.map_or_else(|_| minute_of(local(), zone), |at| at.timestamp().div_euclid(60))
}

fn minute_of(local: NaiveDateTime, zone: Tz) -> i64 {
    zone.from_local_datetime(&local).earliest().unwrap().timestamp().div_euclid(60)
}

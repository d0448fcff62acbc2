//! Walks the vectors of the format: texts, and what an independent reading of `FORMAT.md` says they mean.

use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

use super::super::{Builder, Edge, Fault, Found, Said, Tick, TimeId, Times, parse, parse_prefix};
use crate::diag::Level;
use crate::model::{duration, number};

/// Runs every vector of a kind and shows all that differ.
fn walk(kind: &str, read: impl Fn(&Value) -> Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/vectors/{kind}.json"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    assert!(vectors.len() > 20, "{kind} has only {} vectors", vectors.len());
    let differ = |vector: &Value| {
        let found = read(&vector["input"]);
        let (name, expect) = (&vector["name"], &vector["expect"]);
        (found != *expect).then(|| format!("{name} {}\n  expected {expect}\n  found    {found}", vector["input"]))
    };
    let wrong: Vec<_> = vectors.iter().filter_map(differ).collect();
    assert!(wrong.is_empty(), "{} of {} differ\n{}", wrong.len(), vectors.len(), wrong.join("\n"));
}

fn builder(input: &Value) -> Builder {
    let zone = input["zone"].as_str().unwrap_or("UTC").parse().unwrap();
    let mut builder = Builder::new(zone, input["about"].as_i64().unwrap_or(300));
    let day = input["day"].as_str().map(|day| Said::from(parse(day).unwrap()));
    builder.start(day.as_ref());
    for (name, text) in input["names"].as_object().unwrap_or(&Map::new()) {
        let id = builder.dated(parse(text.as_str().unwrap()).unwrap().into());
        builder.name(name, id);
    }
    builder
}

fn refusal(text: &str, fault: &Fault) -> Value {
    json!({ "error": fault.rule, "column": text[..fault.at.start].chars().count() + 1 })
}

fn instant(instant: Option<DateTime<Utc>>) -> Value {
    instant.map_or(Value::Null, |instant| instant.to_rfc3339_opts(SecondsFormat::Secs, true).into())
}

fn bounds(times: &Times, id: TimeId) -> Value {
    let time = times.time(id);
    json!({
        "earliest": instant(time.earliest.map(|Edge { first, .. }| first)),
        "latest": instant(time.latest.map(|Edge { last, .. }| last)),
    })
}

fn tick(tick: Tick) -> Value {
    format!("{tick:?}").to_lowercase().into()
}

fn error_of(found: &[Found], id: TimeId) -> Option<&Fault> {
    found.iter().find(|(of, report, fault)| *of == id && report.is_none() && fault.level == Level::Error).map(|f| &f.2)
}

#[test]
fn times() {
    walk("times", |input| {
        let text = input["text"].as_str().unwrap();
        let mut builder = builder(input);
        let written = match parse(text) {
            Ok(written) => written,
            Err(fault) => return refusal(text, &fault),
        };
        let id = builder.entry(written.into());
        let (times, found) = builder.finish();
        if let Some(fault) = error_of(&found, id) {
            return refusal(text, fault);
        }
        let time = times.time(id);
        let mut meaning = bounds(&times, id);
        meaning["tick"] = tick(time.tick);
        if let Some(tie) = &time.tie {
            meaning["anchor"] = (*tie.anchor).into();
            meaning["offset"] = json!([tie.low, tie.high]);
        }
        if let Some(between) = &time.between {
            meaning["between"] = json!(between.names.each_ref().map(|name| &**name));
        }
        if !found.is_empty() {
            meaning["warnings"] = found.iter().map(|(.., fault)| fault.rule).collect();
        }
        meaning
    });
}

#[test]
fn days() {
    walk("days", |input| {
        let mut builder = builder(input);
        let lines: Vec<&str> = input["entries"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
        let read = |line: &&str| match parse_prefix(line) {
            Ok((written, _)) => (builder.entry(written.into()), None),
            Err(fault) => (builder.unread(line), Some(refusal(line, &fault))),
        };
        let ids: Vec<_> = lines.iter().map(read).collect();
        let (times, found) = builder.finish();
        let meaning = ids.into_iter().zip(lines).map(|((id, refused), line)| {
            let fault = error_of(&found, id).map(|fault| refusal(line, fault));
            refused.or(fault).unwrap_or_else(|| bounds(&times, id))
        });
        json!({ "entries": meaning.collect::<Vec<_>>() })
    });
}

fn pair(input: &Value) -> (Times, TimeId, TimeId) {
    let mut builder = builder(input);
    let [a, b] = ["a", "b"].map(|key| builder.entry(parse(input[key].as_str().unwrap()).unwrap().into()));
    let (times, found) = builder.finish();
    assert_eq!(found, [], "{input}");
    (times, a, b)
}

#[test]
fn differences() {
    walk("differences", |input| {
        let (times, a, b) = pair(input);
        let difference = times.difference(a, b);
        let printed = difference.to_string();
        json!({ "tick": difference.tick.map(tick), "low": difference.low, "high": difference.high, "printed": printed })
    });
}

#[test]
fn order() {
    walk("order", |input| {
        let (times, a, b) = pair(input);
        let a_is = match (times.certainly_before(a, b), times.certainly_before(b, a)) {
            (true, _) => "before",
            (_, true) => "after",
            _ => "possible",
        };
        let level = match times.end_before_start(a, b) {
            None => "ok",
            Some(Level::Warning) => "warning",
            Some(Level::Error) => "error",
        };
        json!({ "a_is": a_is, "as_start_and_end": level })
    });
}

#[test]
fn durations() {
    walk("durations", |input| {
        let text = input["text"].as_str().unwrap();
        match duration::parse(text) {
            Err(fault) => refusal(text, &fault),
            Ok(duration) => json!({
                "tick": tick(duration.tick()),
                "low_seconds": duration.low_seconds(),
                "high_seconds": duration.high_seconds(),
            }),
        }
    });
}

#[test]
fn numbers() {
    walk("numbers", |input| {
        let text = input["text"].as_str().unwrap();
        let read = if input["count"] == true { number::parse_count(text) } else { number::parse(text) };
        match read {
            Err(fault) => refusal(text, &fault),
            Ok(number) => json!({
                "low": number.low().map(|low| low.to_string()),
                "high": number.high().map(|high| high.to_string()),
                "low_excluded": number.low_excluded(),
                "high_excluded": number.high_excluded(),
                "percent": number.is_percent(),
            }),
        }
    });
}

//! The vectors of the format: whole records in, metrics out.

use minutebook::metrics::{Count, METRICS, Measured, metric};
use minutebook::model::{Defaults, read};
use minutebook::pipeline;
use minutebook::source::{SourceFile, Sources};
use serde_json::Value;

fn vectors() -> Vec<Value> {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/metrics.json"));
    let all: Value = serde_json::from_str(text).unwrap();
    all["vectors"].as_array().unwrap().clone()
}

fn file(vector: &Value) -> SourceFile {
    let name = vector["input"]["name"].as_str().unwrap_or("record.yaml");
    SourceFile::new(name, vector["input"]["record"].as_str().unwrap().as_bytes().to_vec())
}

fn defaults(vector: &Value) -> Defaults {
    let zone = vector["input"]["zone"].as_str().unwrap_or("UTC");
    Defaults { timezone: zone.parse().unwrap(), ..Defaults::default() }
}

/// The end of an interval as the vectors write it.
fn end(end: Option<impl ToString>) -> Value {
    end.map_or(Value::Null, |end| serde_json::from_str(&end.to_string()).unwrap())
}

fn agrees(measured: &Measured, expected: &Value) -> bool {
    match measured {
        Measured::Time(d) => {
            let tick = d.tick.map_or(Value::Null, |tick| format!("{tick:?}").to_lowercase().into());
            tick == expected["tick"]
                && end(d.low) == expected["low"]
                && end(d.high) == expected["high"]
                && d.to_string() == expected["printed"]
        }
        Measured::Count(count) => count_agrees(*count, expected),
        Measured::Counts(counts) => {
            let expected = expected.as_array().unwrap();
            counts.len() == expected.len()
                && counts.iter().zip(expected).all(|((population, count), expected)| {
                    expected["population"].as_str() == population.as_deref() && count_agrees(*count, expected)
                })
        }
    }
}

fn count_agrees(count: Count, expected: &Value) -> bool {
    end(count.low()) == expected["low"]
        && end(count.high()) == expected["high"]
        && count.to_string() == expected["printed"]
}

#[test]
fn every_vector_gives_its_metrics() {
    let mut wrong = Vec::new();
    for vector in vectors() {
        let Some(expected) = vector["expect"]["metrics"].as_object() else { continue };
        let incident = read(&file(&vector), &defaults(&vector)).incident.unwrap();
        for (id, expected) in expected.iter().filter(|(id, _)| *id != "stated_duration") {
            let measured = (metric(id).measure)(&incident);
            if !agrees(&measured, expected) {
                wrong.push(format!("{} {id}: {measured}, not {expected}", vector["name"]));
            }
        }
        assert!(expected.len() >= METRICS.len(), "{} names every metric", vector["name"]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_vector_gives_its_faults() {
    for vector in vectors() {
        let file = file(&vector);
        if let Some(rule) = vector["expect"]["error"].as_str() {
            let (_, found) = file.parse();
            assert_eq!(found.iter().map(|d| d.rule).collect::<Vec<_>>(), [rule], "{}", vector["name"]);
            continue;
        }
        let config = format!("timezone: {}\n", vector["input"]["zone"].as_str().unwrap_or("UTC"));
        let sources = Sources {
            config: Some(SourceFile::new("minutebook.yaml", config.into())),
            records: vec![file],
            ..Sources::default()
        };
        let checked = pipeline::check(&sources, None);
        let found = checked.diagnostics.values().flatten().map(|d| d.rule).filter(|rule| is_of_the_format(rule));
        let expected =
            vector["expect"]["faults"].as_array().unwrap().iter().map(|fault| fault["rule"].as_str().unwrap());
        assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{}", vector["name"]);
    }
}

/// The vectors show short records: what a whole one would need is not their matter.
fn is_of_the_format(rule: &str) -> bool {
    const OTHERS: [&str; 5] =
        ["missing-for-status", "unknown-source", "unknown-affected", "stated-duration-differs", "unknown-key"];
    !OTHERS.contains(&rule)
}

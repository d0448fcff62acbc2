//! The metrics of a record, by their names.

use super::claims::tick;
use crate::metrics::{Count, METRICS, Measured};
use crate::model::Incident;
use crate::model::time::{Difference, Tick};
use serde_json::{Map, Value, json};

/// Every metric: its ends in ticks, and as pages print it.
pub(super) fn metrics(incident: &Incident) -> Value {
    let mut map = Map::new();
    for metric in METRICS {
        map.insert(metric.id.to_owned(), measured(&(metric.measure)(incident)));
    }
    map.insert("stated_duration".to_owned(), stated(incident));
    Value::Object(map)
}

fn measured(measured: &Measured) -> Value {
    match measured {
        Measured::Time(difference) => time(*difference),
        Measured::Count(one) => Value::Object(count(*one)),
        Measured::Counts(counts) => {
            let count = |(population, one): &(Option<String>, Count)| {
                let mut map = Map::from_iter([("population".to_owned(), json!(population))]);
                map.extend(count(*one));
                Value::Object(map)
            };
            counts.iter().map(count).collect()
        }
    }
}

fn time(difference: Difference) -> Value {
    json!({
        "tick": difference.tick.map(tick),
        "low": difference.low,
        "high": difference.high,
        "printed": difference.to_string(),
    })
}

fn count(count: Count) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("low".to_owned(), end(count.low()));
    map.insert("high".to_owned(), end(count.high()));
    map.insert("printed".to_owned(), json!(count.to_string()));
    if let Count::NotRecorded(reason) = count {
        map.insert("reason".to_owned(), json!(reason.as_str()));
    }
    map
}

/// A whole number; as text where JSON's readers could not hold it.
fn end(end: Option<u128>) -> Value {
    end.map_or(Value::Null, |end| u64::try_from(end).map_or_else(|_| json!(end.to_string()), |end| json!(end)))
}

/// How long it lasted by somebody's own account, as it is written.
fn stated(incident: &Incident) -> Value {
    let claim = incident.impact.as_ref().and_then(|impact| impact.stated_duration.as_ref());
    let Some(duration) = claim.and_then(|claim| claim.value) else { return time(Difference::NOT_RECORDED) };
    let unit = if duration.tick() == Tick::Second { 1 } else { 60 };
    json!({
        "tick": tick(duration.tick()),
        "low": duration.low_seconds().map(|low| low.div_euclid(unit)),
        "high": duration.high_seconds().map(|high| high.div_euclid(unit)),
        "low_seconds": duration.low_seconds(),
        "high_seconds": duration.high_seconds(),
        "printed": duration.to_string(),
    })
}

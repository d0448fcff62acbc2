//! The metrics of a record, by their names.

use super::claims::tick;
use crate::metrics::{Count, METRICS, Measured};
use crate::model::time::{Difference, Tick};
use crate::model::{Duration, Incident};
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

/// How long it lasted by somebody's own account, as it is written; where that is disputed, the hull of what was said.
fn stated(incident: &Incident) -> Value {
    let claim = incident.impact.as_ref().and_then(|impact| impact.stated_duration.as_ref());
    let Some(claim) = claim else { return time(Difference::NOT_RECORDED) };
    let reports = claim.reports.iter().map(|(_, said)| said).filter(|said| **said != Duration::Unknown);
    let said: Vec<&Duration> = claim.value.as_ref().map_or_else(|| reports.collect(), |value| vec![value]);
    let tick_of_all = said.iter().map(|said| said.tick()).min().unwrap_or(Tick::Minute);
    let unit = if tick_of_all == Tick::Second { 1 } else { 60 };
    // An end that is open in one of them is open.
    let ends = |end: fn(&Duration) -> Option<i64>| said.iter().map(|said| end(said)).collect::<Option<Vec<_>>>();
    let low_seconds = ends(Duration::low_seconds).and_then(|lows| lows.into_iter().min());
    let high_seconds = ends(Duration::high_seconds).and_then(|highs| highs.into_iter().max());
    let low = low_seconds.map(|low| low.div_euclid(unit));
    let high = high_seconds.map(|high| high.div_euclid(unit));
    let hull = Difference { tick: Some(tick_of_all), low, high };
    json!({
        "tick": tick(tick_of_all),
        "low": low,
        "high": high,
        "low_seconds": low_seconds,
        "high_seconds": high_seconds,
        "printed": claim.value.map_or_else(|| hull.to_string(), |value| value.to_string()),
    })
}

//! What a chart is to show of the impact's values: where the record says that they changed, and how surely.

use super::record::bounds;
use super::story::{Change, Curve, Impact};
use super::widths::width;
use crate::model::number::Decimal;
use crate::model::{Incident, Number};
use crate::view::words;

/// How wide the words beside the curve may be.
const BESIDE: f64 = 104.0;

/// The curve of an incident; `None` where no entry gives a value.
pub(super) fn curve(incident: &Incident, impact: Option<&Impact>) -> Option<Curve> {
    let of = incident.impact.as_ref()?.curve.as_ref()?;
    let mut points: Vec<(Change, Option<&Number>)> = Vec::new();
    for entry in &incident.timeline {
        let Some(claim) = &entry.impact else { continue };
        let [Some(low), Some(high)] = bounds(incident.times.time(entry.at)) else { continue };
        let number = claim.value.as_ref().filter(|number| !number.is_unknown());
        points.push((Change { at: [low, high.max(low)], value: number.map_or(0.0, middle) }, number));
    }
    points.sort_by_key(|(change, _)| change.at);
    // Between a value that is not known and the next one, it may be any.
    let mut changes: Vec<Change> = Vec::with_capacity(points.len());
    let mut since: Option<i64> = None;
    for (change, number) in &points {
        if number.is_some() {
            let from = since.take().unwrap_or(change.at[0]);
            changes.push(Change { at: [from, change.at[1]], value: change.value });
        } else {
            since = since.or(Some(change.at[0]));
        }
    }
    let most = points.iter().filter_map(|(change, number)| Some((change.value, (*number)?)));
    let (_, most) = most.max_by(|a, b| a.0.total_cmp(&b.0))?;
    let end = impact.map(Impact::end_or_last);
    let last = changes.last()?;
    let until = since.or(end.filter(|end| last.at[1] < end[0]).map(|end| end[1]));
    let mut lines = wrap(&words::capitalised(of.of.as_deref().or(of.unit.as_deref()).unwrap_or("impact"))).into_iter();
    Some(Curve {
        name: lines.next().unwrap_or_default(),
        note: lines.take(3).collect(),
        before: None,
        until,
        max: most.to_string(),
        min: if most.is_percent() { "0%" } else { "0" }.to_owned(),
        text: impact.map_or_else(Default::default, |impact| text(impact, &changes)),
        points: changes,
    })
}

/// The middle of what a number can be, or the end that is known.
fn middle(number: &Number) -> f64 {
    let (low, high) = (number.low().map(Decimal::to_f64), number.high().map(Decimal::to_f64));
    low.zip(high).map_or_else(|| low.or(high).unwrap_or(0.0), |(low, high)| f64::midpoint(low, high)).max(0.0)
}

/// What is known of the value in a band whose length is known and whose minute is not: in full, and short.
fn text(impact: &Impact, changes: &[Change]) -> [String; 2] {
    let none = [String::new(), String::new()];
    let Some(tied) = &impact.tied else { return none };
    let around = impact.end_or_last()[1] - impact.start[0];
    let is_nothing = changes.iter().any(|change| change.at == impact.start && change.value == 0.0);
    if !is_nothing || around > 90 {
        return none;
    }
    let words = format!("0 for {} of these {around} min", tied.minutes);
    [format!("{words}utes"), words]
}

/// Words in lines that fit beside the curve.
fn wrap(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), 12.0) <= BESIDE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(super::widths::fit(word, 12.0, BESIDE)),
        }
    }
    lines
}

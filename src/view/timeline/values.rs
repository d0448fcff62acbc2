//! What a chart is to show of the impact's values: where the record says that they changed, and how surely.

use super::place::bounds;
use super::story::{Change, Curve, Impact};
use super::widths;
use crate::model::number::Decimal;
use crate::model::{Incident, Number};
use crate::view::words;

/// How wide the words beside the curve may be.
const BESIDE: f64 = 104.0;

/// A value and the least and the greatest that it can be; `None` where it is not known.
type Value<'r> = Option<(&'r Number, [f64; 2])>;

/// The curve of an incident; `None` where no entry gives a value.
pub(super) fn curve(incident: &Incident, impact: Option<&Impact<'_>>) -> Option<Curve> {
    let of = incident.impact.as_ref()?.curve.as_ref()?;
    let mut points = Vec::new();
    for entry in &incident.timeline {
        let Some(claim) = &entry.impact else { continue };
        let [Some(low), Some(high)] = bounds(incident.times.time(entry.at)) else { continue };
        let known = claim.value.as_ref().filter(|number| !number.is_unknown());
        points.push(([low, high.max(low)], known));
    }
    // Up to where a value may go of which only the least is known.
    let ends = points.iter().filter_map(|(_, number)| *number).flat_map(|number| [number.low(), number.high()]);
    let highest = ends.flatten().map(Decimal::to_f64).fold(0.0, f64::max);
    let points = points.into_iter().map(|(at, number)| (at, number.map(|number| (number, range(number, highest)))));
    let mut points: Vec<([i64; 2], Value<'_>)> = points.collect();
    points.sort_by_key(|(at, _)| *at);
    // Between a value that is not known and the next one, it may be any.
    let mut changes: Vec<Change> = Vec::with_capacity(points.len());
    let mut since: Option<i64> = None;
    for (at, number) in &points {
        if let Some((number, value)) = number {
            let from = since.take().unwrap_or(at[0]);
            changes.push(Change { at: [from, at[1]], value: *value, text: text_of(number) });
        } else {
            since = since.or(Some(at[0]));
        }
    }
    let most = points.iter().filter_map(|(_, number)| *number);
    let (most, _) = most.max_by(|(_, a), (_, b)| a[1].total_cmp(&b[1]))?;
    let end = impact.map(Impact::end_or_last);
    let last = changes.last()?;
    let until = since.or(end.filter(|end| last.at[1] < end[0]).map(|end| end[1]));
    let name = words::capitalised(of.of.as_deref().or(of.unit.as_deref()).unwrap_or("impact"));
    let (name, note) = beside(&name);
    Some(Curve {
        name,
        note,
        before: None,
        until,
        max: text_of(most),
        min: if most.is_percent() { "0%" } else { "0" }.to_owned(),
        text: impact.map_or_else(Default::default, |impact| text(impact, &changes)),
        points: changes,
    })
}

/// A number as it is printed where there is little room, with the suffix that it was written with: `41.7M`, `40–60%`.
fn text_of(number: &Number) -> String {
    let text = number.to_string();
    if !text.contains("..") {
        return text;
    }
    text.replace("%..", "–").replace("..", "–")
}

/// The least and the greatest that a number can be: nothing at least, and at most all or the highest of the curve.
fn range(number: &Number, highest: f64) -> [f64; 2] {
    let (low, high) = (number.low().map(Decimal::to_f64), number.high().map(Decimal::to_f64));
    let most = if number.is_percent() { 100.0 } else { highest };
    let low = low.unwrap_or(0.0);
    [low, high.unwrap_or(most).max(low)].map(|value| value.max(0.0))
}

/// What is known of the value in a band whose length is known and whose minute is not: in full, and short.
fn text(impact: &Impact<'_>, changes: &[Change]) -> [String; 2] {
    let none = [String::new(), String::new()];
    let Some(tied) = &impact.tied else { return none };
    let around = impact.end_or_last()[1] - impact.start[0];
    let is_nothing = changes.iter().any(|change| change.at == impact.start && change.value == [0.0, 0.0]);
    if !is_nothing || around > 90 {
        return none;
    }
    let words = format!("0 for {} of these {around} min", tied.minutes);
    [format!("{words}utes"), words]
}

/// Words beside the curve: the first line, and up to three more.
fn beside(words: &str) -> (String, Vec<String>) {
    let mut lines = widths::wrap(words, 2, |line| widths::bold(line, 12.0) <= BESIDE, str::to_owned).into_iter();
    let first = widths::fit_bold(&lines.next().unwrap_or_default(), 12.0, BESIDE);
    let rest = lines.next().unwrap_or_default();
    let note = |line: &str| widths::width(line, 11.0) <= BESIDE;
    (first, widths::wrap(&rest, 3, note, |line| widths::fit(line, 11.0, BESIDE)))
}

//! The impact curve: steps, never smoothed, from zero up, broken where the axis breaks, and hatched where not known.

use super::scale::{Scale, float, tenth};
use super::segments::Segment;
use super::story;
use super::widths::width;
use serde::Serialize;

/// The curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Curve {
    /// Its top with the room above.
    pub(super) y: i64,
    /// Its height with that room.
    pub(super) h: i64,
    /// The line of the greatest value.
    pub(super) top: i64,
    /// The line of nothing.
    pub(super) bottom: i64,
    /// From the one to the other.
    pub(super) deep: i64,
    /// What is counted.
    pub(super) name: String,
    /// More words, a line each.
    pub(super) note: Vec<String>,
    /// The label of the greatest value.
    pub(super) max: String,
    /// The label at the foot.
    pub(super) min: String,
    /// Level pieces.
    pub(super) pieces: Vec<Piece>,
    /// Spans that may hold another value.
    pub(super) unknown: Vec<Span>,
    /// What is said of those; may be empty.
    pub(super) text: String,
    /// Where that is said.
    pub(super) plate: Span,
    /// The top of where that is said.
    pub(super) plate_y: f64,
    /// The middle of where that is said.
    pub(super) middle: [f64; 2],
}

/// A level piece of the curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Piece {
    /// Where it begins.
    pub(super) x0: f64,
    /// Where it ends.
    pub(super) x1: f64,
    /// Its height on the page.
    pub(super) y: f64,
    /// Whether the line goes on to it from the piece before.
    pub(super) joins: bool,
}

/// A span of the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub(super) struct Span {
    /// Where it begins.
    pub(super) x0: f64,
    /// Where it ends.
    pub(super) x1: f64,
    /// How wide it is.
    pub(super) across: f64,
}

impl Span {
    fn new(x0: f64, x1: f64) -> Self {
        Self { x0, x1, across: tenth(x1 - x0) }
    }
}

/// The curve from a height down; `possible` is where the impact may be.
pub(super) fn curve(
    curve: &story::Curve,
    segments: &[Segment],
    possible: Option<[f64; 2]>,
    is_flat: bool,
    is_narrow: bool,
    y: i64,
) -> Curve {
    let scale = Scale(segments);
    let h = if is_flat { 58 } else { 84 };
    let (top, bottom) = (y + 6, y + h);
    let greatest = curve.points.iter().map(|point| point.value).chain(curve.before).fold(0.0, f64::max);
    let full = if greatest == 0.0 { 1.0 } else { greatest };
    let height = |value: f64| tenth(float(bottom) - float(bottom - top) * value / full);
    let mut pieces = Vec::new();
    for (from, to, value) in runs(curve, segments) {
        for segment in segments {
            let (from, to) = (from.max(segment.lo), to.min(segment.hi));
            if from < to {
                let (x0, x1) = (scale.px(from), scale.px(to));
                let joins = pieces.last().is_some_and(|before: &Piece| (before.x1 - x0).abs() < 0.11);
                pieces.push(Piece { x0, x1, y: height(value), joins });
            }
        }
    }
    let unknown: Vec<Span> =
        unknown(curve).into_iter().map(|(from, to)| Span::new(scale.px(from), scale.px(to))).collect();
    let text = curve.text[usize::from(is_narrow)].clone();
    let (from, to) = match (unknown.first(), possible) {
        (Some(span), _) => (span.x0, span.x1),
        (None, Some([from, to])) => (from, to),
        (None, None) => (0.0, 0.0),
    };
    let (cx, half) = (f64::midpoint(from, to), width(&text, 13.0) / 2.0 + 8.0);
    Curve {
        y,
        h,
        top,
        bottom,
        deep: bottom - top,
        name: curve.name.clone(),
        note: curve.note.clone(),
        max: curve.max.clone(),
        min: curve.min.clone(),
        pieces,
        unknown,
        text,
        plate: Span::new(tenth(cx - half), tenth(cx + half)),
        plate_y: tenth(f64::midpoint(float(top), float(bottom)) - 12.0),
        middle: [tenth(cx), tenth(f64::midpoint(float(top), float(bottom)))],
    }
}

/// Spans in which the value may be the one or the other, those that touch together.
fn unknown(curve: &story::Curve) -> Vec<(i64, i64)> {
    let mut spans: Vec<(i64, i64)> = Vec::new();
    for [low, high] in curve.points.iter().map(|point| point.at).filter(|[low, high]| low < high) {
        match spans.last_mut() {
            Some(last) if low <= last.1 => last.1 = last.1.max(high),
            _ => spans.push((low, high)),
        }
    }
    spans
}

/// Spans in which the value is known, with it.
fn runs(curve: &story::Curve, segments: &[Segment]) -> Vec<(i64, i64, f64)> {
    let (Some(first), Some(last)) = (segments.first(), segments.last()) else { return Vec::new() };
    let mut runs = Vec::new();
    let (mut from, mut value) = (first.lo, curve.before);
    for point in &curve.points {
        if point.at[0] > from {
            runs.extend(value.map(|value| (from, point.at[0], value)));
        }
        (from, value) = (from.max(point.at[1]), Some(point.value));
    }
    let until = curve.until.unwrap_or(last.hi).min(last.hi);
    if from < until {
        runs.extend(value.map(|value| (from, until, value)));
    }
    runs
}

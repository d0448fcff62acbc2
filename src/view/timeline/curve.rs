//! The impact curve: steps, never smoothed, from zero up, broken where the axis breaks, and hatched where not known.

use super::back::Back;
use super::drawing::Drawing;
use super::px::{At, Px};
use super::scale::Scale;
use super::segments::Segment;
use super::size::Size;
use super::story;
use super::widths::{bold, width};

/// What a value may differ by, in pixels, and still be drawn as a line.
const THIN: f64 = 3.0;
/// The height of a label of a value, with the room around it.
const LABEL: i32 = 15;

/// The curve.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Curve<'s> {
    /// What it is of.
    pub(super) of: &'s story::Curve,
    /// Whether the label of the greatest value stands beside it.
    pub(super) has_max: bool,
    /// The line of the greatest value.
    pub(super) top: i32,
    /// The line of nothing.
    pub(super) bottom: i32,
    /// The line, in pieces where it is not known or the axis breaks.
    pub(super) lines: Vec<Vec<At>>,
    /// What is under it.
    pub(super) areas: Vec<Vec<At>>,
    /// Where the value may be any of these.
    pub(super) doubts: Vec<Doubt>,
    /// Values that no label at the side says.
    pub(super) values: Vec<Value<'s>>,
    /// What is said of the spans that may hold another value.
    pub(super) text: Option<Plate<'s>>,
    /// Its top with the room above, and its height with that room.
    pub(super) y: i32,
    pub(super) h: i32,
    /// The level pieces.
    pub(super) pieces: Vec<Piece>,
}

/// A rectangle that holds the curve somewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Doubt {
    /// Where it begins.
    pub(super) x: Px,
    /// Its top.
    pub(super) y: Px,
    /// How wide it is.
    pub(super) w: Px,
    /// How high it is.
    pub(super) h: Px,
}

/// A value on the curve.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value<'s> {
    /// Where it begins, and its foot.
    pub(super) at: At,
    /// The value.
    pub(super) text: &'s str,
}

/// Words on a clear ground.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plate<'s> {
    /// The ground, from the middle.
    pub(super) back: Back,
    /// Its middle.
    pub(super) x: Px,
    pub(super) y: Px,
    /// The words.
    pub(super) words: &'s str,
}

/// A level piece of the curve.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// Where it begins.
    pub(super) x0: Px,
    /// Where it ends.
    pub(super) x1: Px,
    /// The height on the page of the least and of the greatest that it may be.
    pub(super) y: [Px; 2],
    /// Its place among the values; none before the first.
    change: Option<usize>,
}

impl Piece {
    /// Whether it is a line.
    fn is_thin(&self) -> bool {
        (self.y[0] - self.y[1]).get() < THIN
    }

    /// Whether the line goes on to it from the piece before.
    pub(super) fn joins(&self, before: &Self) -> bool {
        (before.x1.get() - self.x0.get()).abs() < 0.11
    }
}

impl Curve<'_> {
    /// The same, where its name has no room beside the label of the greatest value: that stands on the curve then.
    pub(super) fn beside(mut self, left: f64) -> Self {
        let room = left - 16.0 - width(&self.of.max, 11.0);
        if bold(&self.of.name, 12.0) > room {
            self.has_max = false;
            let at = At(Px::of(left) + Px::whole(4), Px::whole(self.top - 4));
            self.values.insert(0, Value { at, text: &self.of.max });
        }
        self
    }

    /// Draws the curve, without what stands beside it.
    pub(super) fn draw(curve: Option<&Self>, on: &mut Drawing) {
        let mut cells = on.table("areas", "places");
        for places in curve.iter().flat_map(|curve| &curve.areas) {
            cells.places(places);
        }
        let mut cells = on.table("doubts", "x y w h");
        for doubt in curve.iter().flat_map(|curve| &curve.doubts) {
            cells.px(doubt.x).px(doubt.y).px(doubt.w).px(doubt.h);
        }
        let mut cells = on.table("curve", "places");
        for places in curve.iter().flat_map(|curve| &curve.lines) {
            cells.places(places);
        }
        let mut cells = on.table("values", "at text");
        for value in curve.iter().flat_map(|curve| &curve.values) {
            cells.at(value.at).words(value.text);
        }
        let mut cells = on.table("said", "back w at text");
        for said in curve.iter().filter_map(|curve| curve.text.as_ref()) {
            cells.px(said.back.x).px(said.back.w).at(At(said.x, said.y)).words(said.words);
        }
    }
}

/// The curve from a height down; `possible` is where the impact may be.
pub(super) fn curve<'s>(
    curve: &'s story::Curve,
    segments: &[Segment],
    possible: Option<[f64; 2]>,
    is_flat: bool,
    size: Size,
    y: i32,
) -> Curve<'s> {
    let h = if is_flat { 58 } else { 84 };
    let (top, bottom) = (y + 6, y + h);
    let pieces = pieces(curve, segments, top, bottom);
    let (lines, areas) = drawn(&pieces, Px::whole(bottom));
    let scale = Scale(segments);
    let unknown = unknown(curve).into_iter().map(|(from, to)| [scale.px(from), scale.px(to)]);
    let unknown: Vec<[Px; 2]> = unknown.collect();
    let whole = |[x0, x1]: [Px; 2]| Doubt { x: x0, y: Px::whole(top), w: x1 - x0, h: Px::whole(bottom - top) };
    let thick =
        |piece: &Piece| Doubt { x: piece.x0, y: piece.y[1], w: piece.x1 - piece.x0, h: piece.y[0] - piece.y[1] };
    let doubts = unknown.iter().copied().map(whole).chain(pieces.iter().filter(|piece| !piece.is_thin()).map(thick));
    let doubts = doubts.collect();
    let span = unknown.first().map(|span| span.map(Px::get)).or(possible);
    let words = curve.text[usize::from(size == Size::Narrow)].as_str();
    let plate = span.filter(|_| !words.is_empty()).map(|[from, to]| {
        let (middle, half) = (f64::midpoint(from, to), bold(words, 13.0) / 2.0 + 4.0);
        let y = f64::midpoint(f64::from(top), f64::from(bottom));
        let back = Back::behind([-half, half]);
        Plate { back, x: Px::of(middle), y: Px::of(y), words }
    });
    Curve {
        of: curve,
        has_max: true,
        top,
        bottom,
        lines,
        areas,
        doubts,
        values: values(curve, &pieces, top),
        text: plate,
        y,
        h,
        pieces,
    }
}

/// The level pieces, window by window.
fn pieces(curve: &story::Curve, segments: &[Segment], top: i32, bottom: i32) -> Vec<Piece> {
    let scale = Scale(segments);
    let greatest = curve.points.iter().map(|point| point.value[1]).chain(curve.before).fold(0.0, f64::max);
    let full = if greatest == 0.0 { 1.0 } else { greatest };
    let height = |value: f64| Px::of(f64::from(bottom) - f64::from(bottom - top) * value / full);
    let mut pieces = Vec::with_capacity(curve.points.len() + 2 * segments.len());
    for (from, to, change) in runs(curve, segments) {
        let value = change.map_or([curve.before.unwrap_or(0.0); 2], |change| curve.points[change].value);
        for segment in segments {
            let (from, to) = (from.max(segment.lo), to.min(segment.hi));
            if from < to {
                pieces.push(Piece { x0: scale.px(from), x1: scale.px(to), y: value.map(height), change });
            }
        }
    }
    pieces
}

/// The pieces as lines and areas; those that join are one.
fn drawn(pieces: &[Piece], foot: Px) -> (Vec<Vec<At>>, Vec<Vec<At>>) {
    let (mut lines, mut areas): (Vec<Vec<At>>, Vec<Vec<At>>) = (Vec::with_capacity(4), Vec::with_capacity(4));
    let mut before: Option<&Piece> = None;
    for piece in pieces.iter().filter(|piece| piece.is_thin()) {
        let own = [At(piece.x0, piece.y[0]), At(piece.x1, piece.y[0])];
        let joined = before.filter(|before| piece.joins(before));
        match (lines.last_mut(), areas.last_mut()) {
            (Some(line), Some(area)) if joined.is_some() => {
                let is_level = joined.is_some_and(|before| before.y == piece.y);
                let corner = usize::from(is_level);
                line.extend(&own[corner..]);
                area.pop();
                area.extend(&own[corner..]);
                area.push(At(piece.x1, foot));
            }
            _ => {
                let mut line = Vec::with_capacity(2 * pieces.len());
                line.extend(own);
                lines.push(line);
                let mut area = Vec::with_capacity(2 * pieces.len() + 2);
                area.extend([At(piece.x0, foot), own[0], own[1], At(piece.x1, foot)]);
                areas.push(area);
            }
        }
        before = Some(piece);
    }
    (lines, areas)
}

/// Values that stand on the curve: each once, where the piece is long enough for it, and only what the labels at the
/// side do not say.
fn values<'s>(curve: &'s story::Curve, pieces: &[Piece], top: i32) -> Vec<Value<'s>> {
    let mut said: Vec<&str> = vec![&curve.max, &curve.min];
    let mut values = Vec::new();
    let mut longest: Vec<&Piece> = pieces.iter().filter(|piece| piece.change.is_some()).collect();
    longest.sort_by_key(|piece| piece.x0 - piece.x1);
    for piece in longest {
        let Some(change) = piece.change.and_then(|change| curve.points.get(change)) else { continue };
        let text = change.text.as_str();
        let is_room = width(text, 11.0) + 12.0 <= (piece.x1 - piece.x0).get();
        if text.is_empty() || change.value[1] == 0.0 || !is_room || said.contains(&text) {
            continue;
        }
        said.push(text);
        let above = piece.y[1] - Px::whole(5);
        let is_high = above - Px::whole(LABEL - 4) < Px::whole(top);
        let y = if is_high { piece.y[0] + Px::whole(LABEL - 1) } else { above };
        values.push(Value { at: At(piece.x0 + Px::whole(6), y), text });
    }
    values.sort_by_key(|value| value.at.0);
    values
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

/// Spans in which the value is known, with its place among the changes; none is the value before the first.
fn runs(curve: &story::Curve, segments: &[Segment]) -> Vec<(i64, i64, Option<usize>)> {
    let (Some(first), Some(last)) = (segments.first(), segments.last()) else { return Vec::new() };
    let mut runs = Vec::with_capacity(1 + curve.points.len());
    let (mut from, mut value) = (first.lo, curve.before.map(|_| None));
    for (index, point) in curve.points.iter().enumerate() {
        if point.at[0] > from {
            runs.extend(value.map(|value| (from, point.at[0], value)));
        }
        (from, value) = (from.max(point.at[1]), Some(Some(index)));
    }
    let until = curve.until.unwrap_or(last.hi).min(last.hi);
    if from < until {
        runs.extend(value.map(|value| (from, until, value)));
    }
    runs
}

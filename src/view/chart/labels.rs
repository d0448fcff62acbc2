//! Where the marks of a lane and their labels stand, so that none touches another.

use super::clock::iso;
use super::scale::{Scale, tenth};
use super::segments::{BREAK, Segment};
use super::story::{Event, Kind};
use super::widths::width;
use crate::view::timeline::Tone;
use serde::Serialize;

/// The height of a row of marks.
pub(super) const ROW: i64 = 21;
/// The least room between two things in a row.
const GAP: f64 = 10.0;
/// From a mark to its label.
const NEAR: f64 = 6.0;
/// How far an arrow reaches past its mark.
const ARROW: f64 = 32.0;

/// An event on the chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Mark {
    /// The permalink of its row.
    pub(super) id: String,
    /// The shape.
    pub(super) kind: Kind,
    /// What it means for the impact.
    pub(super) tone: Tone,
    /// Where it begins.
    pub(super) x0: f64,
    /// Where it ends.
    pub(super) x1: f64,
    /// How wide it is.
    pub(super) across: f64,
    /// Its middle.
    pub(super) cx: f64,
    /// Its row in the lane, from the top.
    pub(super) row: usize,
    /// The middle of the row.
    pub(super) y: i64,
    /// Its instant.
    pub(super) t: String,
    /// Its label; may be empty.
    pub(super) label: String,
    /// Where the label is held.
    pub(super) anchor: Anchor,
    /// Where that point is.
    pub(super) lx: f64,
    /// How wide the label is.
    pub(super) w: f64,
    /// Where its arrow ends, if it has one.
    pub(super) tip: Option<f64>,
    /// How far up the line to its stroke among many reaches, where there are too many for marks alone.
    pub(super) stem: Option<i64>,
    /// The box behind a label that stands inside its mark.
    pub(super) back: Option<Back>,
}

/// A clear ground behind a label.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Back {
    /// Where it begins.
    pub(super) x: f64,
    /// How wide it is.
    pub(super) w: f64,
}

/// Where a label is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Anchor {
    /// By its beginning: it stands right of the mark.
    Start,
    /// By its middle: it stands inside.
    Middle,
    /// By its end: it stands left of the mark.
    End,
    /// There is none.
    None,
}

/// A lane's marks and labels, in rows.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// The marks in time order; `y` is that of their row from the top.
    pub(super) marks: Vec<Mark>,
    /// How many rows are used, at least one.
    pub(super) rows: i64,
    /// How many found no room.
    pub(super) more: usize,
}

/// Where things may stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room<'s> {
    /// The windows.
    pub(super) segments: &'s [Segment],
    /// Where labels may begin.
    pub(super) left: f64,
    /// Where the chart ends.
    pub(super) right: f64,
    /// How many rows there may be.
    pub(super) rows: usize,
}

/// A way to draw an event.
struct Candidate<'e> {
    label: &'e str,
    anchor: Anchor,
    lx: f64,
    from: f64,
    to: f64,
    width: f64,
}

impl Room<'_> {
    /// First fit, in time order: the full label right, left or inside, the short one likewise, the mark alone. Each
    /// is tried in all rows, from the top, before the next.
    pub(super) fn place<'e>(&self, events: impl Iterator<Item = &'e Event>, is_labelled: bool) -> Placed {
        let mut taken: Vec<Vec<(f64, f64)>> = vec![Vec::new(); self.rows];
        let mut placed = Placed { marks: Vec::new(), rows: 1, more: 0 };
        for event in events {
            let (x0, x1, cx) = self.extent(event);
            let candidates = self.candidates(event, (x0, x1, cx), is_labelled);
            let fits = |row: &[(f64, f64)], from: f64, to: f64| {
                row.iter().all(|(low, high)| from >= high + GAP || to <= low - GAP)
            };
            let found = candidates.iter().find_map(|candidate| {
                let row = taken.iter().position(|row| fits(row, candidate.from, candidate.to))?;
                Some((candidate, row))
            });
            let Some((found, row)) = found else {
                placed.more += 1;
                continue;
            };
            taken[row].push((found.from, found.to));
            let index = i64::try_from(row).unwrap_or(0);
            placed.rows = placed.rows.max(index + 1);
            let (lx, w) = (tenth(found.lx), tenth(found.width));
            placed.marks.push(Mark {
                id: event.id.clone(),
                kind: event.kind,
                tone: event.tone,
                x0: tenth(x0),
                x1: tenth(x1),
                across: tenth(tenth(x1) - tenth(x0)),
                cx: tenth(cx),
                row,
                y: index * ROW,
                t: iso(event.point),
                label: found.label.to_owned(),
                anchor: found.anchor,
                tip: match event.kind {
                    Kind::After => Some(tenth(x1 - 2.0)),
                    Kind::Before => Some(tenth(x0 + 2.0)),
                    _ => None,
                },
                stem: None,
                lx,
                w,
                back: (found.anchor == Anchor::Middle)
                    .then(|| Back { x: tenth(lx - w / 2.0 - 4.0), w: tenth(w + 8.0) }),
            });
        }
        placed
    }

    /// From where to where a mark reaches, and its middle.
    fn extent(&self, event: &Event) -> (f64, f64, f64) {
        let scale = Scale(self.segments);
        let x = scale.x(event.point);
        match event.kind {
            Kind::Range | Kind::Day | Kind::Unknown => {
                let from = scale.x(event.low);
                let to = scale.x(event.high).max(from + 8.0);
                (from, to, f64::midpoint(from, to))
            }
            // What is possible may reach into a window of another scale: each side is where it is.
            Kind::About => (scale.x(event.low).min(x - 7.0), scale.x(event.high).max(x + 7.0), x),
            Kind::After => (x - 6.0, (x + ARROW).min(self.right), x),
            Kind::Before => ((x - ARROW).max(0.0), x + 6.0, x),
            Kind::Exact => (x - 6.0, x + 6.0, x),
        }
    }

    fn candidates<'e>(&self, event: &'e Event, mark: (f64, f64, f64), is_labelled: bool) -> Vec<Candidate<'e>> {
        let (x0, x1, cx) = mark;
        let mut all = Vec::with_capacity(5);
        let short = Some(event.short.as_str()).filter(|short| *short != event.label);
        let labels = [Some(event.label.as_str()), short].into_iter().flatten();
        for label in labels.filter(|label| is_labelled && !label.is_empty()) {
            let width = width(label, 12.0);
            if event.kind.is_box() && width + 18.0 < x1 - x0 {
                all.push(Candidate { label, anchor: Anchor::Middle, lx: cx, from: x0, to: x1, width });
                continue;
            }
            let (right, left) = (x1 + NEAR, x0 - NEAR);
            if right + width <= self.right && !self.is_cut(right, right + width) {
                all.push(Candidate { label, anchor: Anchor::Start, lx: right, from: x0, to: right + width, width });
            }
            if left - width >= self.left && !self.is_cut(left - width, left) {
                all.push(Candidate { label, anchor: Anchor::End, lx: left, from: left - width, to: x1, width });
            }
        }
        all.push(Candidate { label: "", anchor: Anchor::None, lx: cx, from: x0, to: x1, width: 0.0 });
        all
    }

    /// Whether a break lies between.
    fn is_cut(&self, from: f64, to: f64) -> bool {
        let breaks = self.segments.iter().filter(|segment| segment.breaks());
        breaks.into_iter().any(|segment| from < segment.x1 + BREAK && to > segment.x1)
    }
}

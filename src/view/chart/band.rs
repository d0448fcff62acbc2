//! The state of the service over the lanes: phases as bars, or a band that slides where the length is known and the minute is not.

use super::clock::iso;
use super::labels::{Anchor, Back};
use super::scale::{Scale, float, tenth};
use super::story::{Impact, Level, Report, Tied, Words};
use super::widths::width;
use serde::Serialize;

/// The upright part of the band's edges.
const UPRIGHT: f64 = 9.0;

/// An impact of a known length at an unknown minute. Every level slice of it is exactly that long.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Slide {
    /// Its top.
    pub(super) y: i64,
    /// Its height.
    pub(super) h: i64,
    /// Its corners.
    pub(super) points: Vec<[f64; 2]>,
    /// How long, as it fits; may be empty.
    pub(super) label: String,
    /// The middle.
    pub(super) cx: f64,
    /// The middle.
    pub(super) cy: f64,
    /// The starts that are reported, as rings on the left edge.
    pub(super) reports: Vec<Ring>,
    /// The permalinks of the rows of its start and its end.
    pub(super) rows: [String; 2],
}

/// A reported start.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Ring {
    /// Its instant.
    pub(super) t: String,
    /// Where it is.
    pub(super) x: f64,
    /// Where it is.
    pub(super) y: f64,
    /// Its label, left of it.
    pub(super) label: Words,
}

/// The phases as bars.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Phases {
    /// Their top.
    pub(super) y: i64,
    /// Their height.
    pub(super) h: i64,
    /// The bars.
    pub(super) bars: Vec<Bar>,
    /// Whether it is not over; the last bar then ends in a point.
    pub(super) open: bool,
    /// Where that point begins.
    pub(super) tip: f64,
    /// The milestones under them.
    pub(super) milestones: Vec<Flag>,
}

impl Phases {
    /// Whether a part of it is only possible.
    pub(super) fn has_doubt(&self) -> bool {
        self.bars.iter().any(|bar| bar.level == Level::Maybe)
    }
}

/// One phase.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Bar {
    /// How badly.
    pub(super) level: Level,
    /// Where it begins.
    pub(super) x0: f64,
    /// Where it ends.
    pub(super) x1: f64,
    /// How wide it is.
    pub(super) across: f64,
    /// Its middle.
    pub(super) cx: f64,
    /// What stands in it; may be empty.
    pub(super) label: String,
    /// The ground behind a label on hatch.
    pub(super) back: Back,
}

/// A milestone under the phases.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Flag {
    /// Its instant.
    pub(super) t: String,
    /// Where it is.
    pub(super) x: f64,
    /// Its label.
    pub(super) label: Words,
    /// Which side of the label is there.
    pub(super) anchor: Anchor,
}

/// Which of the three charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// With names beside, for a desk.
    Wide,
    /// For a tablet and for print.
    Middle,
    /// For a phone.
    Narrow,
}

/// The band of an impact whose length is known and whose minute is not, from a height down.
pub(super) fn slide(impact: &Impact, tied: &Tied, scale: Scale<'_>, size: Size, y: i64) -> Slide {
    let h = if size == Size::Narrow { 84 } else { 92 };
    let [first, last] = impact.start;
    let long = tied.minutes;
    let (top, foot) = (float(y), float(y + h));
    let slope = float(h) - 2.0 * UPRIGHT;
    let level = |at: i64| top + UPRIGHT + float(at - first) / float(last - first) * slope;
    let corners = [
        (first, top),
        (first + long, top),
        (first + long, top + UPRIGHT),
        (last + long, foot - UPRIGHT),
        (last + long, foot),
        (last, foot),
        (last, foot - UPRIGHT),
        (first, top + UPRIGHT),
    ];
    // At the height of a letter the band is narrower by its slant.
    let slant = 14.0 * (scale.x(last) - scale.x(first)) / slope;
    let room = scale.x(first + long) - scale.x(first);
    let labels = [format!("Down {}", tied.length), tied.length.clone()];
    let label = labels.into_iter().find(|label| width(label, 15.0) + slant < room).unwrap_or_default();
    // Labels stand left of their rings, over what is noted beside the band, and one line apart.
    let leftmost = if size == Size::Narrow { 0.0 } else { 50.0 };
    let mut free = f64::MIN;
    let ring = |report: &Report| {
        let (x, y) = (scale.px(report.at), level(report.at));
        let is_room = |label: &&Words| x - 10.0 - width(&label.text(), 11.0) >= leftmost;
        let label = report.labels[size as usize..].iter().find(is_room).filter(|_| y >= free).cloned();
        if label.as_ref().is_some_and(|label| *label != Words::default()) {
            free = y + 13.0;
        }
        Ring { t: iso(report.at), x, y: tenth(y), label: label.unwrap_or_default() }
    };
    let reports = tied.reports.iter().map(ring).collect();
    Slide {
        y,
        h,
        points: corners.iter().map(|(at, y)| [scale.px(*at), tenth(*y)]).collect(),
        label,
        cx: tenth(f64::midpoint(scale.x(first), scale.x(last + long))),
        cy: top + float(h) / 2.0,
        reports,
        rows: tied.rows.clone(),
    }
}

/// The phases of an impact from a height down, and where they end.
pub(super) fn phases(impact: &Impact, scale: Scale<'_>, plot: [f64; 2], y: i64) -> (Phases, i64) {
    let bar = |level, from, to, label: &str| {
        let (x0, x1) = (scale.px(from), scale.px(to));
        let words = width(label, 12.0);
        let label = if words + 10.0 < scale.x(to) - scale.x(from) { label.to_owned() } else { String::new() };
        let (across, cx) = (tenth(x1 - x0), tenth(f64::midpoint(x0, x1)));
        Bar { level, x0, x1, across, cx, label, back: Back { x: tenth(x0 + 8.0), w: tenth(words + 10.0) } }
    };
    let [first, last] = impact.start;
    let maybe = |from: i64, to: i64| (from < to).then(|| bar(Level::Maybe, from, to, ""));
    let known = impact.phases.iter().map(|phase| bar(phase.level, phase.from, phase.to, &phase.label));
    let bars: Vec<Bar> = match impact.end {
        Some([earliest, latest]) if earliest < last => {
            maybe(first, latest.max(last)).into_iter().chain(known).collect()
        }
        end => {
            let after = end.and_then(|[earliest, latest]| maybe(earliest, latest));
            maybe(first, last).into_iter().chain(known).chain(after).collect()
        }
    };
    let mut milestones = Vec::new();
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (at, words) in &impact.milestones {
        let w = width(&words.text(), 11.0);
        let x = scale.x(*at);
        let is_right = x + w < plot[1];
        let from = if is_right { x } else { x - w };
        let is_free = taken.iter().all(|(low, high)| from >= high + 8.0 || from + w <= low - 8.0);
        if is_free && from >= plot[0] {
            taken.push((from, from + w));
            let anchor = if is_right { Anchor::Start } else { Anchor::End };
            milestones.push(Flag { t: iso(*at), x: tenth(x), label: words.clone(), anchor });
        }
    }
    let below = y + 20 + if milestones.is_empty() { 0 } else { 18 } + 14;
    let tip = tenth(bars.last().map_or(plot[1], |bar| bar.x1) - 0.2);
    (Phases { y, h: 20, bars, open: impact.end.is_none(), tip, milestones }, below)
}

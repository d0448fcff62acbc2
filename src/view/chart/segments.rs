//! The windows of the time axis: where it is cut, and how much room each gets. Empty time is left out, and said.

use super::captions;
use super::scale::{count, float, tenth};
use super::story::{Kind, Story};
use serde::Serialize;

/// The room that a break takes.
pub(super) const BREAK: f64 = 24.0;
/// The least room of a window.
const LEAST: f64 = 56.0;
/// The least room of any window where not all can have that.
const TIGHT: f64 = 20.0;
/// The most windows.
const MOST: usize = 5;

/// A window of the time axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Segment {
    /// Its first minute.
    pub(super) lo: i64,
    /// Its last minute.
    pub(super) hi: i64,
    /// Where it begins.
    pub(super) x0: f64,
    /// Where it ends.
    pub(super) x1: f64,
    /// How many events stand in it.
    pub(super) events: usize,
    /// Whether it is the one that the chart is about.
    pub(super) focus: bool,
    /// The days of its events, `2 to 3 Nov`; may be empty.
    pub(super) caption: String,
    /// The day, `2017-11-02`, that its events end on.
    pub(super) day: String,
    /// The minute in the middle of its events.
    pub(super) mid: i64,
    /// The same as an instant.
    pub(super) noon: String,
    /// Whether the caption is one day, which follows the zone switch.
    pub(super) caption_day: bool,
    /// What stands between it and the next.
    pub(super) then: Option<Then>,
}

/// What stands between two windows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Then {
    /// Only the scale changes.
    Join,
    /// Time is left out.
    Break {
        /// The middle of the break.
        x: f64,
        /// How much time.
        text: String,
    },
}

impl Segment {
    /// Whether time is left out after it.
    pub(super) const fn breaks(&self) -> bool {
        matches!(self.then, Some(Then::Break { .. }))
    }

    /// Pixels a minute.
    pub(super) fn density(&self) -> f64 {
        (self.x1 - self.x0) / float(self.hi - self.lo)
    }
}

/// A window to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    /// Its first minute.
    pub(super) lo: i64,
    /// Its last minute, after the first.
    pub(super) hi: i64,
    /// Whether it is the one that the chart is about.
    pub(super) is_focus: bool,
}

/// The span that gets a scale of its own: the impact; without one, what is known to the minute if that lies close together.
pub(super) fn focus(story: &Story) -> Option<(i64, i64)> {
    if let Some(impact) = &story.impact {
        let from = impact.start[0];
        let to = impact.end_or_last()[1].max(from);
        let pad = ((to - from) / 20).max(3);
        return Some((from - pad, to + pad));
    }
    let exact = || story.events.iter().filter(|event| event.kind == Kind::Exact).map(|event| event.low);
    let (first, last) = (exact().min()?, exact().max()?);
    if last - first > 2880 {
        return None;
    }
    let days = story.events.iter().filter(|event| event.kind == Kind::Day && event.low <= last && event.high > first);
    Some(days.fold((first - 3, last + 3), |(from, to), day| (from.min(day.low), to.max(day.high))))
}

/// The windows of a chart between two places, with their captions.
pub(super) fn segments(story: &Story, x0: f64, x1: f64) -> Vec<Segment> {
    let windows = cut(story);
    let Some(last) = windows.last().map(|window| window.hi) else { return Vec::new() };
    let is_in = |window: &Window, point: i64| {
        window.lo <= point && (point < window.hi || point == window.hi && window.hi == last)
    };
    let counts: Vec<usize> =
        windows.iter().map(|window| story.events.iter().filter(|event| is_in(window, event.point)).count()).collect();
    let widths = widths(&windows, &counts, x1 - x0);
    let captions = captions::captions(story, &windows, &widths);
    let mut x = x0;
    let mut segments = Vec::with_capacity(windows.len());
    for (index, (window, caption)) in windows.iter().zip(captions).enumerate() {
        let end = x + widths[index];
        let next = windows.get(index + 1);
        let left_out = next.map(|next| next.lo - window.hi);
        let then = left_out.map(|minutes| match minutes {
            1.. => Then::Break { x: tenth(end + BREAK / 2.0), text: super::clock::left_out(minutes) },
            _ => Then::Join,
        });
        segments.push(Segment {
            lo: window.lo,
            hi: window.hi,
            x0: tenth(x),
            x1: tenth(end),
            events: counts[index],
            focus: window.is_focus,
            caption: caption.text,
            day: caption.day,
            mid: caption.mid,
            noon: super::clock::iso(caption.mid),
            caption_day: caption.is_day,
            then,
        });
        x = end + if left_out.is_some_and(|minutes| minutes > 0) { BREAK } else { 0.0 };
    }
    segments
}

/// How much room each window gets.
fn widths(windows: &[Window], counts: &[usize], whole: f64) -> Vec<f64> {
    let breaks = windows.windows(2).filter(|pair| pair[1].lo > pair[0].hi).count();
    let room = whole - BREAK * count(breaks);
    let weigh = |(window, events): (&Window, &usize)| {
        count((*events).max(1)).sqrt() + 0.35 * float(1 + window.hi - window.lo).ln()
    };
    let weights: Vec<f64> = windows.iter().zip(counts).map(weigh).collect();
    let all: f64 = weights.iter().sum();
    let free = room - LEAST * count(windows.len());
    let mut widths: Vec<f64> = weights.iter().map(|weight| LEAST + free * weight / all).collect();
    let focus = windows.iter().position(|window| window.is_focus).filter(|_| windows.len() > 1);
    if let Some(focus) = focus.filter(|focus| widths[*focus] < 0.45 * whole) {
        let wide = 0.45 * whole;
        // Summed anew, in order: what is left of a sum after a subtraction is not the same number.
        let others = weights.iter().enumerate().filter(|(index, _)| *index != focus).map(|(_, weight)| weight);
        let rest: f64 = others.sum();
        let free = room - wide - LEAST * count(windows.len() - 1);
        for (index, width) in widths.iter_mut().enumerate() {
            *width = if index == focus { wide } else { LEAST + free * weights[index] / rest };
        }
    }
    if widths.iter().any(|width| *width < TIGHT) {
        widths.fill(room / count(windows.len()));
    }
    widths
}

/// Cuts time into windows. Those that touch are joined, between the others time is left out.
fn cut(story: &Story) -> Vec<Window> {
    let focus = focus(story);
    let spans = story.events.iter().map(|event| (event.low, event.high));
    let mut sorted: Vec<(i64, i64)> = spans.chain(focus).collect();
    sorted.sort_unstable();
    // A gap inside a mark is no gap.
    let mut covered: Vec<(i64, i64)> = Vec::new();
    for (low, high) in sorted {
        match covered.last_mut() {
            Some(last) if low <= last.1 => last.1 = last.1.max(high),
            _ => covered.push((low, high)),
        }
    }
    let cutter = Cutter { usual: usual_gap(story), is_small: story.events.len() < 12 };
    let mut groups = Vec::new();
    cutter.split(&covered, &mut groups);
    let mut windows = Vec::new();
    for group in groups {
        let (Some((low, _)), Some((_, high))) = (group.first(), group.last()) else { continue };
        let window = |lo, hi, is_focus| Window { lo, hi, is_focus };
        match focus {
            Some((from, to)) if *low <= from && to <= *high => {
                if *low < from {
                    windows.push(window(low - ((from - low) / 20).max(1), from, false));
                }
                windows.push(window(from, to, true));
                if *high > to {
                    windows.push(window(to, high + ((high - to) / 20).max(1), false));
                }
            }
            _ => {
                let pad = if high > low { (high - low) / 20 } else { 5 };
                windows.push(window(low - pad, high + pad, false));
            }
        }
    }
    merge(&mut windows);
    // Where the room around two windows overlaps, they meet in the middle.
    for index in 1..windows.len() {
        let (before, after) = (windows[index - 1].hi, windows[index].lo);
        if after < before {
            let middle = i64::midpoint(before, after);
            (windows[index - 1].hi, windows[index].lo) = (middle, middle);
        }
    }
    windows
}

/// The median time between the bounds of all events.
fn usual_gap(story: &Story) -> i64 {
    let mut points: Vec<i64> = story.events.iter().flat_map(|event| [event.low, event.high]).collect();
    points.sort_unstable();
    points.dedup();
    let mut gaps: Vec<i64> = points.windows(2).map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied().unwrap_or(0).max(1)
}

/// Decides which gaps are long.
struct Cutter {
    usual: i64,
    is_small: bool,
}

impl Cutter {
    /// The groups of marks between long gaps; a group of four or more is looked at again by its own span.
    fn split<'m>(&self, marks: &'m [(i64, i64)], groups: &mut Vec<&'m [(i64, i64)]>) {
        let (Some((first, _)), Some((_, last))) = (marks.first(), marks.last()) else { return };
        let span = (last - first).max(1);
        let is_long = |gap: i64| gap > (span * 8 / 100).max(30) && (self.is_small || gap > 6 * self.usual);
        let parts: Vec<_> = marks.chunk_by(|before, after| !is_long(after.0 - before.1)).collect();
        match parts.as_slice() {
            [only] => groups.push(only),
            several => {
                for part in several {
                    if part.len() > 3 { self.split(part, groups) } else { groups.push(part) }
                }
            }
        }
    }
}

/// Joins the windows with the least time between them until there are few enough; the focus stays alone.
fn merge(windows: &mut Vec<Window>) {
    while windows.len() > MOST {
        let pairs = windows.windows(2).enumerate().filter(|(_, pair)| !pair[0].is_focus && !pair[1].is_focus);
        let Some(index) = pairs.min_by_key(|(_, pair)| pair[1].lo - pair[0].hi).map(|(index, _)| index) else { break };
        windows[index].hi = windows[index + 1].hi;
        windows.remove(index + 1);
    }
}

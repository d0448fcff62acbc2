//! Where the time axis is cut: between marks that lie far apart, time is left out. The same for each width.

use super::captions::{Days, days};
use super::clock::Clock;
use super::place::Kind;
use super::story::Story;

/// The most windows.
const MOST: usize = 5;

/// How time is cut: the windows, and how many events stand in each.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    /// In order. Between two that do not touch, time is left out.
    pub(super) windows: Vec<Window>,
    /// The number of events of each.
    pub(super) counts: Vec<usize>,
    /// What may stand over each.
    pub(super) days: Vec<Days>,
    /// The clock of each.
    pub(super) clocks: Vec<Clock>,
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

/// Cuts the time of a story.
pub(super) fn cut(story: &Story<'_>) -> Cut {
    let windows = windows(story);
    let last = windows.last().map_or(0, |window| window.hi);
    let is_in = |window: &Window, point: i64| {
        window.lo <= point && (point < window.hi || point == window.hi && window.hi == last)
    };
    let count = |window: &Window| story.events.iter().filter(|event| is_in(window, event.point)).count();
    let clock = |window: &Window| Clock::over(story.zone, window.lo, window.hi);
    Cut {
        counts: windows.iter().map(count).collect(),
        days: days(story, &windows),
        clocks: windows.iter().map(clock).collect(),
        windows,
    }
}

/// The span that gets a scale of its own: the impact; without one, what is known to the minute if that lies close together.
pub(super) fn focus(story: &Story<'_>) -> Option<(i64, i64)> {
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

/// Cuts time into windows. Those that touch are joined, between the others time is left out.
fn windows(story: &Story<'_>) -> Vec<Window> {
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
fn usual_gap(story: &Story<'_>) -> i64 {
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

//! The windows of the time axis: how much room each gets, and what stands over it and between it and the next.

use super::captions::Caption;
use super::clock::Clock;
use super::cut::{Cut, Window};
use super::px::Px;
use super::scale::{count, float};
use chrono_tz::Tz;

/// The room that a break takes.
pub(super) const BREAK: f64 = 24.0;
/// The least room of a window.
const LEAST: f64 = 56.0;
/// The least room of any window where not all can have that.
const TIGHT: f64 = 20.0;
/// A window of the time axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    /// Its first minute.
    pub(super) lo: i64,
    /// Its last minute, after the first.
    pub(super) hi: i64,
    /// Where it begins, to a tenth.
    pub(super) x0: f64,
    /// Where it ends, to a tenth.
    pub(super) x1: f64,
    /// Its clock.
    pub(super) clock: Clock,
    /// How many events stand in it.
    pub(super) events: usize,
    /// Whether it is the one that the chart is about.
    pub(super) focus: bool,
    /// The days of its events.
    pub(super) caption: Caption,
    /// What stands between it and the next.
    pub(super) then: Option<Then>,
}

/// What stands between two windows.
#[derive(Clone, Debug, PartialEq)]
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
    /// A window that is all there is.
    pub(super) fn only((lo, hi): (i64, i64), zone: Tz, [x0, x1]: [f64; 2]) -> Self {
        let clock = Clock::over(zone, lo, hi);
        Self { clock, lo, hi, x0, x1, events: 0, focus: true, caption: Caption::default(), then: None }
    }

    /// Whether time is left out after it.
    pub(super) const fn breaks(&self) -> bool {
        matches!(self.then, Some(Then::Break { .. }))
    }

    /// Pixels a minute.
    pub(super) fn density(&self) -> f64 {
        (self.x1 - self.x0) / float(self.hi - self.lo)
    }
}

/// The windows of a chart between two places, with their captions.
pub(super) fn segments(cut: &Cut, [x0, x1]: [f64; 2]) -> Vec<Segment> {
    let windows = &cut.windows;
    let widths = widths(windows, &cut.counts, x1 - x0);
    let tenth = |x| Px::of(x).get();
    let mut x = x0;
    let mut segments = Vec::with_capacity(windows.len());
    for (index, (window, days)) in windows.iter().zip(&cut.days).enumerate() {
        let end = x + widths[index];
        let left_out = windows.get(index + 1).map(|next| next.lo - window.hi);
        let then = left_out.map(|minutes| match minutes {
            1.. => Then::Break { x: tenth(end + BREAK / 2.0), text: super::clock::left_out(minutes) },
            _ => Then::Join,
        });
        segments.push(Segment {
            lo: window.lo,
            hi: window.hi,
            x0: tenth(x),
            x1: tenth(end),
            clock: cut.clocks[index],
            events: cut.counts[index],
            focus: window.is_focus,
            caption: days.caption(widths[index]),
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

//! How many events there were at a time, where there are too many to tell apart.

use super::scale::{Scale, count, float, tenth};
use super::segments::Segment;
use super::story::Story;
use super::ticks::STEPS;
use serde::Serialize;
use std::collections::BTreeMap;

/// The height of the highest bar.
const HEIGHT: i64 = 52;

/// The rate of events.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Rate {
    /// Its top.
    pub(super) y: i64,
    /// Its height.
    pub(super) h: i64,
    /// How long a bar is, in minutes.
    pub(super) step: i64,
    /// The same in words: `minute`, `5 min`.
    pub(super) each: String,
    /// How many the highest bar has.
    pub(super) max: usize,
    /// The bars.
    pub(super) bars: Vec<Bar>,
}

/// How many events there were in one step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Bar {
    /// Where the step begins.
    pub(super) x0: f64,
    /// Where it ends.
    pub(super) x1: f64,
    /// How wide the bar is drawn.
    pub(super) across: f64,
    /// How many.
    pub(super) n: usize,
    /// How high.
    pub(super) h: f64,
    /// Its top.
    pub(super) top: f64,
}

/// The rate from a height down.
pub(super) fn rate(story: &Story, segments: &[Segment], plot: [f64; 2], is_narrow: bool, y: i64) -> Rate {
    let (from, to) = segments.first().zip(segments.last()).map_or((0, 0), |(first, last)| (first.lo, last.hi));
    let span = to - from;
    let least = if is_narrow { 24.0 } else { 12.0 };
    let room = plot[1] - plot[0];
    let is_wide = |step: &i64| float(*step) * room / float(span.max(1)) >= least;
    let [.., longest] = STEPS;
    let step = STEPS.into_iter().find(is_wide).unwrap_or(longest);
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    // What lies beside a narrow chart's one window is not heaped up at its edge.
    for event in story.events.iter().filter(|event| (from..=to).contains(&event.low)) {
        *counts.entry(event.low.div_euclid(step) * step).or_default() += 1;
    }
    let max = counts.values().copied().max().unwrap_or(1);
    let scale = Scale(segments);
    let bars = counts.into_iter().map(|(from, n)| {
        let (x0, x1) = (tenth(scale.x(from).max(plot[0])), scale.px(from + step));
        let h = tenth(float(HEIGHT) * count(n) / count(max));
        Bar { x0, x1, across: tenth((x1 - x0 - 1.6).max(1.0)), n, h, top: tenth(float(HEIGHT) - h) }
    });
    let each = if step == 1 { "minute".to_owned() } else { super::clock::left_out(step) };
    Rate { y, h: HEIGHT, step, each, max, bars: bars.collect() }
}

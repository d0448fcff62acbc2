//! How many events there were at a time, where there are too many to tell apart.

use super::drawing::Drawing;
use super::px::Px;
use super::scale::{Scale, count, float};
use super::segments::Segment;
use super::story::{Event, Story};
use super::ticks::STEPS;
use super::widths::width;
use std::collections::BTreeMap;

/// The height of the highest bar.
const HEIGHT: i32 = 52;
/// The height of a number over a bar.
const NUMBER: i32 = 14;

/// The rate of events.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rate {
    /// Its top.
    pub(super) y: i32,
    /// Its foot, from there.
    pub(super) h: i32,
    /// How long a bar is, in words: `minute`, `5 min`.
    pub(super) each: String,
    /// How many the highest bar has.
    pub(super) max: usize,
    /// The bars.
    pub(super) bars: Vec<Bar>,
    /// How long a bar is, in minutes.
    pub(super) step: i64,
}

/// How many events there were in one step.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bar {
    /// Where it begins.
    pub(super) x: Px,
    /// How wide it is.
    pub(super) w: Px,
    /// How high.
    pub(super) h: Px,
    /// Its top.
    pub(super) top: Px,
    /// The number over it, where nothing else says it.
    pub(super) label: String,
    /// How many.
    pub(super) n: usize,
    /// Where the step ends.
    pub(super) end: Px,
}

impl Rate {
    /// Draws the bars.
    pub(super) fn draw(rate: Option<&Self>, on: &mut Drawing) {
        let mut cells = on.table("bars", "x y w h label");
        for bar in rate.iter().flat_map(|rate| &rate.bars) {
            cells.px(bar.x).px(bar.top).px(bar.w).px(bar.h).words(&bar.label);
        }
    }
}

/// The rate from a height down; a narrow one has its numbers over the bars.
pub(super) fn rate(story: &Story<'_>, segments: &[Segment], is_narrow: bool, y: i32) -> Rate {
    let least = if is_narrow { 24.0 } else { 12.0 };
    // The window with the most events says how long a bar is, so that time that is left out does not.
    let within = |event: &&Event<'_>, segment: &Segment| (segment.lo..=segment.hi).contains(&event.point);
    let many = |segment: &&Segment| story.events.iter().filter(|event| within(event, segment)).count();
    let density = segments.iter().max_by_key(many).map_or(1.0, Segment::density);
    let [.., longest] = STEPS;
    let step = STEPS.into_iter().find(|step| float(*step) * density >= least).unwrap_or(longest);
    let mut counts: BTreeMap<(usize, i64), usize> = BTreeMap::new();
    // What lies beside a narrow chart's one window is not heaped up at its edge.
    for event in &story.events {
        let Some(index) = segments.iter().position(|segment| within(&event, segment)) else { continue };
        let ahead = segments[index].clock.ahead(event.point);
        *counts.entry((index, (event.point + ahead).div_euclid(step) * step - ahead)).or_default() += 1;
    }
    let max = counts.values().copied().max().unwrap_or(1);
    let scale = Scale(segments);
    let above = if is_narrow { NUMBER } else { 0 };
    let bars = counts.into_iter().map(|((index, from), n)| {
        let Segment { lo, hi, .. } = segments[index];
        let (x, end) = (scale.px(from.max(lo)), scale.px((from + step).min(hi)));
        let h = Px::of(f64::from(HEIGHT) * count(n) / count(max));
        let w = Px::of(((end - x).get() - 1.6).max(1.0));
        let label = n.to_string();
        let label = if is_narrow && width(&label, 11.0) <= w.get() + 1.6 { label } else { String::new() };
        Bar { x, w, h, top: Px::whole(y + HEIGHT + above) - h, label, n, end }
    });
    let each = match step {
        1 => "minute".to_owned(),
        60 => "hour".to_owned(),
        1440 => "day".to_owned(),
        _ => super::clock::left_out(step),
    };
    Rate { y, h: HEIGHT + above, step, each, max, bars: bars.collect() }
}

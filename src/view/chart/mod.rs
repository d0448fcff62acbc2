//! The timeline chart: one figure in which the minute, the actors, the impact and the doubt share one axis.
//!
//! A story holds what is to be drawn, in whole minutes; it is laid out, in pixels to a tenth, and the template draws it.
//! Nothing here knows how a mark looks, and nothing reads a clock or a font: the same record gives the same numbers
//! everywhere. Text is never scaled, so each of three widths is laid out on its own.

mod band;
mod captions;
mod clock;
mod curve;
mod figure;
mod impact;
mod labels;
mod lanes;
mod rate;
mod record;
mod scale;
mod segments;
mod story;
mod ticks;
mod values;
mod widths;

#[cfg(test)]
mod tests;

pub use figure::{Figure, KeyItem};

pub(super) use figure::figure;

use band::Size;
use scale::{Scale, count};
use segments::Segment;
use serde::Serialize;
use story::Story;

/// The widths of the three charts: of a desk, of a tablet and of print, of a phone.
const WIDTHS: [i32; 3] = [1120, 700, 358];

/// A chart of one width: where everything stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chart {
    class: &'static str,
    width: i32,
    height: i64,
    /// Where the part above the axis ends, for the bounds of the impact.
    band_foot: i64,
    /// Where those bounds end.
    foot: i64,
    /// From the foot of the band to there.
    deep: i64,
    /// From the axis up to the captions, and down to the foot: where time is left out.
    above: i64,
    below: i64,
    /// Where the time axis begins and ends.
    plot: [f64; 2],
    segments: Vec<Segment>,
    /// Whether there is a line for captions over the windows.
    captions: bool,
    /// From the earliest start to the latest end of the impact.
    possible: Option<[f64; 2]>,
    /// From its latest start to its earliest end, if that comes later.
    certain: Option<[f64; 2]>,
    slide: Option<band::Slide>,
    phases: Option<band::Phases>,
    rate: Option<rate::Rate>,
    curve: Option<curve::Curve>,
    /// The height of the axis.
    ruler: i64,
    ticks: Vec<ticks::Tick>,
    /// Strokes for single minutes.
    minor: Vec<f64>,
    lanes: Vec<lanes::Lane>,
    /// Whether there are more events than there is room for marks.
    dense: bool,
    /// The radius of a filled dot.
    dot: u8,
    /// Whether a line ends it.
    is_ruled: bool,
}

/// The chart at its three widths, the widest first.
fn charts(story: &Story) -> [Chart; 3] {
    WIDTHS.map(|width| chart(story, width))
}

/// The chart at one width.
fn chart(story: &Story, width: i32) -> Chart {
    let size = match width {
        1001.. => Size::Wide,
        500..=1000 => Size::Middle,
        _ => Size::Narrow,
    };
    let is_narrow = size == Size::Narrow;
    let right = f64::from(width);
    let plot = match size {
        Size::Wide => [150.0, right - 8.0],
        Size::Middle => [112.0, right - 8.0],
        Size::Narrow => [46.0, right - 12.0],
    };
    let segments = windows(story, plot, is_narrow);
    let scale = Scale(&segments);
    let captions = segments.len() > 1 || segments.iter().any(|segment| !segment.caption.is_empty());
    let mut y = if captions { 30 } else { 4 };
    let dense = count(story.events.len()) > (plot[1] - plot[0]) / 14.0;
    let (mut possible, mut certain, mut slide, mut phases) = (None, None, None, None);
    if let Some(impact) = &story.impact {
        let (start, end) = (impact.start, impact.end_or_last());
        possible = Some([scale.px(start[0]), scale.px(end[1])]);
        certain = (start[1] <= end[0]).then(|| [scale.px(start[1]), scale.px(end[0])]);
        if let Some(tied) = &impact.tied {
            let band = band::slide(impact, tied, scale, size, y);
            y += band.h + 14;
            slide = Some(band);
        } else {
            let (bars, below) = band::phases(impact, scale, plot, y);
            (phases, y) = (Some(bars), below);
        }
    }
    let rate = dense.then(|| rate::rate(story, &segments, plot, is_narrow, y));
    y += rate.as_ref().map_or(0, |rate| rate.h + 12);
    let curve = story.curve.as_ref().map(|of| curve::curve(of, &segments, possible, slide.is_some(), is_narrow, y));
    y += match &curve {
        Some(curve) => curve.h + 18,
        None if dense || story.impact.is_none() => 10,
        None => 0,
    };
    let ruler = y;
    let (ticks, minor) = ticks::ticks(story, &segments, right);
    y += 28;
    let mut lanes = Vec::new();
    if !is_narrow {
        (lanes, y) = lanes::lanes(story, &segments, plot, right, dense, y);
        y += 6;
    } else if story.impact.is_none() && !dense {
        (lanes, y) = lanes::only(story, &segments, plot, right, y);
    }
    let height = y;
    let band = slide.as_ref().map(|band| band.y + band.h).or(phases.as_ref().map(|phases| phases.y + phases.h));
    let band_foot = band.unwrap_or(0) + 2;
    let foot = if lanes.is_empty() { ruler } else { height };
    Chart {
        class: match size {
            Size::Wide => "wide has-mid",
            Size::Middle => "mid",
            Size::Narrow => "narrow",
        },
        width,
        height,
        band_foot,
        foot,
        deep: foot - band_foot,
        above: if captions { 26 - ruler } else { -ruler },
        below: height - ruler,
        plot,
        segments,
        captions,
        possible,
        certain,
        slide,
        phases,
        rate,
        curve,
        ruler,
        ticks,
        minor,
        is_ruled: !is_narrow && !lanes.is_empty(),
        lanes,
        dense,
        dot: if dense { 5 } else { 6 },
    }
}

/// The windows of the axis. A narrow chart shows the impact alone; the list carries the rest.
fn windows(story: &Story, plot: [f64; 2], is_narrow: bool) -> Vec<Segment> {
    match (segments::focus(story), &story.impact) {
        (Some((lo, hi)), Some(_)) if is_narrow => vec![Segment {
            lo,
            hi,
            x0: plot[0],
            x1: plot[1],
            events: 0,
            focus: true,
            caption: String::new(),
            day: String::new(),
            mid: lo,
            noon: String::new(),
            caption_day: false,
            then: None,
        }],
        _ => segments::segments(story, plot[0], plot[1]),
    }
}

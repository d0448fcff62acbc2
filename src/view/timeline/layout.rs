//! Where everything stands on a chart of one width, from the top down.

use super::curve::{self, Curve};
use super::cut::{Cut, cut, focus};
use super::lanes::{Actor, Ground, Laid, by_actor};
use super::phases::{self, Phases};
use super::px::Px;
use super::rate::{self, Rate};
use super::scale::{Scale, count};
use super::segments::{Segment, segments};
use super::size::{Size, WIDTHS};
use super::slide::{self, Slide};
use super::story::Story;
use super::ticks::{Tick, ticks};

/// A chart laid out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout<'s> {
    /// Which of the three it is.
    pub(super) size: Size,
    /// How wide it is.
    pub(super) width: i32,
    /// How high it is.
    pub(super) height: i32,
    /// From where to where time is drawn.
    pub(super) plot: [f64; 2],
    /// The windows of the axis.
    pub(super) segments: Vec<Segment>,
    /// Whether there is a line for captions over them.
    pub(super) captions: bool,
    /// The impact.
    pub(super) band: Band<'s>,
    /// The rate of events.
    pub(super) rate: Option<Rate>,
    /// The curve.
    pub(super) curve: Option<Curve<'s>>,
    /// The height of the axis.
    pub(super) ruler: i32,
    /// The labels under it.
    pub(super) ticks: Vec<Tick>,
    /// The lanes with their marks.
    pub(super) lanes: Vec<Laid<'s>>,
    /// Whether there are too many events for marks.
    pub(super) is_dense: bool,
    /// How many events lie before and after a narrow chart's one window.
    pub(super) outside: [usize; 2],
}

/// The impact over the lanes, and how far it reaches.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Band<'s> {
    /// As a band that slides.
    pub(super) slide: Option<Slide<'s>>,
    /// As phases.
    pub(super) phases: Option<Phases<'s>>,
    /// From its earliest start to its latest end.
    pub(super) possible: Option<[Px; 2]>,
    /// From its latest start to its earliest end, if that comes later.
    pub(super) certain: Option<[Px; 2]>,
    /// Its foot.
    pub(super) foot: i32,
}

/// The chart at its three widths, the widest first.
pub(super) fn layouts<'s>(story: &'s Story<'s>) -> [Layout<'s>; 3] {
    let (cut, actors) = (cut(story), by_actor(story));
    WIDTHS.map(|width| layout(story, &cut, &actors, width))
}

/// The chart at one width.
pub(super) fn layout<'s>(story: &'s Story<'s>, cut: &Cut, actors: &[Actor<'s>], width: i32) -> Layout<'s> {
    let size = Size::of(width);
    let is_narrow = size == Size::Narrow;
    let right = f64::from(width);
    let plot = size.plot(right);
    let segments = windows(story, cut, plot, size);
    let scale = Scale(&segments);
    let captions = segments.len() > 1 || segments.iter().any(|segment| !segment.caption.text.is_empty());
    let mut y = if captions { 30 } else { 4 };
    let band = Band::of(story, scale, plot, size, &mut y);
    let is_crowded = count(story.events.len()) > (plot[1] - plot[0]) / 14.0;
    let ground = Ground { segments: &segments, plot, right, lines: band.lines(), is_dense: is_crowded && !is_narrow };
    let only = if is_narrow { ground.only(story) } else { None };
    let is_dense = ground.is_dense || is_narrow && only.is_none();
    let rate = is_dense.then(|| rate::rate(story, &segments, is_narrow, y));
    y += rate.as_ref().map_or(0, |rate| rate.h + 12);
    let possible = band.possible.map(|bounds| bounds.map(Px::get));
    let curve = story.curve.as_ref();
    let curve = curve.map(|of| curve::curve(of, &segments, possible, band.slide.is_some(), size, y).beside(plot[0]));
    y += match &curve {
        Some(curve) => curve.h + 18,
        None if is_dense || story.impact.is_none() => 10,
        None => 0,
    };
    let ruler = y;
    let ticks = ticks(story, &segments, right);
    y += 28;
    let lanes = match only {
        Some(only) => {
            let top = y;
            y += only.lane.h;
            vec![only.lower(top)]
        }
        None if is_narrow => Vec::new(),
        None => {
            let (lanes, foot) = ground.lanes(actors, y);
            y = foot + 6;
            lanes
        }
    };
    let outside = outside(story, &segments, size);
    let height = y + below(outside);
    Layout { size, width, height, plot, segments, captions, band, rate, curve, ruler, ticks, lanes, is_dense, outside }
}

/// The height of the line that says how many events are outside.
const fn below(outside: [usize; 2]) -> i32 {
    if outside[0] + outside[1] == 0 { 0 } else { 18 }
}

impl Layout<'_> {
    /// The height of what is under the lanes.
    pub(super) const fn below(&self) -> i32 {
        below(self.outside)
    }
}

/// The windows of the axis. A narrow chart shows the impact alone; the list carries the rest.
fn windows(story: &Story<'_>, cut: &Cut, plot: [f64; 2], size: Size) -> Vec<Segment> {
    match focus(story).filter(|_| size == Size::Narrow && story.impact.is_some()) {
        Some(focus) => vec![Segment::only(focus, story.zone, plot)],
        None => segments(cut, plot),
    }
}

impl<'s> Band<'s> {
    fn of(story: &'s Story<'s>, scale: Scale<'_>, plot: [f64; 2], size: Size, y: &mut i32) -> Self {
        let Some(impact) = &story.impact else { return Self::default() };
        let (start, end) = (impact.start, impact.end_or_last());
        let possible = Some([scale.px(start[0]), scale.px(end[1])]);
        let certain = (start[1] <= end[0]).then(|| [scale.px(start[1]), scale.px(end[0])]);
        let slide = impact.tied.as_ref().map(|tied| slide::slide(impact, tied, scale, size, *y));
        if let Some(slide) = slide {
            *y = slide.foot + 14;
            return Self { foot: slide.foot, slide: Some(slide), phases: None, possible, certain };
        }
        let phases = phases::phases(impact, scale, plot, size, *y);
        *y = phases.below;
        Self { foot: phases.foot, slide: None, phases: Some(phases), possible, certain }
    }

    /// Whether its bounds are lines through all rows: where no minute between them is certain.
    pub(super) fn has_lines(&self) -> bool {
        self.slide.is_some() || self.certain.is_none()
    }

    /// Those lines.
    fn lines(&self) -> Vec<f64> {
        self.possible.filter(|_| self.has_lines()).map_or_else(Vec::new, |bounds| bounds.map(Px::get).to_vec())
    }
}

/// How many events lie before and after the one window of a narrow chart.
fn outside(story: &Story<'_>, segments: &[Segment], size: Size) -> [usize; 2] {
    match (segments.first(), segments.last(), &story.impact) {
        (Some(first), Some(last), Some(_)) if size == Size::Narrow => {
            let before = story.events.iter().filter(|event| event.point < first.lo).count();
            let after = story.events.iter().filter(|event| event.point > last.hi).count();
            [before, after]
        }
        _ => [0, 0],
    }
}

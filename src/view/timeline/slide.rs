//! A band that slides: an impact whose length is known and whose minute is not.

use super::clock::push_iso;
use super::drawing::Drawing;
use super::px::{At, Px};
use super::scale::{Scale, float};
use super::size::Size;
use super::story::{Impact, Report, Tied, Words};
use super::widths::{bold, width};

/// The upright part of the band's edges.
const UPRIGHT: f64 = 9.0;

/// An impact of a known length at an unknown minute. Every level slice of it is exactly that long.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slide<'s> {
    /// Its top.
    pub(super) y: i32,
    /// Its corners.
    pub(super) corners: Vec<At>,
    /// How long, as it fits; may be empty.
    pub(super) label: String,
    /// The middle.
    pub(super) middle: At,
    /// The starts that are reported, as rings on the left edge.
    pub(super) reports: Vec<Ring<'s>>,
    /// Its foot.
    pub(super) foot: i32,
}

/// A reported start.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ring<'s> {
    /// Its minute.
    pub(super) minute: i64,
    /// Where it is.
    pub(super) at: At,
    /// Its label, left of it, where there is room for one.
    pub(super) label: Option<&'s Words>,
}

impl Slide<'_> {
    /// Draws the band and its rings.
    pub(super) fn draw(slide: Option<&Self>, on: &mut Drawing) {
        let mut cells = on.table("slide", "corners");
        if let Some(slide) = slide {
            cells.places(&slide.corners);
        }
        let mut cells = on.table("rings", "at before clock after t");
        for Ring { minute, at, label } in slide.iter().flat_map(|slide| &slide.reports) {
            let [before, clock, after] = label.map_or([""; 3], Words::parts);
            cells.at(*at).words(before).words(clock).words(after).figures(|text| push_iso(*minute, text));
        }
        let mut cells = on.table("length", "at text");
        if let Some(slide) = slide.filter(|slide| !slide.label.is_empty()) {
            cells.at(slide.middle).words(&slide.label);
        }
    }
}

/// The band of an impact whose length is known and whose minute is not, from a height down.
pub(super) fn slide<'s>(impact: &Impact<'_>, tied: &'s Tied, scale: Scale<'_>, size: Size, y: i32) -> Slide<'s> {
    let h = if size == Size::Narrow { 84 } else { 92 };
    let [first, last] = impact.start;
    let long = tied.minutes;
    let (top, foot) = (f64::from(y), f64::from(y + h));
    let slope = f64::from(h) - 2.0 * UPRIGHT;
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
    let label = labels.into_iter().find(|label| bold(label, 15.0) + slant < room).unwrap_or_default();
    // Labels stand left of their rings, over what is noted beside the band, and one line apart.
    let leftmost = if size == Size::Narrow { 0.0 } else { 50.0 };
    let mut free = f64::MIN;
    let ring = |report: &'s Report| {
        let (x, y) = (scale.px(report.at), level(report.at));
        let wide = |label: &Words| label.parts().into_iter().map(|part| width(part, 11.0)).sum::<f64>();
        let is_room = |label: &&Words| x.get() - 10.0 - wide(label) >= leftmost;
        let label = report.labels[size as usize..].iter().find(is_room).filter(|_| y >= free);
        if label.is_some() {
            free = y + 13.0;
        }
        Ring { minute: report.at, at: At(x, Px::of(y)), label }
    };
    let reports = tied.reports.iter().map(ring).collect();
    let middle = f64::midpoint(scale.x(first), scale.x(last + long));
    Slide {
        y,
        corners: corners.iter().map(|(at, y)| At(scale.px(*at), Px::of(*y))).collect(),
        label,
        middle: At(Px::of(middle), Px::of(top + f64::from(h) / 2.0)),
        reports,
        foot: y + h,
    }
}

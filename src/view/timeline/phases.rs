//! The state of the service over the lanes, as bars: in one track, or one for each part of it.

use super::drawing::Drawing;
use super::px::{At, Px};
use super::scale::Scale;
use super::segments::BREAK;
use super::size::Size;
use super::story::{Impact, Level, Track};
use super::widths::{bold, fit, width};

/// The height of a bar, and from one track to the next.
const BAR: i32 = 20;
const TRACK: i32 = 25;
/// The height of a name over a track of a narrow chart.
const NAME: i32 = 18;
/// Room around a label in a bar.
const AROUND: f64 = 10.0;

/// The phases as bars.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Phases<'s> {
    /// Their top.
    pub(super) y: i32,
    /// What each track is of, where there is more than one.
    pub(super) names: Vec<Name>,
    /// The bars.
    pub(super) bars: Vec<Bar<'s>>,
    /// Where the points of bars begin that are not over, and how badly those are.
    pub(super) tips: Vec<(Level, At)>,
    /// The milestones under them.
    pub(super) flags: Vec<Flag<'s>>,
    /// Where the bars end.
    pub(super) foot: i32,
    /// Where they end with what is under them.
    pub(super) below: i32,
}

/// The name of a track.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    /// The top of the track.
    pub(super) y: Px,
    /// What it is of.
    pub(super) name: String,
}

/// One phase.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bar<'s> {
    /// How badly.
    pub(super) level: Level,
    /// Its upper left corner.
    pub(super) at: At,
    /// How wide it is.
    pub(super) w: Px,
    /// What stands in it; may be empty.
    pub(super) label: &'s str,
    /// The middle of that, from the corner.
    pub(super) middle: Px,
}

/// A milestone under the phases.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Flag<'s> {
    /// The permalink of its row.
    pub(super) id: &'s str,
    /// Where it is, under the bars.
    pub(super) at: At,
    /// Where its label begins, or ends if it is left of there: from that place.
    pub(super) from: Px,
    /// Its label.
    pub(super) label: &'s str,
}

impl Phases<'_> {
    /// Draws the bars and what is beside and under them.
    pub(super) fn draw(phases: Option<&Self>, on: &mut Drawing) {
        let mut cells = on.table("parts", "y name");
        for Name { y, name } in phases.iter().flat_map(|phases| &phases.names) {
            cells.px(*y).words(name);
        }
        let mut cells = on.table("phases", "level at w label middle");
        for bar in phases.iter().flat_map(|phases| &phases.bars) {
            cells.words(bar.level.as_str()).at(bar.at).px(bar.w).words(bar.label).px(bar.middle);
        }
        let mut cells = on.table("tips", "level at");
        for (level, at) in phases.iter().flat_map(|phases| &phases.tips) {
            cells.words(level.as_str()).at(*at);
        }
        let mut cells = on.table("flags", "id at x label");
        for flag in phases.iter().flat_map(|phases| &phases.flags) {
            cells.words(flag.id).at(flag.at).px(flag.from).words(flag.label);
        }
    }

    /// Whether there is a bar of a level that does not say what it is.
    pub(super) fn has_unnamed(&self, level: Level) -> bool {
        self.bars.iter().any(|bar| bar.level == level && bar.label.is_empty())
    }
}

/// The phases of an impact from a height down.
pub(super) fn phases<'s>(impact: &'s Impact<'_>, scale: Scale<'_>, plot: [f64; 2], size: Size, y: i32) -> Phases<'s> {
    let (mut names, mut bars, mut tips) = (Vec::new(), Vec::new(), Vec::new());
    // Where there is no place beside the bars, names stand over them.
    let (above, room) = if size == Size::Narrow { (NAME, plot[1]) } else { (0, plot[0] - 8.0) };
    let mut top = y;
    for (index, track) in impact.tracks.iter().enumerate() {
        let own = if track.name.is_empty() { 0 } else { above };
        top = y + own + (TRACK + own) * i32::try_from(index).unwrap_or(0);
        let height = Px::whole(top);
        if !track.name.is_empty() {
            names.push(Name { y: height - Px::whole(own), name: fit(&track.name, 12.0, room) });
        }
        bars.extend(row(impact, track, scale, height));
        let is_open = track.phases.last().map_or(impact.end.is_none(), |phase| phase.is_open);
        if is_open {
            let (level, end) = track.phases.last().map_or((Level::Down, impact.last), |phase| (phase.level, phase.to));
            tips.push((level, At(scale.px(end) - Px::tenths(2), height)));
        }
    }
    let foot = top + BAR;
    let flags = flags(impact, scale, plot, Px::whole(foot));
    let below = foot + if flags.is_empty() { 0 } else { 18 } + 14;
    Phases { y, names, bars, tips, flags, foot, below }
}

/// The bars of a track.
fn row<'s>(impact: &Impact<'_>, track: &'s Track, scale: Scale<'_>, y: Px) -> Vec<Bar<'s>> {
    let is_part = !track.name.is_empty();
    let bar = |level, from, to, labels: &[&'s str]| {
        let (x0, x1) = (scale.px(from), scale.px(to));
        let w = x1 - x0;
        let wide = |label: &str| if level > Level::Degraded { bold(label, 12.0) } else { width(label, 12.0) };
        let has_room = |label: &&str| !label.is_empty() && wide(label) + AROUND < w.get();
        let label = labels.iter().copied().find(has_room).unwrap_or_default();
        Bar { level, at: At(x0, y), w, label, middle: Px::of(w.get() / 2.0) }
    };
    let [first, last] = impact.start;
    let maybe = |from: i64, to: i64| (from < to).then(|| bar(Level::Maybe, from, to, &[]));
    let known = track.phases.iter().map(|phase| {
        let [full, short] = phase.labels.each_ref().map(String::as_str);
        let word = full.split_once(',').map_or(full, |(word, _)| word);
        bar(phase.level, phase.from, phase.to, &[full, short, word])
    });
    match impact.end {
        _ if is_part => known.collect(),
        Some([earliest, latest]) if earliest < last => {
            maybe(first, latest.max(last)).into_iter().chain(known).collect()
        }
        end => {
            let after = end.and_then(|[earliest, latest]| maybe(earliest, latest));
            maybe(first, last).into_iter().chain(known).chain(after).collect()
        }
    }
}

/// The milestones for whose names there is room.
fn flags<'s>(impact: &'s Impact<'_>, scale: Scale<'_>, plot: [f64; 2], foot: Px) -> Vec<Flag<'s>> {
    let mut flags = Vec::new();
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for flag in &impact.milestones {
        let wide = width(&flag.label, 11.0);
        let x = scale.x(flag.at);
        let sides = [(x, Px::whole(2)), (x - wide, Px::whole(-2))];
        let is_free = |(from, _): &(f64, Px)| {
            let is_apart = taken.iter().all(|(low, high)| *from >= high + 8.0 || from + wide <= low - 8.0);
            let is_cut = scale
                .0
                .iter()
                .any(|segment| segment.breaks() && *from < segment.x1 + BREAK && from + wide > segment.x1);
            is_apart && !is_cut && plot[0] <= *from && from + wide <= plot[1]
        };
        if let Some((from, side)) = sides.into_iter().find(is_free) {
            taken.push((from, from + wide));
            flags.push(Flag { id: flag.id, at: At(Px::of(x), foot), from: side, label: &flag.label });
        }
    }
    flags
}

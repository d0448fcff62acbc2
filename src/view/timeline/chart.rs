//! A chart as pages see it: a drawing whose tables hold where everything stands. The template says how each looks.

use super::curve::Curve;
use super::drawing::Drawing;
use super::labels::Mark;
use super::lanes::Laid;
use super::layout::{Layout, layouts};
use super::phases::Phases;
use super::px::{At, Px};
use super::rate::Rate;
use super::size::Size;
use super::slide::Slide;
use super::story::{Impact, Story};
use super::widths::width;
use super::{axis, marks, ticks};

/// A chart of one width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart(Drawing);

impl Chart {
    /// What is drawn.
    #[must_use]
    pub const fn drawing(&self) -> &Drawing {
        &self.0
    }

    /// A chart of nothing, whose tables are those of any other.
    #[must_use]
    pub fn blank() -> Self {
        let story = Story::default();
        layouts(&story)[0].chart(None)
    }
}

/// Up to how many strokes among many are links of their own.
const LINKED: usize = 200;

impl Layout<'_> {
    /// The chart, with the rows in which the impact begins and ends.
    pub(super) fn chart(&self, impact: Option<&Impact<'_>>) -> Chart {
        let marks = self.marks();
        let mut on = Drawing::with_room_for(marks.len() + 30);
        on.table("size", "class width height").words(self.size.as_str()).px(whole(self.width)).px(whole(self.height));
        self.reach(&mut on);
        axis::captions(&self.segments, &mut on);
        self.beside(&mut on);
        let mut cells = on.table("impact", "start end");
        if let Some(impact) = impact {
            cells.words(impact.rows[0]).words(impact.rows[1]);
        }
        Slide::draw(self.band.slide.as_ref(), &mut on);
        Phases::draw(self.band.phases.as_ref(), &mut on);
        Rate::draw(self.rate.as_ref(), &mut on);
        Curve::draw(self.curve.as_ref(), &mut on);
        on.table("ruler", "y").px(whole(self.ruler));
        let above = if self.captions { self.ruler - 26 } else { self.ruler };
        axis::draw(&self.segments, [above, self.height - self.ruler], &mut on);
        ticks::draw(&self.ticks, &mut on);
        self.lanes(&mut on);
        marks::draw(&marks, self.size != Size::Narrow, &mut on);
        self.foot(&mut on);
        Chart(on)
    }

    /// The marks in order.
    fn marks(&self) -> Vec<&Mark<'_>> {
        self.lanes.iter().flat_map(|laid| &laid.marks).collect()
    }

    /// What is certainly impaired, through all rows; or the bounds, where nothing is.
    fn reach(&self, on: &mut Drawing) {
        let y = self.band.foot + 2;
        let foot = if self.lanes.is_empty() { self.ruler } else { self.height - self.below() };
        let [y, h] = [whole(y), whole(foot - y)];
        let mut cells = on.table("certain", "x y w h");
        if let Some([from, to]) = self.band.certain.filter(|_| !self.band.has_lines()) {
            cells.px(from).px(y).px(to - from).px(h);
        }
        let mut cells = on.table("possible", "from to y h");
        if let Some([from, to]) = self.band.possible.filter(|_| self.band.has_lines()) {
            cells.px(from).px(to).px(y).px(h);
        }
    }

    /// The words left of the plot, and the lines through it.
    fn beside(&self, on: &mut Drawing) {
        let is_narrow = self.size == Size::Narrow;
        let (rate, curve) = (self.rate.as_ref(), self.curve.as_ref());
        let mut heads = on.table("heads", "y text");
        if !is_narrow {
            let impact = self.band.slide.as_ref().map(|slide| slide.y);
            let phases = self.band.phases.as_ref().filter(|phases| phases.names.is_empty()).map(|phases| phases.y);
            if let Some(y) = impact.or(phases) {
                heads.px(whole(y + 14)).words("Impact");
            }
            if let Some(rate) = rate {
                heads.px(whole(rate.y + 14)).words("Events");
            }
            if let Some(curve) = curve {
                heads.px(whole(curve.top + 8)).words(&curve.of.name);
            }
        }
        let mut notes = on.table("notes", "y text");
        if !is_narrow {
            if let Some(rate) = rate {
                let [per, most] = [format!("per {}", rate.each), format!("max {}", rate.max)];
                let line = format!("{per}, {most}");
                if width(&line, 11.0) <= self.plot[0] - 8.0 {
                    notes.px(whole(rate.y + 29)).words(&line);
                } else {
                    notes.px(whole(rate.y + 29)).words(&per).px(whole(rate.y + 43)).words(&most);
                }
            }
            for (line, y) in curve.iter().flat_map(|curve| curve.of.note.iter().zip((curve.top + 22..).step_by(14))) {
                notes.px(whole(y)).words(line);
            }
        }
        let mut ends = on.table("ends", "x y text");
        let x = Px::of(self.plot[0]) - whole(8);
        if let Some(curve) = curve {
            if curve.has_max {
                ends.px(x).px(whole(curve.top + 4)).words(&curve.of.max);
            }
            ends.px(x).px(whole(curve.bottom + 4)).words(&curve.of.min);
        }
        let mut lines = on.table("lines", "from to y");
        let heights = rate.map(|rate| rate.y + rate.h).into_iter().chain(curve.iter().flat_map(|c| [c.top, c.bottom]));
        for y in heights {
            lines.px(Px::of(self.plot[0])).px(Px::of(self.plot[1])).px(whole(y));
        }
    }

    /// The names of the lanes, strokes where there are too many events for marks, and what is outside.
    fn lanes(&self, on: &mut Drawing) {
        let named: Vec<&Laid<'_>> = self.lanes.iter().filter(|laid| !laid.lane.name.is_empty()).collect();
        let mut cells = on.table("lanes", "y width name second third note note_y");
        for Laid { lane, .. } in &named {
            cells.px(whole(lane.y)).px(whole(self.width)).words(&lane.name).words(&lane.second).words(&lane.third);
            cells.words(&lane.note).px(whole(lane.note_y));
        }
        let strokes = || self.lanes.iter().flat_map(|laid| &laid.strokes);
        let is_linked = strokes().count() <= LINKED;
        let mut cells = on.table("strokes", "at id");
        for stroke in strokes().filter(|_| is_linked) {
            cells.at(stroke.at).words(stroke.id);
        }
        let mut cells = on.table("crowd", "n");
        if !is_linked {
            cells.words("1");
        }
        let mut cells = on.table("bare_strokes", "at");
        for stroke in strokes().filter(|_| !is_linked) {
            cells.at(stroke.at);
        }
        let mut cells = on.table("stems", "at to");
        for laid in &self.lanes {
            let Some(stroke) = laid.strokes.first() else { continue };
            for mark in &laid.marks {
                cells.at(At(Px::of(mark.middle), stroke.at.1)).px(whole(mark.y));
            }
        }
    }

    /// What is outside a narrow chart, and the end.
    fn foot(&self, on: &mut Drawing) {
        let [before, after] = self.outside;
        let y = whole(self.height - 4);
        let mut cells = on.table("earlier", "x y n");
        if before > 0 {
            cells.px(Px::of(self.plot[0])).px(y).words(&before.to_string());
        }
        let mut cells = on.table("later", "x y n");
        if after > 0 {
            cells.px(Px::of(self.plot[1])).px(y).words(&after.to_string());
        }
        let mut cells = on.table("foot", "width y");
        if self.lanes.iter().any(|laid| !laid.lane.name.is_empty()) {
            cells.px(whole(self.width)).px(whole(self.height));
        }
        on.table("end", "n").words("1");
    }
}

/// So many pixels.
const fn whole(pixels: i32) -> Px {
    Px::whole(pixels)
}

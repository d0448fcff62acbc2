//! The marks as they are drawn, by shape: each a link to its row, with its label.

use super::back::Back;
use super::drawing::Drawing;
use super::labels::{Mark, Side};
use super::place::Kind;
use super::px::{At, Px};
use crate::view::drawing::Cells;
use crate::view::minutes::Tone;

/// Draws marks. All have the permalink of the row, the place, the look, the label, where that begins
/// from the place (ends, if it is left of it), and what it is called in full where the label does not say so.
pub(super) fn draw(marks: &[&Mark<'_>], has_titles: bool, on: &mut Drawing) {
    let of = |kinds: &'static [Kind]| {
        let marks = marks.iter().filter(|mark| kinds.contains(&mark.event.0.kind));
        marks.map(move |mark| (*mark, has_titles))
    };
    let tip = Px::whole(2);
    let mut cells = on.table("spans", "id at look label x title w");
    for mark in of(&[Kind::Range, Kind::Day, Kind::Unknown]) {
        cells.mark(mark).px(across(mark.0));
    }
    let mut cells = on.table("tied", "id at look label x title w");
    for mark in of(&[Kind::Tied]) {
        cells.mark(mark).px(across(mark.0));
    }
    inside(marks, on);
    let mut cells = on.table("abouts", "id at look label x title from to");
    for mark in of(&[Kind::About]) {
        let [from, to] = reach(mark.0);
        cells.mark(mark).px(from).px(to);
    }
    let mut cells = on.table("befores", "id at look label x title tip");
    for mark in of(&[Kind::Before, Kind::By, Kind::Earlier]) {
        cells.mark(mark).px(reach(mark.0)[0] + tip);
    }
    let mut cells = on.table("afters", "id at look label x title tip");
    for mark in of(&[Kind::After, Kind::From, Kind::Later]) {
        cells.mark(mark).px(reach(mark.0)[1] - tip);
    }
    let mut cells = on.table("dots", "id at look label x title");
    for mark in of(&[Kind::Exact]) {
        cells.mark(mark);
    }
    let mut cells = on.table("seconds", "id at x label");
    let is_beside = |mark: &&&Mark<'_>| matches!(mark.side, Side::Right | Side::Left) && !mark.second.is_empty();
    for mark in marks.iter().filter(is_beside) {
        cells.words(mark.event.0.id).at(At(place(mark), Px::whole(mark.y))).px(beside(mark)).words(&mark.second);
    }
    let mut cells = on.table("unders", "id at x label second");
    for mark in marks.iter().filter(|mark| mark.side == Side::Under) {
        cells.words(mark.event.0.id).at(At(place(mark), Px::whole(mark.y))).px(beside(mark));
        cells.words(&mark.label).words(&mark.second);
    }
}

/// The labels inside boxes, each on a clear ground.
fn inside(marks: &[&Mark<'_>], on: &mut Drawing) {
    let mut cells = on.table("inside", "id at back w x label second");
    for mark in marks.iter().filter(|mark| mark.side == Side::Inside) {
        let back = Back::behind(mark.words);
        cells.words(mark.event.0.id).at(At(place(mark), Px::whole(mark.y))).px(back.x - place(mark)).px(back.w);
        cells.px(beside(mark)).words(&mark.label).words(&mark.second);
    }
}

impl Cells<'_> {
    /// Adds what every mark has.
    fn mark(&mut self, (mark, has_titles): (&Mark<'_>, bool)) -> &mut Self {
        let event = mark.event.0;
        let is_told =
            !has_titles || mark.label == event.label.text || !mark.second.is_empty() && !mark.second.ends_with('…');
        let label: &str = if matches!(mark.side, Side::Inside | Side::Under) { "" } else { &mark.label };
        let title: &str = if is_told { "" } else { &event.label.text };
        let place = At(place(mark), Px::whole(mark.y));
        self.words(event.id).at(place).words(look(event.kind, event.tone)).words(label).px(beside(mark)).words(title)
    }
}

/// Where a mark is held: by its middle; a box by its left side.
fn place(mark: &Mark<'_>) -> Px {
    Px::of(if mark.event.0.kind.is_box() { mark.x[0] } else { mark.middle })
}

/// Where its label is, from there.
fn beside(mark: &Mark<'_>) -> Px {
    match mark.side {
        Side::Right => Px::of(mark.words[0]) - place(mark),
        Side::Left => Px::of(mark.words[1]) - place(mark),
        Side::Inside => Px::of(mark.middle) - place(mark),
        Side::Under => Px::of(f64::midpoint(mark.words[0], mark.words[1])) - place(mark),
        Side::Nowhere => Px::default(),
    }
}

/// From where to where it reaches, from there.
fn reach(mark: &Mark<'_>) -> [Px; 2] {
    mark.x.map(|x| Px::of(x) - place(mark))
}

/// How wide a box is.
fn across(mark: &Mark<'_>) -> Px {
    reach(mark)[1]
}

/// The words for what a mark means.
const fn look(kind: Kind, tone: Tone) -> &'static str {
    match (tone, kind.is_unknown()) {
        (Tone::Plain, false) => "",
        (Tone::Hit, false) => "hit",
        (Tone::Good, false) => "good",
        (Tone::Plain, true) => "unknown",
        (Tone::Hit, true) => "hit unknown",
        (Tone::Good, true) => "good unknown",
    }
}

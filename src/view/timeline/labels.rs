//! Where the marks of a lane and their labels stand, so that none touches another, a break, or a bound of the impact.

use super::place::Kind;
use super::rows::{Rows, Way};
use super::scale::Scale;
use super::segments::{BREAK, Segment};
use super::story::Event;
use std::borrow::Cow;

/// The least room between two things in a row.
pub(super) const GAP: f64 = 10.0;
/// From a mark to its label.
const NEAR: f64 = 6.0;
/// How far an arrow reaches past its mark.
const ARROW: f64 = 32.0;
/// How far at least, where the chart ends.
const LEAST: f64 = 14.0;
/// From a break, a bound of the impact or the end of the chart to a label.
pub(super) const CLEAR: f64 = 4.0;
/// The widest label: a line of about sixty letters.
pub(super) const LONGEST: f64 = 420.0;
/// How wide a label is at least where it is cut.
pub(super) const SHORT: f64 = 92.0;
/// How wide at least where it would otherwise cross a bound of the impact.
pub(super) const NARROW: f64 = 64.0;
/// From the edge of a box to a label in it, and how wide one is at least that is cut for it.
pub(super) const IN_BOX: f64 = 9.0;
const LEAST_IN_BOX: f64 = 42.0;
/// For so many marks room is made at once.
const MANY: usize = 64;
/// Rows that are filled before more are begun.
const FEW: usize = 4;

/// An event on the chart: where it stands, and its label.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark<'s> {
    /// The event.
    pub(super) event: Spot<'s>,
    /// From where to where the mark reaches.
    pub(super) x: [f64; 2],
    /// Its middle.
    pub(super) middle: f64,
    /// Its row in the lane, from the top.
    pub(super) row: usize,
    /// Its height on the chart, once the lane has one.
    pub(super) y: i32,
    /// How many rows it takes with its label: two where that has two lines, one more where that is under it.
    pub(super) lines: usize,
    /// Its label; may be empty.
    pub(super) label: Cow<'s, str>,
    /// The second line of a label that one line is too short for, in the row below; may be empty.
    pub(super) second: Cow<'s, str>,
    /// Where the label stands.
    pub(super) side: Side,
    /// From where to where it reaches.
    pub(super) words: [f64; 2],
}

/// An event, told from others by its permalink.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'s>(pub(super) &'s Event<'s>);

impl PartialEq for Spot<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Right of the mark.
    Right,
    /// Left of it.
    Left,
    /// Inside.
    Inside,
    /// In the row below, or in the two below.
    Under,
    /// There is none.
    Nowhere,
}

/// A lane's marks and labels, in rows.
#[derive(Clone, Debug)]
pub(super) struct Placed<'s> {
    /// The marks in the order of time.
    pub(super) marks: Vec<Mark<'s>>,
    /// How many rows are used, at least one.
    pub(super) rows: usize,
    /// How many found no room.
    pub(super) more: usize,
}

/// Where things may stand.
#[derive(Clone, Debug)]
pub(super) struct Room<'w> {
    /// The windows.
    pub(super) segments: &'w [Segment],
    /// Where labels may begin.
    pub(super) left: f64,
    /// Where the chart ends.
    pub(super) right: f64,
    /// Lines from the top of the chart to its foot.
    pub(super) lines: Vec<f64>,
    /// How many rows there may be.
    pub(super) rows: usize,
    /// The least room between two things in a row.
    pub(super) gap: f64,
    /// Whether stems come down to the marks from above.
    pub(super) has_stems: bool,
}

impl Room<'_> {
    /// First fit, in the order of time; then each label is made as long as there is room.
    pub(super) fn place<'s>(&self, events: impl Iterator<Item = &'s Event<'s>>, is_labelled: bool) -> Placed<'s> {
        let many = events.size_hint().1.unwrap_or_default().min(MANY);
        let mut taken = Rows::with_room_for(many, self.has_stems, self.gap);
        let mut placed = Placed { marks: Vec::with_capacity(many), rows: 1, more: 0 };
        for event in events {
            let (x, middle) = self.extent(event);
            let Some((found, row)) = self.find(event, x, middle, is_labelled, &taken) else {
                placed.more += 1;
                continue;
            };
            taken.put(found, middle, row);
            let (side, words, lines) = (found.side, found.words, found.lines);
            let (label, second) = (Cow::default(), Cow::default());
            placed.marks.push(Mark { event: Spot(event), x, middle, row, y: 0, lines, label, second, side, words });
        }
        for mark in &mut placed.marks {
            self.word(mark, &mut taken);
            placed.rows = placed.rows.max(mark.row + mark.lines);
        }
        placed
    }

    /// The first way to draw an event for which there is room, and its row. Few rows are tried for all labels before more
    /// rows are, and each way in all rows, from the top, before the next.
    fn find(
        &self,
        event: &Event<'_>,
        x: [f64; 2],
        middle: f64,
        is_labelled: bool,
        rows: &Rows,
    ) -> Option<(Way, usize)> {
        let open = |way: Way| (way, rows.open(way, middle));
        let ways = |wide: f64, lines: usize, may_cross: bool| {
            self.ways(event, x, middle, wide, may_cross).map(|way| way.map(|way| open(Way { lines, ..way })))
        };
        // A label of two lines needs a row below its own.
        let first = |ways: [Option<(Way, u32)>; 2], most: usize| {
            ways.into_iter().flatten().find_map(|(way, free)| {
                let row = free.trailing_zeros() as usize;
                (row + way.lines <= most).then_some((way, row))
            })
        };
        let few = FEW.min(self.rows);
        let bare = Way { side: Side::Nowhere, words: [middle; 2], from: x[0], to: x[1], lines: 1 };
        if !is_labelled || event.label.text.is_empty() {
            return first([Some(open(bare)), None], self.rows);
        }
        let one = ways(event.label.width.min(LONGEST), 1, false);
        if let Some(found) = first(one, few) {
            return Some(found);
        }
        let two = event.label.halves.map_or([None; 2], |(_, wide)| ways(wide, 2, false));
        let short = event.label.width.min(SHORT);
        let narrow = event.label.width.min(NARROW);
        first(two, few)
            .or_else(|| first(one, self.rows))
            .or_else(|| first(two, self.rows))
            .or_else(|| first(ways(short, 1, false), self.rows))
            .or_else(|| first(ways(narrow, 1, false), self.rows))
            .or_else(|| first(ways(short, 1, true), self.rows))
            .or_else(|| first([in_box(event, x).map(open), None], self.rows))
            .or_else(|| first(self.under(event, x, middle).map(|way| way.map(open)), self.rows))
            .or_else(|| first([Some(open(bare)), None], self.rows))
    }

    /// From where to where a mark reaches, and its middle.
    fn extent(&self, event: &Event<'_>) -> ([f64; 2], f64) {
        let scale = Scale(self.segments);
        let x = scale.x(event.point);
        match event.kind {
            Kind::Range | Kind::Day | Kind::Tied | Kind::Unknown => {
                let from = scale.x(event.low);
                let to = scale.x(event.high).max(from + 8.0);
                ([from, to], f64::midpoint(from, to))
            }
            // What is possible may reach into a window of another scale: each side is where it is.
            Kind::About => ([scale.x(event.low).min(x - 7.0), scale.x(event.high).max(x + 7.0)], x),
            Kind::After | Kind::From | Kind::Later => ([x - 6.0, (x + ARROW).min(self.right).max(x + LEAST)], x),
            // An arrow does not run into the name of the lane.
            Kind::Before | Kind::By | Kind::Earlier => ([(x - ARROW).max(self.left - 8.0).min(x - LEAST), x + 6.0], x),
            Kind::Exact => ([x - 6.0, x + 6.0], x),
        }
    }

    /// Ways to draw an event with a label of a width: inside a box that is wide enough, else right of it, else left.
    fn ways(&self, event: &Event<'_>, x: [f64; 2], middle: f64, wide: f64, may_cross: bool) -> [Option<Way>; 2] {
        let [x0, x1] = x;
        if event.kind.is_box() && wide + 2.0 * IN_BOX < x1 - x0 {
            let words = [middle - wide / 2.0, middle + wide / 2.0];
            return [Some(Way { side: Side::Inside, words, from: x0, to: x1, lines: 1 }), None];
        }
        let (right, left) = ([x1 + NEAR, x1 + NEAR + wide], [x0 - NEAR - wide, x0 - NEAR]);
        let is_free = |[from, to]: [f64; 2]| {
            from >= self.left && to <= self.right && !self.is_cut(from, to) && (may_cross || !self.is_crossed(from, to))
        };
        [
            is_free(right).then_some(Way { side: Side::Right, words: right, from: x0, to: right[1], lines: 1 }),
            is_free(left).then_some(Way { side: Side::Left, words: left, from: left[0], to: x1, lines: 1 }),
        ]
    }

    /// A label in two rows below if one is too short for it, or in one, as near to the middle of its mark as a break or
    /// a line lets it come.
    fn under(&self, event: &Event<'_>, [from, to]: [f64; 2], middle: f64) -> [Option<Way>; 2] {
        let lines = self.lines.iter().map(|line| (*line, *line));
        let (before, after): (Vec<_>, Vec<_>) = self.breaks().chain(lines).partition(|(low, _)| *low <= middle);
        let low = before.iter().map(|(_, high)| high + CLEAR).fold(self.left, f64::max);
        let high = after.iter().map(|(low, _)| low - CLEAR).fold(self.right, f64::min);
        let wide = event.label.width.min(LONGEST).min(high - low);
        let begin = (middle - wide / 2.0).min(high - wide).max(low);
        let way = |lines| Way { side: Side::Under, words: [begin, begin + wide], from, to, lines };
        let is_long = wide < event.label.width;
        let is_wide = wide >= event.label.width.min(NARROW);
        [(is_wide && is_long).then(|| way(3)), is_wide.then(|| way(2))]
    }

    /// Where time is left out.
    pub(super) fn breaks(&self) -> impl Iterator<Item = (f64, f64)> {
        self.segments.iter().filter(|segment| segment.breaks()).map(|segment| (segment.x1, segment.x1 + BREAK))
    }

    /// Whether a break lies between.
    fn is_cut(&self, from: f64, to: f64) -> bool {
        self.breaks().any(|(low, high)| from < high + CLEAR && to > low - CLEAR)
    }

    /// Whether a line runs between.
    fn is_crossed(&self, from: f64, to: f64) -> bool {
        self.lines.iter().any(|line| from < line + CLEAR && to > line - CLEAR)
    }
}

/// A label cut to what a box can hold.
fn in_box(event: &Event<'_>, [from, to]: [f64; 2]) -> Option<Way> {
    let words = [from + IN_BOX, to - IN_BOX];
    let is_wide = event.kind.is_box() && words[1] - words[0] >= LEAST_IN_BOX;
    is_wide.then_some(Way { side: Side::Inside, words, from, to, lines: 1 })
}

#[cfg(test)]
mod tests {
    use super::{GAP, Room, Side};
    use crate::view::minutes::Tone;
    use crate::view::timeline::grain::Grain;
    use crate::view::timeline::place::Kind;
    use crate::view::timeline::segments::{Segment, Then};
    use crate::view::timeline::story::{Event, Label};

    #[test]
    fn a_label_with_no_room_beside_its_mark_stands_under_it() {
        let window = |hours: (i64, i64), x| Segment::only((hours.0 * 60, hours.1 * 60), chrono_tz::UTC, x);
        let cut = |x| Some(Then::Break { x, text: "9 h".to_owned() });
        let segments = [
            Segment { then: cut(312.0), ..window((0, 1), [150.0, 300.0]) },
            Segment { then: cut(436.0), ..window((10, 11), [324.0, 424.0]) },
            window((20, 21), [448.0, 800.0]),
        ];
        let (left, right, lines) = (150.0, 800.0, vec![330.0]);
        let room = Room { segments: &segments, left, right, lines, rows: 4, gap: GAP, has_stems: false };
        let placed = |minute: i64, words: &str| {
            let event = Event {
                id: "t",
                lane: 0,
                kind: Kind::Exact,
                low: minute,
                high: minute,
                point: minute,
                grain: Grain::Minute,
                label: Label::of(words.to_owned().into()),
                tone: Tone::Plain,
                is_key: false,
            };
            let mut placed = room.place(std::iter::once(&event), true);
            let mark = placed.marks.remove(0);
            (mark.side, mark.label.into_owned(), mark.second.into_owned(), mark.words.map(f64::round))
        };
        let told = |label: &str, second: &str, words| (Side::Under, label.to_owned(), second.to_owned(), words);
        assert_eq!(placed(630, "The account of it"), told("The account", "of it", [334.0, 420.0]));
        assert_eq!(placed(630, "Unbreakably"), told("Unbreakably", "", [336.0, 412.0]));
    }
}

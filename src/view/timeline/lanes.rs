//! The lanes: one an actor, in the order of their first events; those beyond the seventh share one.

use super::labels::{GAP, Mark, Placed, Room};
use super::px::{At, Px};
use super::scale::Scale;
use super::segments::Segment;
use super::story::{Event, Story, Whose};
use super::widths::{bold, fit_bold};
use std::borrow::Cow;
use std::cmp::Reverse;

/// The most lanes.
const MOST: usize = 7;
/// The height of a row of marks.
const ROW: usize = 21;
/// The most rows of a lane, and of one with too many events for marks.
const ROWS: usize = 12;
const ROWS_OF_DENSE: usize = 3;
/// The most rows of a narrow chart's marks.
const ROWS_OF_NARROW: usize = 6;
const ROW_OF_NARROW: usize = 17;
/// From the top of a lane to its first line of text, and from line to line.
const LINE: usize = 14;
/// The size of the letters of a name.
const SIZE: f64 = 12.0;
/// From the top of a lane to its strokes among many.
const STROKE: i32 = 8;

/// The events of one actor.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lane<'s> {
    /// Its top.
    pub(super) y: i32,
    /// Its name; empty where the lane is all there is.
    pub(super) name: Cow<'s, str>,
    /// The second and the third line of a long name.
    pub(super) second: Cow<'s, str>,
    pub(super) third: Cow<'s, str>,
    /// A line under the name: how many events it has, how many are not drawn.
    pub(super) note: String,
    /// From the top of the lane down to that line.
    pub(super) note_y: i32,
    /// How many events it has.
    pub(super) count: usize,
    /// How many found no room.
    pub(super) more: usize,
    /// Its height.
    pub(super) h: i32,
}

/// An event among many.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stroke<'s> {
    /// Its top.
    pub(super) at: At,
    /// The permalink of the row of the first event there.
    pub(super) id: &'s str,
}

/// A lane with its marks, each at a height.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Laid<'s> {
    /// The lane.
    pub(super) lane: Lane<'s>,
    /// Its marks.
    pub(super) marks: Vec<Mark<'s>>,
    /// A stroke for each event that can be told apart, where there are too many for marks.
    pub(super) strokes: Vec<Stroke<'s>>,
}

/// Where lanes may stand.
#[derive(Clone, Debug)]
pub(super) struct Ground<'w> {
    /// The windows.
    pub(super) segments: &'w [Segment],
    /// From where to where time is drawn.
    pub(super) plot: [f64; 2],
    /// Where the chart ends.
    pub(super) right: f64,
    /// The bounds of the impact, where lines are drawn through all lanes.
    pub(super) lines: Vec<f64>,
    /// Whether there are too many events for marks.
    pub(super) is_dense: bool,
}

impl Ground<'_> {
    /// The lanes from a height down, and where they end.
    pub(super) fn lanes<'s>(&self, actors: &[Actor<'s>], top: i32) -> (Vec<Laid<'s>>, i32) {
        let rows = if self.is_dense { ROWS_OF_DENSE } else { ROWS };
        let (left, right) = (self.plot[0], self.right);
        let (lines, has_stems) = (self.lines.clone(), self.is_dense);
        let room = Room { segments: self.segments, left, right, lines, rows, gap: GAP, has_stems };
        let mut y = top;
        let mut laid_out = Vec::with_capacity(actors.len());
        for Actor { name, events } in actors {
            let placed = if self.is_dense {
                // From the last to the first: so labels stand under those of later events, whose stems they do not meet.
                let mut placed = room.place(events.iter().rev().copied().filter(|event| event.is_key), true);
                placed.marks.reverse();
                placed
            } else {
                room.place(events.iter().copied(), true)
            };
            let laid = self.lay(name.clone(), events, placed, y);
            y += laid.lane.h;
            laid_out.push(laid);
        }
        (laid_out, y)
    }

    fn lay<'s>(&self, name: Cow<'s, str>, events: &[&'s Event<'s>], mut placed: Placed<'s>, y: i32) -> Laid<'s> {
        let [name, second, third] = lines(name, self.plot[0] - 8.0);
        let note = match (self.is_dense, events.len(), placed.more) {
            (true, 1, _) => "1 event".to_owned(),
            (true, number, _) => format!("{number} events"),
            (false, _, 0) => String::new(),
            (false, _, more) => format!("+{more} in the list"),
        };
        let own = 1 + usize::from(!second.is_empty()) + usize::from(!third.is_empty());
        let text = 7 + LINE * (own + usize::from(!note.is_empty())) + 13;
        let code = if self.is_dense { 24 } else { 0 };
        let rows = if placed.marks.is_empty() { 0 } else { placed.rows };
        let marks = if self.is_dense { (code + rows * ROW + 10).max(44) } else { rows.max(1) * ROW + 13 };
        let h = pixels(marks.max(text));
        for mark in &mut placed.marks {
            mark.y = y + pixels(code + mark.row * ROW + 17);
        }
        Laid {
            marks: placed.marks,
            strokes: if self.is_dense { strokes(events, Scale(self.segments), y + STROKE) } else { Vec::new() },
            lane: Lane {
                y,
                name,
                second,
                third,
                note,
                note_y: pixels(21 + LINE * own + 1),
                count: events.len(),
                more: placed.more,
                h,
            },
        }
    }

    /// Every mark of the windows once, without labels, for a narrow chart; `None` if there are too many for that.
    pub(super) fn only<'s>(&self, story: &'s Story<'s>) -> Option<Laid<'s>> {
        let (first, last) = self.segments.first().zip(self.segments.last())?;
        let inside = story.events.iter().filter(|event| first.lo <= event.point && event.point <= last.hi);
        let (left, right, lines) = (self.plot[0], self.right, Vec::new());
        let room =
            Room { segments: self.segments, left, right, lines, rows: ROWS_OF_NARROW, gap: 2.0, has_stems: false };
        let mut placed = room.place(inside, false);
        if placed.more > 0 {
            return None;
        }
        let h = if placed.marks.is_empty() { 0 } else { pixels(placed.rows * ROW_OF_NARROW + 8) };
        let lane = Lane { count: placed.marks.len(), h, ..Lane::default() };
        for mark in &mut placed.marks {
            mark.y = 12 + pixels(mark.row * ROW_OF_NARROW);
        }
        Some(Laid { lane, marks: placed.marks, strokes: Vec::new() })
    }
}

impl Laid<'_> {
    /// The same so much lower.
    pub(super) fn lower(mut self, by: i32) -> Self {
        self.lane.y += by;
        for mark in &mut self.marks {
            mark.y += by;
        }
        self
    }
}

/// A name in up to three lines of so much room; what is left over is cut.
fn lines(name: Cow<'_, str>, room: f64) -> [Cow<'_, str>; 3] {
    let fits = |line: &str| bold(line, SIZE) <= room;
    let cut = |line: &str| Cow::Owned(fit_bold(line, SIZE, room));
    if fits(&name) {
        return [name, Cow::default(), Cow::default()];
    }
    let Cow::Borrowed(name) = name else { return [cut(&name), Cow::default(), Cow::default()] };
    let mut lines = [const { Cow::Borrowed("") }; 3];
    let mut rest = name;
    for (index, line) in lines.iter_mut().enumerate() {
        let breaks = rest.match_indices(' ').map(|(at, _)| rest.split_at(at));
        let first = breaks.take_while(|(first, _)| fits(first)).last().filter(|_| index < 2);
        match first {
            _ if fits(rest) => (*line, rest) = (rest.into(), ""),
            Some((first, more)) => (*line, rest) = (first.into(), more.trim_start()),
            None => (*line, rest) = (cut(rest), ""),
        }
    }
    lines
}

/// A number of pixels that is small.
fn pixels(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The places of strokes, of which those that would hide each other are one.
fn strokes<'s>(events: &[&'s Event<'s>], scale: Scale<'_>, top: i32) -> Vec<Stroke<'s>> {
    let mut strokes: Vec<Stroke<'s>> = Vec::new();
    for event in events {
        let x = scale.px(event.point);
        if strokes.last().is_none_or(|last| x - last.at.0 >= Px::whole(1)) {
            strokes.push(Stroke { at: At(x, Px::whole(top)), id: event.id });
        }
    }
    strokes
}

/// A lane to be.
#[derive(Clone, Debug)]
pub(super) struct Actor<'s> {
    name: Cow<'s, str>,
    /// In the order of time.
    events: Vec<&'s Event<'s>>,
}

/// The lanes to be: those of actors first, then what nobody is named for.
pub(super) fn by_actor<'s>(story: &'s Story<'s>) -> Vec<Actor<'s>> {
    let mut lanes: Vec<(usize, Vec<&Event<'_>>)> = Vec::new();
    let mut place: Vec<Option<usize>> = vec![None; story.lanes.len()];
    for event in &story.events {
        let index = *place[event.lane].get_or_insert(lanes.len());
        if index == lanes.len() {
            lanes.push((event.lane, Vec::with_capacity(8)));
        }
        lanes[index].1.push(event);
    }
    let of = |lane: &(usize, Vec<&Event<'_>>)| story.lanes[lane.0].of;
    lanes.sort_by_key(of);
    let name = |lane: usize| Cow::Borrowed(story.lanes[lane].name);
    if lanes.len() <= MOST {
        return lanes.into_iter().map(|(lane, events)| Actor { name: name(lane), events }).collect();
    }
    // Those who are no actor keep their lanes; of the actors as many as there is room for keep theirs, by their events.
    let actors = lanes.iter().filter(|lane| of(lane) == Whose::Actor).count();
    let kept = MOST - 1 - (lanes.len() - actors);
    let mut by_size: Vec<usize> = (0..actors).collect();
    by_size.sort_by_key(|index| Reverse(lanes[*index].1.len()));
    by_size.truncate(kept);
    let mut others = Vec::new();
    let mut named = Vec::with_capacity(MOST);
    for (index, (lane, events)) in lanes.into_iter().enumerate() {
        match index {
            _ if by_size.contains(&index) => named.push(Actor { name: name(lane), events }),
            _ if index < actors => others.extend(events),
            _ => named.push(Actor { name: name(lane), events }),
        }
    }
    others.sort_by_key(|event: &&Event<'_>| event.point);
    let name = Cow::Owned(format!("{} others", actors - by_size.len()));
    named.insert(by_size.len(), Actor { name, events: others });
    named
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::view::timeline::widths::bold;

    #[test]
    fn a_long_name_has_up_to_three_lines() {
        for (name, told) in [
            ("On call", ["On call", "", ""]),
            ("Automated database failover", ["Automated", "database failover", ""]),
            ("Contractor, trust and safety", ["Contractor, trust", "and safety", ""]),
            ("Those who look after the databases", ["Those who look", "after the databases", ""]),
            ("Those who look after all the databases", ["Those who look", "after all the", "databases"]),
            (
                "Those who look after all the databases of the region",
                ["Those who look", "after all the", "databases of the…"],
            ),
            ("Donaudampfschifffahrtsgesellschaft", ["Donaudampfschiff…", "", ""]),
            ("", ["", "", ""]),
        ] {
            let lines = lines(name.into(), 142.0);
            assert_eq!(lines, told);
            assert!(lines.iter().all(|line| bold(line, 12.0) <= 142.0), "{name}");
        }
    }
}

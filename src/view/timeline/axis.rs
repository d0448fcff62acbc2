//! The axis as it is drawn: windows with their days, strokes for minutes, and the time that is left out between.

use super::clock::iso;
use super::drawing::Drawing;
use super::px::Px;
use super::scale::Scale;
use super::segments::{Segment, Then};
use super::ticks::has_minutes;

/// Half of a stroke.
const HALF: Px = Px::tenths(5);

/// Draws the axis, which stands so far under the captions and over the foot.
pub(super) fn draw(segments: &[Segment], [above, below]: [i32; 2], on: &mut Drawing) {
    let mut cells = on.table("windows", "x end");
    for segment in segments {
        cells.px(Px::of(segment.x0)).px(Px::of(segment.x1));
    }
    let mut cells = on.table("minutes", "from to between");
    for segment in segments.iter().filter(|segment| has_minutes(segment)) {
        let scale = Scale(segments);
        // Many are in a row, so a tenth is not enough.
        let between = format!("{:.3}", segment.density() - 1.0);
        cells.px(scale.px(segment.lo) - HALF).px(scale.px(segment.hi) + HALF).words(&between);
    }
    let mut cells = on.table("gaps", "x text above below");
    for segment in segments {
        if let Some(Then::Break { x, text }) = &segment.then {
            cells.px(Px::of(*x)).words(text).px(Px::whole(-above)).px(Px::whole(below));
        }
    }
}

/// Draws the days over the windows.
pub(super) fn captions(segments: &[Segment], on: &mut Drawing) {
    let mut cells = on.table("days", "x end text noon");
    // Where there are no days to tell, the windows need no brackets either.
    if segments.len() > 1 || segments.iter().any(|segment| !segment.caption.text.is_empty()) {
        for Segment { x0, x1, caption, .. } in segments {
            let noon = if caption.is_day { iso(caption.mid) } else { String::new() };
            cells.px(Px::of(*x0)).px(Px::of(*x1)).words(&caption.text).words(&noon);
        }
    }
}

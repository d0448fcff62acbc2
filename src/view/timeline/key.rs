//! The key: what each mark means, and on which of the three charts it stands. Only marks in use are in it.

use super::drawing::Drawing;
use super::layout::{Layout, layouts};
use super::place::Kind;
use super::segments::Segment;
use super::story::{Level, Story};

/// The key to three charts: a table for each mark, of what it means and which charts it is missing from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(Drawing);

impl Key {
    /// What is drawn: a table for each mark.
    #[must_use]
    pub const fn drawing(&self) -> &Drawing {
        &self.0
    }

    /// A key to nothing, whose tables are those of any other.
    #[must_use]
    pub fn blank() -> Self {
        key(&layouts(&Story::default())).0
    }
}

/// What is used of a chart.
struct Used<'l, 's> {
    of: &'l Layout<'s>,
    /// The kinds of its marks, a bit each.
    kinds: u32,
}

/// A mark, one thing that it may mean, and whether it does so on a chart.
type Meaning = (&'static str, &'static str, fn(&Used<'_, '_>) -> bool);

const MEANINGS: [Meaning; 19] = [
    ("slide", "length known, minute not: each level slice is one possible outage", |on| on.of.band.slide.is_some()),
    ("down", "impact", |on| on.has_unnamed(Level::Down)),
    ("partial", "partly down", |on| on.has_unnamed(Level::Partial)),
    ("degraded", "degraded", |on| on.has_unnamed(Level::Degraded)),
    ("maybe", "impact possible, not certain", |on| on.has_unnamed(Level::Maybe)),
    ("doubt", "value not certain", |on| on.of.curve.as_ref().is_some_and(|curve| !curve.doubts.is_empty())),
    ("exact", "time on record", |on| on.has(Kind::Exact)),
    ("about", "about this time", |on| on.has(Kind::About)),
    ("span", "some time inside this span", |on| on.has(Kind::Range) || on.has(Kind::Day)),
    ("tied", "a known time after another that is not exact", |on| on.has(Kind::Tied)),
    ("before", "before this time", |on| on.has(Kind::Before) && !on.has(Kind::By)),
    ("before", "before or by this time", |on| on.has(Kind::Before) && on.has(Kind::By)),
    ("before", "by this time", |on| on.has(Kind::By) && !on.has(Kind::Before)),
    ("after", "after this time", |on| on.has(Kind::After) && !on.has(Kind::From)),
    ("after", "after or from this time on", |on| on.has(Kind::After) && on.has(Kind::From)),
    ("after", "from this time on", |on| on.has(Kind::From) && !on.has(Kind::After)),
    ("unknown", "not known: placed by its neighbours", |on| {
        on.has(Kind::Unknown) || on.has(Kind::Earlier) || on.has(Kind::Later)
    }),
    ("code", "one event each", |on| on.of.lanes.iter().any(|laid| !laid.strokes.is_empty())),
    ("gap", "time left out", |on| on.of.segments.iter().any(Segment::breaks)),
];

/// The key to three charts, and whether there is something in it.
pub(super) fn key(charts: &[Layout<'_>; 3]) -> (Key, bool) {
    let used = charts.each_ref().map(Used::of);
    let mut drawing = Drawing::with_room_for(2 * MEANINGS.len());
    let mut is_empty = true;
    let missing = |on: [bool; 3]| {
        let classes = charts.iter().zip(on).filter(|(_, is_used)| !is_used);
        classes.map(|(chart, _)| format!("no-{}", chart.size.as_str())).collect::<Vec<_>>().join(" ")
    };
    for meanings in MEANINGS.chunk_by(|a, b| a.0 == b.0) {
        let mut cells = drawing.table(meanings[0].0, "text missing");
        for (_, text, is_used) in meanings {
            let on = used.each_ref().map(is_used);
            if on.contains(&true) {
                cells.words(text).words(&missing(on));
                is_empty = false;
            }
        }
    }
    // What a bar of the rate stands for is said beside it where there is a place for names.
    let mut cells = drawing.table("bar", "text missing");
    if let Some(rate) = &charts[2].rate {
        cells.words(&format!("number of events per {}", rate.each)).words(&missing([false, false, true]));
        is_empty = false;
    }
    (Key(drawing), !is_empty)
}

impl<'l, 's> Used<'l, 's> {
    fn of(layout: &'l Layout<'s>) -> Self {
        let marks = layout.lanes.iter().flat_map(|laid| &laid.marks);
        let kinds = marks.fold(0, |kinds, mark| kinds | 1 << mark.event.0.kind as u32);
        Self { of: layout, kinds }
    }

    /// Whether there is a mark of a kind.
    const fn has(&self, kind: Kind) -> bool {
        self.kinds >> kind as u32 & 1 == 1
    }

    /// Whether there is a bar of a level that does not say what it is.
    fn has_unnamed(&self, level: Level) -> bool {
        self.of.band.phases.as_ref().is_some_and(|phases| phases.has_unnamed(level))
    }
}

//! From minutes to pixels.

use super::px::Px;
use super::segments::Segment;

/// The places of minutes on a chart. It never runs backwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale<'s>(pub(super) &'s [Segment]);

impl Scale<'_> {
    /// The place of a minute; inside a break it is the edge.
    pub(super) fn x(self, minute: i64) -> f64 {
        let segment = self.0.iter().find(|segment| minute <= segment.hi).or(self.0.last());
        let Some(segment) = segment else { return 0.0 };
        let into = float(minute.clamp(segment.lo, segment.hi) - segment.lo) / float(segment.hi - segment.lo);
        segment.x0 + into * (segment.x1 - segment.x0)
    }

    /// The place to a tenth.
    pub(super) fn px(self, minute: i64) -> Px {
        Px::of(self.x(minute))
    }
}

/// A number of minutes or of events, for computing.
#[allow(clippy::cast_precision_loss, reason = "minutes of centuries and counts of entries are below 2^52")]
pub(super) const fn float(number: i64) -> f64 {
    number as f64
}

/// How many there are, for computing.
#[allow(clippy::cast_precision_loss, reason = "counts of entries are below 2^52")]
pub(super) const fn count(number: usize) -> f64 {
    number as f64
}

//! The clear ground behind words that stand on hatch.

use super::px::Px;

/// A ground behind words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Back {
    /// Where it begins.
    pub(super) x: Px,
    /// How wide it is.
    pub(super) w: Px,
}

impl Back {
    /// A ground for words that reach so far, with some room around them.
    pub(super) fn behind([from, to]: [f64; 2]) -> Self {
        let x = Px::of(from - 4.0);
        Self { x, w: Px::of(to + 4.0) - x }
    }
}

//! How numbers and places stand in a drawing.

use super::px::{At, Px};
use crate::view::drawing::Cells;

pub(super) use crate::view::drawing::Drawing;

impl Cells<'_> {
    /// Adds a number.
    pub(super) fn px(&mut self, number: Px) -> &mut Self {
        self.figures(|text| number.push(text))
    }

    /// Adds a place.
    pub(super) fn at(&mut self, place: At) -> &mut Self {
        self.places(&[place])
    }

    /// Adds places, as one cell.
    pub(super) fn places(&mut self, places: &[At]) -> &mut Self {
        self.figures(|text| {
            for (index, At(x, y)) in places.iter().enumerate() {
                if index > 0 {
                    text.push(b' ');
                }
                x.push(text);
                text.push(b' ');
                y.push(text);
            }
        })
    }
}

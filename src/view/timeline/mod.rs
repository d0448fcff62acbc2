//! The timeline chart: one figure in which the minute, the actors, the impact and the doubt share one axis.
//!
//! A story holds what is to be drawn, in whole minutes; it is laid out, in pixels to a tenth, and the template draws it.
//! Nothing here knows how a mark looks, and nothing reads a clock or a font: the same record gives the same numbers
//! everywhere. Text is never scaled, so each of three widths is laid out on its own.

mod axis;
mod back;
mod captions;
mod chart;
mod clock;
mod curve;
mod cut;
mod drawing;
mod figure;
mod grain;
mod impact;
mod key;
mod labels;
mod lanes;
mod layout;
mod marks;
mod phases;
mod place;
mod px;
mod rate;
mod record;
mod rows;
mod scale;
mod segments;
mod size;
mod slide;
mod story;
mod ticks;
mod tracks;
mod values;
mod widths;
mod wording;

#[cfg(test)]
mod tests;

pub use chart::Chart;
pub use figure::{Figure, figure};
pub use key::Key;

pub(super) use place::Place;

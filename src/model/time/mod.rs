//! Times as they are written, what they mean, and how far apart they are. Uncertainty is kept, never guessed away.
//!
//! [`parse`] reads a text into a [`Written`] time. A [`Builder`] takes all times of one record in reading order, lends
//! clock times their day, and resolves them into [`Times`], which know every bound, tie and [`Difference`].

pub mod written;

mod cursor;
mod follows;
mod length;
mod lost_clock;
mod meant;
mod parse;
mod parse_faults;
mod point;
pub(super) mod zone_word;

mod builder;
mod calendar;
mod clock;
mod dates;
mod forget;
mod hull;
mod resolve;
mod table;
mod ties;
mod zone;

mod difference;
mod print;

#[cfg(test)]
mod tests;

pub use builder::{Builder, Found, Said};
pub use calendar::{Edge, Tick};
pub use difference::Difference;
pub use length::{Length, Sign};
pub use parse::{is_id, parse, parse_prefix, parse_zone};
pub use table::{Between, Report, Tie, Time, TimeId, Times};
pub use written::Written;

pub use super::fault::Fault;

//! The faults of reading that several parts of the grammar share, in words.

use super::cursor::Cursor;
use crate::model::fault::Fault;

/// The fault that remains when no other fits.
pub(super) fn not_understood(cursor: &Cursor<'_>) -> Fault {
    let at = cursor.word_range();
    let fault = match &cursor.text[at.clone()] {
        "" => Fault::error("time-not-understood", at, "a time is missing here").with_label("nothing here"),
        word => Fault::error(
            "time-not-understood",
            at.clone(),
            format!("`{word}` cannot be read as a time, or as part of one"),
        )
        .with_label("not understood"),
    };
    fault.with_help("write a time such as `2017-11-02 18:59`, `18:59`, `about 18:59 ±5m`, `18:45..19:00`, `down +11m`, or `unknown`")
}

/// A range written with a dash or a word.
pub(super) fn range_without_dots(at: std::ops::Range<usize>) -> Fault {
    Fault::error("range-without-dots", at, "a range of times is written with `..`")
        .with_label("write `..` here")
        .with_help("put `..` between the two ends, without spaces, as in `18:45..19:00`")
}

/// `about` before a range, or before another word for one.
pub(super) fn about_takes_one_time(at: std::ops::Range<usize>) -> Fault {
    Fault::error("about-takes-one-time", at, "`about` takes one time, not a range")
        .with_label("one time only")
        .with_help("leave `about` out, or write one time and a width, as in `about 18:59 ±5m`")
}

/// A width or an offset that is no length.
pub(super) fn length_not_understood(at: std::ops::Range<usize>, word: &str, help: &str) -> Fault {
    let message = match word {
        "" => "a duration is missing here".to_owned(),
        word => format!("`{word}` cannot be read as a duration"),
    };
    Fault::error("duration-not-understood", at, message).with_label("not a duration").with_help(help)
}

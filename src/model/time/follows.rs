//! What may not follow a time: the ways in which people write ranges and widths, told apart from the text of an entry.

use super::cursor::Cursor;
use super::length::Length;
use super::parse::take_plus_minus;
use super::parse_faults::{not_understood, range_without_dots};
use super::written::{Point, When, Written};
use crate::model::fault::Fault;

/// Told before all else: what people write and this grammar reads otherwise or not at all.
pub(super) fn refuse_what_follows(end: &Cursor<'_>, written: &Written) -> Result<(), Fault> {
    let mut next = *end;
    let spaced = next.skip_space();
    let mut word = next;
    if take_plus_minus(&mut word) && !matches!(written, Written::About { width: Some(_), .. }) {
        return Err(Fault::error("width-without-about", next.pos..word.pos, "a width follows a time without `about`")
            .with_label("only `about` takes a width")
            .with_help(format!("write `about {written} ±{}`", width(word).unwrap_or("5m"))));
    }
    let years = matches!(written, Written::Point(Point { when: When::Year(_), .. }));
    if dash_or_until(&mut word, spaced) && is_clock_or_date(&word, years) {
        let end = next.pos + next.word().len();
        return Err(range_without_dots(next.pos..end.min(word.pos)));
    }
    if !end.at_boundary() || next.rest().starts_with("..") {
        return Err(not_understood(&next));
    }
    Ok(())
}

/// The width that is written here, if it is one.
fn width(mut cursor: Cursor<'_>) -> Option<&str> {
    cursor.skip_space();
    let (_, size) = Length::read(cursor.rest(), false).ok()?;
    Some(&cursor.rest()[..size])
}

/// Steps over `-`, `–`, `—`, or between spaces `to`, `until`, `till`.
fn dash_or_until(cursor: &mut Cursor<'_>, spaced: bool) -> bool {
    if ["-", "–", "—"].iter().any(|dash| cursor.take(dash)) {
        let after = cursor.after_space();
        *cursor = after.unwrap_or(*cursor);
        return after.is_some() || !spaced || cursor.byte().is_some_and(|byte| byte.is_ascii_digit());
    }
    spaced && ["to", "until", "till"].iter().any(|word| cursor.take(word)) && cursor.skip_space()
}

fn is_clock_or_date(cursor: &Cursor<'_>, years: bool) -> bool {
    let mut next = *cursor;
    let digits = next.digits();
    next.pos += digits;
    match (digits, next.byte()) {
        (1 | 2, Some(b':')) => next.ahead(1).is_some_and(|byte| byte.is_ascii_digit()),
        (4, Some(b'-')) => next.ahead(1).is_some_and(|byte| byte.is_ascii_digit()),
        (4, _) => years && next.at_boundary(),
        _ => false,
    }
}

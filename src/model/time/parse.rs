//! Reads a time off a text: the grammar of `FORMAT.md`, section 1, by hand. What the time means is left to the resolver.

use super::cursor::Cursor;
use super::follows::refuse_what_follows;
use super::length::{Length, Sign};
use super::lost_clock::refuse_lost_clock;
use super::meant;
use super::parse_faults::{about_takes_one_time, length_not_understood, not_understood};
use super::point::read_point;
use super::written::{Centre, Name, Offset, Point, Side, When, Written, Zone};
use super::zone_word;
use crate::model::fault::Fault;

/// The words that no entry may be named.
const RESERVED: [&str; 7] = ["about", "before", "by", "after", "unknown", "disputed", "none"];

/// Reads the whole of `text`, which is trimmed, as a time.
///
/// # Errors
/// The first fault, if the text is not one time.
pub fn parse(text: &str) -> Result<Written, Fault> {
    let (written, end) = parse_prefix(text)?;
    let mut cursor = Cursor { text, pos: end };
    cursor.skip_space();
    if cursor.byte().is_some() {
        return Err(meant::with_help(not_understood(&cursor), text));
    }
    Ok(written)
}

/// Reads the longest time that `text` begins with, and gives the bytes it took.
///
/// # Errors
/// The first fault, if the text does not begin with a time, or if what follows was meant as part of it.
pub fn parse_prefix(text: &str) -> Result<(Written, usize), Fault> {
    let mut cursor = Cursor { text, pos: 0 };
    let written = read_time(&mut cursor);
    let written = written.and_then(|written| refuse_what_follows(&cursor, &written).map(|()| written));
    let written = written.map_err(|fault| meant::with_help(fault, text))?;
    refuse_lost_clock(&cursor, &written)?;
    Ok((written, cursor.pos))
}

/// How many bytes of `text` are a time, whatever follows.
pub(super) fn head(text: &str) -> Option<usize> {
    let mut cursor = Cursor { text, pos: 0 };
    read_time(&mut cursor).ok().filter(|written| *written != Written::Unknown).map(|_| cursor.pos)
}

/// Whether `text` can be an entry's id: a name of at most 64 characters that is no word of the grammar.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let mut cursor = Cursor { text, pos: 0 };
    let is_name = read_name(&mut cursor).is_some() && cursor.byte().is_none();
    is_name && text.len() <= 64 && !RESERVED.contains(&text)
}

/// Reads the whole of `text`, which is trimmed, as the zone of a clock time: `UTC`, `+02:00`, `Europe/Berlin`, `EDT`.
///
/// # Errors
/// `unknown-zone`.
pub fn parse_zone(text: &str) -> Result<Zone, Fault> {
    let mut cursor = Cursor { text, pos: 0 };
    match zone_word::read_word(&mut cursor)? {
        Some(zone) if cursor.byte().is_none() => Ok(zone),
        _ => Err(zone_word::unknown_zone(0..text.len(), text)),
    }
}

fn read_time(cursor: &mut Cursor<'_>) -> Result<Written, Fault> {
    match cursor.byte() {
        Some(byte) if byte.is_ascii_digit() => read_points(cursor),
        Some(byte) if byte.is_ascii_alphabetic() => read_words(cursor),
        _ => Err(not_understood(cursor)),
    }
}

/// A point, or two with `..` between.
fn read_points(cursor: &mut Cursor<'_>) -> Result<Written, Fault> {
    let from = read_point(cursor)?;
    if !cursor.take("..") {
        return Ok(Written::Point(from));
    }
    Ok(Written::Range { from, to: read_point(cursor)? })
}

/// What begins with a word: `unknown`, `about`, a bound, or a name.
fn read_words(cursor: &mut Cursor<'_>) -> Result<Written, Fault> {
    let word = &cursor.rest()[..cursor.run(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))];
    let mut next = Cursor { pos: cursor.pos + word.len(), ..*cursor };
    if word.eq_ignore_ascii_case("unknown") {
        *cursor = next;
        return Ok(Written::Unknown);
    }
    let side = [("before", Side::Before), ("by", Side::By), ("after", Side::After)];
    let side = side.into_iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, side)| side);
    if side.is_none() && !word.eq_ignore_ascii_case("about") {
        return read_named(cursor);
    }
    if !next.skip_space() {
        return Err(not_understood(cursor));
    }
    *cursor = next;
    match side {
        Some(side) => Ok(Written::Bound { side, point: read_point(cursor)? }),
        None => read_about(cursor),
    }
}

/// What follows `about`: one time and perhaps a width.
fn read_about(cursor: &mut Cursor<'_>) -> Result<Written, Fault> {
    let start = cursor.pos;
    let centre = if cursor.byte().is_some_and(|byte| byte.is_ascii_lowercase()) {
        match read_named(cursor)? {
            Written::Tie { anchor, offset, high: None } => Centre::Tie { anchor, offset },
            _ => return Err(about_takes_one_time(start..cursor.pos)),
        }
    } else {
        Centre::Point(read_point(cursor)?)
    };
    let mut next = *cursor;
    next.skip_space();
    let width = if take_plus_minus(&mut next) {
        next.skip_space();
        let start = next;
        let width = read_length(&mut next)?;
        refuse_width(&centre, width, start.pos..next.pos)?;
        *cursor = next;
        Some(width)
    } else {
        None
    };
    if cursor.rest().starts_with("..") {
        return Err(about_takes_one_time(cursor.pos..cursor.pos + 2));
    }
    Ok(Written::About { centre, width })
}

/// What begins with a name: a tie, or two names with `..` between.
fn read_named(cursor: &mut Cursor<'_>) -> Result<Written, Fault> {
    let start = *cursor;
    let Some(anchor) = read_name(cursor) else { return Err(not_understood(&start)) };
    if cursor.take("..") {
        let to = read_name(cursor).ok_or_else(|| not_understood(cursor))?;
        return Ok(Written::Between { from: anchor, to });
    }
    let mut next = *cursor;
    let signed = next.skip_space() && matches!(next.byte(), Some(b'+' | b'-'));
    if !signed || next.ahead(1).is_none_or(|byte| byte.is_ascii_whitespace()) {
        return Err(not_understood(&start));
    }
    let offset = read_offset(&mut next)?;
    *cursor = next;
    if !cursor.take("..") {
        return Ok(Written::Tie { anchor, offset, high: None });
    }
    let high = read_offset(cursor)?;
    if high.seconds() < offset.seconds() {
        let place = cursor.place_from(start.pos);
        return Err(Fault::error(
            "range-backwards",
            place.from_start(),
            format!("the range from `{offset}` to `{high}` runs backwards"),
        )
        .with_label("the end is before the start")
        .with_help(format!("write the lower offset first: `{anchor} {high}..{offset}`")));
    }
    Ok(Written::Tie { anchor, offset, high: Some(high) })
}

fn read_name(cursor: &mut Cursor<'_>) -> Option<Name> {
    if !cursor.byte()?.is_ascii_lowercase() {
        return None;
    }
    let start = cursor.pos;
    let size = cursor.run(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-'));
    cursor.pos += size;
    Some(Name { text: cursor.text[start..cursor.pos].into(), at: cursor.place_from(start) })
}

/// `+11m`: a sign and a length.
fn read_offset(cursor: &mut Cursor<'_>) -> Result<Offset, Fault> {
    let sign = match cursor.byte() {
        Some(b'+') => Sign::Plus,
        Some(b'-') => Sign::Minus,
        _ => return Err(length_not_understood(cursor.word_range(), cursor.word(), "write a sign too, as in `+5m`")),
    };
    cursor.pos += 1;
    Ok(Offset { sign, length: read_length(cursor)? })
}

fn read_length(cursor: &mut Cursor<'_>) -> Result<Length, Fault> {
    match Length::read(cursor.rest(), false) {
        Ok((length, size)) => {
            cursor.pos += size;
            Ok(length)
        }
        Err(bad) => {
            let at = cursor.pos + bad.start..cursor.pos + bad.end;
            Err(length_not_understood(
                at.clone(),
                &cursor.text[at],
                "write whole days, hours, minutes, seconds: `1d`, `2h 30m`, `90s`",
            ))
        }
    }
}

pub(super) fn take_plus_minus(cursor: &mut Cursor<'_>) -> bool {
    cursor.take("±") || cursor.take("+-")
}

/// A width for a day is whole days; for a month or a year none can be written.
fn refuse_width(centre: &Centre, width: Length, at: std::ops::Range<usize>) -> Result<(), Fault> {
    let fault = |message: &str| Fault::error("about-width", at.clone(), message);
    match centre {
        Centre::Point(Point { when: When::Year(_) | When::Month(_), .. }) => {
            Err(fault("a month or a year takes no width")
                .with_label("leave this out")
                .with_help("`about 2017-11` reaches from October to December; write a range for anything else"))
        }
        Centre::Point(Point { when: When::Day(_), .. }) if width.seconds() % 86_400 != 0 => {
            Err(fault("the width of a day is whole days")
                .with_label("not whole days")
                .with_help("write whole days, as in `±2d`"))
        }
        _ => Ok(()),
    }
}

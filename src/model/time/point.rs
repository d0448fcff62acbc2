//! Reads a point: a year, month or day, or a clock time with its zone.

use chrono::NaiveDate;

use super::cursor::Cursor;
use super::parse_faults::{not_understood, range_without_dots};
use super::written::{Clock, Point, When};
use super::zone_word::{self, read_zone};
use crate::model::fault::Fault;

/// The years that may be written.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2200;

/// Reads a point here. Whether anything may follow it is the caller's to judge.
pub(super) fn read_point(cursor: &mut Cursor<'_>) -> Result<Point, Fault> {
    let start = cursor.pos;
    let when = match cursor.digits() {
        4 => read_calendar(cursor)?,
        1 | 2 => match read_clock(cursor)? {
            Some(clock) => When::Clock { date: None, clock, zone: read_zone(cursor, false)? },
            None => return Err(not_understood(cursor)),
        },
        _ => return Err(not_understood(cursor)),
    };
    Ok(Point { when, at: cursor.place_from(start) })
}

fn read_calendar(cursor: &mut Cursor<'_>) -> Result<When, Fault> {
    let start = *cursor;
    let year = cursor.number(4);
    let month = part(cursor, &start)?;
    let day = if month.is_some() { part(cursor, &start)? } else { None };
    let written = &start.text[start.pos..cursor.pos];
    if !YEARS.contains(&year) {
        return Err(Fault::error(
            "year-out-of-range",
            start.pos..cursor.pos,
            format!("the year {year:04} is out of range"),
        )
        .with_label("not between 1900 and 2200")
        .with_help("a year has four digits from 1900 to 2200; a clock time has a colon, as in `18:59`"));
    }
    let date = i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)))
        .ok_or_else(|| no_such_date(written, start.pos, month))?;
    match (month, day) {
        (None, _) => Ok(When::Year(chrono::Datelike::year(&date))),
        (_, None) => Ok(When::Month(date)),
        _ => read_clock_of_date(cursor, date),
    }
}

/// `-` and two digits, the next part of a date.
fn part(cursor: &mut Cursor<'_>, start: &Cursor<'_>) -> Result<Option<u32>, Fault> {
    let mut next = *cursor;
    if !next.take("-") {
        return Ok(None);
    }
    // `2017-18:59` is a dash between times; `2017-11-02: text` is a date and its separator.
    let is_hour =
        |digits| next.ahead(digits) == Some(b':') && next.ahead(digits + 1).is_some_and(|byte| byte.is_ascii_digit());
    match next.digits() {
        2 if !is_hour(2) => {
            let value = next.number(2);
            *cursor = next;
            Ok(Some(value))
        }
        1 | 2 if is_hour(1) || is_hour(2) => Ok(None),
        4 => Err(range_without_dots(cursor.pos..next.pos)),
        _ => Err(not_understood(start)),
    }
}

/// The clock that may follow a date: after `T`, or after a space.
fn read_clock_of_date(cursor: &mut Cursor<'_>, date: NaiveDate) -> Result<When, Fault> {
    let joined = matches!(cursor.byte(), Some(b'T' | b't'));
    let mut next = *cursor;
    if joined {
        next.pos += 1;
    } else if !next.skip_space() {
        return Ok(When::Day(date));
    }
    if let Some(clock) = read_clock(&mut next)? {
        let zone = read_zone(&mut next, joined)?;
        *cursor = next;
        return Ok(When::Clock { date: Some(date), clock, zone });
    }
    let word = next.word();
    if !joined && (word == "UTC" || zone_word::abbreviation(word).is_some()) {
        return Err(Fault::error(
            "zone-without-clock",
            next.word_range(),
            format!("`{word}` follows a day, not a clock time"),
        )
        .with_label("a zone belongs to a clock time")
        .with_help(format!("write the clock time too, as in `{date} 18:59 {word}`, or leave the zone out"))
        .with_note("days, months and years are those of the record's `timezone`"));
    }
    Ok(When::Day(date))
}

/// A clock time here, or `None` and the cursor where it was.
fn read_clock(cursor: &mut Cursor<'_>) -> Result<Option<Clock>, Fault> {
    let start = *cursor;
    let digits = cursor.digits();
    if !(1..=2).contains(&digits) {
        return Ok(None);
    }
    let mut next = *cursor;
    let hour = next.number(digits);
    let is_clock = next.take(":") && next.digits() == 2;
    if !is_clock {
        next = Cursor { pos: start.pos + digits, ..start };
        return refuse_twelve_hours(&start, next).map(|()| None);
    }
    let minute = next.number(2);
    let second = read_seconds(&mut next);
    refuse_twelve_hours(&start, next)?;
    let written = &start.text[start.pos..next.pos];
    if hour > 23 || minute > 59 || second.is_some_and(|second| second > 59) {
        return Err(no_such_clock(written, start.pos, (hour, minute, second)));
    }
    *cursor = next;
    let small = |part: u32| u8::try_from(part).unwrap_or(u8::MAX);
    Ok(Some(Clock { hour: small(hour), minute: small(minute), second: second.map(small) }))
}

/// `:51` and a fraction, which is dropped.
fn read_seconds(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut next = *cursor;
    if !(next.take(":") && next.digits() == 2) {
        return None;
    }
    let second = next.number(2);
    *cursor = next;
    if next.take(".") && (1..=9).contains(&next.digits()) {
        next.pos += next.digits();
        *cursor = next;
    }
    Some(second)
}

fn refuse_twelve_hours(start: &Cursor<'_>, end: Cursor<'_>) -> Result<(), Fault> {
    let mut half = end;
    half.skip_space();
    let letters = half.run(|byte| byte.is_ascii_alphabetic() || byte == b'.');
    let word = half.text[half.pos..half.pos + letters].trim_end_matches('.');
    if !["am", "pm", "a.m", "p.m"].iter().any(|known| word.eq_ignore_ascii_case(known)) {
        return Ok(());
    }
    half.pos += word.len();
    if half.byte().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_') {
        return Ok(());
    }
    let written = &start.text[start.pos..half.pos];
    Err(Fault::error("twelve-hour-clock", start.pos..half.pos, format!("`{written}` is on the twelve-hour clock"))
        .with_label("the day has 24 hours here")
        .with_help(match twenty_four_hours(written) {
            Some(clock) => format!("write `{clock}`"),
            None => "write the hour from 00 to 23, without `am` or `pm`".to_owned(),
        }))
}

/// `5:41 pm` as `17:41`, if the hour is one of twelve.
fn twenty_four_hours(written: &str) -> Option<String> {
    let end = written.find(|c: char| !c.is_ascii_digit() && c != ':')?;
    let (hour, rest) = written[..end].split_once(':').unwrap_or((&written[..end], "00"));
    let hour: u32 = hour.parse().ok().filter(|hour| (1..=12).contains(hour))?;
    let afternoon = written[end..].contains(['p', 'P']);
    Some(format!("{:02}:{rest}", hour % 12 + if afternoon { 12 } else { 0 }))
}

fn no_such_clock(written: &str, start: usize, (hour, minute, second): (u32, u32, Option<u32>)) -> Fault {
    let help = if hour == 24 && minute == 0 {
        "midnight at the end of a day is `00:00` of the next day, with its date".to_owned()
    } else if hour < 24 && minute < 60 && second == Some(60) {
        format!("for a leap second write `{hour:02}:{minute:02}:59`")
    } else {
        "hours run from 00 to 23, minutes and seconds from 00 to 59".to_owned()
    };
    Fault::error("no-such-clock", start..start + written.len(), format!("there is no clock time `{written}`"))
        .with_label("not on the clock")
        .with_help(help)
}

fn no_such_date(written: &str, start: usize, month: Option<u32>) -> Fault {
    let help = if month.is_some_and(|month| (1..=12).contains(&month)) {
        "that month has fewer days, or the day is 00: look at the calendar"
    } else {
        "a date is year, month, day, as in `2017-11-02`; months run from 01 to 12"
    };
    Fault::error("no-such-date", start..start + written.len(), format!("there is no date `{written}`"))
        .with_label("not on the calendar")
        .with_help(help)
}

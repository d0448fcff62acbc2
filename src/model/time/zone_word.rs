//! Reads the zone that may follow a clock time. Any other word is left where it is: there the text begins.

use chrono_tz::Tz;

use super::cursor::Cursor;
use super::written::Zone;
use crate::model::fault::Fault;

/// The zone abbreviations that are read, in order. Whether one fits the record is known only with its zone.
const ABBREVIATIONS: [&str; 46] = [
    "ACDT", "ACST", "ADT", "AEDT", "AEST", "AKDT", "AKST", "AST", "AWST", "BST", "CAT", "CDT", "CEST", "CET", "CST",
    "EAT", "EDT", "EEST", "EET", "EST", "GMT", "HDT", "HKT", "HST", "IDT", "IST", "JST", "KST", "MDT", "MSK", "MST",
    "NDT", "NST", "NZDT", "NZST", "PDT", "PKT", "PST", "SAST", "SST", "WAT", "WEST", "WET", "WIB", "WIT", "WITA",
];

/// The first words of zone names; with one of them and a slash, a zone was meant.
const AREAS: [&str; 13] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
    "Etc",
    "US",
    "Canada",
];

/// The abbreviation that `word` is, if it is in the closed list.
pub(super) fn abbreviation(word: &str) -> Option<&'static str> {
    ABBREVIATIONS.binary_search(&word).ok().map(|index| ABBREVIATIONS[index])
}

/// The zone at the cursor, if there is one. `joined`: a date and `T` stand before the clock, so an offset may touch it.
pub(super) fn read_zone(cursor: &mut Cursor<'_>, joined: bool) -> Result<Option<Zone>, Fault> {
    match cursor.byte() {
        Some(b'Z' | b'z') => {
            cursor.pos += 1;
            return Ok(Some(Zone::Utc));
        }
        Some(b'+' | b'-') if joined => return read_offset(cursor),
        Some(byte) if byte.is_ascii_whitespace() => {}
        _ => return Ok(None),
    }
    let mut next = *cursor;
    next.skip_space();
    let zone = read_word(&mut next)?;
    if zone.is_some() {
        *cursor = next;
    }
    Ok(zone)
}

/// The zone that is the next word, if it is one.
pub(super) fn read_word(cursor: &mut Cursor<'_>) -> Result<Option<Zone>, Fault> {
    match cursor.byte() {
        Some(b'+' | b'-') => Ok(read_offset(cursor)?.filter(|_| cursor.at_boundary())),
        Some(byte) if byte.is_ascii_uppercase() => read_name(cursor),
        _ => Ok(None),
    }
}

/// `+02:00`, from −12:00 to +14:00.
fn read_offset(cursor: &mut Cursor<'_>) -> Result<Option<Zone>, Fault> {
    let start = cursor.pos;
    let mut next = Cursor { pos: start + 1, ..*cursor };
    if next.digits() != 2 {
        return Ok(None);
    }
    let hours = next.number(2);
    if !next.take(":") || next.digits() != 2 {
        return Ok(None);
    }
    let minutes = next.number(2);
    let east = i16::try_from(hours * 60 + minutes).unwrap_or(i16::MAX);
    let east = if cursor.byte() == Some(b'-') { -east } else { east };
    if minutes > 59 || !(-12 * 60..=14 * 60).contains(&east) {
        let written = &cursor.text[start..next.pos];
        return Err(Fault::error("unknown-zone", start..next.pos, format!("no zone is at `{written}`"))
            .with_label("offsets run from -12:00 to +14:00")
            .with_help("if a range was meant, write `..` between its ends"));
    }
    *cursor = next;
    Ok(Some(Zone::Offset(east)))
}

/// `UTC`, `Europe/Berlin`, or an abbreviation.
fn read_name(cursor: &mut Cursor<'_>) -> Result<Option<Zone>, Fault> {
    let word = cursor.word();
    let zone = if word == "UTC" {
        Some(Zone::Utc)
    } else if let Some((area, _)) = word.split_once('/') {
        match word.parse::<Tz>() {
            Ok(zone) => Some(Zone::Named(zone)),
            Err(_) if AREAS.contains(&area) => return Err(unknown_zone(cursor.word_range(), word)),
            Err(_) => None,
        }
    } else {
        abbreviation(word).map(Zone::Abbreviation)
    };
    if zone.is_some() {
        cursor.pos += word.len();
    }
    Ok(zone)
}

pub(super) fn unknown_zone(at: std::ops::Range<usize>, word: &str) -> Fault {
    let fault =
        Fault::error("unknown-zone", at, format!("there is no zone `{word}`")).with_label("not in the zone database");
    match nearest_zone(word) {
        Some(name) => fault.with_help(format!("write `{name}`")),
        None => fault
            .with_help("write a name of the zone database, such as `Europe/Berlin`, or an offset, such as `+02:00`"),
    }
}

/// The zone whose name begins most like `word`, if its letters are alike but for the last few.
pub(in crate::model) fn nearest_zone(word: &str) -> Option<&'static str> {
    let letters = |name: &'_ str| {
        name.bytes().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_lowercase()).collect::<Vec<_>>()
    };
    let written = letters(word);
    let alike = |name: &'static str| {
        let name_letters = letters(name);
        let shared = name_letters.iter().zip(&written).take_while(|(a, b)| a == b).count();
        (name_letters.len().max(written.len()) - shared, name)
    };
    let (apart, name) = chrono_tz::TZ_VARIANTS.iter().map(|zone| alike(zone.name())).min()?;
    (apart <= 3).then_some(name)
}

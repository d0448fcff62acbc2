//! A length of time as a value of its own: `11m`, `about 2h`, `PT90S`, `10m..25m`. What lies between two times is a
//! [`super::time::Difference`].

use std::fmt;
use std::ops::Range;

use super::fault::Fault;
use super::time::{Length, Tick};
use super::word::{self, Word};

/// A duration as written. It prints in one canonical way, and that reads back as the same duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duration {
    /// `unknown`.
    Unknown,
    /// `1h 11m`, `PT1H11M`.
    Exact(Length),
    /// `about 11m ±5m`; without a width, one of the smallest unit written.
    About(Length, Option<Length>),
    /// `over 40m`.
    Bound(Word, Length),
    /// `10m..25m`.
    Range(Length, Length),
}

/// Reads the whole of `text`, which is trimmed, as a duration.
///
/// # Errors
/// `duration-not-understood`, or `range-backwards`.
pub fn parse(text: &str) -> Result<Duration, Fault> {
    let (duration, end) = read(text)?;
    let end = text.len() - text[end..].trim_ascii_start().len();
    if end < text.len() {
        return Err(not_understood(text, end..text.len()));
    }
    Ok(duration)
}

fn read(text: &str) -> Result<(Duration, usize), Fault> {
    if let Some(end) = text.get(..7).filter(|word| word.eq_ignore_ascii_case("unknown")).map(str::len) {
        return Ok((Duration::Unknown, end));
    }
    if let Some(start) = word::after(text, "about") {
        let (centre, end) = length(text, start)?;
        let Some(start) = word::after_plus_minus(text, end) else { return Ok((Duration::About(centre, None), end)) };
        let (width, end) = length(text, start)?;
        return Ok((Duration::About(centre, Some(width)), end));
    }
    if let Some((word, start)) = word::bound(text) {
        let (value, end) = length(text, start)?;
        if word == Word::Under && value.seconds() == 0 {
            return Err(not_understood(text, start..end).with_note("nothing is shorter than no time at all"));
        }
        return Ok((Duration::Bound(word, value), end));
    }
    let (low, end) = length(text, 0)?;
    if !text[end..].starts_with("..") {
        return Ok((Duration::Exact(low), end));
    }
    let (high, end) = length(text, end + 2)?;
    if high.seconds() < low.seconds() {
        return Err(Fault::error(
            "range-backwards",
            0..end,
            format!("the range from `{low}` to `{high}` runs backwards"),
        )
        .with_label("the end is below the start")
        .with_help(format!("write the shorter one first: `{high}..{low}`")));
    }
    Ok((Duration::Range(low, high), end))
}

/// A length at `start`, and where it ends.
fn length(text: &str, start: usize) -> Result<(Length, usize), Fault> {
    let rest = &text[start..];
    if rest.starts_with('P') {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let iso = iso(&rest[1..end]).ok_or_else(|| not_understood(text, start..start + end))?;
        return Ok((iso, start + end));
    }
    match Length::read(rest, true) {
        Ok((length, size)) => Ok((length, start + size)),
        Err(bad) => Err(not_understood(text, start + bad.start..start + bad.end)),
    }
}

/// The ISO 8601 form after its `P`: days, and after `T` hours, minutes and seconds.
fn iso(text: &str) -> Option<Length> {
    let (days, clock) = text.split_once('T').map_or((text, None), |(days, clock)| (days, Some(clock)));
    let mut length = Length::default();
    let mut parts = |mut rest: &str, units: &[char]| {
        let mut units = units.iter();
        while !rest.is_empty() {
            let (digits, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
            let count = digits.parse().ok().filter(|_| digits.len() <= 9)?;
            let unit = after.chars().next()?;
            units.find(|known| **known == unit)?;
            match unit {
                'D' => length.days = Some(count),
                'H' => length.hours = Some(count),
                'M' => length.minutes = Some(count),
                _ => length.seconds = Some(count),
            }
            rest = &after[1..];
        }
        Some(())
    };
    parts(days, &['D'])?;
    match clock {
        Some("") => return None,
        Some(clock) => parts(clock, &['H', 'M', 'S'])?,
        None => {}
    }
    (length != Length::default()).then_some(length)
}

fn not_understood(text: &str, at: Range<usize>) -> Fault {
    let message = match &text[at.clone()] {
        "" => "a duration is missing here".to_owned(),
        word => format!("`{word}` cannot be read as a duration"),
    };
    Fault::error("duration-not-understood", at, message).with_label("not a duration").with_help(
        "write whole days, hours, minutes and seconds, largest first: `1h 11m`, `90s`, `about 2h`, `10m..25m`",
    )
}

impl Duration {
    /// Seconds if seconds are written, else minutes.
    #[must_use]
    pub fn tick(&self) -> Tick {
        let has_seconds = match self {
            Self::Unknown => false,
            Self::Exact(length) | Self::About(length, None) | Self::Bound(_, length) => length.has_seconds(),
            Self::About(length, Some(other)) | Self::Range(length, other) => {
                length.has_seconds() || other.has_seconds()
            }
        };
        if has_seconds { Tick::Second } else { Tick::Minute }
    }

    /// The least it can be; `None` only if unknown.
    #[must_use]
    pub fn low_seconds(&self) -> Option<i64> {
        match self {
            Self::Unknown => None,
            Self::Exact(length) | Self::Range(length, _) | Self::Bound(Word::AtLeast, length) => Some(length.seconds()),
            Self::About(length, width) => Some((length.seconds() - width_of(*length, *width)).max(0)),
            Self::Bound(Word::Over, length) => Some(length.seconds() + self.step()),
            Self::Bound(Word::Under | Word::AtMost, _) => Some(0),
        }
    }

    /// The most it can be; `None` is open.
    #[must_use]
    pub fn high_seconds(&self) -> Option<i64> {
        match self {
            Self::Unknown | Self::Bound(Word::Over | Word::AtLeast, _) => None,
            Self::Exact(length) | Self::Range(_, length) | Self::Bound(Word::AtMost, length) => Some(length.seconds()),
            Self::About(length, width) => Some(length.seconds() + width_of(*length, *width)),
            Self::Bound(Word::Under, length) => Some(length.seconds() - self.step()),
        }
    }

    fn step(&self) -> i64 {
        if self.tick() == Tick::Second { 1 } else { 60 }
    }
}

fn width_of(length: Length, width: Option<Length>) -> i64 {
    width.map_or(length.smallest_unit(), Length::seconds)
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("unknown"),
            Self::Exact(length) => length.fmt(f),
            Self::About(length, None) => write!(f, "about {length}"),
            Self::About(length, Some(width)) => write!(f, "about {length} ±{width}"),
            Self::Bound(word, length) => write!(f, "{word} {length}"),
            Self::Range(low, high) => write!(f, "{low}..{high}"),
        }
    }
}

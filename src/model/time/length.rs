//! Lengths of time as written in ties, widths and durations: `1h 11m`. Exact, without months or fractions.

use std::fmt;

/// How many of each unit are written, from days down to seconds; at least one of them is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// Days of 24 hours.
    pub days: Option<u32>,
    /// Hours.
    pub hours: Option<u32>,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Seconds.
    pub seconds: Option<u32>,
}

/// Plus or minus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Later.
    Plus,
    /// Earlier.
    Minus,
}

/// One part that could not be read, by the byte where it starts and where it ends.
pub(crate) type BadPart = std::ops::Range<usize>;

impl Length {
    /// The whole, in seconds: at most 10⁹ of each unit, so it always fits.
    #[must_use]
    pub fn seconds(self) -> i64 {
        let of = |part: Option<u32>, unit: i64| i64::from(part.unwrap_or(0)) * unit;
        of(self.days, 86_400) + of(self.hours, 3_600) + of(self.minutes, 60) + of(self.seconds, 1)
    }

    /// Whether seconds are written, be they none: `1m 0s`.
    #[must_use]
    pub fn has_seconds(self) -> bool {
        self.seconds.is_some()
    }

    /// The smallest unit written, in seconds.
    #[must_use]
    pub fn smallest_unit(self) -> i64 {
        match self {
            Self { seconds: Some(_), .. } => 1,
            Self { minutes: Some(_), .. } => 60,
            Self { hours: Some(_), .. } => 3_600,
            _ => 86_400,
        }
    }

    /// Reads parts from the start of `text` and gives the length and the bytes it took.
    ///
    /// The first part must be one. After a space a part counts only if it is whole and falls in unit; otherwise the
    /// length ends before the space, unless `strict`. `11 min` is read only if `strict`.
    pub(crate) fn read(text: &str, strict: bool) -> Result<(Self, usize), BadPart> {
        let bytes = text.as_bytes();
        let mut length = Self::default();
        let mut taken = 0;
        loop {
            let start = taken + blanks(&bytes[taken..]);
            if taken > 0 && (start >= bytes.len() || !bytes[start].is_ascii_digit()) {
                return Ok((length, taken));
            }
            let part = part(&bytes[start..], strict);
            match part.and_then(|(count, unit, size)| Some((length.with(count, unit)?, size))) {
                Some((longer, size)) if strict || taken == 0 || start == taken || ends(&bytes[start + size..]) => {
                    length = longer;
                    taken = start + size;
                }
                _ if taken > 0 && start > taken && !strict => return Ok((length, taken)),
                _ => return Err(start..start + token(&bytes[start..])),
            }
        }
    }

    /// The length with one more part, if units still fall.
    fn with(self, count: u32, unit: u8) -> Option<Self> {
        let falls = match unit {
            b'd' => self == Self::default(),
            b'h' => self.hours.is_none() && self.minutes.is_none() && self.seconds.is_none(),
            b'm' => self.minutes.is_none() && self.seconds.is_none(),
            _ => self.seconds.is_none(),
        };
        falls.then_some(match unit {
            b'd' => Self { days: Some(count), ..self },
            b'h' => Self { hours: Some(count), ..self },
            b'm' => Self { minutes: Some(count), ..self },
            _ => Self { seconds: Some(count), ..self },
        })
    }
}

/// One part: its count, the first letter of its unit, and its bytes.
fn part(bytes: &[u8], spaced: bool) -> Option<(u32, u8, usize)> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=9).contains(&digits) {
        return None;
    }
    let count = bytes[..digits].iter().fold(0, |count, digit| count * 10 + u32::from(digit - b'0'));
    let unit = if spaced { digits + blanks(&bytes[digits..]) } else { digits };
    let letters = bytes[unit..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    match &bytes[unit..unit + letters] {
        b"d" | b"h" | b"m" | b"min" | b"s" => Some((count, bytes[unit], unit + letters)),
        _ => None,
    }
}

/// Whether a part may end here: at the end, at a space, at `..`, or at punctuation that a space follows.
fn ends(bytes: &[u8]) -> bool {
    match bytes {
        [] | [b'.', b'.', ..] | [b':' | b','] => true,
        [b':' | b',', next, ..] => next.is_ascii_whitespace(),
        [byte, ..] => byte.is_ascii_whitespace() || byte.is_ascii_digit(),
    }
}

fn blanks(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

fn token(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| !byte.is_ascii_whitespace() && **byte != b'.').count()
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut gap = "";
        for (part, unit) in [(self.days, 'd'), (self.hours, 'h'), (self.minutes, 'm'), (self.seconds, 's')] {
            if let Some(count) = part {
                write!(f, "{gap}{count}{unit}")?;
                gap = " ";
            }
        }
        Ok(())
    }
}

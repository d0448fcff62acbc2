//! How times and differences are printed: a time as it could have been written, a difference as `11 min`, `10–25 min`,
//! `> 9 h 42 min`. Nothing is rounded, and no more is said than is known.

use std::fmt::{self, Write};

use chrono::Datelike;

use super::calendar::Tick;
use super::difference::Difference;
use super::length::Sign;
use super::written::{Centre, Clock, Name, Offset, Point, Side, When, Written, Zone};

/// The parts of a length that are not 0, from the largest; one part 0 if all are.
type Parts = Vec<(i64, &'static str)>;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(tick) = self.tick else { return f.write_str("not recorded") };
        match (self.low, self.high) {
            (None, None) => f.write_str("unknown"),
            (Some(low), Some(high)) if low == high => f.write_str(&one(tick, low)),
            (Some(low), Some(high)) => range(f, tick, low, high),
            (None, Some(high)) => write!(f, "≤ {}", one(tick, high)),
            (Some(low), None) if low < 1 => write!(f, "≥ {}", one(tick, low)),
            (Some(low), None) => write!(f, "> {}", one(tick, low - 1)),
        }
    }
}

fn range(f: &mut fmt::Formatter<'_>, tick: Tick, low: i64, high: i64) -> fmt::Result {
    let (ends, sign) = ([low, high], |value| if value < 0 { "−" } else { "" });
    let [low_parts, high_parts] = ends.map(|value| parts(tick, value));
    let dash = if low < 0 || high < 0 { " to " } else { "–" };
    if let ([(from, low_unit)], [(to, high_unit)]) = (&low_parts[..], &high_parts[..])
        && (low_unit == high_unit || low == 0 || high == 0)
    {
        let unit = if low == 0 { high_unit } else { low_unit };
        return write!(f, "{}{from}{dash}{}{to} {unit}", sign(low), sign(high));
    }
    let dash = if dash == "–" { " – " } else { dash };
    write!(f, "{}{dash}{}", one(tick, low), one(tick, high))
}

fn one(tick: Tick, value: i64) -> String {
    let mut text = String::from(if value < 0 { "−" } else { "" });
    for (index, (count, unit)) in parts(tick, value).into_iter().enumerate() {
        let gap = if index == 0 { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(text, "{gap}{count} {unit}");
    }
    text
}

/// The size of a value in units, largest first: days only from 48 hours on.
fn parts(tick: Tick, value: i64) -> Parts {
    let mut rest = value.abs();
    let units: &[(i64, &'static str)] = match tick {
        Tick::Second if rest >= 48 * 3_600 => &[(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")],
        Tick::Second => &[(3_600, "h"), (60, "min"), (1, "s")],
        Tick::Minute if rest >= 48 * 60 => &[(1_440, "d"), (60, "h"), (1, "min")],
        Tick::Minute => &[(60, "h"), (1, "min")],
        Tick::Day => &[(1, "d")],
        Tick::Month => &[(12, "y"), (1, "mo")],
        Tick::Year => &[(1, "y")],
    };
    let smallest = units.last().map_or("", |(_, unit)| unit);
    let mut parts = Parts::new();
    for (size, unit) in units {
        if rest / size > 0 {
            parts.push((rest / size, unit));
        }
        rest %= size;
    }
    if parts.is_empty() {
        parts.push((0, smallest));
    }
    parts
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("unknown"),
            Self::Point(point) => point.fmt(f),
            Self::About { centre, width } => {
                match centre {
                    Centre::Point(point) => write!(f, "about {point}")?,
                    Centre::Tie { anchor, offset } => write!(f, "about {anchor} {offset}")?,
                }
                width.map_or(Ok(()), |width| write!(f, " ±{width}"))
            }
            Self::Bound { side, point } => write!(f, "{side} {point}"),
            Self::Range { from, to } => write!(f, "{from}..{to}"),
            Self::Tie { anchor, offset, high: None } => write!(f, "{anchor} {offset}"),
            Self::Tie { anchor, offset, high: Some(high) } => write!(f, "{anchor} {offset}..{high}"),
            Self::Between { from, to } => write!(f, "{from}..{to}"),
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Before => "before",
            Self::By => "by",
            Self::After => "after",
        })
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.when {
            When::Year(year) => write!(f, "{year:04}"),
            When::Month(first) => write!(f, "{:04}-{:02}", first.year(), first.month()),
            When::Day(date) => write!(f, "{date}"),
            When::Clock { date, clock, zone } => {
                if let Some(date) = date {
                    write!(f, "{date} ")?;
                }
                write!(f, "{clock}")?;
                zone.map_or(Ok(()), |zone| write!(f, " {zone}"))
            }
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        self.second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Utc => f.write_str("UTC"),
            Self::Offset(minutes) => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
            Self::Named(zone) => f.write_str(zone.name()),
            Self::Abbreviation(name) => f.write_str(name),
        }
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.sign == Sign::Plus { '+' } else { '-' }, self.length)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

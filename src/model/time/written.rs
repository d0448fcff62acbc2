//! A time as it was written: its form, and no more. What it means is left to the resolver.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::length::{Length, Sign};

/// A time as written. It prints in one canonical way, and that reads back as the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// `unknown`: not known, and said on purpose.
    Unknown,
    /// `2017-11-02 18:59`, `18:59`, `2017-11-02`, `2017-11`, `2017`.
    Point(Point),
    /// `about 18:59 ±5m`, `about down +2m`.
    About {
        /// The middle.
        centre: Centre,
        /// The half-width, if one is written.
        width: Option<Length>,
    },
    /// `before 19:00`, `by 19:00`, `after 19:10`.
    Bound {
        /// Which bound, and whether it keeps the point.
        side: Side,
        /// The point it is measured by.
        point: Point,
    },
    /// `18:45..19:00`: some time inside, both ends kept.
    Range {
        /// The first point.
        from: Point,
        /// The last point.
        to: Point,
    },
    /// `down +11m`, `down +2m..+5m`.
    Tie {
        /// What it is tied to.
        anchor: Name,
        /// The offset, or its low end.
        offset: Offset,
        /// The offset's high end, if two are written.
        high: Option<Offset>,
    },
    /// `down..up`: some time between two named ones.
    Between {
        /// The name it cannot be before.
        from: Name,
        /// The name it cannot be after.
        to: Name,
    },
}

/// What `about` is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Centre {
    /// A point on the calendar or the clock.
    Point(Point),
    /// A named time and an offset from it.
    Tie {
        /// What it is tied to.
        anchor: Name,
        /// How far from it.
        offset: Offset,
    },
}

/// The word in front of a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Earlier than the point.
    Before,
    /// The point or earlier.
    By,
    /// Later than the point.
    After,
}

/// A year, month, day or clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// What is written.
    pub when: When,
    /// Where it is written.
    pub at: Place,
}

/// The four kinds of point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// `2017`.
    Year(i32),
    /// `2017-11`, as its first day.
    Month(NaiveDate),
    /// `2017-11-02`.
    Day(NaiveDate),
    /// `2017-11-02 18:59 UTC`; without a date, the day in force lends it.
    Clock {
        /// The date, if written.
        date: Option<NaiveDate>,
        /// The time of day.
        clock: Clock,
        /// The zone, if written.
        zone: Option<Zone>,
    },
}

/// A time of day, to the minute or the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59, if written.
    pub second: Option<u8>,
}

/// The zone written after a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// `Z` or `UTC`.
    Utc,
    /// `+02:00`, in minutes east.
    Offset(i16),
    /// `Europe/Berlin`.
    Named(Tz),
    /// `EDT`: one of the closed list.
    Abbreviation(&'static str),
}

/// A signed length from an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// Later or earlier than the anchor.
    pub sign: Sign,
    /// How far.
    pub length: Length,
}

/// The name of another time: an entry id or a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name itself.
    pub text: Box<str>,
    /// Where it is written.
    pub at: Place,
}

/// Where in its text a part of a time stands, for faults. It is no part of the meaning: any two places are equal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}

impl Place {
    /// The place as a range of bytes.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// From the start of the text to the end of this place.
    #[must_use]
    pub fn from_start(self) -> std::ops::Range<usize> {
        0..self.end as usize
    }
}

impl Written {
    /// The same time, where each clock without a zone has this one: what the heading of a table's column says.
    #[must_use]
    pub fn with_zone(mut self, zone: Zone) -> Self {
        match &mut self {
            Self::Point(point) | Self::Bound { point, .. } | Self::About { centre: Centre::Point(point), .. } => {
                point.lend_zone(zone);
            }
            Self::Range { from, to } => {
                from.lend_zone(zone);
                to.lend_zone(zone);
            }
            Self::Unknown | Self::About { .. } | Self::Tie { .. } | Self::Between { .. } => {}
        }
        self
    }
}

impl Offset {
    /// The offset in seconds.
    #[must_use]
    pub fn seconds(self) -> i64 {
        match self.sign {
            Sign::Plus => self.length.seconds(),
            Sign::Minus => -self.length.seconds(),
        }
    }
}

impl Point {
    /// The full date as written, whatever the zone.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        match self.when {
            When::Day(date) => Some(date),
            When::Clock { date, .. } => date,
            When::Year(_) | When::Month(_) => None,
        }
    }

    fn lend_zone(&mut self, lent: Zone) {
        if let When::Clock { zone: zone @ None, .. } = &mut self.when {
            *zone = Some(lent);
        }
    }

    /// Whether it is a clock time without a date.
    #[must_use]
    pub fn is_bare_clock(&self) -> bool {
        matches!(self.when, When::Clock { date: None, .. })
    }
}

//! Counts with bounds, and how they multiply: what is open stays open.

use crate::model::number::{Decimal, Number};
use crate::model::time::{Difference, Tick};
use crate::model::{Claim, Incident};
use std::fmt;

/// A count, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// It cannot be computed from what is in the record.
    NotRecorded(NotRecorded),
    /// Between two ends, each of which may be open.
    Between {
        /// The least it can be.
        low: Option<u128>,
        /// The most it can be.
        high: Option<u128>,
    },
}

/// Why a count cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRecorded {
    /// An operand is not in the record.
    Missing,
    /// Segments of one population may overlap, so that some would count twice.
    Overlapping,
}

impl NotRecorded {
    /// As results name it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Overlapping => "overlapping",
        }
    }
}

impl Count {
    /// An operand is not in the record.
    pub(super) const NOTHING: Self = Self::NotRecorded(NotRecorded::Missing);

    /// The least it can be.
    #[must_use]
    pub const fn low(self) -> Option<u128> {
        match self {
            Self::Between { low, .. } => low,
            Self::NotRecorded(_) => None,
        }
    }

    /// The most it can be.
    #[must_use]
    pub const fn high(self) -> Option<u128> {
        match self {
            Self::Between { high, .. } => high,
            Self::NotRecorded(_) => None,
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NotRecorded(_) => f.write_str("not recorded"),
            Self::Between { low: None, high: None } => f.write_str("unknown"),
            Self::Between { low: None, high: Some(high) } => write!(f, "≤ {}", with_commas(high)),
            Self::Between { low: Some(low), high: None } => write!(f, "≥ {}", with_commas(low)),
            Self::Between { low: Some(low), high: Some(high) } if low == high => f.write_str(&with_commas(low)),
            Self::Between { low: Some(low), high: Some(high) } => {
                write!(f, "{}–{}", with_commas(low), with_commas(high))
            }
        }
    }
}

fn with_commas(number: u128) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The ends of a number in sixtieths, so that seconds lose nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    low: Option<u128>,
    high: Option<u128>,
}

const SIXTIETHS: u128 = 60;

impl Bounds {
    pub(super) const ZERO: Self = Self { low: Some(0), high: Some(0) };

    /// A length of time in minutes; open where it is counted in days or coarser, `None` where it is not recorded.
    pub(super) fn of_minutes(length: Difference) -> Option<Self> {
        let scale = match length.tick? {
            Tick::Second => 1,
            Tick::Minute => SIXTIETHS,
            Tick::Day | Tick::Month | Tick::Year => return Some(Self { low: None, high: None }),
        };
        let end = |end: Option<i64>| end.map(|end| u128::try_from(end).unwrap_or(0) * scale);
        Some(Self { low: end(length.low), high: end(length.high) })
    }

    /// From the low end of one to the high end of another.
    pub(super) fn up_to(self, other: Self) -> Self {
        Self { low: self.low, high: other.high }
    }

    /// The product with a length of time in minutes.
    pub(super) fn times(self, minutes: Self) -> Self {
        let end = |a: Option<u128>, b: Option<u128>| Some(a? * b?);
        Self { low: end(self.low, minutes.low), high: end(self.high, minutes.high) }
    }

    /// The sum.
    pub(super) fn plus(self, other: Self) -> Self {
        let end = |a: Option<u128>, b: Option<u128>| Some(a? + b?);
        Self { low: end(self.low, other.low), high: end(self.high, other.high) }
    }

    /// Whole again: the low end rounded down, the high end up.
    pub(super) fn whole(self) -> Count {
        Count::Between {
            low: self.low.map(|low| low / SIXTIETHS),
            high: self.high.map(|high| high.div_ceil(SIXTIETHS)),
        }
    }
}

/// How many follow the accounts of an incident, added up; an account without a number says nothing.
#[must_use]
pub fn total_followers(incident: &Incident) -> Count {
    let counts = incident.accounts.iter().filter_map(|account| account.followers.as_ref()).map(bounds);
    counts.reduce(Bounds::plus).map_or(Count::NOTHING, |sum| Count::Between { low: sum.low, high: sum.high })
}

/// The bounds of a count; where it is disputed, the hull of the reports that say something.
pub(super) fn bounds(claim: &Claim<Number>) -> Bounds {
    let ends = |number: &Number| (number.low(), number.high());
    let (low, high) = if let Some(number) = &claim.value {
        ends(number)
    } else {
        let said = claim.reports.iter().map(|(_, number)| number).filter(|number| !number.is_unknown()).map(ends);
        said.reduce(|a, b| (a.0.zip(b.0).map(|(a, b)| a.min(b)), a.1.zip(b.1).map(|(a, b)| a.max(b))))
            .unwrap_or((None, None))
    };
    let whole = |end: Option<Decimal>| end.and_then(Decimal::to_count).map(u128::from);
    Bounds { low: whole(low), high: whole(high) }
}

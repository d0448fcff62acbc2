//! What is measured of an incident: bounds go in, bounds come out, nothing is rounded. Each number stands beside its
//! definition.

mod count;
mod list;
mod span;
mod stated;

pub use count::{Count, NotRecorded, total_followers};
pub use list::METRICS;
pub use span::{Span, ends, impaired, impaired_where, spans};
pub use stated::stated_differs;

use crate::model::Incident;
use crate::model::time::Difference;
use std::fmt;

/// Something that is measured of every incident.
#[derive(Debug)]
pub struct Metric {
    /// As records of results name it: `time_to_detect`.
    pub id: &'static str,
    /// As readers see it.
    pub name: &'static str,
    /// What exactly is measured, and what it does not say.
    pub definition: &'static str,
    /// How it is measured.
    pub measure: fn(&Incident) -> Measured,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measured {
    /// A length of time.
    Time(Difference),
    /// A count.
    Count(Count),
    /// A count for each population; none counts as one.
    Counts(Vec<(Option<String>, Count)>),
}

/// The metric of a name.
///
/// # Panics
///
/// If no metric is called so.
#[must_use]
pub fn metric(id: &str) -> &'static Metric {
    METRICS.iter().find(|metric| metric.id == id).expect("metrics are asked for by their names")
}

impl Measured {
    /// Whether it says anything.
    #[must_use]
    pub fn is_known(&self) -> bool {
        match self {
            Self::Time(length) => length.low.is_some() || length.high.is_some(),
            Self::Count(count) => count.low().is_some() || count.high().is_some(),
            Self::Counts(counts) => !counts.is_empty(),
        }
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(difference) => difference.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Counts(counts) if counts.is_empty() => f.write_str("not recorded"),
            Self::Counts(counts) => {
                for (index, (population, count)) in counts.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    match population {
                        Some(population) => write!(f, "{comma}{count} ({population})")?,
                        None => write!(f, "{comma}{count}")?,
                    }
                }
                Ok(())
            }
        }
    }
}

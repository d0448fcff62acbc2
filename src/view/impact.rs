//! The section about the impact: what it did, to whom, for how long, in figures.

use super::shown::{Citation, Markdown, Part, Report};
use serde::Serialize;

/// The section. A part that is empty is not shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ImpactSection {
    /// In words.
    pub description: Option<Markdown>,
    /// What the words rest on.
    pub sources: Vec<Citation>,
    /// The spans of time in which something was impaired; empty where there is only the one that the facts show.
    pub segments: Vec<SegmentRow>,
    /// A span has a level, so the table of spans has a column for it.
    pub has_levels: bool,
    /// The same of numbers of accounts.
    pub has_accounts: bool,
    /// The accounts that were affected.
    pub accounts: Vec<AccountRow>,
    /// Figures, also those that are computed: `Follower-minutes`, `Length as stated`.
    pub measures: Vec<MeasureRow>,
}

/// A span of time in which something was impaired.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SegmentRow {
    /// When it began.
    pub from: Vec<Part>,
    /// When it ended; `not over` where it is not.
    pub to: Vec<Part>,
    /// How long: `11 min`.
    pub length: String,
    /// What: names of components and accounts; `Everything` where the record names none.
    pub affects: String,
    /// How badly: `Degraded`, `Partly down`, `Down`; `None` where the record does not say.
    pub level: Option<String>,
    /// How many accounts, and of which population; `None` where not counted.
    pub accounts: Option<String>,
    /// What it rests on.
    pub sources: Vec<Citation>,
}

/// An account that was affected.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AccountRow {
    /// The handle, or the id where there is none.
    pub name: String,
    /// The platform.
    pub platform: Option<String>,
    /// How many followed it, as printed: `41,700,000`, `disputed`, `not recorded`.
    pub followers: String,
    /// What each source says, where they differ.
    pub reports: Vec<Report>,
    /// What the number rests on.
    pub sources: Vec<Citation>,
}

/// A figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeasureRow {
    /// What was counted.
    pub name: String,
    /// The number with its unit.
    pub value: String,
    /// When it was counted, or how it was computed: `as of 2 Nov 2017`, `followers × minutes, an upper bound`.
    pub note: Option<String>,
    /// What each source says, where they differ.
    pub reports: Vec<Report>,
    /// What it rests on.
    pub sources: Vec<Citation>,
}

//! The section about what is done so that it does not happen again.

use super::shown::{Citation, Link, Markdown};
use serde::Serialize;

/// The section: items, or why there are none.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RemediationSection {
    /// Why there are none, where the record says `none`.
    pub none_because: Option<Markdown>,
    /// Owners are asked for or given, so the table has a column for them.
    pub has_owners: bool,
    /// The same of due dates.
    pub has_dues: bool,
    /// The items, in the writer's order.
    pub items: Vec<ItemRow>,
}

/// One piece of remediation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ItemRow {
    /// Its place on the page, without `#`: `r1`, or `r-` and the item's own id.
    pub anchor: String,
    /// What is to be done.
    pub title: Markdown,
    /// What it is for: `Prevent`.
    pub kind: Option<String>,
    /// How far it has got, in words: `In progress`.
    pub status: String,
    /// How the mark beside the status looks.
    pub mark: ItemMark,
    /// Who sees to it; `None` is shown as `No owner` where the table has owners.
    pub owner: Option<String>,
    /// Until when.
    pub due: Option<Due>,
    /// What else is to say: `done 4 Dec 2017`, `declined: too rare`.
    pub notes: Vec<String>,
    /// The factors that it answers, in words.
    pub factors: Vec<String>,
    /// Where it is tracked.
    pub link: Option<Link>,
    /// What it rests on.
    pub sources: Vec<Citation>,
}

/// A day until which something is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Due {
    /// As read: `4 Dec 2017`.
    pub text: String,
    /// The last day on which it is not late, `2017-12-04`; `None` where the item is done or declined, or the day is not
    /// known. The page's script marks what is past due when it is read.
    pub late_after: Option<String>,
}

/// The mark beside a status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemMark {
    /// A ring: open, announced.
    #[default]
    Open,
    /// Dashed: proposed, declined.
    None,
    /// Half filled: begun.
    Progress,
    /// Filled: done.
    Done,
}

//! The page of all incidents: a strip of years, filters, a list.

use super::frame::Frame;
use super::shown::{Badge, Link, Markdown, Part, Px, Severity};
use serde::Serialize;

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ArchivePage {
    /// What stands around it.
    pub frame: Frame,
    /// The way to where it is; empty at the top.
    pub crumbs: Vec<Link>,
    /// `Twelve incidents, minute by minute.`
    pub lede: String,
    /// `From eleven minutes to forty hours.`; `None` where nothing is measured.
    pub span: Option<String>,
    /// What the site is, on its first page, if the config says so.
    pub standfirst: Option<Markdown>,
    /// One mark per incident; `None` where no incident has a day.
    pub strip: Option<Strip>,
    /// A filter for each severity that occurs, worst first; empty where there is only one.
    pub filters: Vec<SeverityFilter>,
    /// `12 incidents`.
    pub count: String,
    /// By year, newest first; those without a year last, under `Undated`.
    pub years: Vec<Year>,
    /// The years that have pages of their own, where not all fit on this one.
    pub earlier: Vec<EarlierYear>,
    /// The years before and after, on the page of one.
    pub older: Option<Link>,
    /// The same, later.
    pub newer: Option<Link>,
}

/// A year that has a page of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EarlierYear {
    /// `2017`, or `Undated`.
    pub label: String,
    /// The way to its page, from the root.
    pub path: String,
    /// How many incidents there are.
    pub count: usize,
}

/// A link that leaves incidents of one severity.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SeverityFilter {
    /// The severity.
    pub severity: Severity,
    /// How many there are.
    pub count: usize,
}

/// The incidents of a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Year {
    /// `2017`, or `Undated`.
    pub label: String,
    /// Its place on the page, without `#`: `y2017`, `undated`.
    pub anchor: String,
    /// Newest first.
    pub incidents: Vec<IncidentRow>,
}

/// One incident of the list.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IncidentRow {
    /// Its place on the page, without `#`: `i-` and its id.
    pub anchor: String,
    /// The way to its page, from the root: `incidents/ID/index.html`.
    pub path: String,
    /// Its day without the year: `2 Nov`, `Nov`.
    pub day: Option<Part>,
    /// What was affected, where the title does not name it: `CrowdStrike`.
    pub subject: Option<String>,
    /// One line.
    pub title: String,
    /// The first sentences of the summary.
    pub summary: Option<Markdown>,
    /// How bad it was.
    pub severity: Option<Severity>,
    /// What is out of the ordinary: `Active`, `Draft`, `Withdrawn`.
    pub badges: Vec<Badge>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// How long it lasted: `11 min`, `unknown`, `not recorded`.
    pub duration: String,
    /// The length as a bar; `None` where there is none.
    pub bar: Option<Bar>,
    /// `mitigated in 49 min`, unless that is the whole length.
    pub note: Option<String>,
}

/// A length of time as a bar of at most 200, on a log scale over the archive.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bar {
    /// The look of the severity, as a mark has it.
    pub look: u8,
    /// What it lasted at least.
    pub least: Option<Px>,
    /// What it lasted at most, where that is more.
    pub most: Option<Px>,
    /// Nobody knows when it ended: an arrow at the end.
    pub is_open: bool,
}

/// One mark per incident, by day of the year, drawn for two widths.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Strip {
    /// What is to be seen, in words.
    pub caption: String,
    /// For 720 px and wider, 1120 wide.
    pub wide: StripDrawing,
    /// For phones, 358 wide, without labels at the marks.
    pub narrow: StripDrawing,
}

/// The strip at one width. All numbers are px at 1:1.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StripDrawing {
    /// How wide.
    pub width: Px,
    /// How high.
    pub height: Px,
    /// Where the lines of the months begin, at the top.
    pub top: Px,
    /// Where they end.
    pub foot: Px,
    /// Where the lines of the years begin.
    pub left: Px,
    /// Where they end.
    pub right: Px,
    /// The months, a line each.
    pub months: Vec<StripMonth>,
    /// The years, a line each, newest at the top.
    pub years: Vec<StripYear>,
    /// The incidents.
    pub marks: Vec<StripMark>,
}

/// The first of a month.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StripMonth {
    /// Where it is.
    pub x: Px,
    /// Where its label begins, 4 px beside the line.
    pub label_x: Px,
    /// `Jan`; `None` where there is no room.
    pub label: Option<String>,
}

/// A year.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StripYear {
    /// The height of its line.
    pub y: Px,
    /// The foot of its label, 4 px below.
    pub label_y: Px,
    /// `2017`.
    pub label: String,
    /// It has no incident.
    pub is_empty: bool,
}

/// An incident.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StripMark {
    /// The way to its row in the list: `#i-2017-11-02-deactivation`, or the page of its year.
    pub href: String,
    /// Which of the four looks; 0 where it has no severity: a plain dot.
    pub look: u8,
    /// Its day.
    pub x: Px,
    /// Its year.
    pub y: Px,
    /// Half its size: the longer it lasted, the larger (log scale), 3 to 11 px.
    pub r: Px,
    /// A few words beside it.
    pub label: Option<StripLabel>,
}

/// Words beside a mark.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StripLabel {
    /// Where they begin, or end.
    pub x: Px,
    /// Their foot.
    pub y: Px,
    /// They stand left of the mark, and end at `x`.
    pub ends: bool,
    /// `Facebook, 6 h 10 min`.
    pub text: String,
}

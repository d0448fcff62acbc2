//! The minute-by-minute list: groups of rows, each row with its permalink.

use super::shown::{Citation, Link, Markdown, Part, Report};
use super::timeline::Place;
use crate::model::words::Milestone;
use serde::Serialize;

/// The list. It holds all that happened; a chart is only another view of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Minutes {
    /// The record's zone, for the switch: `New York (EDT)`; `None` where no row has an instant, and the switch is gone.
    pub zone: Option<String>,
    /// The day that ids without a date mean, `2017-11-02`; `None` where no row has a clock time.
    pub first_day: Option<String>,
    /// A sentence above the list, such as what the hatched rail means.
    pub note: Option<String>,
    /// The groups in order: before, the outage, after; or one a day.
    pub groups: Vec<Group>,
}

/// Rows under one heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Group {
    /// `Before`, `The eleven minutes, inside these twenty-six`, `29 November 2017`.
    pub heading: String,
    /// The day that its rows need not say, `2017-11-02`; a row says the day of its clock where that is another.
    pub day: Option<String>,
    /// The rows, in the writer's order with ticks and gaps between.
    pub rows: Vec<Row>,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "row", rename_all = "lowercase")]
pub enum Row {
    /// Something happened.
    Event(Box<Event>),
    /// A minute of the outage; nothing need have happened in it.
    Tick(Tick),
    /// Minutes of the outage of which nothing is said.
    Ticks(Ticks),
    /// Time left out.
    Gap(Gap),
}

/// A row for an entry, or for a milestone that no entry is.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Event {
    /// The permalink, unique on the page: `t=18:59`, `t=2017-11-03T09:00`, `t=18:59/19:10`, `t=before-19:00`, twins
    /// `t=18:59.2`.
    pub id: String,
    /// When, as the list shows it.
    pub when: When,
    /// The state of the service, drawn along the row.
    pub rail: Rail,
    /// The state in words, where it is another than in the row above: `Impaired from here`.
    pub turn: Option<String>,
    /// Where in the outage the row is.
    pub edge: Edge,
    /// Whether the row is where the impact began or ended.
    pub tone: Tone,
    /// The first sentence without its full stop, shown as a heading. Never cut inside a link, emphasis or code.
    pub headline: Markdown,
    /// What follows; `None` if the first sentence is all.
    pub text: Option<Markdown>,
    /// The milestones that it is.
    pub milestones: Vec<MilestoneTag>,
    /// Who did it.
    pub actor: Option<Actor>,
    /// What else belongs to it, in words: `Metadata in MySQL`, `Decision`, `until 19:15`, `the team learned of it at 09:10`.
    pub details: Vec<Vec<Part>>,
    /// The post that the entry is; the words name the site: `Post on twitter.com`.
    pub post: Option<Link>,
    /// The entries that caused it: the words are what happened and when, the links their permalinks, `#t=18:59`.
    pub causes: Vec<Link>,
    /// What it rests on.
    pub sources: Vec<Citation>,
    /// What a chart draws of it.
    #[serde(skip)]
    pub drawn: Drawn,
}

/// What a chart draws of a row, beside what the row shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Where it stands; `None` where nothing is known of its time.
    pub(super) place: Option<Place>,
    /// The milestones that it is.
    pub(super) milestones: Vec<Milestone>,
    /// Whether it keeps its label where there is room for few.
    pub(super) is_key: bool,
    /// Whether an entry tells of it.
    pub(super) is_entry: bool,
}

/// A row for one minute, or one step, of the outage.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tick {
    /// The permalink, as of an event.
    pub id: String,
    /// The minute. It has no second line.
    pub when: When,
    /// The state of the service.
    pub rail: Rail,
    /// The state in words, where it is another than in the row above: `Impaired from here`.
    pub turn: Option<String>,
    /// Where in the outage the row is.
    pub edge: Edge,
    /// What sources say of this minute: `Begun, in two reports`, `Over by now, if it began at 18:45`.
    pub notes: Vec<Report>,
}

/// A row for several minutes, or steps, of the outage of which nothing is said; each has its permalink.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ticks {
    /// The state of the service, the same in all.
    pub rail: Rail,
    /// That state in words, where it is another than above.
    pub turn: Option<String>,
    /// The minutes.
    pub list: Vec<Tick>,
}

/// A row for time in which nothing is recorded.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Gap {
    /// `10 min later`.
    pub text: String,
    /// The state of the service.
    pub rail: Rail,
}

/// A time as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct When {
    /// How exactly it is known: the shape of the mark.
    pub kind: WhenKind,
    /// The line: `~` `18:59`; `18:59` `–` `19:10`; `+11 min`; `Unknown, before ` `18:59`.
    pub parts: Vec<Part>,
    /// The small line under it, in three parts, first the day where it is not that of the rows around: `29 Nov`.
    pub day: Option<String>,
    /// The same in UTC: `22:59 UTC`, `03:59 UTC, 3 Nov`.
    pub utc: Option<String>,
    /// What else is to be said of it: `some minute`, `after the start`, `day only`.
    pub note: Option<String>,
}

/// How exactly a time is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WhenKind {
    /// To the minute or second: a filled dot.
    #[default]
    Exact,
    /// About then, before or after then: a ring.
    About,
    /// Some time inside a span, a day, or unknown: a hatched square.
    Span,
}

/// The state of the service, drawn as the line beside a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Rail {
    /// As usual, or not known to be otherwise.
    #[default]
    Up,
    /// Certainly impaired: down, or how badly is not said.
    Down,
    /// Certainly impaired, and partly down.
    #[serde(rename = "down partial")]
    Partial,
    /// Certainly impaired, and degraded.
    #[serde(rename = "down degraded")]
    Degraded,
    /// Possibly impaired: the bounds of the outage leave it open.
    Maybe,
    /// Impaired, with no end on record.
    Open,
}

/// Where in the outage a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Edge {
    /// Neither its first nor its last row.
    #[default]
    #[serde(rename = "")]
    Inner,
    /// The first row: the rail begins in it.
    First,
    /// The last row: the rail ends in it.
    Last,
}

/// What a row or milestone means for the impact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Nothing.
    #[default]
    #[serde(rename = "")]
    Plain,
    /// It began.
    Hit,
    /// It ended or became small.
    Good,
}

/// A milestone beside a headline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MilestoneTag {
    /// `Start`, `Detected`, `Mitigated`, `Public notice`.
    pub label: String,
    /// Its colour.
    pub tone: Tone,
}

/// Who did it, as the record lets them be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Actor {
    /// The role, a name or a pseudonym.
    pub label: String,
    /// A name is recorded and not shown; the page says so.
    pub is_withheld: bool,
}

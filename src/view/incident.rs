//! The page of one incident: its head, its sections in order, and what stands beside them.

use super::frame::Frame;
use super::impact::ImpactSection;
use super::minutes::Minutes;
use super::remediation::RemediationSection;
use super::shown::{Badge, Citation, Link, Markdown, Part, Report, Severity};
use super::timeline::Figure;
use serde::Serialize;

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IncidentPage {
    /// What stands around it.
    pub frame: Frame,
    /// The pages above, outermost first: `Incidents`, and the year's place in the list.
    pub crumbs: Vec<Link>,
    /// How bad it was; `None` where not recorded.
    pub severity: Option<Severity>,
    /// Status, review where it is not over, `Approximate times`, in this order.
    pub badges: Vec<Badge>,
    /// The record's id.
    pub id: String,
    /// The day it began: `Thursday 2 November 2017`, or as much as is known.
    pub date: Option<Part>,
    /// One line.
    pub title: String,
    /// The summary where it is short, else its first sentences.
    pub deck: Option<Markdown>,
    /// What the deck rests on.
    pub deck_sources: Vec<Citation>,
    /// The record is withdrawn: why.
    pub withdrawn: Option<Withdrawn>,
    /// The figures, each with its definition.
    pub facts: Vec<Fact>,
    /// The timeline as a picture; `None` where nothing can be placed.
    pub figure: Option<Figure>,
    /// The sections in order, only those that hold something. The table of contents is made of them.
    pub sections: Vec<Section>,
    /// Facts about the record, beside the text.
    pub record: Vec<RecordFact>,
    /// The record in other forms, relative to this page: `record.yaml`.
    pub formats: Vec<Link>,
    /// The incident before this one in time.
    pub previous: Option<Neighbour>,
    /// The incident after it.
    pub next: Option<Neighbour>,
}

/// A tombstone.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Withdrawn {
    /// Why, in words.
    pub reason: Option<String>,
}

/// A figure of the strip under the deck.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Fact {
    /// Its name: `Time to detect`.
    pub label: String,
    /// The value as printed: `≤ 11 min`, `unknown`, `not recorded`.
    pub value: String,
    /// How the value looks.
    pub tone: FactTone,
    /// What bears on the value: `start 18:45–19:00 EDT; length stated by the company`.
    pub note: Option<String>,
    /// How it is counted, one sentence.
    pub definition: String,
    /// Its place on the page of definitions, without `#`: `time-to-detect`.
    pub anchor: String,
}

/// How the value of a figure looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FactTone {
    /// A value.
    #[default]
    Plain,
    /// The length of the outage.
    Hit,
    /// No value: unknown, not recorded.
    None,
}

/// One section of the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Section {
    /// Its place, without `#`: `root-cause`. One word a heading, the same on every page.
    pub anchor: String,
    /// Its heading: `Root cause`.
    pub heading: String,
    /// What it holds.
    pub content: Content,
}

/// What a section holds. The variants stand in the order of the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Content {
    /// The minute-by-minute list, anchor `timeline`.
    Timeline(Minutes),
    /// The impact.
    Impact(ImpactSection),
    /// Markdown: a summary that is too long for a deck, trigger, root cause, resolution, each part of the body.
    Prose(Prose),
    /// A list: contributing factors, lessons.
    Points(Points),
    /// Remediation.
    Remediation(RemediationSection),
    /// What is uncertain: every value that sources dispute.
    Doubts(Doubts),
    /// What the record still needs.
    Needs(Needs),
    /// Other incidents, people, terms: pairs of a name and what stands for it.
    Pairs(Pairs),
    /// What the record rests on, anchor `sources`.
    Sources(Sources),
    /// What was corrected after publication.
    Corrections(Corrections),
}

impl Default for Content {
    fn default() -> Self {
        Self::Prose(Prose::default())
    }
}

/// Markdown with what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Prose {
    /// The Markdown.
    pub text: Markdown,
    /// What it rests on.
    pub sources: Vec<Citation>,
}

/// A list of statements.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Points {
    /// In order.
    pub items: Vec<Point>,
}

/// One statement.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Point {
    /// A bold word before it: the category of a factor, `Process`.
    pub lead: Option<String>,
    /// The statement.
    pub text: Markdown,
    /// What else is to say: `evidence: …`, `latent since 2016`.
    pub details: Vec<String>,
    /// What it rests on.
    pub sources: Vec<Citation>,
}

/// Values that sources dispute.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Doubts {
    /// In the order of the record.
    pub items: Vec<Doubt>,
}

/// A value that sources dispute.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Doubt {
    /// What the question is: `Start of the impact`, `Followers of @account`, `Intent`.
    pub question: String,
    /// What the sources say, those that say the same together.
    pub reports: Vec<Report>,
    /// What the page shows: `18:45–19:00`, `disputed`.
    pub shown: Vec<Part>,
}

/// What the record still needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Needs {
    /// `Complete for an active incident. Seven more things are asked for before it may be called resolved.`
    pub intro: String,
    /// By the state that asks, in order.
    pub stages: Vec<NeedsStage>,
}

/// What one state asks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NeedsStage {
    /// The state: `resolved`.
    pub stage: String,
    /// What is missing.
    pub items: Vec<Need>,
}

/// A key that is missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Need {
    /// The key: `impact_end`.
    pub key: String,
    /// What it holds: `when nobody was affected any longer`.
    pub asks: String,
    /// The rule that asks: `missing-for-status`.
    pub rule: String,
}

/// Names, and what stands for each.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pairs {
    /// In order.
    pub items: Vec<Pair>,
}

/// A name, and what stands for it: `Caused by` and an incident, `Incident commander` and a person.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pair {
    /// The name.
    pub label: String,
    /// Links to other pages.
    pub links: Vec<Link>,
    /// Words, where nothing is linked.
    pub text: Option<String>,
}

/// The list of sources.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Sources {
    /// In the order of their labels.
    pub items: Vec<SourceRow>,
}

/// A source.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SourceRow {
    /// Its place and label: `s1`, `S1`.
    pub citation: Citation,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its title, or its key where there is none.
    pub title: String,
    /// Where it was published; http or https.
    pub href: Option<String>,
    /// Where the copy stands that was read: words, and an address where it is one.
    pub via: Option<Via>,
    /// Where it is archived; http or https.
    pub archived: Option<String>,
    /// `29 Nov 2017`, `read 22 Nov 2026`, `no date noted`.
    pub dates: Vec<String>,
}

/// Where a copy stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Via {
    /// A name, or the host of an address.
    pub label: String,
    /// The address.
    pub href: Option<String>,
}

/// What was corrected.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Corrections {
    /// In the order of the record.
    pub items: Vec<CorrectionRow>,
}

/// One correction.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CorrectionRow {
    /// When: `23 Nov 2026`.
    pub date: Option<Part>,
    /// What was changed.
    pub what: Markdown,
    /// Why.
    pub why: Option<Markdown>,
    /// What it rests on.
    pub sources: Vec<Citation>,
}

/// A fact about the record, beside the text: `Incident zone`, `Tags`, `People`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RecordFact {
    /// Its name.
    pub label: String,
    /// The value in words.
    pub value: String,
}

/// The incident before or after this one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Neighbour {
    /// Its title.
    pub title: String,
    /// Its day: `21 Oct 2018`.
    pub date: Option<String>,
    /// The way there: `../2018-10-21-partition/index.html`.
    pub href: String,
}

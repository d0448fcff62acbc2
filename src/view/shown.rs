//! The small things that several pages show: links, citations, severities, badges, times and Markdown.

use serde::{Serialize, Serializer};

/// Markdown as the record has it; the renderer makes HTML of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Markdown(pub String);

/// A length or place in a drawing, in CSS pixels; written to a tenth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Px(pub f64);

impl Serialize for Px {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64((self.0 * 10.0).round() / 10.0)
    }
}

/// A link with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The words.
    pub label: String,
    /// The address; links inside the site are relative to the page: `../2018-10-21-partition/index.html`.
    pub href: String,
}

/// A source that a statement rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// `S1`.
    pub label: String,
    /// The place in the list of sources, without `#`: `s1`.
    pub anchor: String,
}

/// How bad it was. Shown as a shape, a word and a colour.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Severity {
    /// Which of the four looks: 1 diamond, 2 triangle, 3 square, 4 ring. A longer scale gives the last look to all
    /// that are left.
    pub look: u8,
    /// The place on the scale from 1, worst first.
    pub rank: usize,
    /// The short form of the word that records use: `SEV 2`.
    pub code: String,
    /// The word that readers see: `Major`.
    pub name: String,
}

/// A word about a record that stands beside its severity: a status, `Draft`, `Approximate times`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// The word.
    pub label: String,
    /// How it looks.
    pub tone: BadgeTone,
}

/// How a badge looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BadgeTone {
    /// Like the text around it.
    #[default]
    Quiet,
    /// In the colour of an outage: it is going on.
    Live,
    /// Dashed: it is not final, or something is withheld.
    Dashed,
}

/// One piece of a line in which times stand: words, or a time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What is seen: `~`, `–`, `before `, `18:59`. Spaces are part of it.
    pub text: String,
    /// What is spoken instead, where a sign is seen: `about `, ` to `.
    pub spoken: Option<String>,
    /// The time in UTC, `2017-11-02T22:59Z` or with seconds; or a local day, month or year, `2017-11-29`, `2017-11`.
    /// Only a time with `T` is an instant that the zone switch changes; its text is then a clock, `18:59` or `18:59:30`, or
    /// the day that stands beside a clock, `2 Nov 2017` or `2 Nov`.
    pub datetime: Option<String>,
}

/// A statement of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What it says: `about 18:45`, `41.7 million`.
    pub words: Vec<Part>,
    /// Who says it; several if they say the same.
    pub sources: Vec<Citation>,
}

//! The page that says what the words and numbers of the site mean.

use super::frame::Frame;
use super::minutes::When;
use super::shown::Severity;
use serde::Serialize;

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DefinitionsPage {
    /// What stands around it.
    pub frame: Frame,
    /// The scale of severities, worst first.
    pub severities: Vec<SeverityTerm>,
    /// The states of an incident.
    pub statuses: Vec<Term>,
    /// The states of a record.
    pub reviews: Vec<Term>,
    /// The points that every incident passes.
    pub milestones: Vec<Term>,
    /// The figures. The anchors are those that [`Fact`](super::incident::Fact) names.
    pub metrics: Vec<Term>,
    /// How times are written and shown, one example a form.
    pub times: Vec<TimeForm>,
    /// The zone of records that name none: `UTC`.
    pub zone: String,
}

/// A step of the scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SeverityTerm {
    /// The step.
    pub severity: Severity,
    /// What makes an incident one of these, from the config.
    pub description: Option<String>,
}

/// A word and its meaning.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Term {
    /// Its place on the page, without `#`: `time-to-detect`.
    pub anchor: String,
    /// The word: `Time to detect`.
    pub name: String,
    /// What it means, one sentence or two.
    pub meaning: String,
}

/// A form in which times are written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimeForm {
    /// As a record writes it: `about 18:59`.
    pub written: String,
    /// As the list shows it.
    pub when: When,
    /// What it means.
    pub meaning: String,
}

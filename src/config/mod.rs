//! What a project says of all its records: `minutebook.yaml`. It may be absent; every key has a default.

mod read;

pub use read::{FIELDS, read};

use crate::model::Defaults;
use std::collections::BTreeMap;

/// The file's name, at the root of a project.
pub use crate::source::CONFIG as FILE;

/// The settings of a project.
#[derive(Clone, Debug)]
pub struct Config {
    /// The title of the site.
    pub title: String,
    /// What the site is, in a sentence or two; Markdown.
    pub description: Option<String>,
    /// Where the site will stand, with a slash at the end; `None` where nobody said.
    pub base_url: Option<String>,
    /// What records take from here where they say nothing themselves.
    pub defaults: Defaults,
    /// The scale of severities, worst first.
    pub severities: Vec<Severity>,
    /// The kinds of incident that a record may be of; empty is any.
    pub kinds: Vec<String>,
    /// The tags that a record may have; empty is any.
    pub tags: Vec<String>,
    /// The components that a record may name; empty is any.
    pub components: Vec<Component>,
    /// Who may read, innermost first.
    pub audiences: Vec<String>,
    /// Levels of rules that differ from their own.
    pub rules: BTreeMap<String, RuleLevel>,
}

/// A step of the scale of severities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    /// The word that records use: `sev2`.
    pub id: String,
    /// The word that readers see: `Major`.
    pub name: String,
    /// What makes an incident one of these.
    pub description: Option<String>,
}

/// A part of what the project runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// The word that records use.
    pub id: String,
    /// The words that readers see.
    pub name: Option<String>,
    /// The component that it is part of.
    pub parent: Option<String>,
}

/// What becomes of a rule's findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleLevel {
    /// Nothing: they are not shown.
    Allow,
    /// Each is a warning.
    Warn,
    /// Each is an error.
    Deny,
}

impl Default for Config {
    fn default() -> Self {
        let severity = |id: &str, name: &str, what: &str| Severity {
            id: id.into(),
            name: name.into(),
            description: Some(what.into()),
        };
        Self {
            title: "Incidents".to_owned(),
            description: None,
            base_url: None,
            defaults: Defaults::default(),
            severities: vec![
                severity("sev1", "Critical", "Most users are cut off, or data or safety is at stake."),
                severity("sev2", "Major", "Many users are hindered, or one important thing does not work."),
                severity("sev3", "Minor", "Some users are hindered, or there is a way round."),
                severity("sev4", "Low", "Hardly anybody notices."),
            ],
            kinds: Vec::new(),
            tags: Vec::new(),
            components: Vec::new(),
            audiences: vec!["internal".to_owned(), "public".to_owned()],
            rules: BTreeMap::new(),
        }
    }
}

/// The address of a site as it is kept, with a slash at its end; `None` if no site can stand there.
#[must_use]
pub fn site_address(text: &str) -> Option<String> {
    let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme))?;
    let is_plain =
        !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '#' | '?'));
    let has_host = rest.split('/').next().is_some_and(|host| !host.is_empty());
    (is_plain && has_host).then(|| format!("{}/", text.trim_end_matches('/')))
}

impl Config {
    /// The rank of a severity on the scale, worst first from 0.
    #[must_use]
    pub fn rank(&self, severity: &str) -> Option<usize> {
        self.severities.iter().position(|step| step.id == severity)
    }

    /// The outermost audience: the one that a site is for unless somebody says otherwise.
    #[must_use]
    pub fn outermost(&self) -> &str {
        self.audiences.last().map_or("public", String::as_str)
    }
}

//! The text of an entry in each of the forms that records have. Whether a text survives in a form is found by reading
//! it again, so nothing here knows what YAML or Markdown make of it.

use crate::scaffold::record::quoted;

/// What an entry says, as it is to be read again.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said<'a> {
    pub(super) text: String,
    pub(super) actor: Option<&'a str>,
    pub(super) milestones: Vec<&'static str>,
    pub(super) sources: Vec<&'a str>,
}

/// What an entry is written in.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    /// One line, with what separates its time from its text.
    Line(Quote, String),
    /// `at:`, `text:` and what else there is.
    Map {
        /// The quotes of the time and of the text.
        quotes: [Quote; 2],
        /// What goes around all pairs and between them.
        around: [String; 3],
    },
    /// A row of a table.
    Row(Columns),
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Quote {
    /// As it is, in Markdown.
    None,
    /// Bare, in YAML.
    Plain,
    Single,
    Double,
}

/// The columns of a table, and how its rows look.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Columns {
    pub(super) keys: Vec<Option<&'static str>>,
    /// How wide the cells above are, with the space in them; empty where they are not aligned.
    pub(super) widths: Vec<usize>,
    /// What stands on both sides of a cell's text.
    pub(super) space: &'static str,
    /// The bars before the first cell and behind the last one.
    pub(super) edges: [&'static str; 2],
}

impl Form {
    /// The entry in this form; `None` where the form has no place for something that it says.
    pub(super) fn write(&self, at: &str, said: &Said) -> Option<String> {
        match self {
            Self::Line(..) if said.actor.is_some() => None,
            // YAML takes a colon and a space for a key; what is read back well by chance is quoted all the same.
            Self::Line(Quote::Plain, _) if said.text.contains(": ") || said.text.ends_with(':') => None,
            Self::Line(quote, separator) => {
                Some(quote.write(&format!("{at}{separator}{}", with_groups(said, true, true))))
            }
            Self::Map { quotes: [time, text], around: [start, between, end] } => {
                let mut pairs = vec![format!("at: {}", time.write(at)), format!("text: {}", text.write(&said.text))];
                pairs.extend(said.actor.map(|actor| format!("actor: {actor}")));
                pairs.extend(match said.milestones.as_slice() {
                    [] => None,
                    [one] => Some(format!("milestone: {one}")),
                    more => Some(format!("milestone: [{}]", more.join(", "))),
                });
                pairs.extend((!said.sources.is_empty()).then(|| format!("sources: [{}]", said.sources.join(", "))));
                Some(format!("{start}{}{end}", pairs.join(between)))
            }
            Self::Row(columns) => columns.write(at, said),
        }
    }
}

impl Columns {
    fn write(&self, at: &str, said: &Said) -> Option<String> {
        let has = |key| self.keys.contains(&Some(key));
        if said.actor.is_some() && !has("actor") {
            return None;
        }
        let text = with_groups(said, !has("sources"), !has("milestone")).replace('|', "\\|");
        let cell = |key| match key {
            Some("at") => at.to_owned(),
            Some("text") => text.clone(),
            Some("actor") => said.actor.unwrap_or_default().to_owned(),
            Some("sources") => said.sources.join(", "),
            Some("milestone") => said.milestones.join(", "),
            _ => String::new(),
        };
        let widths = self.widths.iter().copied().chain(std::iter::repeat(0));
        let cells = self.keys.iter().zip(widths).map(|(key, width)| match cell(*key) {
            cell if cell.is_empty() => self.space.to_owned() + &" ".repeat(width.saturating_sub(self.space.len())),
            cell => {
                let width = width.saturating_sub(2 * self.space.len());
                format!("{space}{cell:width$}{space}", space = self.space)
            }
        });
        let [start, end] = self.edges;
        Some(format!("{start}{}{end}", cells.collect::<Vec<_>>().join("|")).trim().to_owned())
    }
}

impl Quote {
    fn write(self, text: &str) -> String {
        match self {
            Self::None | Self::Plain => text.to_owned(),
            Self::Single => format!("'{}'", text.replace('\'', "''")),
            Self::Double => quoted(text),
        }
    }
}

/// The text and the groups behind it.
fn with_groups(said: &Said, sources: bool, milestones: bool) -> String {
    let mut parts = vec![said.text.clone()];
    if sources && !said.sources.is_empty() {
        parts.push(format!("[{}]", said.sources.join(", ")));
    }
    if milestones && !said.milestones.is_empty() {
        parts.push(format!("{{{}}}", said.milestones.join(", ")));
    }
    parts.join(" ")
}

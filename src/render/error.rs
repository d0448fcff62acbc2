//! What can be wrong with a template, in the words and at the place that its author needs.

use std::fmt;
use tera::ErrorKind;

/// A template that cannot be read, or that names what is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The template's path in `templates/`, where one is at fault.
    pub template: Option<String>,
    /// The line from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong, one phrase.
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(template) = &self.template {
            write!(f, "templates/{template}:")?;
            if let Some(line) = self.line {
                write!(f, "{line}:")?;
            }
            f.write_str(" ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<tera::Error> for Error {
    fn from(error: tera::Error) -> Self {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Self {
                template: Some(report.filename().to_owned()),
                line: Some(report.span().start_line),
                message: phrase(report.message()),
            },
            ErrorKind::MissingParent { current, parent } => Self {
                template: Some(current.clone()),
                line: None,
                message: format!("the template `{parent}` that it extends does not exist"),
            },
            ErrorKind::CircularExtend { tpl, .. } => {
                Self { template: Some(tpl.clone()), line: None, message: "it extends itself".to_owned() }
            }
            ErrorKind::CircularInclude { tpl, .. } => {
                Self { template: Some(tpl.clone()), line: None, message: "it includes itself".to_owned() }
            }
            _ => Self { template: None, line: None, message: phrase(&error.to_string()) },
        }
    }
}

/// One line, without the capital and the full stop of a sentence.
fn phrase(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim_end_matches('.');
    let mut letters = line.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

//! From files to findings and pages, in memory: no disk, no clock. Records are read in parallel; what comes out does
//! not depend on how.

mod press;
mod project;
mod reading;
mod shown;
#[cfg(test)]
mod tests;

pub use press::{Fault, Page, Press, press};
pub use project::{Followed, Project};

use crate::check::{self, Whole};
use crate::config::Config;
use crate::diag::{Diagnostic, Level};
use crate::model::Archive;
use crate::source::Sources;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A project that was read and checked.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Its settings; what is faulty has its default.
    pub config: Config,
    /// Every incident that could be read.
    pub archive: Archive,
    /// What is wrong, by the path of the file.
    pub diagnostics: BTreeMap<String, Vec<Diagnostic>>,
}

/// Reads and checks a project; without `today`, rules that need a day are not run.
#[must_use]
pub fn check(sources: &Sources, today: Option<NaiveDate>) -> Checked {
    let Whole { config, incidents, diagnostics } = check::whole(sources.config.as_ref(), &sources.records, today);
    Checked { config, archive: Archive::new(incidents), diagnostics }
}

/// The text of one file of a project.
#[must_use]
pub fn text<'s>(sources: &'s Sources, path: &str) -> Option<&'s str> {
    let config = sources.config.as_ref().filter(|file| file.path == path);
    let template = || sources.templates.iter().find(|file| file.path == path);
    sources.record(path).or(config).or_else(template).map(|file| &*file.text)
}

impl Checked {
    /// How many findings of a level there are.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.diagnostics.values().flatten().filter(|found| found.level == level).count()
    }
}

//! A project that is being edited: it takes changed files, and has at any moment the last good pages and everything
//! that is wrong. A change costs the work of the changed records; pages are made when somebody asks for them.

use super::press::{Fault, Page};
use super::reading::Reading;
use super::shown::{Shown, built_in};
use crate::config;
use crate::diag::{Diagnostic, Level};
use crate::render;
use crate::source::{SourceFile, Sources, TEMPLATES};
use std::collections::BTreeSet;

/// A project in memory.
pub struct Project {
    sources: Sources,
    reading: Reading,
    shown: Shown,
    /// What is wrong with the templates.
    template: Option<(String, Diagnostic)>,
    /// Files that changed since the last good state.
    pending: BTreeSet<String>,
    /// Whether one of them concerns every record.
    pending_all: bool,
}

/// What came of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The files that say something else now, sorted.
    pub changed: Vec<String>,
    /// How many pages differ; `None` where every page may.
    pub pages: Option<usize>,
    /// Whether the pages show the change: nothing is wrong with any file.
    pub is_shown: bool,
}

/// The name of a fault in a template, which no rule finds.
const TEMPLATE_FAULT: &str = "template-not-understood";

/// With more changed files than this, nobody counts the pages that differ.
const COUNTED: usize = 50;

impl Project {
    /// Reads and checks a project; pages are for an audience, or else for the outermost.
    ///
    /// A record with an error has no page until it is mended.
    #[must_use]
    pub fn new(sources: Sources, audience: Option<String>) -> Self {
        let reading = Reading::new(&sources, audience, None);
        let is_faulty = |path: &str| has_error(reading.diagnostics.get(path));
        let shown = Shown::new(&reading, &sources, is_faulty, built_in());
        let pending = reading.diagnostics.keys().filter(|path| is_faulty(path)).cloned().collect();
        let mut project = Self { sources, reading, shown, template: None, pending, pending_all: false };
        if !project.sources.templates.is_empty() {
            project.take_templates();
        }
        project
    }

    /// Takes files as they are now, `None` for one that is gone. `None` comes back if nothing is new about them.
    pub fn follow(&mut self, files: impl IntoIterator<Item = (String, Option<SourceFile>)>) -> Option<Followed> {
        let mut changed = BTreeSet::new();
        for (path, file) in files {
            if self.sources.set(&path, file) {
                changed.insert(path);
            }
        }
        if changed.is_empty() {
            return None;
        }
        let templates = changed.iter().any(|path| is_template(path));
        if templates {
            self.take_templates();
        }
        let records: BTreeSet<String> = changed.iter().filter(|path| !is_template(path)).cloned().collect();
        let turned = self.reading.update(&self.sources, &records);
        self.pending.extend(records);
        self.pending_all |= turned.config || turned.withheld;
        let is_shown = self.count(Level::Error) == 0;
        let pages = if is_shown { self.show() } else { Some(0) };
        Some(Followed { changed: changed.into_iter().collect(), pages: pages.filter(|_| !templates), is_shown })
    }

    /// Every file of the site.
    #[must_use]
    pub fn pages(&self) -> Vec<Page> {
        self.shown.pages()
    }

    /// How many pages readers see.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.shown.page_count()
    }

    /// The files that pages load.
    #[must_use]
    pub fn assets(&self) -> Vec<Page> {
        self.shown.assets()
    }

    /// The file at a path of the site, if there is one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<Page> {
        self.shown.find(path)
    }

    /// Appends the bytes of a page in its last good state to `out`.
    ///
    /// # Errors
    ///
    /// If a template is wrong, or a name that is not to be published would be shown.
    pub fn make(&self, page: &Page, out: &mut Vec<u8>) -> Result<(), Fault> {
        self.shown.make(page, out)
    }

    /// The hash of all that a page is made from: while it stays the same, so do the bytes.
    #[must_use]
    pub fn fingerprint(&self, page: &Page) -> blake3::Hash {
        self.shown.fingerprint(page)
    }

    /// Everything that is wrong, by file and place.
    pub fn findings(&self) -> impl Iterator<Item = (&str, &Diagnostic)> {
        let found = self.reading.diagnostics.iter();
        let found = found.flat_map(|(path, list)| list.iter().map(move |one| (path.as_str(), one)));
        found.chain(self.template.iter().map(|(path, fault)| (path.as_str(), fault)))
    }

    /// How many findings of a level there are.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.findings().filter(|(_, found)| found.level == level).count()
    }

    /// The audiences that its config names, innermost first.
    #[must_use]
    pub fn audiences(&self) -> &[String] {
        &self.reading.config.audiences
    }

    /// The text of one of its files.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        super::text(&self.sources, path)
    }

    /// Its files, as they are now.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Brings the pages up to what was read, and says how many differ.
    fn show(&mut self) -> Option<usize> {
        let pending = std::mem::take(&mut self.pending);
        if std::mem::take(&mut self.pending_all) {
            self.shown.follow_all(&self.reading, &self.sources);
            return None;
        }
        if pending.len() > COUNTED {
            self.shown.follow(&self.reading, &self.sources, &pending);
            return None;
        }
        let before = self.shown.fingerprints(&pending);
        self.shown.follow(&self.reading, &self.sources, &pending);
        let after = self.shown.fingerprints(&pending);
        let differ = before.keys().chain(after.keys()).filter(|path| before.get(*path) != after.get(*path));
        Some(differ.collect::<BTreeSet<_>>().len())
    }

    fn take_templates(&mut self) {
        let taken = self.shown.take_templates(&self.sources);
        self.template = taken.err().map(|fault| self.template_fault(fault));
    }

    /// A fault in a template as a finding, at its line.
    fn template_fault(&self, fault: render::Error) -> (String, Diagnostic) {
        let path = format!("{TEMPLATES}/{}", fault.template.unwrap_or_default());
        let text = super::text(&self.sources, &path).unwrap_or_default();
        let line = fault.line.and_then(|line| text.lines().nth(line.saturating_sub(1)));
        let span = line.map_or(0..0, |line| {
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            start..start + line.trim_end().len()
        });
        (path, Diagnostic::error(TEMPLATE_FAULT, span, fault.message))
    }
}

fn is_template(path: &str) -> bool {
    path != config::FILE && path.strip_prefix(TEMPLATES).is_some_and(|rest| rest.starts_with('/'))
}

fn has_error(found: Option<&Vec<Diagnostic>>) -> bool {
    found.is_some_and(|found| found.iter().any(|one| one.level == Level::Error))
}

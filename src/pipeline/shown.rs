//! What readers see of a project: the last state of it in which nothing was wrong, laid out for pages. It holds a row and
//! the text of each record; the incident is read from the text when a page about it is made.

use super::press::{Fault, Page, Press, renderer};
use super::reading::Reading;
use crate::audience::{Projected, Viewer, Withheld};
use crate::config::Config;
use crate::model;
use crate::render::{self, Renderer};
use crate::source::{SourceFile, Sources};
use crate::view::{Contents, Place, Row, fingerprint};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// The records that readers may see, and what makes pages of them.
pub(super) struct Shown {
    config: Config,
    viewer: Viewer,
    withheld: Withheld,
    contents: Contents,
    /// By the path of the file.
    records: BTreeMap<String, Record>,
    renderer: Arc<Renderer>,
}

/// A record as it was when nothing was wrong.
struct Record {
    place: Place,
    text: Arc<str>,
    /// The hash of the incident as readers see it, once somebody asked for it.
    fingerprint: OnceLock<blake3::Hash>,
}

/// The templates of the program alone.
pub(super) fn built_in() -> Arc<Renderer> {
    Arc::new(Renderer::new(&[]).expect("the built-in templates are understood"))
}

impl Shown {
    /// The incidents of a project without those that `is_left_out` names by path.
    pub(super) fn new(
        reading: &Reading,
        sources: &Sources,
        is_left_out: impl Fn(&str) -> bool,
        renderer: Arc<Renderer>,
    ) -> Self {
        let mut new = Self {
            config: reading.config.clone(),
            viewer: reading.viewer.clone(),
            withheld: reading.withheld.clone(),
            contents: Contents::default(),
            records: BTreeMap::new(),
            renderer,
        };
        for path in reading.paths().filter(|path| !is_left_out(path)) {
            new.put(path, reading.row(path).cloned(), sources);
        }
        new
    }

    /// Takes the project's templates, if they can make pages.
    pub(super) fn take_templates(&mut self, sources: &Sources) -> Result<(), render::Error> {
        let new = Arc::new(renderer(sources)?);
        let place = self.contents.first();
        self.press_with(&new, place).try_each_kind(place)?;
        self.renderer = new;
        Ok(())
    }

    /// Starts anew, where a change concerns every record.
    pub(super) fn follow_all(&mut self, reading: &Reading, sources: &Sources) {
        *self = Self::new(reading, sources, |_| false, Arc::clone(&self.renderer));
    }

    /// Follows the records in these files.
    pub(super) fn follow(&mut self, reading: &Reading, sources: &Sources, changed: &BTreeSet<String>) {
        let before = self.called(changed);
        for path in changed {
            self.put(path, reading.row(path).cloned(), sources);
        }
        let after = self.called(changed);
        // Incidents that name one that came or went have a tie more or less.
        let turned = before.symmetric_difference(&after);
        let tied = turned.flat_map(|name| self.contents.namers(name)).map(|place| place.file().to_owned());
        for file in tied.collect::<Vec<_>>() {
            self.records.entry(file).and_modify(|record| record.fingerprint = OnceLock::new());
        }
    }

    /// The pages that may differ when these files do: a fingerprint each. An incident that is not in them counts only by
    /// what it is beside: what it is itself does not differ.
    pub(super) fn fingerprints(&self, changed: &BTreeSet<String>) -> BTreeMap<String, blake3::Hash> {
        let press = self.press(None);
        let same = blake3::Hash::from_bytes([0; 32]);
        let record = |place: &Place| if changed.contains(place.file()) { self.record_fingerprint(place) } else { same };
        let beside = press.beside(&self.places(changed)).into_iter();
        beside.map(|page| (page.as_ref().to_owned(), press.fingerprint(&page, record))).collect()
    }

    /// The files that pages load.
    pub(super) fn assets(&self) -> Vec<Page> {
        self.press(None).assets().collect()
    }

    /// How many pages readers see, old addresses among them.
    pub(super) fn page_count(&self) -> usize {
        let of_the_site = self.press(None).of_the_site().filter(Page::is_html).count();
        of_the_site + self.contents.name_count()
    }

    /// Every file of the site.
    pub(super) fn pages(&self) -> Vec<Page> {
        self.press(None).pages()
    }

    /// The file at a path of the site, if there is one.
    pub(super) fn find(&self, path: &str) -> Option<Page> {
        self.press(None).find(path)
    }

    /// Appends the bytes of a page to `out`.
    pub(super) fn make(&self, page: &Page, out: &mut Vec<u8>) -> Result<(), Fault> {
        self.press(page.place()).make(page, out)
    }

    /// The hash of all that a page is made from.
    pub(super) fn fingerprint(&self, page: &Page) -> blake3::Hash {
        self.press(None).fingerprint(page, |place| self.record_fingerprint(place))
    }

    /// The press for pages of the site, and for those about the incident at a place.
    fn press(&self, place: Option<&Place>) -> Press<'_> {
        self.press_with(&self.renderer, place)
    }

    fn press_with(&self, renderer: &Arc<Renderer>, place: Option<&Place>) -> Press<'_> {
        let incident = place.and_then(|place| self.read(place));
        Press::about(incident, &self.contents, &self.config, renderer, &self.withheld)
    }

    /// The incident at a place, read from its text.
    fn read(&self, place: &Place) -> Option<Projected> {
        let record = self.records.get(place.file())?;
        let file = SourceFile { path: place.file().to_owned(), text: Arc::clone(&record.text), fault: None };
        let incident = model::read(&file, &self.config.defaults).incident?;
        Some(self.viewer.project(incident, &self.withheld, |id| self.contents.place(id).is_some()).0)
    }

    fn record_fingerprint(&self, place: &Place) -> blake3::Hash {
        let record = self.records.get(place.file()).expect("an incident in the contents has its record");
        *record.fingerprint.get_or_init(|| fingerprint(&self.read(place)))
    }

    /// Takes in the record of a file as it is now, or that readers see none.
    fn put(&mut self, path: &str, row: Option<Arc<Row>>, sources: &Sources) {
        if let Some(old) = self.records.remove(path) {
            self.contents.remove(&old.place);
        }
        if let Some((row, file)) = row.zip(sources.record(path)) {
            let place = self.contents.insert(row);
            let record = Record { place, text: Arc::clone(&file.text), fingerprint: OnceLock::new() };
            self.records.insert(path.to_owned(), record);
        }
    }

    /// What the incidents in some files are and were called.
    fn called(&self, files: &BTreeSet<String>) -> BTreeSet<String> {
        let rows = files.iter().filter_map(|path| self.contents.row(&self.records.get(path)?.place));
        rows.flat_map(Row::names).map(str::to_owned).collect()
    }

    fn places(&self, files: &BTreeSet<String>) -> BTreeSet<Place> {
        files.iter().filter_map(|path| self.records.get(path)).map(|record| record.place.clone()).collect()
    }
}

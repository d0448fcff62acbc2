//! What readers see of a project: the last state of it in which nothing was wrong, laid out for pages.

use super::press::{Press, renderer};
use super::reading::Reading;
use crate::audience::Edition;
use crate::config::Config;
use crate::model::{Incident, in_order};
use crate::render::{self, Renderer};
use crate::source::Sources;
use crate::view::{Index, Row};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An edition with its rows, and what makes pages of it.
pub(super) struct Shown {
    /// The audience that was asked for; `None` is the outermost.
    audience: Option<String>,
    config: Config,
    edition: Edition,
    rows: Vec<Row>,
    renderer: Arc<Renderer>,
}

/// The templates of the program alone.
pub(super) fn built_in() -> Arc<Renderer> {
    Arc::new(Renderer::new(&[]).expect("the built-in templates are understood"))
}

impl Shown {
    /// The incidents of a project without those that `is_left_out` names by path.
    pub(super) fn new(
        reading: &Reading,
        audience: Option<String>,
        is_left_out: impl Fn(&str) -> bool,
        renderer: Arc<Renderer>,
    ) -> Self {
        let config = reading.config.clone();
        let mut incidents: Vec<&Incident> =
            reading.incidents().filter(|incident| !is_left_out(&incident.path)).collect();
        incidents.par_sort_by(|a, b| in_order(a, b));
        // An audience that the config no longer names sees what everybody may see.
        let named = audience.as_deref().filter(|name| config.audiences.iter().any(|known| known == name));
        let viewer = named.unwrap_or(config.outermost());
        let edition = Edition::of(&incidents, reading.withheld.clone(), &config, viewer);
        let rows = edition.incidents().par_iter().map(|incident| Row::of(incident, &config)).collect();
        Self { audience, config, edition, rows, renderer }
    }

    /// What makes the pages.
    pub(super) fn press(&self) -> Press<'_> {
        self.press_with(&self.renderer)
    }

    /// Takes the project's templates, if they can make pages.
    pub(super) fn take_templates(&mut self, sources: &Sources) -> Result<(), render::Error> {
        let new = Arc::new(renderer(sources)?);
        self.press_with(&new).try_each_kind()?;
        self.renderer = new;
        Ok(())
    }

    /// Starts anew, where a change concerns every record.
    pub(super) fn follow_all(&mut self, reading: &Reading) {
        *self = Self::new(reading, self.audience.take(), |_| false, Arc::clone(&self.renderer));
    }

    /// Follows the records in these files, and those that name them.
    pub(super) fn follow(&mut self, reading: &Reading, changed: &BTreeSet<String>) {
        let before = self.called(changed);
        for path in changed {
            self.put(path, reading.incident(path));
        }
        let after = self.called(changed);
        // Among several files a name may have gone from one to another, and was nobody's in between.
        let renamed: BTreeSet<&String> = match changed.len() {
            0 | 1 => before.symmetric_difference(&after).collect(),
            _ => before.union(&after).collect(),
        };
        if renamed.is_empty() {
            return;
        }
        let names = |incident: &&Incident| incident.relations.iter().any(|tie| renamed.contains(&tie.id));
        for incident in reading.incidents().filter(names) {
            self.put(&incident.path, Some(incident));
        }
    }

    /// The pages that may differ when these files do: a fingerprint each.
    pub(super) fn fingerprints(&self, changed: &BTreeSet<String>) -> BTreeMap<String, blake3::Hash> {
        let press = self.press();
        press.beside(&self.places(changed)).map(|page| (page.as_ref().to_owned(), press.fingerprint(&page))).collect()
    }

    fn press_with(&self, renderer: &Arc<Renderer>) -> Press<'_> {
        let index = Index::with_rows_of(&self.edition, &self.config, &self.rows);
        Press::new(index, Arc::clone(renderer), self.edition.withheld())
    }

    fn put(&mut self, path: &str, incident: Option<&Incident>) {
        let moved = self.edition.put(path, incident, &self.config);
        let row = |place: usize| Row::of(&self.edition.incidents()[place], &self.config);
        match (moved.from, moved.to) {
            (Some(from), Some(to)) if from == to => self.rows[to] = row(to),
            (from, to) => {
                from.inspect(|from| drop(self.rows.remove(*from)));
                to.inspect(|to| self.rows.insert(*to, row(*to)));
            }
        }
    }

    /// What the incidents in some files are and were called.
    fn called(&self, files: &BTreeSet<String>) -> BTreeSet<String> {
        let incidents = self.places(files).into_iter().map(|place| &self.edition.incidents()[place]);
        incidents.flat_map(|incident| [&incident.id].into_iter().chain(&incident.aliases)).cloned().collect()
    }

    fn places(&self, files: &BTreeSet<String>) -> Vec<usize> {
        let incidents = self.edition.incidents().iter().enumerate();
        incidents.filter(|(_, incident)| files.contains(&incident.path)).map(|(place, _)| place).collect()
    }
}

//! Which pages there are, and what each is made from. A kind of page is one file in `pages/` and two lines here.

use super::View;
use super::pages;
use super::row::{Row, fingerprint};
use crate::audience::Edition;
use crate::config::Config;
use crate::model::Incident;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A kind of page.
#[derive(Debug)]
pub struct PageKind {
    /// Its name, that of its file.
    pub name: &'static str,
    /// Which pages of this kind there are.
    pub paths: fn(&Listed<'_>) -> Vec<PageKey>,
    /// What one of them is made from: a view sees nothing else.
    pub inputs: for<'i> fn(&'i Index<'i>, &PageKey) -> Inputs<'i>,
    /// The page.
    pub view: fn(&Inputs<'_>) -> View,
}

/// Every kind of page, in the order of their names.
pub const PAGES: &[&PageKind] = &[
    &pages::archive::PAGE,
    &pages::definitions::PAGE,
    &pages::incident::PAGE,
    &pages::not_found::PAGE,
    &pages::record_json::PAGE,
    &pages::record_yaml::PAGE,
    &pages::redirect::PAGE,
    &pages::robots::PAGE,
    &pages::sitemap::PAGE,
];

/// The folder of the pages about incidents.
const INCIDENTS: &str = "incidents/";

/// One page of the site.
#[derive(Clone, Debug)]
pub struct PageKey {
    /// Its place in the site: `incidents/2017-11-02-deactivation/index.html`.
    pub path: String,
    /// What it is about.
    pub subject: Subject,
    /// What kind it is.
    pub kind: &'static PageKind,
}

impl AsRef<str> for PageKey {
    fn as_ref(&self) -> &str {
        &self.path
    }
}

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The whole site.
    Site,
    /// An incident, by its place in the edition.
    Incident(usize),
    /// An old id of an incident: its place in the edition, and that of the alias in its list.
    Alias(usize, usize),
}

/// An edition, laid out so that each page finds what it is made from.
#[derive(Debug)]
pub struct Index<'a> {
    edition: &'a Edition,
    config: &'a Config,
    /// A row for each incident, in the order of the edition.
    rows: Cow<'a, [Row]>,
    /// The place of each incident, by its id and by those it had before. For a single page a walk costs less.
    places: Option<BTreeMap<&'a str, usize>>,
}

/// Of which incidents pages are listed, beside those of the whole site.
#[derive(Clone, Debug)]
pub struct Listed<'i> {
    incidents: &'i [Incident],
    pub(super) config: &'i Config,
    places: Range<usize>,
}

impl<'i> Listed<'i> {
    /// These incidents, each with its place in the edition.
    pub(super) fn incidents(&self) -> impl Iterator<Item = (usize, &'i Incident)> {
        self.places.clone().zip(&self.incidents[self.places.clone()])
    }
}

impl<'a> Index<'a> {
    /// Lays out an edition.
    #[must_use]
    pub fn new(edition: &'a Edition, config: &'a Config) -> Self {
        let rows = edition.incidents().par_iter().map(|incident| Row::of(incident, config)).collect();
        let ids = |incident: &'a Incident| [&incident.id].into_iter().chain(&incident.aliases).map(String::as_str);
        let places =
            edition.incidents().iter().enumerate().flat_map(|(i, incident)| ids(incident).map(move |id| (id, i)));
        Self { edition, config, rows: Cow::Owned(rows), places: Some(places.collect()) }
    }

    /// An edition whose rows are there already, one for each incident, in its order.
    #[must_use]
    pub fn with_rows_of(edition: &'a Edition, config: &'a Config, rows: &'a [Row]) -> Self {
        Self { edition, config, rows: Cow::Borrowed(rows), places: None }
    }

    /// Every page of the site, sorted by path.
    #[must_use]
    pub fn pages(&self) -> Vec<PageKey> {
        let mut keys = self.listed(0..self.rows.len());
        keys.sort_by(|a, b| a.path.cmp(&b.path));
        keys
    }

    /// The pages of the whole site, and those about the incident at a place.
    #[must_use]
    pub fn pages_about(&self, place: Option<usize>) -> Vec<PageKey> {
        self.listed(place.map_or(0..0, |place| place..place + 1))
    }

    /// The pages that show incidents at some places: those of the whole site, those about them, about their
    /// neighbours, and about the incidents that name them.
    #[must_use]
    pub fn pages_beside(&self, places: &[usize]) -> Vec<PageKey> {
        let names = |incident: &Incident, row: &Row| incident.relations.iter().any(|tie| row.answers_to(&tie.id));
        let mut beside: BTreeSet<usize> =
            places.iter().flat_map(|place| [place.saturating_sub(1), *place, place + 1]).collect();
        for (place, incident) in
            self.incidents().iter().enumerate().filter(|(_, incident)| !incident.relations.is_empty())
        {
            if places.iter().any(|shown| names(incident, &self.rows[*shown])) {
                beside.insert(place);
            }
        }
        beside.retain(|place| *place < self.rows.len());
        let mut keys = self.listed(0..0);
        for place in beside {
            let mut about = self.listed(place..place + 1);
            about.retain(|key| {
                let inputs = (key.kind.inputs)(self, key);
                let shows_others = inputs.older.is_some() || inputs.newer.is_some() || !inputs.others.is_empty();
                key.subject != Subject::Site && (shows_others || places.contains(&place))
            });
            keys.extend(about);
        }
        keys
    }

    /// Whether it holds no incident.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The page at a path, if there is one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<PageKey> {
        let id = path.strip_prefix(INCIDENTS).and_then(|rest| rest.split('/').next());
        let place = id.and_then(|id| self.place(id));
        self.pages_about(place).into_iter().find(|key| key.path == path)
    }

    /// Hashes everything that a page is made from, and nothing else.
    #[must_use]
    pub fn fingerprint(&self, key: &PageKey) -> blake3::Hash {
        let Inputs { path, config, incident, rows, older, newer, alias, others } = (key.kind.inputs)(self, key);
        let ends = (older.is_some(), newer.is_some(), others.len());
        let mut hash = blake3::Hasher::new();
        hash.update(fingerprint(&(key.kind.name, path, alias, ends)).as_bytes());
        hash.update(fingerprint(config).as_bytes()).update(fingerprint(&incident).as_bytes());
        for row in older.into_iter().chain(newer).chain(others).chain(rows) {
            hash.update(row.fingerprint.as_bytes());
        }
        hash.finalize()
    }

    /// The place of the incident that is or was called so.
    fn place(&self, id: &str) -> Option<usize> {
        match &self.places {
            Some(places) => places.get(id).copied(),
            None => self.rows.iter().position(|row| row.answers_to(id)),
        }
    }

    fn listed(&self, places: Range<usize>) -> Vec<PageKey> {
        let listed = Listed { incidents: self.incidents(), config: self.config, places };
        PAGES.iter().flat_map(|kind| (kind.paths)(&listed)).collect()
    }

    /// The incidents, in the order of the edition.
    pub(super) fn incidents(&self) -> &'a [Incident] {
        self.edition.incidents()
    }

    /// The inputs of a page that is made from the config alone.
    pub(super) fn bare(&self, key: &PageKey) -> Inputs<'_> {
        let path = key.path.clone();
        Inputs {
            path,
            config: self.config,
            incident: None,
            rows: Vec::new(),
            older: None,
            newer: None,
            alias: None,
            others: Vec::new(),
        }
    }

    /// The inputs of a page that lists every incident.
    pub(super) fn with_rows(&self, key: &PageKey) -> Inputs<'_> {
        Inputs { rows: self.rows.iter().collect(), ..self.bare(key) }
    }

    /// The inputs of a page that shows one incident and nothing else.
    pub(super) fn with_record(&self, key: &PageKey) -> Inputs<'_> {
        Inputs { others: Vec::new(), older: None, newer: None, ..self.with_incident(key) }
    }

    /// The inputs of a page about one incident: the record, its neighbours, and those it is related to.
    pub(super) fn with_incident(&self, key: &PageKey) -> Inputs<'_> {
        let (index, alias) = match key.subject {
            Subject::Incident(index) => (index, None),
            Subject::Alias(index, alias) => (index, self.incidents()[index].aliases.get(alias)),
            Subject::Site => return self.bare(key),
        };
        let incident = &self.incidents()[index];
        let related = incident.relations.iter().filter_map(|relation| self.place(&relation.id));
        Inputs {
            incident: Some(incident),
            older: self.rows.get(index + 1),
            newer: index.checked_sub(1).and_then(|index| self.rows.get(index)),
            alias: alias.map(String::as_str),
            others: related.map(|place| &self.rows[place]).collect(),
            ..self.bare(key)
        }
    }
}

/// What one page is made from: the only door to data, so that a view cannot read what its page did not declare.
#[derive(Debug)]
pub struct Inputs<'i> {
    pub(super) path: String,
    pub(super) config: &'i Config,
    pub(super) incident: Option<&'i Incident>,
    pub(super) rows: Vec<&'i Row>,
    pub(super) older: Option<&'i Row>,
    pub(super) newer: Option<&'i Row>,
    pub(super) alias: Option<&'i str>,
    /// Incidents that the record names.
    pub(super) others: Vec<&'i Row>,
}

impl<'i> Inputs<'i> {
    /// The incident of a page about one.
    pub(super) fn subject(&self) -> &'i Incident {
        self.incident.expect("a page about an incident declares it")
    }

    /// The way from this page to the root of the site.
    pub(super) fn root(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }
}

/// One page of a kind for each listed incident, at `incidents/ID/` and a name.
pub(super) fn per_incident(listed: &Listed<'_>, kind: &'static PageKind, name: &str) -> Vec<PageKey> {
    let keys = listed.incidents().map(|(i, incident)| PageKey {
        path: format!("{INCIDENTS}{}/{name}", incident.id),
        subject: Subject::Incident(i),
        kind,
    });
    keys.collect()
}

/// The one page of a kind.
pub(super) fn single(kind: &'static PageKind, path: &str) -> Vec<PageKey> {
    vec![PageKey { path: path.to_owned(), subject: Subject::Site, kind }]
}

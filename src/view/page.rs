//! Which pages there are, and what each is made from. A kind of page is one file in `pages/` and two lines here.

use super::View;
use super::contents::{Contents, Place};
use super::pages;
use super::row::{Row, fingerprint};
use crate::audience::Projected;
use crate::config::Config;
use crate::model::words::RelationKind;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

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
    &pages::year::PAGE,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The whole site.
    Site,
    /// The incidents of a year, or those that have no day.
    Year(Option<i32>),
    /// An incident.
    Incident(Place),
    /// An old id of an incident, by its place in the list.
    Alias(Place, usize),
}

impl Subject {
    /// The incident that a page is about.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Site | Self::Year(_) => None,
            Self::Incident(place) | Self::Alias(place, _) => Some(place),
        }
    }
}

/// An edition, laid out so that each page finds what it is made from.
#[derive(Debug)]
pub struct Index<'a> {
    contents: &'a Contents,
    config: &'a Config,
    incidents: Incidents<'a>,
    /// The hash of the config, once it was asked for.
    settings: OnceCell<blake3::Hash>,
}

/// The incidents that pages are made of: rows are always there, whole incidents where pages about them are to be made.
#[derive(Clone, Copy, Debug)]
pub enum Incidents<'a> {
    /// All of them, by place.
    All(&'a BTreeMap<Place, &'a Projected>),
    /// One.
    One(&'a Projected),
    /// None, which is enough to find pages and to tell whether they changed.
    None,
}

/// Of which incidents pages are listed, beside those of the whole site.
#[derive(Clone, Debug)]
pub struct Listed<'i> {
    rows: Vec<(&'i Place, &'i Row)>,
    pub(super) contents: &'i Contents,
    pub(super) config: &'i Config,
}

impl<'i> Listed<'i> {
    /// These incidents.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&'i Place, &'i Row)> {
        self.rows.iter().copied()
    }
}

impl<'a> Index<'a> {
    /// Lays out an edition.
    #[must_use]
    pub fn new(contents: &'a Contents, incidents: Incidents<'a>, config: &'a Config) -> Self {
        Self { contents, config, incidents, settings: OnceCell::new() }
    }

    /// Every page of the site, sorted by path.
    #[must_use]
    pub fn pages(&self) -> Vec<PageKey> {
        let rows = self.contents.rows.iter().map(|(place, row)| (place, &**row));
        let mut keys = self.listed(rows.collect());
        keys.sort_by(|a, b| a.path.cmp(&b.path));
        keys
    }

    /// The pages of the whole site, and those about the incident at a place.
    #[must_use]
    pub fn pages_about(&self, place: Option<&Place>) -> Vec<PageKey> {
        let row = |place| Some((place, self.contents.row(place)?));
        self.listed(place.into_iter().filter_map(row).collect())
    }

    /// The pages that show incidents at some places: those of the whole site, those about them, about their
    /// neighbours, and about the incidents that they name or that name them.
    #[must_use]
    pub fn pages_beside(&self, places: &BTreeSet<Place>) -> Vec<PageKey> {
        let mut beside = places.clone();
        for place in places {
            let neighbours = [self.contents.older(place), self.contents.newer(place)];
            beside.extend(neighbours.into_iter().flatten().map(|(place, _)| place.clone()));
            let Some(row) = self.contents.row(place) else { continue };
            beside.extend(row.names().flat_map(|name| self.contents.namers(name)).cloned());
            beside.extend(row.ties.iter().filter_map(|tie| self.contents.place(&tie.id)).cloned());
        }
        let mut keys = self.listed(Vec::new());
        for place in beside {
            let mut about = self.pages_about(Some(&place));
            about.retain(|key| {
                let inputs = (key.kind.inputs)(self, key);
                let shows_others = inputs.older.is_some()
                    || inputs.newer.is_some()
                    || !inputs.others.is_empty()
                    || !inputs.namers.is_empty();
                key.subject != Subject::Site && (shows_others || places.contains(&place))
            });
            keys.extend(about);
        }
        keys
    }

    /// The page at a path, if there is one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<PageKey> {
        let id = path.strip_prefix(INCIDENTS).and_then(|rest| rest.split('/').next());
        let place = id.and_then(|id| self.contents.place(id));
        self.pages_about(place).into_iter().find(|key| key.path == path)
    }

    /// Hashes everything that a page is made from, and nothing else; `record` knows the hash of an incident as its
    /// readers see it.
    #[must_use]
    pub fn fingerprint(&self, key: &PageKey, record: impl Fn(&Place) -> blake3::Hash) -> blake3::Hash {
        let Inputs { path, config, place, incident: _, rows, has_years, older, newer, alias, others, namers } =
            (key.kind.inputs)(self, key);
        let (ties, namers): (Vec<RelationKind>, Vec<&Row>) = namers.into_iter().unzip();
        let ends = (older.is_some(), newer.is_some(), others.len(), ties, has_years);
        let mut hash = blake3::Hasher::new();
        hash.update(fingerprint(&(key.kind.name, path, alias, ends)).as_bytes());
        hash.update(self.settings.get_or_init(|| fingerprint(config)).as_bytes());
        if let Some(place) = place {
            hash.update(record(place).as_bytes());
        }
        for row in older.into_iter().chain(newer).chain(others).chain(namers) {
            hash.update(row.fingerprint.as_bytes());
        }
        if let Some(rows) = rows {
            hash.update(&rows.fingerprint());
        }
        hash.finalize()
    }

    fn listed(&self, rows: Vec<(&Place, &Row)>) -> Vec<PageKey> {
        let listed = Listed { rows, contents: self.contents, config: self.config };
        PAGES.iter().flat_map(|kind| (kind.paths)(&listed)).collect()
    }

    /// The inputs of a page that is made from the config alone.
    pub(super) fn bare(&self, key: &PageKey) -> Inputs<'_> {
        Inputs {
            path: key.path.clone(),
            config: self.config,
            place: None,
            incident: None,
            rows: None,
            has_years: false,
            older: None,
            newer: None,
            alias: None,
            others: Vec::new(),
            namers: Vec::new(),
        }
    }

    /// The inputs of a page that lists every incident.
    pub(super) fn with_rows(&self, key: &PageKey) -> Inputs<'_> {
        Inputs { rows: Some(Rows::All(self.contents)), has_years: self.contents.has_years(), ..self.bare(key) }
    }

    /// The inputs of a page that lists the incidents of a year.
    pub(super) fn with_year(&self, key: &PageKey) -> Inputs<'_> {
        let Subject::Year(year) = key.subject else { return self.bare(key) };
        Inputs { rows: Some(Rows::Year(self.contents, year)), has_years: true, ..self.bare(key) }
    }

    /// The inputs of a page that shows one incident and nothing else.
    pub(super) fn with_record(&self, key: &PageKey) -> Inputs<'_> {
        let found = key.subject.place().and_then(|place| self.contents.rows.get_key_value(place));
        let Some((place, row)) = found else { return self.bare(key) };
        let incident = match self.incidents {
            Incidents::All(all) => all.get(place).copied(),
            Incidents::One(one) => Some(one),
            Incidents::None => None,
        };
        let alias = match key.subject {
            Subject::Alias(_, alias) => row.aliases.get(alias).map(String::as_str),
            Subject::Site | Subject::Year(_) | Subject::Incident(_) => None,
        };
        Inputs { place: Some(place), incident, alias, ..self.bare(key) }
    }

    /// The inputs of a page about one incident: the record, its neighbours, and those it is related to.
    pub(super) fn with_incident(&self, key: &PageKey) -> Inputs<'_> {
        let inputs = self.with_record(key);
        let Some((place, row)) = inputs.place.and_then(|place| Some((place, self.contents.row(place)?))) else {
            return inputs;
        };
        let related = row.ties.iter().filter_map(|tie| self.contents.place(&tie.id));
        let namers: BTreeSet<&Place> = row.names().flat_map(|name| self.contents.namers(name)).collect();
        let namers = namers.into_iter().filter(|namer| *namer != place).filter_map(|place| self.contents.row(place));
        let ties = |namer: &'_ Row| namer.ties.clone().into_iter().filter(|tie| row.answers_to(&tie.id));
        Inputs {
            namers: namers.flat_map(|namer| ties(namer).map(move |tie| (tie.kind, namer))).collect(),
            has_years: self.contents.has_years(),
            older: self.contents.older(place).map(|(_, row)| row),
            newer: self.contents.newer(place).map(|(_, row)| row),
            others: related.filter_map(|place| self.contents.row(place)).collect(),
            ..inputs
        }
    }
}

/// The incidents that a page lists.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rows<'i> {
    /// All.
    All(&'i Contents),
    /// Those of a year, and that there are years beside it.
    Year(&'i Contents, Option<i32>),
}

impl<'i> Rows<'i> {
    /// Every year with an incident, the latest first.
    pub(super) fn years(self) -> impl Iterator<Item = (Option<i32>, usize)> + use<'i> {
        let (Self::All(contents) | Self::Year(contents, _)) = self;
        contents.years().map(|(year, sum)| (year, sum.count))
    }

    fn fingerprint(self) -> [u8; 32] {
        match self {
            Self::All(contents) => contents.all().fingerprint,
            Self::Year(contents, year) => {
                let beside = contents.years().map(|(year, _)| year).collect::<Vec<_>>();
                *fingerprint(&(contents.year(year).fingerprint, beside)).as_bytes()
            }
        }
    }
}

/// What one page is made from: the only door to data, so that a view cannot read what its page did not declare.
#[derive(Debug)]
pub struct Inputs<'i> {
    pub(super) path: String,
    pub(super) config: &'i Config,
    /// The incident of a page about one: where it stands,
    pub(super) place: Option<&'i Place>,
    /// and the incident itself, where the page is to be made.
    pub(super) incident: Option<&'i Projected>,
    /// The incidents of a page that lists some.
    pub(super) rows: Option<Rows<'i>>,
    /// Whether years have pages of their own.
    pub(super) has_years: bool,
    pub(super) older: Option<&'i Row>,
    pub(super) newer: Option<&'i Row>,
    pub(super) alias: Option<&'i str>,
    /// Incidents that the record names.
    pub(super) others: Vec<&'i Row>,
    /// Incidents whose records name this one.
    pub(super) namers: Vec<(RelationKind, &'i Row)>,
}

impl<'i> Inputs<'i> {
    /// The incidents of a page that lists some, in order.
    pub(super) fn rows(&self) -> Vec<&'i Row> {
        match self.rows {
            None => Vec::new(),
            Some(Rows::All(contents)) => contents.rows().collect(),
            Some(Rows::Year(contents, year)) => contents.rows().filter(|row| row.year() == year).collect(),
        }
    }

    /// The incident of a page about one.
    pub(super) fn subject(&self) -> &'i Projected {
        self.incident.expect("a page about an incident declares it, and is made with it at hand")
    }

    /// The way from this page to the root of the site.
    pub(super) fn root(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }
}

/// One page of a kind for each listed incident, at `incidents/ID/` and a name.
pub(super) fn per_incident(listed: &Listed<'_>, kind: &'static PageKind, name: &str) -> Vec<PageKey> {
    let keys = listed.rows().map(|(place, row)| PageKey {
        path: format!("{INCIDENTS}{}/{name}", row.id),
        subject: Subject::Incident(place.clone()),
        kind,
    });
    keys.collect()
}

/// The one page of a kind.
pub(super) fn single(kind: &'static PageKind, path: &str) -> Vec<PageKey> {
    vec![PageKey { path: path.to_owned(), subject: Subject::Site, kind }]
}

//! From an edition to the bytes of each page, one at a time: what publishes them holds no more than one in memory.

use crate::audience::{Edition, Projected, Withheld};
use crate::config::Config;
use crate::render::{self, Override, Renderer};
use crate::source::{Sources, TEMPLATES};
use crate::view::{Contents, Incidents, Index, PageKey, Place, Row};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// Everything that the pages of a site are made from.
pub struct Press<'a> {
    contents: Cow<'a, Contents>,
    held: Held<'a>,
    config: &'a Config,
    renderer: Arc<Renderer>,
    withheld: &'a Withheld,
}

/// The incidents that are at hand.
enum Held<'a> {
    All(BTreeMap<Place, &'a Projected>),
    One(Box<Projected>),
    None,
}

/// A file of the site.
#[derive(Clone, Debug)]
pub enum Page {
    /// Made from records and the config.
    Made(PageKey),
    /// A file that pages load, by its path.
    Asset(String),
}

impl AsRef<str> for Page {
    fn as_ref(&self) -> &str {
        match self {
            Self::Made(key) => &key.path,
            Self::Asset(path) => path,
        }
    }
}

impl Page {
    /// Whether readers see it as a page of its own.
    #[must_use]
    pub fn is_html(&self) -> bool {
        Path::new(self.as_ref()).extension().is_some_and(|ending| ending == "html")
    }

    /// The incident that it is about, if it is about one.
    pub(super) fn place(&self) -> Option<&Place> {
        match self {
            Self::Made(key) => key.subject.place(),
            Self::Asset(_) => None,
        }
    }
}

/// Why a page could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A template is wrong.
    Template(render::Error),
    /// The page would hold a name that is not to be published. The name is not told: logs are passed on.
    Leak {
        /// The page, unless its path holds the name.
        page: Option<String>,
        /// The record that withholds the name.
        incident: String,
        /// Whose name it is in that record.
        actor: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(error) => error.fmt(f),
            Self::Leak { page, incident, actor } => {
                let page = page.as_ref().map_or_else(|| "the path of a page".to_owned(), |page| format!("`{page}`"));
                write!(f, "{page} would show the name of the actor `{actor}` of `{incident}`, which is withheld")
            }
        }
    }
}

impl Fault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Template(_) => None,
            Self::Leak { .. } => Some(
                "`minutebook check` shows where a record says it; if none does, or the rule is silenced, look at the \
                 `allow` of the records, at `rules` in `minutebook.yaml`, and at the templates",
            ),
        }
    }
}

impl std::error::Error for Fault {}

/// A press for an edition, with the project's own templates.
///
/// # Errors
///
/// If a template of the project is not understood.
pub fn press<'a>(edition: &'a Edition, config: &'a Config, sources: &Sources) -> Result<Press<'a>, Fault> {
    let renderer = Arc::new(renderer(sources).map_err(Fault::Template)?);
    let rows: Vec<Row> = edition.incidents().par_iter().map(|incident| Row::of(incident, config)).collect();
    let mut contents = Contents::default();
    let places: Vec<Place> = rows.into_iter().map(|row| contents.insert(Arc::new(row))).collect();
    let all = places.into_iter().zip(edition.incidents()).collect();
    Ok(Press { contents: Cow::Owned(contents), held: Held::All(all), config, renderer, withheld: edition.withheld() })
}

/// A renderer with the project's own templates.
pub(super) fn renderer(sources: &Sources) -> Result<Renderer, render::Error> {
    let overrides: Vec<Override> = sources
        .templates
        .iter()
        .filter_map(|file| {
            let path = file.path.strip_prefix(TEMPLATES)?.strip_prefix('/')?.to_owned();
            file.fault.is_none().then(|| Override { path, text: file.text.to_string() })
        })
        .collect();
    Renderer::new(&overrides)
}

impl<'a> Press<'a> {
    /// A press for pages of the whole site, and for those about one incident if it is given.
    pub(super) fn about(
        incident: Option<Projected>,
        contents: &'a Contents,
        config: &'a Config,
        renderer: &Arc<Renderer>,
        withheld: &'a Withheld,
    ) -> Self {
        let held = incident.map_or(Held::None, |incident| Held::One(Box::new(incident)));
        Self { contents: Cow::Borrowed(contents), held, config, renderer: Arc::clone(renderer), withheld }
    }

    fn index(&self) -> Index<'_> {
        let incidents = match &self.held {
            Held::All(all) => Incidents::All(all),
            Held::One(one) => Incidents::One(one),
            Held::None => Incidents::None,
        };
        Index::new(&self.contents, incidents, self.config)
    }

    /// Every file of the site.
    #[must_use]
    pub fn pages(&self) -> Vec<Page> {
        self.index().pages().into_iter().map(Page::Made).chain(self.assets()).collect()
    }

    /// The pages that are about no one incident.
    pub(super) fn of_the_site(&self) -> impl Iterator<Item = Page> {
        self.index().pages_about(None).into_iter().map(Page::Made)
    }

    /// The files that pages load.
    pub fn assets(&self) -> impl Iterator<Item = Page> {
        self.renderer.assets().map(|(path, _)| Page::Asset(path.to_owned()))
    }

    /// The file at a path of the site, if there is one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<Page> {
        let asset = self.renderer.assets().find(|(known, _)| *known == path);
        let asset = asset.map(|(path, _)| Page::Asset(path.to_owned()));
        asset.or_else(|| self.index().find(path).map(Page::Made))
    }

    /// The hash of all that a file is made from: while it stays the same, so do the bytes. `record` knows the hash of an
    /// incident as its readers see it.
    pub(super) fn fingerprint(&self, page: &Page, record: impl Fn(&Place) -> blake3::Hash) -> blake3::Hash {
        let mut hash = blake3::Hasher::new();
        match page {
            Page::Made(key) => {
                let inputs = self.index().fingerprint(key, record);
                hash.update(inputs.as_bytes()).update(self.renderer.fingerprint().as_bytes())
            }
            Page::Asset(path) => hash.update(self.asset(path)),
        };
        hash.finalize()
    }

    /// The pages that show the incidents at some places: those of the site, their own, and those of their neighbours
    /// and of the incidents that name them.
    pub(super) fn beside(&self, places: &BTreeSet<Place>) -> Vec<Page> {
        self.index().pages_beside(places).into_iter().map(Page::Made).collect()
    }

    /// Makes the pages of the site and those about an incident, to see whether the templates can.
    pub(super) fn try_each_kind(&self, place: Option<&Place>) -> Result<(), render::Error> {
        let index = self.index();
        let mut out = Vec::new();
        for key in index.pages_about(place) {
            out.clear();
            self.renderer.render(&(key.kind.view)(&(key.kind.inputs)(&index, &key)), &mut out)?;
        }
        Ok(())
    }

    /// Appends the bytes of a page to `out`, and looks at them for names that are not to be published.
    ///
    /// # Errors
    ///
    /// If a template is wrong, or a name would be shown.
    pub fn make(&self, page: &Page, out: &mut Vec<u8>) -> Result<(), Fault> {
        let before = out.len();
        match page {
            Page::Made(key) => {
                let view = (key.kind.view)(&(key.kind.inputs)(&self.index(), key));
                self.renderer.render(&view, out).map_err(Fault::Template)?;
            }
            Page::Asset(path) => out.extend_from_slice(self.asset(path)),
        }
        let hit = self.withheld.in_bytes(&out[before..]).or_else(|| self.withheld.in_bytes(page.as_ref().as_bytes()));
        let Some(hit) = hit else { return Ok(()) };
        let path = page.as_ref();
        let page = self.withheld.in_address(path).is_none().then(|| path.to_owned());
        let (incident, actor) = (hit.person.incident.clone(), hit.person.actor.clone());
        Err(Fault::Leak { page, incident, actor })
    }

    fn asset(&self, path: &str) -> &[u8] {
        self.renderer.assets().find(|(known, _)| *known == path).map_or(&[], |(_, bytes)| bytes)
    }
}

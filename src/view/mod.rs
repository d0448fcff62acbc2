//! What each page shows, as plain values: every word, number and link is decided here, none of the HTML.
//!
//! The structs are the contract between the builders, which know the model, and the templates, which know the look.
//! A template computes nothing, so a view has every field that its template names, and holds texts as they are read:
//! `≤ 11 min`, not a number of seconds. Absent is `None` or an empty list, and is not shown at all.

pub mod archive;
mod contents;
pub mod definitions;
pub mod drawing;
pub mod frame;
pub mod impact;
pub mod incident;
mod list;
pub mod minutes;
mod page;
mod pages;
pub mod plain;
pub mod remediation;
mod row;
mod sections;
pub mod shown;
pub mod timeline;
mod values;
mod words;

pub use contents::{Contents, Place};
pub use page::{Incidents, Index, Inputs, Listed, PAGES, PageKey, PageKind, Subject};
pub use row::{Row, fingerprint};

use serde::Serialize;

/// One page or file of the site, one variant a kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum View {
    /// The list of all incidents, `index.html`.
    Archive(Box<archive::ArchivePage>),
    /// One incident, `incidents/ID/index.html`.
    Incident(Box<incident::IncidentPage>),
    /// What the words and numbers mean, `about/index.html`.
    Definitions(Box<definitions::DefinitionsPage>),
    /// An old address that leads to a new one, `incidents/OLD/index.html`.
    Redirect(plain::RedirectPage),
    /// What a host shows where there is nothing, `404.html`.
    NotFound(plain::NotFoundPage),
    /// What crawlers may read, `robots.txt`.
    Robots(plain::Robots),
    /// Every page by its address, `sitemap.xml`; there is one only where the config says where the site will stand.
    Sitemap(plain::Sitemap),
    /// A file that is ready as it stands: a record in another form.
    Text(String),
}

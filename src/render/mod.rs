//! Pages and views become bytes. Sees no incident: what is shown was decided before.

mod error;
pub mod markdown;
mod templates;
#[cfg(test)]
mod tests;

pub use error::Error;
pub use templates::Override;

use crate::view::View;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use tera::{Context, Tera};

/// The templates of the program, and under `assets/` the files that pages load.
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Makes the bytes of views. Made once; every thread may use it.
pub struct Renderer {
    tera: Tera,
    assets: BTreeMap<String, Vec<u8>>,
    fingerprint: blake3::Hash,
}

impl Renderer {
    /// A renderer with the templates of the program, and those of a project in their place.
    ///
    /// An override takes the place of the built-in file of the same name. A template may begin with
    /// `{% extends "builtin/incident.html" %}` and give only the blocks that differ.
    ///
    /// # Errors
    ///
    /// If a template of the project is not understood, or names what does not exist.
    pub fn new(overrides: &[Override]) -> Result<Self, Error> {
        Ok(Self {
            tera: templates::tera(&BUILT_IN, overrides)?,
            assets: templates::assets(&BUILT_IN, overrides),
            fingerprint: templates::fingerprint(overrides),
        })
    }

    /// Appends the bytes of a view to `out`.
    ///
    /// # Errors
    ///
    /// If a template of the project names what the view does not have. The built-in templates name nothing else.
    pub fn render(&self, view: &View, out: &mut Vec<u8>) -> Result<(), Error> {
        if let View::Text(text) = view {
            out.extend_from_slice(text.as_bytes());
            return Ok(());
        }
        let context = Context::from_serialize(view).map_err(Error::from)?;
        self.tera.render_to(template(view), &context, out).map_err(Error::from)
    }

    /// The hash of the templates that a project has of its own.
    #[must_use]
    pub fn fingerprint(&self) -> blake3::Hash {
        self.fingerprint
    }

    /// The files that pages load, by their paths in the site: `assets/site.css`.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

/// The template of a kind of page; a text needs none.
fn template(view: &View) -> &'static str {
    match view {
        View::Archive(_) => "archive.html",
        View::Incident(_) => "incident.html",
        View::Definitions(_) => "definitions.html",
        View::Redirect(_) => "redirect.html",
        View::NotFound(_) => "not_found.html",
        View::Robots(_) => "robots.txt",
        View::Sitemap(_) => "sitemap.xml",
        View::Text(_) => "",
    }
}

//! Pages and views become bytes. Sees no incident: what is shown was decided before.

mod error;
mod escape;
mod looks;
pub mod markdown;
mod templates;
#[cfg(test)]
mod tests;

pub use error::Error;
pub use templates::Override;

use crate::view::View;
use crate::view::drawing::Drawing;
use crate::view::timeline::{Chart, Figure, Key};
use include_dir::{Dir, include_dir};
use looks::Looks;
use std::collections::BTreeMap;
use tera::{Context, Tera, Value};

/// The templates of the program, and under `assets/` the files that pages load.
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Makes the bytes of views. Made once; every thread may use it.
pub struct Renderer {
    tera: Tera,
    /// How a chart looks, and the key to it.
    chart: Looks,
    key: Looks,
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
        let tera = templates::tera(&BUILT_IN, overrides)?;
        let looks = |template: &str, blank: &Drawing| {
            let text = tera.render(template, &Context::new()).map_err(Error::from)?;
            Looks::read(&text, template, blank)
        };
        Ok(Self {
            chart: looks("timeline.svg", Chart::blank().drawing())?,
            key: looks("key.html", Key::blank().drawing())?,
            tera,
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
        let mut context = Context::from_serialize(view).map_err(Error::from)?;
        if let View::Incident(page) = view
            && let Some(figure) = &page.figure
        {
            self.draw(figure, &mut context);
        }
        self.tera.render_to(template(view), &context, out).map_err(Error::from)
    }

    /// Adds the drawings of a figure, which are ready to be placed: `charts`, and `key`.
    fn draw(&self, figure: &Figure, context: &mut Context) {
        let charts = figure.charts.iter().map(|chart| Value::safe_string(&self.chart.draw(chart.drawing())));
        context.insert_value("charts", Value::from(charts.collect::<Vec<_>>()));
        let key = figure.key.as_ref().map_or_else(String::new, |key| self.key.draw(key.drawing()));
        context.insert_value("key", Value::safe_string(&key));
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

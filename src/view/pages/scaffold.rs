//! What stands around every HTML page.

use crate::view::frame::{Frame, NavItem};
use crate::view::page::Inputs;
use crate::view::shown::Markdown;

/// The frame of a page with a title of its own, or of the page that has the site's.
pub(super) fn frame(inputs: &Inputs<'_>, title: Option<&str>, description: impl Into<String>) -> Frame {
    let site = inputs.config.title.clone();
    let nav = [("Incidents", "index.html"), ("Definitions", "about/index.html")];
    let is_current =
        |path: &str| inputs.path == path || path == "index.html" && (inputs.place.is_some() || inputs.rows.is_some());
    Frame {
        root: inputs.root(),
        title: title.map_or_else(|| site.clone(), |title| format!("{title} · {site}")),
        site,
        description: Markdown(description.into()),
        canonical: inputs.config.base_url.as_ref().map(|base| format!("{base}{}", address(&inputs.path))),
        nav: nav
            .iter()
            .map(|(label, path)| NavItem { label: (*label).into(), path: (*path).into(), is_current: is_current(path) })
            .collect(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// A page's address on a host: folders end in a slash.
pub(super) fn address(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

//! What a host shows where there is nothing.

use super::scaffold::frame;
use crate::view::View;
use crate::view::page::{Inputs, PageKind, single};
use crate::view::plain::NotFoundPage;
use crate::view::shown::Link;

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "not_found",
    paths: |_| single(&PAGE, "404.html"),
    inputs: |index, key| index.with_rows(key),
    view: |inputs| View::NotFound(view(inputs)),
};

/// How many of the newest incidents are named.
const RECENT: usize = 5;

fn view(inputs: &Inputs<'_>) -> NotFoundPage {
    let mut frame = frame(inputs, Some("Not found"), "There is no such page.".to_owned());
    // The page is served at any depth, so that only a path from the host's root leads anywhere.
    frame.root = inputs.config.base_url.as_deref().map_or_else(String::new, path_of);
    frame.canonical = None;
    for item in &mut frame.nav {
        item.is_current = false;
    }
    let recent = inputs.rows().into_iter().take(RECENT);
    NotFoundPage { frame, recent: recent.map(|row| Link { label: row.title.clone(), href: row.path() }).collect() }
}

/// The path of an address: `/incidents/` of `https://example.com/incidents/`.
fn path_of(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map_or_else(|| "/".to_owned(), |slash| rest[slash..].to_owned())
}

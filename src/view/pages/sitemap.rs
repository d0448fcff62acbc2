//! Every page by its address, where the config says where the site will stand.

use super::scaffold::address;
use crate::view::View;
use crate::view::page::{Inputs, PageKind, single};
use crate::view::plain::Sitemap;

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "sitemap",
    paths: |listed| match listed.config.base_url {
        Some(_) => single(&PAGE, "sitemap.xml"),
        None => Vec::new(),
    },
    inputs: |index, key| index.with_rows(key),
    view: |inputs| View::Sitemap(view(inputs)),
};

fn view(inputs: &Inputs<'_>) -> Sitemap {
    let base = inputs.config.base_url.as_deref().unwrap_or_default();
    let incidents = inputs.rows.iter().map(|row| row.path());
    let pages = ["index.html".to_owned(), "about/index.html".to_owned()].into_iter().chain(incidents);
    let mut urls: Vec<String> = pages.map(|path| format!("{base}{}", address(&path))).collect();
    urls.sort();
    Sitemap { urls }
}

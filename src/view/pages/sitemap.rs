//! Every page by its address, where the config says where the site will stand.

use super::archive::year_path;
use super::scaffold::address;
use crate::view::View;
use crate::view::page::{Inputs, PageKind, Rows, single};
use crate::view::plain::Sitemap;
use crate::view::row::Row;

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
    let incidents = inputs.rows().into_iter().map(Row::path);
    let years = inputs.rows.into_iter().filter(|_| inputs.has_years).flat_map(Rows::years);
    let pages = ["index.html".to_owned(), "about/index.html".to_owned()].into_iter().chain(incidents);
    let pages = pages.chain(years.map(|(year, _)| year_path(year)));
    let mut urls: Vec<String> = pages.map(|path| format!("{base}{}", address(&path))).collect();
    urls.sort();
    Sitemap { urls }
}

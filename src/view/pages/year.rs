//! The incidents of one year, where there are too many for one list.

use super::archive::{list, year_path};
use crate::view::View;
use crate::view::page::{Inputs, Listed, PageKey, PageKind, Rows, Subject};
use crate::view::shown::Link;
use crate::view::{archive::ArchivePage, words};

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "year",
    paths,
    inputs: |index, key| index.with_year(key),
    view: |inputs| View::Archive(Box::new(view(inputs))),
};

fn paths(listed: &Listed<'_>) -> Vec<PageKey> {
    if !listed.contents.has_years() {
        return Vec::new();
    }
    let years = listed.contents.years();
    years.map(|(year, _)| PageKey { path: year_path(year), subject: Subject::Year(year), kind: &PAGE }).collect()
}

fn view(inputs: &Inputs<'_>) -> ArchivePage {
    let rows = inputs.rows();
    let (year, years) = match inputs.rows {
        Some(rows @ Rows::Year(_, year)) => (year, rows.years().map(|(year, _)| year).collect()),
        Some(Rows::All(_)) | None => (None, Vec::new()),
    };
    let label = |year: Option<i32>| year.map_or_else(|| "Undated".to_owned(), |year| year.to_string());
    let link = |year: &Option<i32>| Link { label: label(*year), href: format!("../{}", year_path(*year)) };
    let place = years.iter().position(|other| *other == year).unwrap_or_default();
    let noun = if rows.len() == 1 { "incident" } else { "incidents" };
    let when = year.map_or_else(|| "without a date".to_owned(), |year| format!("in {year}"));
    let lede = words::capitalised(&format!("{} {noun} {when}.", words::counted(rows.len())));
    ArchivePage {
        crumbs: vec![Link { label: "Incidents".to_owned(), href: "../index.html".to_owned() }],
        older: years.get(place + 1).map(link),
        newer: place.checked_sub(1).map(|place| link(&years[place])),
        ..list(inputs, Some(&label(year)), lede, &rows, &rows)
    }
}

//! An old address of an incident, which leads to the new one.

use super::scaffold::frame;
use crate::view::View;
use crate::view::page::{Inputs, Listed, PageKey, PageKind, Subject};
use crate::view::plain::RedirectPage;
use crate::view::shown::Link;

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "redirect",
    paths,
    inputs: |index, key| index.with_record(key),
    view: |inputs| View::Redirect(view(inputs)),
};

fn paths(listed: &Listed<'_>) -> Vec<PageKey> {
    let mut keys = Vec::new();
    for (place, row) in listed.rows() {
        for (i, alias) in row.aliases.iter().enumerate() {
            let path = format!("incidents/{alias}/index.html");
            keys.push(PageKey { path, subject: Subject::Alias(place.clone(), i), kind: &PAGE });
        }
    }
    keys
}

fn view(inputs: &Inputs<'_>) -> RedirectPage {
    let incident = inputs.subject();
    let description = format!("This incident is now called {}.", incident.id);
    RedirectPage {
        frame: frame(inputs, Some(&incident.title), description),
        old_id: inputs.alias.unwrap_or_default().to_owned(),
        target: Link { label: incident.title.clone(), href: format!("../{}/index.html", incident.id) },
    }
}

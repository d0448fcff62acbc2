//! What crawlers may read.

use crate::view::View;
use crate::view::page::{PageKind, single};
use crate::view::plain::Robots;

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "robots",
    paths: |_| single(&PAGE, "robots.txt"),
    inputs: |index, key| index.bare(key),
    view: |inputs| {
        View::Robots(Robots { sitemap: inputs.config.base_url.as_ref().map(|base| format!("{base}sitemap.xml")) })
    },
};

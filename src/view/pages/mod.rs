//! The kinds of pages, a file each.

pub(super) mod archive;
pub(super) mod definitions;
pub(super) mod incident;
pub(super) mod not_found;
pub(super) mod record_json;
pub(super) mod record_yaml;
pub(super) mod redirect;
pub(super) mod robots;
mod scaffold;
pub(super) mod sitemap;
mod strip;
pub(super) mod year;

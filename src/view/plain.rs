//! The pages and files with next to nothing in them.

use super::frame::Frame;
use super::shown::Link;
use serde::Serialize;

/// An old address of an incident.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RedirectPage {
    /// What stands around it.
    pub frame: Frame,
    /// The old id.
    pub old_id: String,
    /// The incident's title, and the way to it: `../ID/index.html`.
    pub target: Link,
}

/// What a host shows where there is nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NotFoundPage {
    /// What stands around it.
    pub frame: Frame,
    /// The newest incidents; the addresses are from the root, without the frame's `root`.
    pub recent: Vec<Link>,
}

/// What crawlers may read: everything.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Robots {
    /// The address of the site map, where there is one.
    pub sitemap: Option<String>,
}

/// Every page by its address.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Sitemap {
    /// Absolute addresses, sorted.
    pub urls: Vec<String>,
}

//! What stands around every HTML page: its title, the way to the other pages, the foot.

use super::shown::Markdown;
use serde::Serialize;

/// What every page shares.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Frame {
    /// The way from this page to the root of the site: empty, `../` or `../../`. All links begin with it, so that a
    /// site works from any base path and as files. The page `404.html` is served at any depth: there it is the path of
    /// the base address (`/base/`) where the config has one, and empty otherwise.
    pub root: String,
    /// The title of the site, from the config.
    pub site: String,
    /// The whole title of the page: `TITLE · SITE`, or the site's alone.
    pub title: String,
    /// A sentence for search engines; Markdown, of which the words are shown.
    pub description: Markdown,
    /// The address of this page where the config says where the site will stand.
    pub canonical: Option<String>,
    /// The pages that all pages lead to, in order.
    pub nav: Vec<NavItem>,
    /// The version of the program, `0.1.0`.
    pub version: String,
}

/// One link of the navigation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NavItem {
    /// The words.
    pub label: String,
    /// From the root: `about/index.html`.
    pub path: String,
    /// It is this page, or the page above it.
    pub is_current: bool,
}

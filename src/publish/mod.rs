//! Brings the site on disk to its new state, whole or not at all: the only writer of the site. It is given paths and a
//! function that makes the bytes of one page; what a page is about, it does not know.
//!
//! 1. `layout` looks at every path before anything is made.
//! 2. `target` finds the folder and refuses one where a site would do harm; `lock` keeps other builds out.
//! 3. `found` tells what the tool wrote (`list`) from what others put there, which is never overwritten or removed.
//! 4. `make` makes the pages in parallel and writes those that differ from what is there.
//! 5. `exchange` swaps a second tree with the site; where a system cannot, `journal` goes file by file.
//!
//! A reader sees the last whole build or the new one; so does the next build after a crash, at any moment.

mod error;
mod exchange;
mod files;
mod found;
mod journal;
mod layout;
mod list;
mod lock;
mod make;
mod target;
#[cfg(test)]
mod tests;

pub use error::{Cause, Error};
pub use lock::wait;

use exchange::Stop;
use found::Found;
use layout::Layout;
use make::Made;
use std::path::Path;
use target::Target;

/// What is published where, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The project's folder, in which `.minutebook/` is kept.
    pub project: &'a Path,
    /// The folder of the site. A symbolic link is followed.
    pub out: &'a Path,
    /// The audience that the pages were made for.
    pub audience: &'a str,
}

/// How the site came to its new state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By one rename: no reader saw a mixture.
    Exchange,
    /// File by file, since this system cannot exchange the folders: a reader may have seen old pages beside new ones.
    Journal,
}

/// What a build did to the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many pages the site has.
    pub files: usize,
    /// How many of them were written anew.
    pub written: usize,
    /// How many were there already, byte for byte, and were left as they are.
    pub unchanged: usize,
    /// How many pages of the build before are gone.
    pub removed: usize,
    /// The bytes of all pages.
    pub bytes: u64,
    /// The largest page: its path and its bytes.
    pub largest: Option<(String, u64)>,
    /// How the pages came into the site.
    pub way: Way,
    /// Why it was done in the lesser way; `None` if it was not.
    pub note: Option<String>,
    /// The audience of the build that was there before, if there was one.
    pub audience_before: Option<String>,
}

/// All that is known of a build before its first page is made.
struct Plan<'a> {
    target: Target,
    found: Found,
    layout: Layout<'a>,
    /// The bytes of the list of files.
    list: Vec<u8>,
}

/// Publishes `pages`, each at the path it gives, with the bytes that `make` puts into the empty buffer.
///
/// Paths are relative and separated by `/`. Pages are made in parallel and straight to disk. `make` may be called a
/// second time for a page, where the system turns out not to be able to exchange folders.
///
/// # Errors
/// If a path is no good, the folder is not one to write to, another build is running, a page cannot be made, or the
/// machine fails. The site is then as it was, or (see [`Way::Journal`]) the next build completes it.
pub fn publish<P, E>(
    site: &Site,
    pages: &[P],
    make: impl Fn(&P, &mut Vec<u8>) -> Result<(), E> + Sync,
) -> Result<Report, Error>
where
    P: AsRef<str> + Sync,
    E: Into<Cause>,
{
    publish_by(Way::Exchange, site, pages, make)
}

/// Publishes by exchange, or the lesser way if that fails; or in the lesser way from the start.
fn publish_by<P, E>(
    way: Way,
    site: &Site,
    pages: &[P],
    make: impl Fn(&P, &mut Vec<u8>) -> Result<(), E> + Sync,
) -> Result<Report, Error>
where
    P: AsRef<str> + Sync,
    E: Into<Cause>,
{
    let layout = Layout::new(pages.iter().map(AsRef::as_ref))?;
    let list = list::bytes(site.audience, &layout);
    let target = Target::find(site.project, site.out)?;
    target.make_own()?;
    let _lock = lock::take(&target.own.join("lock"))?;
    journal::finish(&target.out)?;
    let found = Found::read(&target.out)?;
    found.refuse_clashes(&target.out, &layout)?;
    files::make_path(&target.above)?;
    let plan = Plan { target, found, layout, list };

    let fill = |index: usize, buffer: &mut Vec<u8>| {
        let page: &P = &pages[index];
        make(page, buffer).map_err(|cause| Error::Page { page: page.as_ref().to_owned(), cause: cause.into() })
    };
    match way {
        Way::Exchange => match exchange::publish(&plan, fill) {
            Ok(done) => Ok(report(&plan, &done, way, None)),
            Err(Stop::Failed(error)) => Err(error),
            Err(Stop::Unable(cause)) => {
                let done = journal::publish(&plan, fill)?;
                Ok(report(&plan, &done, Way::Journal, Some(cause.to_string())))
            }
        },
        Way::Journal => Ok(report(&plan, &journal::publish(&plan, fill)?, way, None)),
    }
}

fn report(plan: &Plan, made: &Made, way: Way, why: Option<String>) -> Report {
    let written = made.written().count();
    Report {
        files: made.pages.len(),
        written,
        unchanged: made.pages.len() - written,
        removed: plan.found.list.paths.iter().filter(|path| !plan.layout.files.contains(path.as_str())).count(),
        bytes: made.bytes,
        largest: made.largest.map(|(path, size)| (path.to_owned(), size)),
        way,
        note: why.map(|why| format!("the site was brought up to date file by file, not in one step: {why}")),
        audience_before: plan.found.list.audience.clone(),
    }
}

//! What is in a site's folder already, and which of it is not ours. Touches nothing.

use super::error::{Error, cannot};
use super::files::look;
use super::journal;
use super::layout::{Layout, parents};
use super::list::{self, List};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What stands in a folder before a build.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Whether the folder is there at all.
    pub(super) exists: bool,
    /// What the tool wrote.
    pub(super) list: List,
    /// Files and links that the tool did not write.
    pub(super) files: BTreeSet<PathBuf>,
    /// Folders that the tool did not make, and those that hold something it did not write; parents before children.
    pub(super) folders: BTreeSet<PathBuf>,
}

impl Found {
    /// Looks through a folder.
    pub(super) fn read(site: &Path) -> Result<Self, Error> {
        if look(site)?.is_none() {
            return Ok(Self::default());
        }
        let mut found = Self { exists: true, list: List::read(site)?, ..Self::default() };
        let ours: BTreeSet<&str> = found.list.paths.iter().flat_map(|path| parents(path)).collect();
        for (path, is_folder) in walk(site)? {
            let text = path.to_str().unwrap_or_default();
            if is_folder {
                if !ours.contains(text) {
                    found.folders.insert(path);
                }
            } else if !found.list.paths.contains(text) {
                found
                    .folders
                    .extend(path.ancestors().skip(1).filter(|a| !a.as_os_str().is_empty()).map(Path::to_owned));
                found.files.insert(path);
            }
        }
        Ok(found)
    }

    /// Refuses pages that would take the place of something the tool did not write.
    pub(super) fn refuse_clashes(&self, site: &Path, layout: &Layout) -> Result<(), Error> {
        let in_the_way = |path: &&PathBuf| path.to_str().is_some_and(|path| layout.files.contains(path));
        let file = self.files.iter().find(|path| {
            in_the_way(path)
                || path.to_str().is_some_and(|path| layout.folders.contains(path))
                || path.ancestors().skip(1).any(|above| in_the_way(&&above.to_owned()))
        });
        match file.or_else(|| self.folders.iter().find(in_the_way)) {
            Some(path) => Err(Error::Foreign { file: site.join(path) }),
            None => Ok(()),
        }
    }
}

/// Everything in a folder as relative paths, and whether each is a folder; without the tool's own files.
pub(super) fn walk(root: &Path) -> Result<Vec<(PathBuf, bool)>, Error> {
    let own = |name: &OsStr| name == list::NAME || name == journal::STAGE;
    WalkDir::new(root)
        .min_depth(1)
        .into_iter()
        .filter_entry(|entry| entry.depth() > 1 || !own(entry.file_name()))
        .map(|entry| {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(root).to_owned();
                cannot("read", &path)(io::Error::from(error))
            })?;
            let is_folder = entry.file_type().is_dir();
            let path = entry.path().strip_prefix(root).expect("a walk stays below its root").to_owned();
            Ok((path, is_folder))
        })
        .collect()
}

//! The one way to publish: a second tree is brought to the new state and exchanged with the site by one rename.
//!
//! The second tree is never trusted, whatever an earlier build or a crash left there: a file in it stays only where it
//! is the very file that the site has and that was found unchanged.

use super::Plan;
use super::error::{Error, cannot};
use super::files::{
    FileId, id, link, look, make_folder, make_folders, remove, remove_all, set_folder_mode, sync, sync_names,
};
use super::found::{Found, walk};
use super::list;
use super::make::{Made, Outcome, make_all};
use rayon::prelude::*;
use rustix::fs::{CWD, RenameFlags, renameat_with};
use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Why a site was not exchanged.
pub(super) enum Stop {
    /// This system cannot link or exchange here; another way may work.
    Unable(io::Error),
    /// Nothing else would work either.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Makes the pages and exchanges the trees. If nothing changed, nothing is touched.
pub(super) fn publish<'a>(
    plan: &Plan<'a>,
    fill: impl Fn(usize, &mut Vec<u8>) -> Result<(), Error> + Sync,
) -> Result<Made<'a>, Stop> {
    let room = plan.target.make_room().map_err(|error| match error {
        Error::Io { cause, .. } if is_unable(&cause) => Stop::Unable(cause),
        error => Stop::Failed(error),
    })?;
    if plan.found.list.audience.is_some() {
        // Where nothing can be linked, it is better to know before any page is made.
        let (from, to) = (plan.target.out.join(list::NAME), room.join("linked"));
        try_link(&from, &to)?;
        remove(&to)?;
    }
    let second = room.join("site");
    let made = prepare(&second, plan, fill)?;
    if made.is_news() {
        exchange(&second, plan)?;
        carry(&second, plan)?;
        sync_names(&plan.target.above)?;
        sync_names(&room)?;
    }
    Ok(made)
}

/// Brings the second tree to the new state. The site is only read.
pub(super) fn prepare<'a>(
    second: &Path,
    plan: &Plan<'a>,
    fill: impl Fn(usize, &mut Vec<u8>) -> Result<(), Error> + Sync,
) -> Result<Made<'a>, Stop> {
    let Plan { target, found, .. } = plan;
    prune(second, plan)?;
    make_folder(second)?;
    let made = make_all(plan, fill, second)?;
    if !made.is_news() {
        return Ok(made);
    }
    make_tree(second, plan)?;
    let keep_same = |(path, outcome): &(&str, Outcome)| match outcome {
        Outcome::Same(there) => keep(*there, &target.out.join(path), &second.join(path)),
        Outcome::Written => Ok(()),
    };
    made.pages.par_chunks(64).try_for_each(|pages| pages.iter().try_for_each(keep_same))?;
    keep_same(&(list::NAME, made.list))?;
    for path in &found.files {
        let from = target.out.join(path);
        if let Some(file) = id(&from)? {
            keep(file, &from, &second.join(path))?;
        }
    }
    sync(second)?;
    Ok(made)
}

/// Removes from the second tree whatever the new state has no place for.
fn prune(second: &Path, Plan { found, layout, .. }: &Plan) -> Result<(), Error> {
    match look(second)? {
        None => return Ok(()),
        Some(metadata) if !metadata.is_dir() => return remove_all(second),
        Some(_) => {}
    }
    for (path, is_folder) in walk(second)? {
        let text = path.to_str().unwrap_or_default();
        let has_place = if is_folder {
            layout.folders.contains(text) || found.folders.contains(&path)
        } else {
            layout.files.contains(text) || found.files.contains(&path)
        };
        if !has_place {
            remove_all(&second.join(path))?;
        }
    }
    Ok(())
}

/// Makes every folder of the new state: ours open to all, others as open as they are in the site.
fn make_tree(second: &Path, Plan { target, found, layout, .. }: &Plan) -> Result<(), Error> {
    for folder in &layout.folders {
        make_folder(&second.join(folder))?;
    }
    for folder in &found.folders {
        if folder.to_str().is_some_and(|folder| layout.folders.contains(folder)) {
            continue;
        }
        let from = target.out.join(folder);
        let mode = fs::symlink_metadata(&from).map_err(cannot("look at", &from))?.mode();
        let to = second.join(folder);
        make_folder(&to)?;
        // The owner has to be able to link files into it.
        set_folder_mode(&to, mode & 0o7777 | 0o700)?;
    }
    Ok(())
}

/// Makes sure that `to` is the file at `from`.
fn keep(file: FileId, from: &Path, to: &Path) -> Result<(), Stop> {
    if id(to)? == Some(file) {
        return Ok(());
    }
    try_link(from, to)
}

/// Links, or says whether another way may still work.
fn try_link(from: &Path, to: &Path) -> Result<(), Stop> {
    link(from, to)
        .map_err(|cause| if is_unable(&cause) { Stop::Unable(cause) } else { cannot("link", to)(cause).into() })
}

/// The moment of publishing: readers see the old site until here, and the new one from here on.
fn exchange(second: &Path, Plan { target, found, .. }: &Plan) -> Result<(), Stop> {
    let flags = if found.exists { RenameFlags::EXCHANGE } else { RenameFlags::NOREPLACE };
    renameat_with(CWD, second, CWD, &target.out, flags).map_err(|errno| {
        let cause = io::Error::from(errno);
        if is_unable(&cause) { Stop::Unable(cause) } else { cannot("exchange", &target.out)(cause).into() }
    })
}

/// Carries over what others put into the old site while the new one was being made.
fn carry(old: &Path, Plan { target, layout, .. }: &Plan) -> Result<(), Error> {
    let late = Found::read(old)?;
    for folder in &late.folders {
        make_folders(&target.out, &target.out.join(folder))?;
    }
    for path in &late.files {
        let (from, to) = (old.join(path), target.out.join(path));
        if id(&to)? != id(&from)? && !path.to_str().is_some_and(|path| layout.files.contains(path)) {
            fs::rename(&from, &to).map_err(cannot("rename to", &to))?;
        }
    }
    Ok(())
}

/// Whether another way of publishing may still work: links or exchange are not known here, or not across these two
/// folders, or not allowed (a folder that may not be moved may still be one whose files may).
fn is_unable(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Unsupported
            | ErrorKind::InvalidInput
            | ErrorKind::CrossesDevices
            | ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::ResourceBusy
            | ErrorKind::TooManyLinks
    )
}

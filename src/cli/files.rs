//! Writes files that the user edits: new ones never over one that is there, changed ones whole or not at all.

use super::fault::refuse;
use crate::publish;
use anyhow::Context;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::Duration;
use tempfile::NamedTempFile;

/// How long others who change records are waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Keeps others out who change the records of a folder in this way, until what is given is dropped. Where a system has no
/// locks for folders there is none, and [`replace`] notices what it can.
pub(super) fn alone_in(folder: &Path) -> anyhow::Result<Option<File>> {
    let Ok(held) = File::open(folder) else { return Ok(None) };
    match publish::wait(&held, PATIENCE) {
        Ok(()) => Ok(Some(held)),
        Err(TryLockError::WouldBlock) => {
            Err(refuse(format!("`{}` is being changed by somebody else all the time", folder.display()), "try again"))
        }
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// Writes a file that was not there, and the folders above it; says whether it could.
pub(super) fn write_new(path: &Path, text: &str) -> anyhow::Result<bool> {
    let failed = || format!("cannot write `{}`", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(failed)?;
    }
    let mut file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
        opened => opened.with_context(failed)?,
    };
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).with_context(failed)?;
    Ok(true)
}

/// Puts a new text in the place of an old one, whole or not at all; the file keeps its permissions.
///
/// Refused where the file no longer says what it said: somebody else is writing.
pub(super) fn replace(path: &Path, old: &str, new: &str) -> anyhow::Result<()> {
    let failed = || format!("cannot write `{}`", path.display());
    let folder = path.parent().unwrap_or(Path::new("."));
    // Opened for writing, so that a file that may not be written is not replaced either.
    let mut file = OpenOptions::new().read(true).write(true).open(path).with_context(failed)?;
    let mut now = Vec::new();
    file.read_to_end(&mut now).with_context(failed)?;
    if now != old.as_bytes() {
        return Err(refuse(format!("`{}` is being changed by somebody else", path.display()), "try again"));
    }
    let mut beside = NamedTempFile::new_in(folder).with_context(failed)?;
    beside.write_all(new.as_bytes()).and_then(|()| beside.as_file().sync_all()).with_context(failed)?;
    let permissions = file.metadata().with_context(failed)?.permissions();
    beside.as_file().set_permissions(permissions).with_context(failed)?;
    beside.persist(path).with_context(failed)?;
    Ok(())
}

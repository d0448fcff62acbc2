//! Writes new files for the user to edit, and never over one that is there.

use anyhow::Context;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

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

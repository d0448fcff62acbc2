//! Keeps two builds of one project apart. The system drops the lock with the process, so that none is ever stale.

use super::error::{Error, cannot};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// Takes the lock, held until the file is dropped, and writes down who holds it.
///
/// # Errors
/// At once, if another build holds it; the words name its process.
pub(super) fn take(lock: &Path) -> Result<File, Error> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(lock)
        .map_err(cannot("open", lock))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            // It may not have written its number yet, and then the error says less.
            let _ = file.read_to_string(&mut holder);
            return Err(Error::Locked { lock: lock.to_owned(), holder: holder.trim().parse().ok() });
        }
        Err(TryLockError::Error(cause)) => return Err(cannot("lock", lock)(cause)),
    }
    let note = format!("{}\n", std::process::id());
    file.set_len(0)
        .and_then(|()| file.rewind())
        .and_then(|()| file.write_all(note.as_bytes()))
        .map_err(cannot("write", lock))?;
    Ok(file)
}

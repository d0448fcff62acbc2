//! Keeps two builds of one project apart. The system drops the lock with the process, so that none is ever stale.

use super::error::{Error, cannot};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// How long another build is waited for: a site is written in less.
const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 0 } else { 5 });

/// How often it is looked whether the other is done.
const LOOK: Duration = Duration::from_millis(20);

/// Takes the lock, held until the file is dropped, and writes down who holds it.
///
/// # Errors
/// If another build still holds it after a few seconds; the words name its process.
pub(super) fn take(lock: &Path) -> Result<File, Error> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(lock)
        .map_err(cannot("open", lock))?;
    match wait(&file, PATIENCE) {
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

/// Locks a file as soon as it is free, if that is soon.
///
/// # Errors
/// `WouldBlock` if another process still holds it when patience is over; else what the system says.
pub fn wait(file: &File, patience: Duration) -> Result<(), TryLockError> {
    let until = Instant::now() + patience;
    wait_while(file, || {
        thread::sleep(LOOK);
        Instant::now() < until
    })
}

/// Locks a file, and tries again for as long as `pause` says so.
fn wait_while(file: &File, mut pause: impl FnMut() -> bool) -> Result<(), TryLockError> {
    loop {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if pause() => {}
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::wait_while;
    use std::fs::File;

    #[test]
    fn a_lock_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let held = File::create(&path).unwrap();
        held.lock().unwrap();
        let other = File::open(&path).unwrap();
        assert!(wait_while(&other, || false).is_err());
        let mut held = Some(held);
        let freed = wait_while(&other, || held.take().is_some());
        assert!(freed.is_ok(), "{freed:?}");
    }
}

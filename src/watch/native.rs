//! Events of the system, and which of them are worth waking for. What they say is not believed: only the paths count.

use super::Listing;
use crate::source::{CONFIG, INCIDENTS, TEMPLATES, is_source};
use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeMap;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// Why to wake.
#[derive(Debug)]
pub(super) enum Wake {
    /// A file was written to its end, or a name was given or taken.
    Saved(PathBuf),
    /// A file is being written.
    Touched(PathBuf),
    /// Events were lost.
    Missed,
    /// There will be no more events.
    Failed(notify::Error),
    /// Every file was looked at.
    Walked(io::Result<Listing>),
}

/// The watches of one project: its own folder for the config, and the folders of records and templates with all that
/// is in them. The site and the tool's own folder are in none of them.
#[derive(Debug)]
pub(super) struct Native {
    project: PathBuf,
    watcher: RecommendedWatcher,
    /// The folders that are watched, by their numbers on disk: one that was made again is another.
    folders: BTreeMap<&'static str, u64>,
}

impl Native {
    pub(super) fn new(project: &Path, waker: Sender<Wake>) -> notify::Result<Self> {
        let root = project.to_owned();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            for wake in wakes(&root, event) {
                // Nobody is left to wake once the watch is gone.
                let _ = waker.send(wake);
            }
        })?;
        watcher.watch(project, RecursiveMode::NonRecursive)?;
        let mut native = Self { project: project.to_owned(), watcher, folders: BTreeMap::new() };
        native.follow_folders()?;
        Ok(native)
    }

    /// Watches folders that were made or made again.
    pub(super) fn follow_folders(&mut self) -> notify::Result<()> {
        for name in [INCIDENTS, TEMPLATES] {
            let path = self.project.join(name);
            let now = path.metadata().ok().filter(std::fs::Metadata::is_dir).map(|metadata| metadata.ino());
            if self.folders.get(name) == now.as_ref() {
                continue;
            }
            if self.folders.remove(name).is_some() {
                // The system has forgotten a folder that is gone by itself.
                let _ = self.watcher.unwatch(&path);
            }
            if let Some(number) = now {
                self.watcher.watch(&path, RecursiveMode::Recursive)?;
                self.folders.insert(name, number);
            }
        }
        Ok(())
    }
}

/// What an event wakes for; our own reads and what lies outside of the project's sources for nothing.
fn wakes(project: &Path, event: notify::Result<Event>) -> Vec<Wake> {
    let event = match event {
        Ok(event) if event.need_rescan() => return vec![Wake::Missed],
        Ok(event) => event,
        Err(error) if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) => return vec![Wake::Failed(error)],
        Err(_) => return vec![Wake::Missed],
    };
    let wake: fn(PathBuf) -> Wake = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(_))
        | EventKind::Remove(_) => Wake::Saved,
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => return Vec::new(),
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Any | EventKind::Other => Wake::Touched,
    };
    event.paths.into_iter().filter(|path| could_concern(project, path)).map(wake).collect()
}

/// Whether a path is that of a file of the project, or may be that of a folder with such files in it.
fn could_concern(project: &Path, path: &Path) -> bool {
    let Some(below) = path.strip_prefix(project).ok().and_then(Path::to_str) else { return false };
    let is_top = [CONFIG, INCIDENTS, TEMPLATES].contains(&below);
    is_top || is_source(below) || below.contains('/') && is_source(&format!("{below}/any.md"))
}

/// What happened to the events, in words.
pub(super) fn words(error: &notify::Error) -> String {
    let too_many = rustix::io::Errno::MFILE.raw_os_error();
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => {
            "this system watches no more folders (`fs.inotify.max_user_watches` is the limit)".to_owned()
        }
        notify::ErrorKind::Io(io) if io.raw_os_error() == Some(too_many) => {
            "this system lets no more programs watch (`fs.inotify.max_user_instances` is the limit)".to_owned()
        }
        _ => format!("the system gives no events for this folder: {error}"),
    }
}

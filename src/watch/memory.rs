//! How each file of a project looked when it was read last, and which are to be looked at again.

use crate::source::{SourceFile, is_source, load_one, paths};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::{Duration, Instant};
use walkdir::WalkDir;

/// A file that is being written is read at the latest after this time without news of it.
pub(super) const SAVE: Duration = Duration::from_millis(30);

/// A file that is gone is believed to be after this time: editors take it away and put another in its place.
const ABSENCE: Duration = Duration::from_millis(60);

/// What tells a file from what it was, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    number: u64,
    bytes: u64,
    written: (i64, i64),
    changed: (i64, i64),
}

/// Every file of a project as it looks.
#[derive(Debug)]
pub(super) struct Listing {
    files: BTreeMap<String, Stamp>,
    pub(super) took: Duration,
}

/// What is known of the files of a project.
#[derive(Debug, Default)]
pub(super) struct Memory {
    known: BTreeMap<String, Stamp>,
    /// Files to look at, and when.
    suspects: BTreeMap<String, Instant>,
    /// Since when files are missing that were there.
    missing: BTreeMap<String, Instant>,
    /// Files that were read so lately that their stamps do not tell whether they changed since.
    fresh: BTreeSet<String>,
    /// The same, when the walk that is going on began.
    fresh_before: BTreeSet<String>,
}

/// Looks at every file of a project.
pub(super) fn list(project: &Path) -> io::Result<Listing> {
    let began = Instant::now();
    let files = paths(project)?;
    let files = files.into_iter().filter_map(|(path, file)| Some((path, Stamp::of(&file.metadata().ok()?))));
    Ok(Listing { files: files.collect(), took: began.elapsed() })
}

impl Memory {
    /// Takes a listing for how things stand.
    pub(super) fn start(&mut self, listing: Listing) {
        self.fresh.extend(listing.files.keys().cloned());
        self.known = listing.files;
    }

    /// When there is something to look at next.
    pub(super) fn due(&self) -> Option<Instant> {
        self.suspects.values().min().copied()
    }

    /// Takes note that something happened at a path, and says whether it may concern a file.
    pub(super) fn suspect(&mut self, project: &Path, path: &Path, at: Instant) -> bool {
        let Some(below) = path.strip_prefix(project).ok().and_then(Path::to_str) else { return false };
        if is_source(below) && !path.is_dir() {
            // What is read at once need not be waited for: the end of a save is later than its beginning.
            self.suspects.insert(below.to_owned(), at);
            return true;
        }
        let folder = format!("{below}/");
        let gone = self.known.range(folder.clone()..).map(|(path, _)| path);
        let mut inside: BTreeSet<String> = gone.take_while(|path| path.starts_with(&folder)).cloned().collect();
        for entry in WalkDir::new(path).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let below = entry.path().strip_prefix(project).ok().and_then(Path::to_str);
            inside.extend(below.filter(|below| is_source(below)).map(str::to_owned));
        }
        let is_folder = path.is_dir() || !inside.is_empty();
        self.suspects.extend(inside.into_iter().map(|path| (path, at)));
        is_folder
    }

    /// A walk begins: what is read from now on is newer than it.
    pub(super) fn walk_begins(&mut self) {
        self.fresh_before = std::mem::take(&mut self.fresh);
    }

    /// Finds what looks different in a listing.
    pub(super) fn compare(&mut self, listing: &Listing, now: Instant) {
        let fresh = std::mem::take(&mut self.fresh_before);
        let differs = listing.files.iter().filter(|(path, stamp)| self.known.get(*path) != Some(stamp));
        let gone = self.known.keys().filter(|path| !listing.files.contains_key(*path));
        let all = differs.map(|(path, _)| path).chain(gone).cloned().chain(fresh);
        self.suspects.extend(all.map(|path| (path, now)));
    }

    /// Reads the files whose time has come; those that say what they said before are among them. What cannot be read is
    /// said, and stays as it was.
    pub(super) fn read(
        &mut self,
        project: &Path,
        now: Instant,
        notes: &mut Vec<String>,
    ) -> Vec<(String, Option<SourceFile>)> {
        let due: Vec<String> =
            self.suspects.iter().filter(|(_, at)| **at <= now).map(|(path, _)| path.clone()).collect();
        let mut files = Vec::new();
        for path in due {
            self.suspects.remove(&path);
            let stamp = project.join(&path).metadata().ok().map(|metadata| Stamp::of(&metadata));
            let file = match load_one(project, &path) {
                Ok(file) => file,
                Err(error) => {
                    notes.push(error.to_string());
                    continue;
                }
            };
            if let (Some(_), Some(stamp)) = (&file, stamp) {
                self.missing.remove(&path);
                let before = self.known.insert(path.clone(), stamp);
                if before != Some(stamp) {
                    self.fresh.insert(path.clone());
                }
                files.push((path, file));
            } else if self.known.contains_key(&path) {
                let since = *self.missing.entry(path.clone()).or_insert(now);
                if now < since + ABSENCE {
                    self.suspects.insert(path, since + ABSENCE);
                } else {
                    self.missing.remove(&path);
                    self.known.remove(&path);
                    files.push((path, None));
                }
            }
        }
        files
    }
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self {
            number: metadata.ino(),
            bytes: metadata.size(),
            written: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }
}

//! How each file of a project looked when it was read last, and which are to be looked at again.

use crate::source::{SourceFile, is_source, load_one, paths};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use walkdir::WalkDir;

/// A file that is being written is read at the latest after this time without news of it.
pub(super) const SAVE: Duration = Duration::from_millis(30);

/// A file that is gone, empty or still changing is believed to be so after this time: editors take a file away and put
/// another in its place, or empty it and fill it again.
const UNREST: Duration = Duration::from_millis(60);

/// A file that is written twice within this time may bear the same stamp: some file systems keep even seconds.
const COARSEST: Duration = Duration::from_secs(3);

/// How many doubtful files are read at once: a save meanwhile does not wait long.
const DOUBTFUL: usize = 50;

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
    /// Since when files are gone, empty or changing.
    unrest: BTreeMap<String, Instant>,
    /// Files that were read so lately that their stamps do not tell whether they changed since.
    fresh: BTreeSet<String>,
    /// The same, when the walk that is going on began.
    fresh_before: BTreeSet<String>,
    /// Files that look as they did and are to be read all the same, when there is nothing else to do.
    doubtful: BTreeSet<String>,
}

/// Looks at every file of a project.
pub(super) fn list(project: &Path) -> io::Result<Listing> {
    let began = Instant::now();
    let files = paths(project)?;
    let files: Vec<(String, Stamp)> =
        files.into_par_iter().filter_map(|(path, file)| Some((path, Stamp::of(&file.metadata().ok()?)))).collect();
    Ok(Listing { files: files.into_iter().collect(), took: began.elapsed() })
}

impl Memory {
    /// Takes a listing, made at some time, for how things stood before the files were read.
    pub(super) fn start(&mut self, listing: Listing, made: SystemTime) {
        let made = made.duration_since(UNIX_EPOCH).unwrap_or_default();
        let is_fresh = |stamp: &Stamp| stamp.changed_at() + COARSEST >= made;
        let fresh = listing.files.iter().filter(|(_, stamp)| is_fresh(stamp));
        self.fresh.extend(fresh.map(|(path, _)| path.clone()));
        self.known = listing.files;
    }

    /// When there is something to look at next.
    pub(super) fn due(&self, now: Instant) -> Option<Instant> {
        if self.doubtful.is_empty() { self.suspects.values().min().copied() } else { Some(now) }
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
        self.suspects.extend(differs.map(|(path, _)| path).chain(gone).map(|path| (path.clone(), now)));
        self.doubtful.extend(fresh);
    }

    /// Reads the files whose time has come; those that say what they said before are among them. What cannot be read is
    /// said, and stays as it was.
    pub(super) fn read(
        &mut self,
        project: &Path,
        now: Instant,
        notes: &mut Vec<String>,
    ) -> Vec<(String, Option<SourceFile>)> {
        let mut due: Vec<String> =
            self.suspects.iter().filter(|(_, at)| **at <= now).map(|(path, _)| path.clone()).collect();
        if due.is_empty() {
            due.extend(std::iter::from_fn(|| self.doubtful.pop_first()).take(DOUBTFUL));
        }
        let mut files = Vec::new();
        for path in due {
            self.suspects.remove(&path);
            let stamp = || project.join(&path).metadata().ok().map(|metadata| Stamp::of(&metadata));
            let before = stamp();
            let file = match load_one(project, &path) {
                Ok(file) => file,
                Err(error) => {
                    notes.push(error.to_string());
                    continue;
                }
            };
            let is_there = file.is_some() && before.is_some();
            if !is_there && !self.known.contains_key(&path) {
                self.unrest.remove(&path);
                continue;
            }
            let is_empty = file.as_ref().is_none_or(|file| file.text.is_empty());
            let since = *self.unrest.entry(path.clone()).or_insert(now);
            if (is_empty || stamp() != before) && now < since + UNREST {
                self.suspects.insert(path, (now + SAVE).min(since + UNREST));
                continue;
            }
            self.unrest.remove(&path);
            let (stamp, file) = before.zip(file).unzip();
            if stamp.is_none() {
                self.known.remove(&path);
            }
            if stamp.is_some_and(|stamp| self.known.insert(path.clone(), stamp) != Some(stamp)) {
                self.fresh.insert(path.clone());
            }
            files.push((path, file));
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

    /// When it was changed last, since 1970.
    fn changed_at(&self) -> Duration {
        Duration::from_secs(u64::try_from(self.changed.0).unwrap_or(u64::MAX))
    }
}

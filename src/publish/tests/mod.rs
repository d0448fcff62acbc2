//! Publishing as a whole, in both ways, on a folder of its own for each test.

mod foreign;
mod interrupted;
mod refused;
mod rewritten;

use super::{Error, Report, Site, Way, publish_by};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

const WAYS: [Way; 2] = [Way::Exchange, Way::Journal];

/// A project in a folder of its own, published in one way.
struct Project {
    folder: TempDir,
    way: Way,
}

impl Project {
    fn new(way: Way) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("incidents")).unwrap();
        Self { folder, way }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Publishes pages to `site`, which must work.
    fn build(&self, pages: &[(&str, &str)]) -> Report {
        self.try_build("site", pages).unwrap()
    }

    fn try_build(&self, out: &str, pages: &[(&str, &str)]) -> Result<Report, Error> {
        let pages: Vec<Page> = pages.iter().map(|&(path, text)| Page { path, text }).collect();
        let (project, out) = (self.folder.path(), &self.path(out));
        publish_by(self.way, &Site { project, out, audience: "public" }, &pages, Page::make)
    }

    /// Every file of the site with its text, and every empty folder; without the tool's own list.
    fn site(&self) -> BTreeMap<String, String> {
        let site = self.path("site");
        let mut files = BTreeMap::new();
        for entry in WalkDir::new(&site).min_depth(1) {
            let entry = entry.unwrap();
            let path = entry.path().strip_prefix(&site).unwrap().to_str().unwrap().to_owned();
            if entry.file_type().is_file() {
                files.insert(path, fs::read_to_string(entry.path()).unwrap());
            } else if entry.file_type().is_dir() && fs::read_dir(entry.path()).unwrap().next().is_none() {
                files.insert(format!("{path}/"), String::new());
            }
        }
        assert!(files.remove(".minutebook-files").is_some(), "the site holds the list of its files");
        files
    }

    fn assert_site(&self, expected: &[(&str, &str)]) {
        let expected: BTreeMap<String, String> =
            expected.iter().map(|&(path, text)| (path.to_owned(), text.to_owned())).collect();
        assert_eq!(self.site(), expected, "by {:?}", self.way);
    }
}

struct Page<'a> {
    path: &'a str,
    text: &'a str,
}

impl AsRef<str> for Page<'_> {
    fn as_ref(&self) -> &str {
        self.path
    }
}

impl Page<'_> {
    /// A page whose text is `fails` cannot be made.
    fn make(&self, buffer: &mut Vec<u8>) -> Result<(), String> {
        assert!(buffer.is_empty());
        buffer.extend_from_slice(self.text.as_bytes());
        if self.text == "fails" { Err("no such view".into()) } else { Ok(()) }
    }
}

/// Writes as an editor may: into the file that is there, so that every hard link of it changes.
fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
}

/// Which file it is, and when it was last written.
fn stamp(path: &Path) -> (u64, i64, i64) {
    let metadata = fs::symlink_metadata(path).unwrap();
    (metadata.ino(), metadata.mtime(), metadata.mtime_nsec())
}

/// The message and the causes below it.
fn words(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

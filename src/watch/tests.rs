//! Real files, changed as editors and git change them. A test waits until what was seen is what is there.

use super::memory::{Memory, SAVE, list};
use super::{Watch, Watcher};
use crate::source::{SourceFile, load};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A project folder, what is in it as the watch saw it, and the watch.
struct Watched {
    folder: tempfile::TempDir,
    watch: Watch,
    seen: BTreeMap<String, SourceFile>,
}

fn watched(files: &[&str], by: Watcher) -> Watched {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        write(&folder.path().join(file), "one");
    }
    let root = folder.path().canonicalize().unwrap();
    let watch = Watch::new(&root, by, now()).unwrap();
    let seen = there(&root);
    Watched { folder, watch, seen }
}

#[expect(clippy::disallowed_methods, reason = "a test is the user, who has a clock")]
fn now() -> std::time::SystemTime {
    std::time::SystemTime::now()
}

/// Every file of a project, by path.
fn there(root: &Path) -> BTreeMap<String, SourceFile> {
    let sources = load(root).unwrap();
    let all = sources.records.into_iter().chain(sources.templates).chain(sources.config);
    all.map(|file| (file.path.clone(), file)).collect()
}

#[expect(clippy::disallowed_methods, reason = "a test is the user who writes records")]
fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

impl Watched {
    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(below)
    }

    /// Waits until everything that is there was seen; a file that is missed makes this wait for ever.
    fn catches_up(&mut self) {
        let there = there(&self.path(""));
        while self.seen != there {
            for (path, file) in self.watch.wait().files {
                match file {
                    Some(file) => self.seen.insert(path, file),
                    None => self.seen.remove(&path),
                };
            }
        }
    }
}

const A: &str = "incidents/2026/a.yaml";
const B: &str = "incidents/2026/b.yaml";

/// Does something to a project with two records, in both ways of watching.
fn check(change: impl Fn(&Watched)) {
    for by in [Watcher::Native, Watcher::Poll] {
        let mut watched = watched(&[A, B], by);
        change(&watched);
        watched.catches_up();
        // What was seen last is not the last that is seen.
        write(&watched.path(B), "the end");
        watched.catches_up();
    }
}

#[test]
fn a_plain_save() {
    check(|project| write(&project.path(A), "two"));
}

#[test]
fn saves_of_one_length_one_after_the_other() {
    check(|project| {
        for i in 0..1000 {
            write(&project.path(A), &format!("{i:04}"));
        }
    });
}

#[test]
fn a_save_as_vim_does_it() {
    check(|project| {
        let file = project.path(A);
        write(&project.path("incidents/2026/.a.yaml.swp"), "swap");
        write(&project.path("incidents/2026/4913"), "");
        fs::remove_file(project.path("incidents/2026/4913")).unwrap();
        fs::rename(&file, project.path("incidents/2026/a.yaml~")).unwrap();
        write(&file, "two");
        fs::remove_file(project.path("incidents/2026/a.yaml~")).unwrap();
    });
}

#[test]
fn a_save_as_vs_code_does_it() {
    check(|project| {
        let mut file = fs::OpenOptions::new().write(true).truncate(true).open(project.path(A)).unwrap();
        for part in ["t", "w", "o"] {
            std::io::Write::write_all(&mut file, part.as_bytes()).unwrap();
        }
    });
}

#[test]
fn a_file_that_is_renamed_over() {
    check(|project| {
        let new = project.path("incidents/2026/.a.yaml.tmp");
        write(&new, "two");
        fs::rename(new, project.path(A)).unwrap();
    });
}

#[test]
fn a_file_that_is_moved_in_from_elsewhere_with_its_old_time() {
    check(|project| {
        let new = project.path("elsewhere.yaml");
        write(&new, "two");
        let old = fs::metadata(project.path(B)).unwrap().modified().unwrap();
        fs::File::options().write(true).open(&new).unwrap().set_modified(old).unwrap();
        fs::rename(new, project.path(A)).unwrap();
    });
}

#[test]
fn a_folder_that_is_renamed() {
    check(|project| fs::rename(project.path("incidents/2026"), project.path("incidents/2025")).unwrap());
}

#[test]
fn a_folder_that_is_moved_in_and_one_that_is_moved_out() {
    check(|project| {
        write(&project.path("elsewhere/deep/c.md"), "two");
        fs::rename(project.path("elsewhere"), project.path("incidents/2024")).unwrap();
        fs::rename(project.path("incidents/2026"), project.path("away")).unwrap();
    });
}

#[test]
fn five_hundred_files_in_two_hundred_new_folders() {
    check(|project| {
        for i in 0..500 {
            write(&project.path(&format!("incidents/{}/deep/{i}.md", i % 200)), "two");
        }
    });
}

#[test]
fn all_records_deleted_and_made_again() {
    check(|project| {
        fs::remove_dir_all(project.path("incidents")).unwrap();
        write(&project.path(A), "two");
        write(&project.path("incidents/2025/c.yaml"), "three");
    });
}

#[test]
fn templates_and_config_that_come_late() {
    check(|project| {
        write(&project.path("minutebook.yaml"), "title: Ours");
        write(&project.path("templates/assets/site.css"), "body{}");
    });
}

#[test]
fn what_is_no_source_wakes_nobody() {
    let mut watched = watched(&[A], Watcher::Native);
    for path in ["site/index.html", ".minutebook/lock", "incidents/2026/.a.yaml.swp", "incidents/2026/notes.txt"] {
        write(&watched.path(path), "noise");
        let _ = fs::read(watched.path(A)).unwrap();
    }
    write(&watched.path(A), "two");
    let seen: Vec<String> = watched.watch.wait().files.into_iter().map(|(path, _)| path).collect();
    assert_eq!(seen, [A]);
}

/// A project with one record, and what is told of it at made-up times.
struct Remembered {
    folder: tempfile::TempDir,
    memory: Memory,
    began: Instant,
}

fn remembered() -> Remembered {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join(A), "one");
    let mut memory = Memory::default();
    // It was saved long before it was looked at.
    memory.start(list(folder.path()).unwrap(), now() + Duration::from_mins(1));
    Remembered { folder, memory, began: Instant::now() }
}

impl Remembered {
    /// Something happens to the record, and is looked at so much later than the beginning.
    fn told(&mut self, after: Duration, change: impl FnOnce(&Path)) -> Vec<Option<String>> {
        let (root, file, at) = (self.folder.path(), self.folder.path().join(A), self.began + after);
        change(&file);
        assert!(self.memory.suspect(root, &file, at));
        let files = self.memory.read(root, at, &mut Vec::new());
        files.into_iter().map(|(_, file)| file.map(|file| file.text.to_string())).collect()
    }

    /// What is told by itself at some later time.
    fn later(&mut self, after: Duration) -> Vec<(String, Option<SourceFile>)> {
        self.memory.read(self.folder.path(), self.began + after, &mut Vec::new())
    }
}

#[test]
fn a_save_is_told_once_when_it_has_come_to_its_end() {
    let gone = |file: &Path| fs::remove_file(file).unwrap();
    let emptied = |file: &Path| write(file, "");
    for away in [&gone as &dyn Fn(&Path), &emptied] {
        let mut project = remembered();
        assert_eq!(project.told(Duration::ZERO, away), [], "it may be filled again");
        assert_eq!(project.told(SAVE / 2, |file| write(file, "two")), [Some("two".to_owned())]);
        assert_eq!(project.memory.due(project.began), None, "there is nothing more to look at");
        assert_eq!(project.later(SAVE * 10), []);
    }
}

#[test]
fn a_file_that_stays_empty_or_gone_is_told_once() {
    let mut project = remembered();
    assert_eq!(project.told(Duration::ZERO, |file| write(file, "")), []);
    assert_eq!(project.later(SAVE), []);
    assert_eq!(project.told(SAVE * 2, |_| {}), [Some(String::new())]);
    assert_eq!(project.told(SAVE * 3, |file| fs::remove_file(file).unwrap()), []);
    assert_eq!(project.told(SAVE * 5, |_| {}), [None]);
    assert_eq!(project.memory.due(project.began), None);
    assert_eq!(project.told(SAVE * 6, |_| {}), [], "it is gone, as before");
}

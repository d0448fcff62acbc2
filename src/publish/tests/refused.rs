//! Builds that are refused, in words, and leave everything as it was.

use super::{Page, Project, WAYS, put, words};
use crate::publish::{Site, Way, lock, publish_by};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

fn refused(project: &Project, out: &str, pages: &[(&str, &str)], expected: &str) {
    let error = words(&project.try_build(out, pages).expect_err(expected));
    assert!(error.contains(expected), "{error}");
}

#[test]
fn a_folder_where_a_site_would_do_harm() {
    let project = Project::new(Way::Exchange);
    put(&project.path("file"), "x");
    put(&project.path("outside/x"), "x");
    symlink("nowhere", project.path("dangling")).unwrap();
    symlink(project.path(""), project.path("outside/back")).unwrap();
    let page = [("a", "x")];
    refused(&project, "", &page, "it is the project itself");
    refused(&project, "outside/back", &page, "it is the project itself");
    refused(&project, "outside/..", &page, "it is the project itself");
    refused(&project, "..", &page, "the project is inside it");
    refused(&project, "/", &page, "the project is inside it");
    refused(&project, "incidents", &page, "the records are there");
    refused(&project, "incidents/site", &page, "the records are there");
    refused(&project, ".minutebook/site", &page, "`.minutebook` and `.git` are kept for other things");
    refused(&project, ".git", &page, "`.minutebook` and `.git` are kept for other things");
    refused(&project, "file", &page, "it is not a folder");
    refused(&project, "file/below", &page, "file/below`");
    refused(&project, "dangling", &page, "symbolic link to nothing");
    assert!(!project.path(".minutebook").exists(), "nothing is made before the folder is known to be good");
}

#[test]
fn records_behind_a_link() {
    let project = Project::new(Way::Exchange);
    fs::remove_dir(project.path("incidents")).unwrap();
    put(&project.path("elsewhere/records/a.md"), "x");
    symlink("elsewhere/records", project.path("incidents")).unwrap();
    refused(&project, "elsewhere", &[("a", "x")], "the records are there");
}

#[test]
fn a_link_to_a_folder_is_followed() {
    for way in WAYS {
        let project = Project::new(way);
        fs::create_dir(project.path("real")).unwrap();
        symlink("real", project.path("site")).unwrap();
        for text in ["one", "two", "three"] {
            project.build(&[("a", text)]);
            assert_eq!(fs::read_to_string(project.path("real/a")).unwrap(), text);
            assert!(project.path("site").is_symlink());
        }
    }
}

#[test]
fn pages_that_cannot_stand_in_a_site() {
    let project = Project::new(Way::Exchange);
    refused(&project, "site", &[("../a", "x")], "the page path `../a` has a part of dots alone");
    refused(&project, "site", &[("a\n", "x")], "the page path `a\\n` holds a backslash or a control character");
    refused(&project, "site", &[("a", "x"), ("A", "x")], "the page paths `A` and `a` cannot both stand");
    assert!(!project.path("site").exists());
}

#[test]
fn a_page_that_cannot_be_made() {
    for way in WAYS {
        let project = Project::new(way);
        refused(&project, "site", &[("a", "x"), ("b", "fails")], "cannot make the page `b`: no such view");
        assert!(!project.path("site").exists());
        project.build(&[("a", "one"), ("b/c", "two")]);
        refused(&project, "site", &[("a", "changed"), ("b", "fails")], "cannot make the page `b`: no such view");
        project.assert_site(&[("a", "one"), ("b/c", "two")]);
    }
}

#[test]
fn a_list_that_is_not_ours() {
    for way in WAYS {
        let project = Project::new(way);
        project.build(&[("a", "one")]);
        put(&project.path("site/.minutebook-files"), "<<<<<<< ours\n");
        refused(&project, "site", &[("a", "two")], "/site/.minutebook-files` is not as minutebook wrote it");
        project.assert_site(&[("a", "one")]);
    }
}

#[test]
fn a_second_build_at_the_same_time() {
    for way in WAYS {
        let project = Project::new(way);
        let (root, out) = (project.path(""), project.path("site"));
        let site = Site { project: &root, out: &out, audience: "public" };
        publish_by(way, &site, &[Page { path: "a", text: "one" }], |page, buffer| {
            let expected = format!("another build (process {}) is writing; it holds", std::process::id());
            refused(&project, "site", &[("a", "two")], &expected);
            page.make(buffer)
        })
        .unwrap();
        project.assert_site(&[("a", "one")]);
        // The lock went with the build that held it.
        project.build(&[("a", "two")]);
    }
}

#[test]
fn a_lock_left_by_a_dead_process_is_free() {
    let project = Project::new(Way::Exchange);
    put(&project.path(".minutebook/lock"), "999999999999\n");
    let held = lock::take(&project.path(".minutebook/lock")).unwrap();
    assert_eq!(fs::read_to_string(project.path(".minutebook/lock")).unwrap(), format!("{}\n", std::process::id()));
    drop(held);
    project.build(&[("a", "one")]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_cannot_be_made_is_named() {
    for way in WAYS {
        let project = Project::new(way);
        let site = Site { project: &project.path(""), out: Path::new("/proc/minutebook/site"), audience: "public" };
        let error = publish_by(way, &site, &[Page { path: "a", text: "x" }], Page::make).unwrap_err();
        assert!(words(&error).contains("cannot create the folder `/proc/minutebook`"), "{}", words(&error));
    }
}

#[test]
fn a_site_that_must_not_be_written_is_named() {
    for way in WAYS {
        let project = Project::new(way);
        let page = |text| Page { path: "a/b", text };
        let (root, out) = (project.path(""), project.path("above/site"));
        let site = Site { project: &root, out: &out, audience: "public" };
        publish_by(way, &site, &[page("one")], Page::make).unwrap();
        let set_mode = |mode| {
            for folder in ["above", "above/site", "above/site/a"] {
                fs::set_permissions(project.path(folder), PermissionsExt::from_mode(mode)).unwrap();
            }
        };
        set_mode(0o555);
        let result = publish_by(way, &site, &[page("two")], Page::make);
        // The system lets root write anywhere.
        if rustix::process::geteuid().is_root() {
            assert_eq!(result.unwrap().written, 1);
        } else {
            assert!(words(&result.unwrap_err()).contains("/above/site"));
            assert_eq!(fs::read_to_string(out.join("a/b")).unwrap(), "one");
        }
        set_mode(0o755);
        publish_by(way, &site, &[page("three")], Page::make).unwrap();
        assert_eq!(fs::read_to_string(out.join("a/b")).unwrap(), "three");
    }
}

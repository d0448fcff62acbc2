//! What a build writes, leaves alone and takes away.

use super::{Page, Project, WAYS, put, stamp};
use crate::publish::{Site, Way, publish};
use rustix::fs::Mode;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn the_report_counts_what_happened() {
    for way in WAYS {
        let project = Project::new(way);
        let first = project.build(&[("index.html", "one"), ("a/b.html", "longer"), ("a/c.html", "three")]);
        assert_eq!((first.files, first.written, first.unchanged, first.removed), (3, 3, 0, 0));
        assert_eq!((first.bytes, first.largest, first.audience_before), (14, Some(("a/b.html".into(), 6)), None));
        assert_eq!((first.way, first.note), (way, None));

        let second = project.build(&[("index.html", "one"), ("a/b.html", "changed")]);
        assert_eq!((second.files, second.written, second.unchanged, second.removed), (2, 1, 1, 1));
        assert_eq!(second.audience_before.as_deref(), Some("public"));
        project.assert_site(&[("index.html", "one"), ("a/b.html", "changed")]);
    }
}

#[test]
fn a_second_build_writes_nothing() {
    for way in WAYS {
        let project = Project::new(way);
        let names: Vec<String> = (0..2_000).map(|n| format!("{}/{n}.html", n % 50)).collect();
        let pages: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), name.as_str())).collect();
        assert_eq!(project.build(&pages).written, 2_000);
        project.assert_site(&pages);
        let stamps = |project: &Project| -> Vec<_> {
            names.iter().map(|name| stamp(&project.path("site").join(name))).collect()
        };
        let (files, folder) = (stamps(&project), stamp(&project.path("site")));
        let again = project.build(&pages);
        assert_eq!((again.written, again.unchanged), (0, 2_000));
        if way == Way::Exchange {
            assert_eq!(stamp(&project.path("site")), folder);
        }
        assert_eq!(stamps(&project), files);

        let mut pages = pages;
        // Twice, so that the second tree is one that has been a site.
        for text in ["new", "newer", "newest"] {
            pages[7].1 = text;
            assert_eq!(project.build(&pages).written, 1);
            project.assert_site(&pages);
        }
        let now = stamps(&project);
        assert_eq!(files.iter().zip(&now).filter(|(before, after)| before != after).count(), 1);
    }
}

#[test]
fn what_was_edited_by_hand_is_repaired() {
    for way in WAYS {
        let project = Project::new(way);
        let pages = [("a.html", "one"), ("b/c.html", "two"), ("d.html", "three"), ("e.html", "four")];
        project.build(&pages);
        project.build(&[("a.html", "other"), pages[1], pages[2], pages[3]]);
        put(&project.path("site/a.html"), "six");
        put(&project.path("site/b/c.html"), "six");
        fs::remove_file(project.path("site/d.html")).unwrap();
        fs::set_permissions(project.path("site/e.html"), PermissionsExt::from_mode(0o600)).unwrap();
        assert_eq!(project.build(&pages).written, 4);
        project.assert_site(&pages);
    }
}

#[test]
fn an_edit_through_a_link_reaches_no_other_file() {
    let project = Project::new(Way::Exchange);
    project.build(&[("a.html", "one")]);
    let kept = project.path("kept.html");
    fs::hard_link(project.path("site/a.html"), &kept).unwrap();
    for text in ["two", "three", "four"] {
        project.build(&[("a.html", text)]);
        assert_eq!(fs::read_to_string(&kept).unwrap(), "one");
    }
}

#[test]
fn a_folder_becomes_a_file_and_a_file_a_folder() {
    let states: [&[(&str, &str)]; 3] =
        [&[("a", "file"), ("b/x", "deep"), ("b/y/z", "deeper")], &[("a/x", "deep"), ("b", "file")], &[("b/y", "x")]];
    for way in WAYS {
        let project = Project::new(way);
        for state in states.iter().chain(states.iter().rev()).chain(&states) {
            project.build(state);
            project.assert_site(state);
        }
    }
}

#[test]
fn modes_do_not_depend_on_the_umask() {
    for way in WAYS {
        let project = Project::new(way);
        let before = rustix::process::umask(Mode::from_raw_mode(0o077));
        project.build(&[("a/b/c.html", "one")]);
        rustix::process::umask(before);
        let mode = |path: &str| fs::metadata(project.path(path)).unwrap().mode() & 0o7777;
        assert_eq!(["site/a/b/c.html", "site/.minutebook-files"].map(mode), [0o644; 2]);
        assert_eq!(["site", "site/a", "site/a/b"].map(mode), [0o755; 3]);
        assert_eq!(mode(".minutebook"), 0o700);
        assert_eq!(fs::read_to_string(project.path(".minutebook/.gitignore")).unwrap(), "*\n");
    }
}

#[test]
fn both_ways_give_the_same_bytes() {
    let list = WAYS.map(|way| {
        let project = Project::new(way);
        project.build(&[("z.html", "one"), ("a/b.html", "two")]);
        fs::read_to_string(project.path("site/.minutebook-files")).unwrap()
    });
    assert_eq!(list[0], list[1]);
    assert!(list[0].ends_with("audience public\nfile a/b.html\nfile z.html\n"), "{}", list[0]);
}

#[test]
fn a_reader_finds_a_whole_page_at_any_time() {
    let project = Project::new(Way::Exchange);
    let texts = ["a", "b"].map(|letter| letter.repeat(50_000));
    project.build(&[("page.html", &texts[0])]);
    let (page, done) = (project.path("site/page.html"), AtomicBool::new(false));
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut read = 0;
            while !done.load(Ordering::Relaxed) || read == 0 {
                let text = fs::read_to_string(&page).unwrap();
                assert!(texts.contains(&text), "a page of {} bytes", text.len());
                read += 1;
            }
        });
        for n in 1..20 {
            project.build(&[("page.html", &texts[n % 2])]);
        }
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap();
    });
}

#[test]
fn a_site_of_no_pages_is_a_site() {
    for way in WAYS {
        let project = Project::new(way);
        project.build(&[]);
        project.assert_site(&[]);
        project.build(&[("a/b", "x")]);
        assert_eq!(project.build(&[]).removed, 1);
        project.assert_site(&[]);
    }
}

#[test]
fn the_best_way_is_taken() {
    let project = Project::new(Way::Exchange);
    let (root, out) = (project.path(""), project.path("deep/down/site"));
    let site = Site { project: &root, out: &out, audience: "internal" };
    let report = publish(&site, &[Page { path: "a", text: "one" }], Page::make).unwrap();
    assert_eq!((report.way, report.note), (Way::Exchange, None));
    assert_eq!(fs::read_to_string(out.join("a")).unwrap(), "one");
}

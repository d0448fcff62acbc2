//! What others put into the site's folder stays theirs.

use super::{Page, Project, WAYS, put, stamp, words};
use crate::publish::{Site, Way, publish_by};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

#[test]
fn files_of_others_stay() {
    for way in WAYS {
        let project = Project::new(way);
        put(&project.path("site/CNAME"), "example.org");
        put(&project.path("site/.git/HEAD"), "ref");
        fs::create_dir_all(project.path("site/empty/inner")).unwrap();
        fs::set_permissions(project.path("site/empty"), PermissionsExt::from_mode(0o700)).unwrap();
        symlink("/nowhere", project.path("site/link")).unwrap();
        let name = stamp(&project.path("site/CNAME"));
        let others = [("CNAME", "example.org"), (".git/HEAD", "ref"), ("empty/inner/", "")];
        for text in ["one", "two", "three", "three"] {
            project.build(&[("a/index.html", text)]);
            project.assert_site(&[&others[..], &[("a/index.html", text)]].concat());
            assert_eq!(stamp(&project.path("site/CNAME")), name);
            assert_eq!(fs::read_link(project.path("site/link")).unwrap().to_str(), Some("/nowhere"));
            assert_eq!(fs::metadata(project.path("site/empty")).unwrap().mode() & 0o777, 0o700);
        }
    }
}

#[test]
fn a_removed_page_leaves_its_neighbours() {
    for way in WAYS {
        let project = Project::new(way);
        project.build(&[("a/one.html", "1"), ("a/b/two.html", "2"), ("c/three.html", "3")]);
        put(&project.path("site/a/b/mine.txt"), "mine");
        put(&project.path("site/c/mine/too.txt"), "mine");
        for _ in 0..3 {
            project.build(&[("index.html", "0")]);
            project.assert_site(&[("index.html", "0"), ("a/b/mine.txt", "mine"), ("c/mine/too.txt", "mine")]);
            project.build(&[]);
            project.assert_site(&[("a/b/mine.txt", "mine"), ("c/mine/too.txt", "mine")]);
        }
    }
}

#[test]
fn what_others_remove_or_change_does_not_come_back() {
    for way in WAYS {
        let project = Project::new(way);
        put(&project.path("site/gone.txt"), "x");
        put(&project.path("site/new.txt"), "old");
        for text in ["one", "two"] {
            project.build(&[("a", text)]);
        }
        fs::remove_file(project.path("site/gone.txt")).unwrap();
        // As most editors save: a new file under the old name.
        fs::remove_file(project.path("site/new.txt")).unwrap();
        put(&project.path("site/new.txt"), "new");
        for text in ["three", "four", "five"] {
            project.build(&[("a", text)]);
            project.assert_site(&[("a", text), ("new.txt", "new")]);
        }
    }
}

#[test]
fn a_page_never_takes_the_place_of_a_file_of_others() {
    let cases: [(&str, &str); 5] = [
        ("a.html", "a.html"),
        ("a/index.html", "a"),
        ("a", "a/mine.txt"),
        ("a/b", "a/b/c/mine.txt"),
        ("a/b/c/index.html", "a/b"),
    ];
    for way in WAYS {
        for (page, mine) in cases {
            let project = Project::new(way);
            project.build(&[("index.html", "before")]);
            put(&project.path("site").join(mine), "mine");
            let error = project.try_build("site", &[("index.html", "after"), (page, "x")]).unwrap_err();
            let expected = project.folder.path().canonicalize().unwrap().join("site").join(mine);
            assert!(words(&error).contains(&format!("`{}` stands where", expected.display())), "{}", words(&error));
            project.assert_site(&[("index.html", "before"), (mine, "mine")]);
        }
    }
}

#[test]
fn a_page_never_takes_the_place_of_a_folder_of_others() {
    for way in WAYS {
        let project = Project::new(way);
        fs::create_dir_all(project.path("site/a")).unwrap();
        assert!(words(&project.try_build("site", &[("a", "x")]).unwrap_err()).contains("/site/a` stands where"));
        // In a folder of others is fine.
        project.build(&[("a/b", "x")]);
        project.assert_site(&[("a/b", "x")]);
        project.build(&[]);
    }
}

#[test]
fn what_comes_while_a_build_runs_is_carried_over() {
    for way in WAYS {
        let project = Project::new(way);
        put(&project.path("site/saved.txt"), "old");
        project.build(&[("a", "one")]);
        let (root, out) = (project.path(""), project.path("site"));
        let site = Site { project: &root, out: &out, audience: "public" };
        publish_by(way, &site, &[Page { path: "a", text: "two" }], |page, buffer| {
            put(&out.join("deep/late.txt"), "late");
            fs::remove_file(out.join("saved.txt")).unwrap();
            put(&out.join("saved.txt"), "new");
            page.make(buffer)
        })
        .unwrap();
        project.assert_site(&[("a", "two"), ("deep/late.txt", "late"), ("saved.txt", "new")]);
        project.build(&[("a", "three")]);
        project.assert_site(&[("a", "three"), ("deep/late.txt", "late"), ("saved.txt", "new")]);
    }
}

#[test]
fn a_page_that_became_a_link_is_repaired_and_its_aim_left_alone() {
    for way in [Way::Exchange, Way::Journal] {
        let project = Project::new(way);
        project.build(&[("a", "one")]);
        put(&project.path("aim"), "one");
        fs::set_permissions(project.path("aim"), PermissionsExt::from_mode(0o644)).unwrap();
        fs::remove_file(project.path("site/a")).unwrap();
        symlink(project.path("aim"), project.path("site/a")).unwrap();
        assert_eq!(project.build(&[("a", "one")]).written, 1);
        project.build(&[("a", "two")]);
        project.assert_site(&[("a", "two")]);
        assert_eq!(fs::read_to_string(project.path("aim")).unwrap(), "one");
    }
}

//! A build that is stopped at any moment: the site is the old one or the new one, and the next build is as any other.

use super::{Project, put};
use crate::publish::error::cannot;
use crate::publish::found::Found;
use crate::publish::journal::{self, Step};
use crate::publish::layout::Layout;
use crate::publish::target::Target;
use crate::publish::{Error, Plan, Way, exchange, list};
use std::fs;
use std::io::Write;
use std::path::Path;

const OLD: [(&str, &str); 5] =
    [("same.html", "same"), ("changed.html", "old"), ("a", "file"), ("b/x", "deep"), ("gone/away.html", "x")];
const NEW: [(&str, &str); 5] =
    [("same.html", "same"), ("changed.html", "new"), ("a/x", "deep"), ("b", "file"), ("come/along.html", "y")];

/// A site of `OLD`, built twice so that there is a second tree too, and a file of somebody else.
fn old_site(way: Way) -> Project {
    let project = Project::new(way);
    project.build(&[("before.html", "x")]);
    project.build(&OLD);
    put(&project.path("site/gone/mine.txt"), "mine");
    project
}

fn with_mine(pages: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    [pages, &[("gone/mine.txt", "mine")]].concat()
}

/// The plan for `NEW`, as `publish` makes it.
fn plan(project: &Project) -> Plan<'static> {
    let layout = Layout::new(NEW.iter().map(|(path, _)| *path)).unwrap();
    let target = Target::find(&project.path(""), &project.path("site")).unwrap();
    let found = Found::read(&target.out).unwrap();
    Plan { list: list::bytes("public", &layout), target, found, layout }
}

/// Makes a page of `NEW`.
fn fill(index: usize, buffer: &mut Vec<u8>) -> Result<(), Error> {
    buffer.write_all(NEW[index].1.as_bytes()).map_err(cannot("fill", Path::new("memory")))
}

#[test]
fn before_the_exchange_the_site_is_the_old_one() {
    let project = old_site(Way::Exchange);
    let second = project.path(".minutebook/site");
    assert!(exchange::prepare(&second, &plan(&project), fill).is_ok());
    project.assert_site(&with_mine(&OLD));
    assert_eq!(fs::read_to_string(second.join("changed.html")).unwrap(), "new");
    project.build(&NEW);
    project.assert_site(&with_mine(&NEW));
}

#[test]
fn a_half_made_second_tree_is_never_trusted() {
    let project = old_site(Way::Exchange);
    let second = project.path(".minutebook/site");
    fs::remove_dir_all(&second).unwrap();
    for (path, text) in
        [("same.html", "torn"), ("changed.html", "ne"), ("come", "x"), ("b/x/y", "x"), ("gone/mine.txt", "?")]
    {
        put(&second.join(path), text);
    }
    put(&second.join(".minutebook-files"), "torn");
    project.build(&NEW);
    project.assert_site(&with_mine(&NEW));
    fs::remove_dir_all(&second).unwrap();
    put(&second, "not even a folder");
    project.build(&OLD);
    project.assert_site(&with_mine(&OLD));
}

#[test]
fn a_build_that_fails_on_any_page_harms_nothing() {
    for way in super::WAYS {
        for broken in 0..NEW.len() {
            let project = old_site(way);
            let mut pages = NEW;
            pages[broken].1 = "fails";
            project.try_build("site", &pages).unwrap_err();
            project.assert_site(&with_mine(&OLD));
            project.build(&NEW);
            project.assert_site(&with_mine(&NEW));
        }
    }
}

#[test]
fn a_journal_is_finished_from_any_step_on() {
    let mut stop = 0;
    loop {
        let project = old_site(Way::Journal);
        journal::prepare(&plan(&project), fill).unwrap();
        let out = project.path("site").canonicalize().unwrap();
        let bytes = fs::read(out.join(".minutebook-next/journal")).unwrap();
        let steps = journal::parse(&bytes).unwrap();
        steps.iter().take(stop).try_for_each(|step| journal::apply(&out, step)).unwrap();
        // The next build need not be of the same pages, nor go the same way.
        let next = Project { way: if stop % 2 == 0 { Way::Exchange } else { Way::Journal }, ..project };
        if stop % 3 == 0 {
            journal::finish(&out).unwrap();
            next.assert_site(&with_mine(&NEW));
        }
        next.build(&OLD);
        next.assert_site(&with_mine(&OLD));
        assert!(!out.join(".minutebook-next").exists());
        stop += 1;
        if stop > steps.len() {
            break;
        }
    }
    assert!(stop > 8, "the journal has a step for each file");
}

#[test]
fn a_journal_that_was_not_begun_is_dropped() {
    let project = old_site(Way::Journal);
    put(&project.path("site/.minutebook-next/files/changed.html"), "torn");
    put(&project.path("site/.minutebook-next/draft"), "minutebook journal 1\nmove changed.html\n");
    project.build(&OLD);
    project.assert_site(&with_mine(&OLD));
}

#[test]
fn a_journal_leads_out_of_no_site() {
    for (text, expected) in [
        ("minutebook journal 1\nend\n", Ok(vec![])),
        (
            "minutebook journal 1\nremove a\nmove .minutebook-files\nend\n",
            Ok(vec![Step::Remove("a"), Step::Move(list::NAME)]),
        ),
        ("minutebook journal 1\nremove a\n", Err(3)),
        ("minutebook journal 1\nremove ../a\nend\n", Err(2)),
        ("minutebook journal 1\nmove /a\nend\n", Err(2)),
        ("other\nend\n", Err(1)),
    ] {
        assert_eq!(journal::parse(text.as_bytes()), expected, "{text}");
    }
}

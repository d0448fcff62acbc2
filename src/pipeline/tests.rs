//! What a project in memory says after any series of edits is what a clean reading of the files says.

use super::{Fault, Page, Project, press};
use crate::audience;
use crate::source::{SourceFile, Sources};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A project with these files, read from the start: what is wrong with it, and every page if nothing is.
fn clean(files: &BTreeMap<String, String>) -> (Vec<String>, Option<BTreeMap<String, Vec<u8>>>) {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.set(path, Some(SourceFile::new(path.as_str(), text.clone().into_bytes())));
    }
    let checked = super::check(&sources, None);
    let found =
        checked.diagnostics.iter().flat_map(|(path, list)| list.iter().map(move |one| format!("{path} {one:?}")));
    let found: Vec<String> = found.collect();
    let errors = checked.count(crate::diag::Level::Error);
    let edition = audience::project(&checked.archive, &checked.config, checked.config.outermost());
    let pages = (errors == 0).then(|| {
        let press = press(&edition, &checked.config, &sources).unwrap();
        made(press.pages(), |page, out| press.make(page, out))
    });
    (found, pages)
}

fn made(pages: Vec<Page>, make: impl Fn(&Page, &mut Vec<u8>) -> Result<(), Fault>) -> BTreeMap<String, Vec<u8>> {
    let pages = pages.into_iter().map(|page| {
        let mut out = Vec::new();
        if let Err(fault) = make(&page, &mut out) {
            // One record publishes a name that another withholds.
            out = format!("{REFUSED}{fault}").into_bytes();
        }
        (page.as_ref().to_owned(), out)
    });
    pages.collect()
}

/// Findings, pages and their fingerprints.
type Shown = (Vec<String>, BTreeMap<String, Vec<u8>>, BTreeMap<String, blake3::Hash>);

const REFUSED: &str = "refused: ";

#[expect(clippy::ptr_arg, reason = "it is asked of the values of a map")]
fn is_page(bytes: &Vec<u8>) -> bool {
    !bytes.starts_with(REFUSED.as_bytes())
}
/// How things stand in a project in memory.
fn shown(project: &Project) -> Shown {
    let found = project.findings().map(|(path, one)| format!("{path} {one:?}")).collect();
    let prints = project.pages().iter().map(|page| (page.as_ref().to_owned(), project.fingerprint(page))).collect();
    (found, made(project.pages(), |page, out| project.make(page, out)), prints)
}

/// Where edits are made, and how often; the second `a` is faulty for as long as the first is there.
const FILES: [(u32, &str); 5] = [
    (4, "incidents/a.yaml"),
    (4, "incidents/b.yaml"),
    (4, "incidents/c.yaml"),
    (1, "incidents/2026/a.yaml"),
    (1, "minutebook.yaml"),
];

/// Records that name each other, take each other's names, withhold names and say them, or are broken.
fn text() -> impl Strategy<Value = Option<String>> {
    let names = prop::sample::select(vec![
        "",
        "aliases: [d]\n",
        "aliases: [b, e]\n",
        "relations: { related: d }\n",
        "relations: { related: c }\n",
        "relations: { related: [a, b] }\n",
    ]);
    let seen = prop::sample::select(vec![
        "",
        "audience: internal\n",
        "actors: { x: { kind: internal, role: a clerk, name: Ada Muster } }\n",
        "actors: { x: { kind: internal, role: a clerk, name: Ada Muster, publish: name } }\n",
        "summary: Nobody did it.\n",
        "sources: { s: { title: Press, url: 'https://example.com/ada-muster' } }\n",
    ]);
    let faulty = prop::sample::select(vec!["", "", "", "", "summary: Muster did it.\n", "kind: [\n", "nonsense: 1\n"]);
    let record = (names, seen, faulty, 1..4_u8, any::<bool>()).prop_map(|(names, seen, faulty, day, title)| {
        let title = if title {
            "title: Down\nstatus: active\nseverity: sev1\n"
        } else {
            "title: Up\nstatus: active\nseverity: sev1\n"
        };
        format!("{title}{names}{seen}{faulty}timeline:\n  - 2026-11-0{day} 14:02 It begins. {{impact_start}}\n")
    });
    prop::option::weighted(0.9, record)
}

fn settings() -> impl Strategy<Value = Option<String>> {
    let line =
        prop::sample::select(vec!["", "title: Ours\n", "title: Ada Muster\n", "severities: [sev9]\n", "titel: x\n"]);
    prop::option::weighted(0.7, line.prop_map(str::to_owned))
}

fn edit() -> impl Strategy<Value = (String, Option<String>)> {
    let files = FILES.map(|(often, path)| (often, Just(path).boxed()));
    prop::strategy::Union::new_weighted(files.to_vec()).prop_flat_map(|path| {
        let text = if path == "minutebook.yaml" { settings().boxed() } else { text().boxed() };
        text.prop_map(move |text| (path.to_owned(), text))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn after_any_edits_all_is_as_if_read_anew(edits in prop::collection::vec(prop::collection::vec(edit(), 1..3), 1..20)) {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        let mut project = Project::new(Sources::default(), None);
        let mut before = shown(&project);
        for batch in edits {
            let mut told = Vec::new();
            for (path, text) in batch {
                told.push((path.clone(), text.clone().map(|text| SourceFile::new(path.as_str(), text.into_bytes()))));
                match text {
                    Some(text) => files.insert(path, text),
                    None => files.remove(&path),
                };
            }
            let followed = project.follow(told);
            let (found, pages) = clean(&files);
            let now = shown(&project);
            prop_assert_eq!(&now.0, &found, "the findings");
            if let Some(pages) = pages {
                prop_assert!(now.1 == pages, "the bytes");
            } else {
                prop_assert!(now.1 == before.1, "the last good pages stay");
            }
            // A refusal is no page, and what is withheld elsewhere is no input of one.
            for (path, bytes) in now.1.iter().filter(|(path, bytes)| is_page(bytes) && before.1.get(*path).is_some_and(is_page)) {
                if now.2.get(path) == before.2.get(path) {
                    prop_assert!(Some(bytes) == before.1.get(path), "{} has its old fingerprint", path);
                }
            }
            if let Some(pages) = followed.and_then(|followed| followed.pages) {
                let all = now.2.keys().chain(before.2.keys()).collect::<std::collections::BTreeSet<_>>();
                let differ = all.into_iter().filter(|path| now.2.get(*path) != before.2.get(*path)).count();
                if now.2.keys().eq(before.2.keys()) {
                    prop_assert_eq!(pages, differ, "how many pages differ");
                }
            }
            before = now;
        }
    }
}

#[test]
fn a_tie_to_a_record_that_comes_into_sight_is_shown() {
    let file = |path: &str, text: &str| (path.to_owned(), Some(SourceFile::new(path, text.as_bytes().to_vec())));
    let record =
        "title: Up\nstatus: active\nseverity: sev1\ntimeline:\n  - 2026-11-01 14:02 It begins. {impact_start}\n";
    let mut project = Project::new(Sources::default(), None);
    let page = |project: &Project| {
        let mut out = Vec::new();
        project.make(&project.find("incidents/a/record.json").unwrap(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let tied = format!("{record}relations: {{ related: b }}\n");
    project
        .follow([file("incidents/a.yaml", &tied), file("incidents/b.yaml", &format!("{record}audience: internal\n"))]);
    assert!(
        !page(&project).contains("\"relations\""),
        "{:?} {}",
        project.findings().collect::<Vec<_>>(),
        page(&project)
    );
    project.follow([file("incidents/b.yaml", record)]);
    assert!(page(&project).contains("\"relations\""));
    project.follow([file("incidents/b.yaml", &format!("{record}audience: internal\n"))]);
    assert!(!page(&project).contains("\"relations\""));
}

#[test]
fn a_name_that_goes_from_one_record_to_another_keeps_what_is_tied_to_it() {
    let record = |keys: &str| {
        format!(
            "title: Up\nstatus: active\nseverity: sev1\n{keys}timeline:\n  - 2026-11-01 14:02 It begins. {{impact_start}}\n"
        )
    };
    // Between the two saves nothing has the name, so both files are followed at once.
    let edits = [
        ("incidents/a.yaml", record("aliases: [d]\n")),
        ("incidents/a.yaml", record("relations: { related: d }\n")),
        ("incidents/b.yaml", record("aliases: [d]\n")),
    ];
    let (mut files, mut project) = (BTreeMap::new(), Project::new(Sources::default(), None));
    for (path, text) in edits {
        files.insert(path.to_owned(), text.clone());
        project.follow(vec![(path.to_owned(), Some(SourceFile::new(path, text.into_bytes())))]);
    }
    let (found, pages) = clean(&files);
    let now = shown(&project);
    assert_eq!(now.0, found);
    assert!(Some(now.1) == pages, "the tie is on the page");
}

#[test]
fn a_file_that_says_what_it_said_is_nothing_new() {
    let saved = |text: &str| [("incidents/a.yaml".to_owned(), Some(SourceFile::new("incidents/a.yaml", text.into())))];
    let mut project = Project::new(Sources::default(), None);
    assert!(project.follow(saved("title: A\n")).is_some());
    assert!(project.follow(saved("title: A\n")).is_none());
    assert!(project.follow(saved("title: B\n")).is_some());
    assert!(project.follow([("incidents/gone.yaml".to_owned(), None)]).is_none());
}

//! A checklist tells the truth: what it finds is what `check` finds once the word is changed by hand.

use chrono::NaiveDate;
use minutebook::check::{checklist, whole};
use minutebook::diag::{Diagnostic, Level};
use minutebook::model::State;
use minutebook::source::{SourceFile, is_markdown, load};
use std::path::Path;

const RULE: &str = "missing-for-status";

/// Records that lack something, or whose status is not one.
const INCOMPLETE: &[(&str, &str)] = &[
    ("a.yaml", ""),
    ("a.yaml", "title: A\n"),
    ("a.yaml", "severity: sev2\ntitle: A\nreview: published\n"),
    ("a.yaml", "title: A\nstatus: resolvd\nseverity: sev2\n"),
    ("a.yaml", "title: A\nstatus:\nseverity: sev2\n"),
    ("a.yaml", "title: A\nstatus: [active]\nseverity: sev2\n"),
    ("a.yaml", "title: A\nstatus: { value: active }\nseverity: sev2\n"),
    ("a.yaml", "title: A\nstatus: !!str active\nseverity: sev2\nreview: &r draft\n"),
    ("a.yaml", "title: A\nstatus: *gone\nseverity: sev2\nreview: 'draft' # Not yet.\n"),
    ("a.yaml", "title: A\nstatu: active\nseverity: sev2\nsumary: B\n"),
    ("a.yaml", "title: A\nstatus: active\nstatus: active\nseverity: sev2\n"),
    ("a.yaml", "title: [\nstatus: active\n"),
    (
        "a.yaml",
        "title: A\nstatus: active\nseverity: sev2\nimpact: [B]\ntimestamps: { detected: 2 pm, mitigated: unknown }\n",
    ),
    ("a.yaml", "title: A\nstatus: active\nseverity: sev2\nallow: { missing-for-status: why }\n"),
    ("a.yaml", "title: A\nstatus: active\nseverity: sev2\nallow: { withdrawn-without-reason: why }\n"),
    ("a.yaml", "title: A\nstatus: active\nseverity: sev2\nremediation: [\"[ ] C\"]\nroot_cause: D\n"),
    ("a.yaml", "title: A\nstatus: active\nseverity: sev2\ntimeline:\n- 2026-11-23 14:02 B {impact_start, resolved}\n"),
    (
        "a.md",
        "---\ntitle: A\n---\n\n## Summary\n\n## Impact\nB\n\n## Timeline\n- 2026-11-23 14:02 C {resolved}\n- 2 pm D\n",
    ),
    ("a.md", "---\n---\n"),
    ("a.md", "no front matter\n"),
];

/// The text with the state written over the line of its key, or below the first line.
fn by_hand(path: &str, text: &str, state: State) -> String {
    let new = format!("{}: {}", state.key(), state.as_str());
    let is_key = |line: &&str| line.starts_with(&format!("{}:", state.key()));
    if let Some(old) = text.lines().find(is_key) {
        return text.replacen(&format!("{old}\n"), &format!("{new}\n"), 1);
    }
    match text.split_once('\n').filter(|_| is_markdown(path)) {
        Some((first, rest)) => format!("{first}\n{new}\n{rest}"),
        None => format!("{new}\n{text}"),
    }
}

fn told<'d>(found: impl IntoIterator<Item = &'d Diagnostic>) -> Vec<(&'static str, Level, String)> {
    let mut told: Vec<_> = found.into_iter().map(|found| (found.rule, found.level, found.message.clone())).collect();
    told.sort();
    told
}

#[track_caller]
fn check(file: &SourceFile, settings: Option<&SourceFile>) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24);
    for (state, word, _) in State::all() {
        let list = checklist(file, state, settings, std::slice::from_ref(file), today);
        let changed = SourceFile::new(&file.path, by_hand(&file.path, &file.text, state).into_bytes());
        let mut found = whole(settings, std::slice::from_ref(&changed), today).diagnostics;
        let found = found.remove(&file.path).unwrap_or_default();
        let (missing, others): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.rule == RULE);
        let context = || format!("{} as {word}:\n{}", file.path, changed.text);
        assert_eq!(told(&list.findings), told(others), "{}", context());
        assert_eq!(list.missing, missing.iter().map(|found| found.level).max(), "{}", context());
        assert!(list.missing.is_none() || list.count_missing() > 0, "{}", context());
        for least in [Level::Warning, Level::Error] {
            assert_eq!(list.holds(least), found.iter().all(|found| found.level < least), "{}", context());
        }
    }
}

#[test]
fn of_every_record_of_this_project() {
    let sources = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(sources.records.len() > 10);
    sources.records.iter().for_each(|file| check(file, sources.config.as_ref()));
}

#[test]
fn of_records_in_which_something_is_missing() {
    for level in ["deny", "warn", "allow"] {
        let rules = format!("rules: {{ {RULE}: {level}, withdrawn-without-reason: {level} }}\n");
        let settings = SourceFile::new("minutebook.yaml", rules.into_bytes());
        for (path, text) in INCOMPLETE {
            check(&SourceFile::new(format!("incidents/{path}"), text.as_bytes().to_vec()), Some(&settings));
        }
    }
}

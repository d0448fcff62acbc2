//! What holds for every source file: it says what it is for, it is short, it is named after something.

use std::path::Path;

use crate::tokens::{before_tests, module_of, read, rust_files, test_modules, tokens};

const MAX_LINES: usize = 500;
const NAMES_OF_NOTHING: &[&str] = &["utils", "util", "common", "helpers", "helper", "core", "misc"];

/// What is wrong with a file, in words.
fn faults(path: &Path, source: &str, is_test: bool) -> Vec<String> {
    let mut faults = Vec::new();
    if !source.starts_with("//! ") {
        faults.push("does not begin with `//!` and what it is for".to_owned());
    }
    let lines = source.lines().count();
    if lines > MAX_LINES {
        faults.push(format!("has {lines} lines, at most {MAX_LINES}"));
    }
    for part in &path.with_extension("") {
        if NAMES_OF_NOTHING.iter().any(|name| part == *name) {
            faults.push(format!("`{}` names nothing", part.display()));
        }
    }
    if !is_test && before_tests(&tokens(source)).windows(2).any(|pair| pair == [".", "unwrap"]) {
        faults.push("calls `unwrap` outside tests".to_owned());
    }
    faults
}

#[test]
fn every_file_is_short_and_says_what_it_is_for() {
    let files: Vec<_> = ["src", "tests", "benches"]
        .iter()
        .filter(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).is_dir())
        .flat_map(|folder| rust_files(folder))
        .collect();
    assert!(files.iter().any(|path| path == Path::new("src/lib.rs")));
    let tests = test_modules();
    let is_test = |path: &Path| !path.starts_with("src") || tests.iter().any(|test| module_of(path).starts_with(test));
    let found: Vec<_> = files
        .iter()
        .flat_map(|path| faults(path, &read(path), is_test(path)).into_iter().map(move |fault| (path, fault)))
        .map(|(path, fault)| format!("{}: {fault}", path.display()))
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn faults_are_found() {
    #[track_caller]
    fn check(path: &str, source: &str, expected: &[&str]) {
        assert_eq!(faults(Path::new(path), source, path.starts_with("tests")), expected);
    }
    check("src/a.rs", "//! A.\nfn a() {}", &[]);
    check("src/a.rs", "fn a() {}", &["does not begin with `//!` and what it is for"]);
    check("src/a.rs", &format!("//! A.\n{}", "\n".repeat(499)), &[]);
    check("src/a.rs", &format!("//! A.\n{}", "\n".repeat(500)), &["has 501 lines, at most 500"]);
    check("src/utils/a.rs", "//! A.", &["`utils` names nothing"]);
    check("src/a/core.rs", "//! A.", &["`core` names nothing"]);
    check("src/a.rs", "//! A.\nfn a() { b.unwrap() }", &["calls `unwrap` outside tests"]);
    check("src/a.rs", "//! A.\nfn a() {}\n#[cfg(test)]\nmod tests { fn a() { b.unwrap() } }", &[]);
    check("src/a.rs", "//! A.\n#[cfg(test)]\nmod tests;\nfn a() { b.unwrap() }", &["calls `unwrap` outside tests"]);
    check("tests/a.rs", "//! A.\nfn a() { b.unwrap() }", &[]);
}

//! Data flows one way: a module names modules of lower floors only, except in its tests. The table is the one of the
//! design.

use std::path::Path;

use crate::tokens::{before_tests, module_of, read, rust_files, test_modules, tokens};

/// Each floor, highest first; on a floor, groups that may not see each other.
const FLOORS: &[&[&[&str]]] = &[
    &[&["cli"]],
    &[&["watch", "serve"]],
    &[&["pipeline"]],
    &[&["publish"]],
    &[&["render"]],
    &[&["check"], &["view", "import", "export"], &["scaffold"]],
    &[&["metrics"], &["audience"]],
    &[&["model", "config"]],
    &[&["source"]],
    &[&["diag"]],
];

/// What a module may not name although it lies below.
const HIDDEN: &[(&[&str], &[&str])] = &[
    (&["watch", "serve"], &["render", "check", "view", "import", "export", "metrics", "audience", "model"]),
    (&["publish"], &["check", "view", "import", "export", "metrics", "audience", "model"]),
    (&["render"], &["check", "import", "export", "metrics", "audience", "model", "source"]),
];

/// What a module may not use from outside of the crate.
const FOREIGN: &[(&[&str], &[&str])] = &[
    (&["model", "config", "check", "metrics", "audience"], &["serde", "serde_json", "serde_yaml"]),
    (&["model", "config", "view", "import", "export", "render", "publish", "pipeline", "cli"], &["granit_parser"]),
    (&["diag", "model", "config", "check", "metrics", "audience", "view", "import", "export"], &["std::fs"]),
    (&["render", "pipeline"], &["std::fs"]),
];

/// The floor of a module, and its group on it.
fn place(module: &str) -> Option<(usize, usize)> {
    FLOORS.iter().enumerate().find_map(|(floor, groups)| {
        groups.iter().position(|group| group.contains(&module)).map(|group| (FLOORS.len() - 1 - floor, group))
    })
}

/// Why a module may not name a path in the crate, if it may not.
fn way_up(module: &str, path: &[&str]) -> Option<String> {
    let (_, [other, ..]) = path.split_first().filter(|(first, _)| **first == "crate")? else { return None };
    let ((floor, group), (other_floor, other_group)) = (place(module)?, place(other)?);
    if HIDDEN.iter().any(|(modules, others)| modules.contains(&module) && others.contains(other)) {
        return Some(format!("`{module}` may not name `{other}`"));
    }
    let is_below = other_floor < floor || (other_floor, other_group) == (floor, group);
    (!is_below).then(|| format!("`{module}` is on floor {floor}, `{other}` on floor {other_floor}"))
}

/// Why a module may not name a path outside of the crate, if it may not.
fn foreign(module: &str, path: &[&str]) -> Option<String> {
    let is_meant = |name: &&str| name.split("::").enumerate().all(|(at, part)| path.get(at) == Some(&part));
    let mut tables = FOREIGN.iter().filter(|(modules, _)| modules.contains(&module));
    tables.any(|(_, names)| names.iter().any(is_meant)).then(|| format!("`{module}` may not use `{}`", path.join("::")))
}

/// Every path that a file names, `use` trees taken apart, and `super` and `self` resolved.
fn paths<'s>(file: &[String], tokens: &[&'s str]) -> Vec<Vec<&'s str>> {
    let mut found = Vec::new();
    let mut nested = Vec::new();
    let mut at = 0;
    let mut depth = 0;
    while at < tokens.len() {
        match tokens[at] {
            "mod" if tokens.get(at + 2) == Some(&"{") => nested.push(depth),
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                nested.pop_if(|opened| *opened == depth);
            }
            "use" => {
                let mut trees = Vec::new();
                at = tree(tokens, at + 1, &[], &mut trees);
                found.extend(trees.iter().filter_map(|path| resolve(path, file, nested.len())));
                continue;
            }
            name if is_name(name) && tokens.get(at + 1) == Some(&"::") && (at == 0 || tokens[at - 1] != "::") => {
                let mut path = vec![name];
                while tokens.get(at + 1) == Some(&"::") && tokens.get(at + 2).is_some_and(|name| is_name(name)) {
                    path.push(tokens[at + 2]);
                    at += 2;
                }
                found.extend(resolve(&path, file, nested.len()));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Takes apart `a::{b, c::d as e}` from a token on; returns the place of the token that ends it.
fn tree<'s>(tokens: &[&'s str], mut at: usize, before: &[&'s str], found: &mut Vec<Vec<&'s str>>) -> usize {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(at) {
        match *token {
            "::" => {}
            "as" => at += 1,
            "{" => {
                while !matches!(tokens.get(at), None | Some(&"}")) {
                    at = tree(tokens, at + 1, &path, found);
                }
                return at + 1;
            }
            "," | "}" | ";" => break,
            name => path.push(name),
        }
        at += 1;
    }
    found.push(path);
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The path from the crate's root, if it may lead out of the file's own module.
fn resolve<'s>(path: &[&'s str], file: &[String], nested: usize) -> Option<Vec<&'s str>> {
    let supers = path.iter().take_while(|name| **name == "super").count();
    match path.first()? {
        &"super" if supers < file.len() + nested => None,
        &"super" => Some(["crate"].iter().chain(&path[supers..]).copied().collect()),
        &"self" | &"Self" => None,
        _ => Some(path.to_vec()),
    }
}

fn faults(path: &Path, source: &str, tests: &[Vec<String>]) -> Vec<String> {
    let file = module_of(path);
    let Some(module) = file.first() else { return Vec::new() };
    let tokens = tokens(source);
    let is_test = tests.iter().any(|test| file.starts_with(test));
    let shipped = if is_test { &[] } else { before_tests(&tokens) };
    let unknown = place(module).is_none().then(|| format!("`{module}` has no floor"));
    let named = paths(&file, shipped);
    let found = named.iter().filter_map(|path| way_up(module, path).or_else(|| foreign(module, path)));
    unknown.into_iter().chain(found).collect()
}

#[test]
fn modules_name_lower_floors_only() {
    let tests = test_modules();
    let found: Vec<_> = rust_files("src")
        .iter()
        .flat_map(|path| {
            faults(path, &read(path), &tests).into_iter().map(|fault| format!("{}: {fault}", path.display()))
        })
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn ways_up_are_found() {
    #[track_caller]
    fn check(path: &str, source: &str, expected: &[&str]) {
        assert_eq!(
            faults(Path::new(path), source, &[vec!["model".to_owned(), "vectors".to_owned()]]),
            expected,
            "{source}"
        );
    }
    let up = ["`source` is on floor 1, `model` on floor 2"];
    check("src/source/mod.rs", "use crate::diag::Span; use std::fs;", &[]);
    check("src/source/mod.rs", "use crate::model::Incident;", &up);
    check("src/source/a.rs", "use crate::{diag::Span, model::{Incident, Entry as E}};", &[up[0], up[0]]);
    check("src/source/a.rs", "pub(crate) use crate::{self as c, model};", &up);
    check("src/source.rs", "fn a() -> crate::model::Incident { b::<crate::diag::Span>() }", &up);
    check("src/source.rs", "use super::model::Incident;", &up);
    check("src/source/a.rs", "use super::model; use super::super::model::Incident;", &up);
    check("src/source.rs", "mod tests { use super::*; use super::model; use super::super::model::A; }", &up);
    check("src/source.rs", "mod tests { } fn a(b: super::model::C) {}", &up);
    check("src/source.rs", "/// [`crate::model`]\n// crate::model::A\nconst A: &str = \"crate::model::A\";", &[]);
    check("src/check/a.rs", "use crate::{metrics, audience, model};", &[]);
    check("src/check/a.rs", "use crate::view;", &["`check` is on floor 4, `view` on floor 4"]);
    check("src/view/a.rs", "use crate::export;", &[]);
    check("src/metrics/a.rs", "use crate::audience;", &["`metrics` is on floor 3, `audience` on floor 3"]);
    check("src/render/a.rs", "use crate::{view, diag, model};", &["`render` may not name `model`"]);
    check("src/model/a.rs", "#[derive(serde::Serialize)] struct A;", &["`model` may not use `serde::Serialize`"]);
    check("src/view/a.rs", "fn a() { std::fs::read(b) }", &["`view` may not use `std::fs::read`"]);
    check("src/model/a.rs", "#[cfg(test)] mod tests { use std::fs; use serde_json::json; }", &[]);
    check("src/model/vectors/a.rs", "use std::fs;", &[]);
    check("src/view/a.rs", "use std::fmt; use serde::Serialize;", &[]);
    check("src/lib.rs", "pub use cli::run; use crate::cli;", &[]);
    check("src/thing.rs", "", &["`thing` has no floor"]);
}

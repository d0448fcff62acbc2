//! Walks the sources of the reader: each rule that it names has an entry, and each entry that it should find is named.

use crate::check::{Check, RULES, rule};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// How a fault is made, up to the name of its rule: `Diagnostic::error("…`, `fault("…`, `required(&FIELD, "…`.
const MAKERS: [&str; 4] = ["error(", "warning(", "fault(", "required("];

#[test]
fn the_reader_and_the_list_agree() {
    let mut text = String::new();
    for module in ["source", "model", "config"] {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module), &mut text);
    }
    let named = names(&text);
    assert!(named.len() > 50, "the walk finds the names: {named:?}");
    let without: Vec<_> = named.iter().filter(|name| rule(name).is_none()).collect();
    assert!(without.is_empty(), "found by the reader, and without an entry: {without:?}");
    let reading = RULES.iter().filter(|rule| matches!(rule.check, Check::Reading)).map(|rule| rule.name);
    let idle: Vec<_> = reading.filter(|name| !named.contains(*name)).collect();
    assert!(idle.is_empty(), "an entry of the reader that it never finds: {idle:?}");
}

/// The sources below a folder, without tests.
fn collect(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, text);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            text.push_str(source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default());
        }
    }
}

/// The first word in quotes after each maker, where it has the shape of a rule's name.
fn names(text: &str) -> BTreeSet<&str> {
    let calls = MAKERS.iter().flat_map(|maker| text.match_indices(maker).map(|(at, _)| &text[at + maker.len()..]));
    let quoted = calls.filter_map(|call| {
        let (before, rest) = call.split_once('"')?;
        let is_first = before.chars().all(|c| c.is_whitespace() || c.is_ascii_uppercase() || "&_,".contains(c));
        rest.split_once('"').map(|(word, _)| word).filter(|_| is_first)
    });
    let is_name = |word: &&str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    quoted.filter(is_name).collect()
}

//! The documents that are made from the code are what the code makes.

use minutebook::{check, export};
use std::path::Path;

#[test]
fn rules_and_records_are_made_from_their_declarations() {
    is_made("docs/rules.md", &check::docs::rules_markdown());
    is_made("docs/records.md", &export::reference());
}

#[test]
fn explain_shows_what_is_wrong_and_what_is_right() {
    let rule = check::rule("unknown-actor").expect("the rule is in the list");
    let text = check::explain(rule);
    let parts = ["unknown-actor: ", "\nWrong:\n", "error[unknown-actor]: unknown actor `contracter`", "\nRight:\n"];
    let places: Vec<_> = parts.iter().map(|part| text.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
    for rule in check::RULES {
        let text = check::explain(rule);
        assert!(text.contains(&format!("[{}]: ", rule.name)), "`{}` shows its finding: {text}", rule.name);
    }
}

/// Compares a file with what it is made of, or writes it where `UPDATE=1` is set.
fn is_made(path: &str, made: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        let mut writer = std::fs::File::create(&file).expect("the file can be written");
        std::io::Write::write_all(&mut writer, made.as_bytes()).expect("the file can be written");
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(written == made, "`{path}` is out of date: run `UPDATE=1 cargo test --test suite docs`");
}

//! What `parse` gives for small files.

use super::parse;
use crate::source::Value;

#[test]
fn front_matter_and_body_are_split() {
    for (text, body) in [
        ("---\ntitle: a\n---\nBody\n", "Body\n"),
        ("\u{feff}--- \r\ntitle: a\r\n...\r\nOne\r\nTwo\r\n", "One\nTwo\n"),
        ("---\ntitle: a\n---", ""),
    ] {
        let (document, faults) = parse("a.md", text);
        assert_eq!(faults, [], "{text:?}");
        let title = document.root.nearest("title");
        assert_eq!(&text[title.span.clone()], "a");
        let read = document.body.expect("a .md has a body");
        assert_eq!(read.as_str(), body);
        if let Some(at) = body.find("Two") {
            assert_eq!(&text[read.span_of(at..at + 3)], "Two");
        }
    }
}

#[test]
fn the_way_to_front_matter_is_told() {
    for (text, expected) in [
        ("----\ntitle: a\n---\n", "write three dashes there, `---`, and nothing else"),
        ("—\ntitle: a\n---\n", "write three dashes there, `---`, and nothing else"),
        ("\n---\ntitle: a\n---\n", "begin the file with `---`: take out what stands above it"),
    ] {
        let help: Vec<_> = parse("a.md", text).1.into_iter().filter_map(|fault| fault.help).collect();
        assert_eq!(help, [expected], "{text:?}");
    }
}

#[test]
fn what_is_no_record_at_all() {
    for (path, text, rule) in [
        ("a.md", "# Title\n", "no-front-matter"),
        ("a.md", "", "no-front-matter"),
        ("a.MD", "\n---\ntitle: a\n---\n", "no-front-matter"),
        ("a.md", "---\ntitle: a\n", "front-matter-not-closed"),
        ("a.yaml", "- a\n- b\n", "not-a-map"),
        ("a.yaml", "title: a\0b\n", "nul-character"),
    ] {
        let (document, faults) = parse(path, text);
        assert_eq!(faults.iter().map(|f| f.rule).collect::<Vec<_>>(), [rule]);
        assert!(document.broken);
        assert_eq!(document.root.value, Value::Null);
    }
}

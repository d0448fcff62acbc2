//! What holds for every file: no text breaks the reading, every place is in the file, and where another reader of
//! YAML reads text, ours reads the same.

use super::tests::walk;
use crate::diag::Diagnostic;
use crate::source::{Document, Node, Text, Value, parse};
use proptest::prelude::*;

const RECORD: &str = "---\ntitle: \"It's @home\"\nstatus: 'resolved'\nseverity: sev2\nimpact:\n  segments:\n    - { from: 2026-11-23 14:02, to: 14:12, level: major }\n  description: >-\n    Half of them\n    failed.\ntimeline:\n- 2026-11-23 14:02 Error: pool is empty.\n- |\n  14:06 Page.\n- at: 14:10\n  text: é [a] \\u00e9\n---\n\n## Lessons\r\nNone.\r\n";

fn check_places(text: &str, document: &Document, faults: &[Diagnostic]) {
    let inside = |span: &std::ops::Range<usize>| {
        assert!(text.get(span.clone()).is_some(), "{span:?} is no place in {text:?}");
    };
    for fault in faults {
        inside(&fault.primary.span);
        fault.labels.iter().for_each(|label| inside(&label.span));
    }
    walk(&document.root, &mut |node| {
        inside(&node.span);
        if let Some(scalar) = node.as_text() {
            check_letters(text, scalar);
        }
    });
    document.body.iter().for_each(|body| check_letters(text, body));
}

/// Each letter has a place in the file, where the file says the same letter or something was made of it.
fn check_letters(text: &str, scalar: &Text) {
    let mut last = 0;
    for (at, letter) in scalar.as_str().char_indices() {
        let span = scalar.span_of(at..at + letter.len_utf8());
        let written = text.get(span.clone());
        assert!(written.is_some(), "{span:?} is no place in {text:?}");
        assert!(span.start >= last, "{at} of {scalar:?} goes backwards");
        last = span.start;
    }
}

/// Every letter that is no white space stands in the file just so.
fn check_found(text: &str, scalar: &Text) {
    for (at, letter) in scalar.as_str().char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let span = scalar.span_of(at..at + letter.len_utf8());
        assert_eq!(
            text.get(span),
            Some(&scalar.as_str()[at..at + letter.len_utf8()]),
            "{at} of {scalar:?} in {text:?}"
        );
    }
}

/// Compares with the other reader, which reads some plain words as numbers and the like.
fn check_same(ours: &Node, theirs: &serde_yaml::Value) {
    match (&ours.value, theirs) {
        (Value::Scalar(scalar), serde_yaml::Value::String(text)) => assert_eq!(scalar.text.as_str(), text),
        (Value::Null, serde_yaml::Value::Null) => {}
        (Value::List(ours), serde_yaml::Value::Sequence(theirs)) => {
            assert_eq!(ours.len(), theirs.len());
            ours.iter().zip(theirs).for_each(|(a, b)| check_same(a, b));
        }
        (Value::Map(ours), serde_yaml::Value::Mapping(theirs)) => {
            assert_eq!(ours.pairs.len(), theirs.len());
            for (pair, (key, value)) in ours.pairs.iter().zip(theirs) {
                assert_eq!(Some(pair.key.text.as_str()), key.as_str());
                check_same(&pair.value, value);
            }
        }
        (ours, theirs) => panic!("{ours:?} is not {theirs:?}"),
    }
}

fn check_oracle(text: &str) {
    let (document, faults) = parse("a.yaml", text);
    let theirs: serde_yaml::Value = match serde_yaml::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            assert!(!faults.is_empty(), "{error} in {text:?}");
            return;
        }
    };
    assert_eq!(faults, [], "{text:?}");
    check_same(&document.root, &theirs);
    if !text.contains('\\') {
        walk(&document.root, &mut |node| {
            if let Some(scalar) = node.as_text() {
                check_found(text, scalar);
            }
        });
    }
}

/// Text that no reader takes for a number or a date.
fn words() -> impl Strategy<Value = String> {
    "x[a-zé'\" ,.-]{0,12}[a-zé]".prop_map(|s| s)
}

fn scalar() -> impl Strategy<Value = String> {
    let lines = || prop::collection::vec(("[ ]{0,2}", words()), 1..4);
    prop_oneof![
        words(),
        (words(), words()).prop_map(|(a, b)| format!("{a}\n\n      {b}   # note")),
        lines().prop_map(|l| {
            let l: Vec<_> = l.iter().map(|(_, w)| w.replace('\'', "''")).collect();
            format!("'{}'", l.join("\n      "))
        }),
        lines().prop_map(|l| {
            let l: Vec<_> = l.iter().map(|(_, w)| w.replace('"', "\\\"")).collect();
            format!("\"{}\"", l.join(" \\\n      "))
        }),
        (prop_oneof!["\\|", ">"], prop_oneof!["", "[+-]"], prop::bool::ANY, lines()).prop_map(
            |(sign, chomp, gap, l)| {
                let join = if gap { "\n\n" } else { "\n" };
                let first = format!("      {}", l[0].1);
                let rest = l[1..].iter().map(|(indent, w)| format!("      {indent}{w}"));
                format!("{sign}{chomp}\n{}", std::iter::once(first).chain(rest).collect::<Vec<_>>().join(join))
            }
        ),
    ]
}

fn yaml() -> impl Strategy<Value = String> {
    let entry = (scalar(), prop::collection::vec(scalar(), 0..3));
    prop::collection::vec(entry, 1..4).prop_map(|entries| {
        let lines = entries.iter().enumerate().flat_map(|(i, (value, items))| {
            let items = items.iter().map(|item| format!("  - {item}\n"));
            std::iter::once(format!("k{i}: {value}\nl{i}:\n")).chain(items)
        });
        lines.collect::<Vec<_>>().concat()
    })
}

proptest! {
    #[test]
    fn no_text_breaks_the_reading(text in "\\PC{0,80}|[-:?\\[\\]{}#&*!|>'\"%@` a0\n\r\té\u{feff}]{0,60}") {
        for path in ["a.yaml", "a.md"] {
            let (document, faults) = parse(path, &text);
            check_places(&text, &document, &faults);
        }
        let text = format!("---\n{text}\n---\n{text}");
        let (document, faults) = parse("a.md", &text);
        check_places(&text, &document, &faults);
    }

    #[test]
    fn no_change_to_a_record_breaks_the_reading(
        at in 0..RECORD.len(), cut in 0..6usize, put in "[-:?\\[\\]{}#&*!|>'\"%@` a0\n\r\té]{0,4}", crlf in prop::bool::ANY,
    ) {
        let mut letters: Vec<char> = RECORD.chars().collect();
        let at = at.min(letters.len());
        letters.splice(at..(at + cut).min(letters.len()), put.chars());
        let mut text: String = letters.into_iter().collect();
        if crlf {
            text = text.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        let (document, faults) = parse("a.md", &text);
        check_places(&text, &document, &faults);
    }

    #[test]
    fn we_read_what_others_read(text in yaml(), crlf in prop::bool::ANY) {
        check_oracle(&if crlf { text.replace('\n', "\r\n") } else { text });
    }
}

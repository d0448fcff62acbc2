//! How findings look, and that no place, however wild, breaks the drawing.

use super::{Colour, Frame, Look, full};
use crate::diag::{Diagnostic, Span, concise, json};
use proptest::prelude::*;
use snapbox::{IntoData, assert_data_eq, str};

const RECORD: &str = "---
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:06 The synthetic check pages the on-call. {detected}
  - 2026-11-22 14:20 Deploy 4711 is rolled back. {mitigated, impact_end}
---
";

fn finding() -> Diagnostic {
    let place = |words: &str| RECORD.find(words).map(|i| i..i + words.len()).expect("the record says so");
    Diagnostic::error("end-before-start", place("2026-11-22 14:20"), "impact ends before it starts")
        .with_label("23 h 42 min earlier")
        .with_other(place("2026-11-23 14:02"), "impact starts here")
        .with_help("did you mean `2026-11-23 14:20`? `14:20` alone would be on that day")
}

#[test]
fn a_finding_shows_its_lines() {
    assert_data_eq!(
        full(&finding(), "incidents/2026/a.md", RECORD, Look::default()),
        str![[r"
error[end-before-start]: impact ends before it starts
 --> incidents/2026/a.md:5:5
  |
3 |   - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  |     ---------------- impact starts here
4 |   - 14:06 The synthetic check pages the on-call. {detected}
5 |   - 2026-11-22 14:20 Deploy 4711 is rolled back. {mitigated, impact_end}
  |     ^^^^^^^^^^^^^^^^ 23 h 42 min earlier
  |
  = help: did you mean `2026-11-23 14:20`? `14:20` alone would be on that day
"]]
        .raw()
    );
}

#[test]
fn colours_and_frames_change_no_words() {
    let look = Look { colour: Colour::Ansi, frame: Frame::Unicode, width: 100 };
    let drawn = full(&finding(), "a.md", RECORD, look);
    assert!(drawn.contains("\u{1b}[1m\u{1b}[31merror") && drawn.contains('│'), "{drawn}");
    let plain = anstream::adapter::strip_str(&drawn).to_string();
    let words = |text: &str| text.split_whitespace().filter(|w| w.is_ascii()).count();
    assert!(words(&plain) > 40 && plain.contains("= help") != plain.contains("╰ help"), "{plain}");
    assert!(full(&finding(), "a.md", RECORD, Look::default()).is_ascii());
}

/// The frame of a finding at a place, below its first line.
fn check(text: &str, span: Span, expected: &str) {
    let finding = Diagnostic::warning("odd", span.clone(), "odd");
    let drawn = full(&finding, "a.md", text, Look::default());
    let (_, frame) = drawn.split_once('\n').expect("a frame");
    assert_eq!(frame, expected, "{span:?} of {text:?}");
    let place = frame.lines().next().and_then(|line| line.trim().strip_prefix("--> ")).expect("a place");
    assert!(concise(&finding, "a.md", text).starts_with(&format!("{place}: ")), "{place}");
    let line = json(&finding, "a.md", text);
    let value: serde_json::Value = serde_json::from_str(&line).expect("it is JSON");
    assert_eq!(place, format!("a.md:{}:{}", value["line"], value["col"]));
}

#[test]
fn places_of_every_kind_look_right() {
    check("é\tü: x\n", 3..5, " --> a.md:1:3\n  |\n1 | é    ü: x\n  |      ^");
    check("a: b\r\nc: d\r\n", 6..7, " --> a.md:2:1\n  |\n2 | c: d\n  | ^");
    check("a: b\n", 5..5, " --> a.md:1:5\n  |\n1 | a: b\n  |     ^");
    check("a: b", 4..4, " --> a.md:1:5\n  |\n1 | a: b\n  |     ^");
    check("a: b", 2..2, " --> a.md:1:3\n  |\n1 | a: b\n  |   ^");
    check("a: b", 70..90, " --> a.md:1:5\n  |\n1 | a: b\n  |     ^");
    check("", 0..0, "--> a.md:1:1");
    check("a: b\r\nc: d\r\n", 4..6, " --> a.md:1:5\n  |\n1 | a: b\n  |     ^");
    check("\u{feff}a: b\n", 3..4, " --> a.md:1:1\n  |\n1 | a: b\n  | ^");
    check("\u{feff}a: b\n", 0..0, " --> a.md:1:1\n  |\n1 | a: b\n  | ^");
    check("a\u{1b}[31m: c", 0..1, " --> a.md:1:1\n  |\n1 | a␛[31m: c\n  | ^");
    check("日本: x\n", 3..6, " --> a.md:1:2\n  |\n1 | 日本: x\n  |   ^^");
    let lines = " --> a.md:1:4\n  |\n1 |   a: b\n  |  ____^\n2 | | c: d\n3 | | e: f\n  | |____^";
    check("a: b\nc: d\ne: f\n", 3..15, lines);
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let words = "word ".repeat(100);
    let text = format!("k: {words}needle {words}\n");
    let at = text.find("needle").expect("it is there");
    let drawn = full(&Diagnostic::error("odd", at..at + 6, "odd"), "a.md", &text, Look::default());
    assert!(drawn.lines().all(|line| line.chars().count() <= 100), "{drawn}");
    assert!(drawn.contains("1 | ...") && drawn.contains("needle") && drawn.contains("^^^^^^"), "{drawn}");
}

proptest! {
    #[test]
    fn no_place_breaks_the_drawing(
        text in "[a: é日\t\r\n\u{feff}\u{200d}]{0,40}", start in 0..60usize, end in 0..60usize, other in 0..60usize, width in 0..120usize,
    ) {
        let finding = Diagnostic::error("odd", start..end, "odd").with_other(other..start, "other").with_label("here");
        for (colour, frame) in [(Colour::Plain, Frame::Ascii), (Colour::Ansi, Frame::Unicode)] {
            let look = Look { colour, frame, width };
            prop_assert!(full(&finding, "a.md", &text, look).contains("odd"));
        }
        prop_assert!(!concise(&finding, "a.md", &text).contains('\n'));
        prop_assert!(!json(&finding, "a.md", &text).contains('\n'));
    }
}

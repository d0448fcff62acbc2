//! What holds for every body, however broken.

use proptest::prelude::*;

use super::tests::{read, walk};

/// Pieces that records are made of, and those that are apt to break them.
const PIECES: &[&str] = &[
    "## Timeline\n",
    "## Summary\n",
    "## Lessons\n",
    "### Got lucky\n",
    "## Action items\n",
    "## Trigger\n===\n",
    "- ",
    "1. ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "14:06",
    " 2026-11-23 14:06 ",
    "é",
    "–",
    "’",
    "[a]",
    " {detected}",
    " [",
    "]",
    "{",
    "}",
    "(owner: ",
    ")",
    ",",
    "|",
    "\\|",
    "| --- | --- |\n",
    "| Time (UTC) | Event |\n",
    "<!-- ",
    "-->",
    "```\n",
    "> ",
    "# ",
    "[^1]: ",
    "[r]: /u\n",
    "<p>",
    "***\n",
    "\\",
    ": ",
    "word ",
    "[x] ",
    "#",
];

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(PIECES)
}

/// Comments and the headings of columns are taken away on purpose; these pieces make neither.
fn harmless_piece() -> impl Strategy<Value = &'static str> {
    let is_harmless = |piece: &&str| !piece.contains('|') && *piece != "<!-- ";
    prop::sample::select(PIECES.iter().copied().filter(is_harmless).collect::<Vec<_>>())
}

/// Enough cases to meet most pairs of pieces; the seeds of failures are not kept.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_makes_it_panic_and_all_places_are_in_the_file(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = format!("---\ntitle: ü\n---\n{}", pieces.concat());
        let (expanded, faults) = read("a.md", &text);
        for fault in faults {
            prop_assert!(text.get(fault.primary.span.clone()).is_some(), "{fault:?}");
        }
        walk(&expanded.root, &mut |_, node| assert!(text.get(node.span.clone()).is_some(), "{node:?}"));
    }

    #[test]
    fn no_word_of_a_body_is_lost(pieces in prop::collection::vec(harmless_piece(), 0..40)) {
        let body = pieces.concat();
        let (expanded, faults) = read("a.md", &format!("---\n---\n{body}"));
        let count = |text: &str| text.matches("word").count();
        let mut kept = expanded.body.map_or(0, |body| count(body.as_str()));
        walk(&expanded.root, &mut |value, _| kept += count(value));
        prop_assert!(kept == count(&body) || !faults.is_empty(), "{body:?}");
    }
}

//! What people get to read about YAML that cannot be read.

use crate::source::parse;

/// Marks the place with `^` below the line, then gives the message and the help.
fn check(text: &str, line: usize, place: &str, message: &str, help: &str) {
    let (document, faults) = parse("a.yaml", text);
    assert!(document.broken, "{text:?}");
    let [fault] = &faults[..] else { panic!("one fault expected for {text:?}: {faults:?}") };
    assert_eq!(fault.rule, "yaml-syntax");
    assert_eq!(fault.message, message, "{text:?}");
    assert_eq!(fault.help.as_deref(), Some(help), "{text:?}");
    let span = fault.primary.span.clone();
    assert_eq!((text[..span.start].matches('\n').count() + 1, &text[span]), (line, place), "{text:?}");
}

const TIMED: &str = "quote the line, or move the timeline into the body of a `.md` record";

#[test]
fn each_mistake_is_named_where_it_stands() {
    let spaces = "indent with spaces, as the lines around";
    check("a:\n\tb: c\n", 2, "\t", "a tab in the indentation", spaces);
    check("a: b\n\tc: d\n", 2, "\t", "a tab in the indentation", spaces);
    check("a: |\n\tx\n", 2, "\t", "a tab in the indentation", spaces);
    check("o: @team on-call # x\n", 1, "@team", "text cannot begin with `@`", "quote it: `\"@team on-call\"`");
    check("o: [`x`]\n", 1, "`x`", "text cannot begin with a backtick", "put the text into quotes");
    check("o: {k: @x, l: m}\n", 1, "@x", "text cannot begin with `@`", "quote it: `\"@x\"`");
    check("a: * b\n", 1, "*", "text cannot begin with `*`", "quote it: `\"* b\"`");
    let unquoted = "quote the text, or leave out the space";
    check("title: Deploy: the end\nx: y\n", 1, ":", "`: ` within plain text", unquoted);
    let deeper = "give it the indentation of the keys that it belongs to";
    check("é: b\n  c: d\n", 2, "c: d", "`c` is indented below a line that already has its value", deeper);
    let no_key = "write `key: value`, or indent the line deeper if it goes on with the text above";
    check("a:b\nc: d\n", 1, "a:b", "a line that is no `key: value`", no_key);
    check("a: b\nplain words\nc: d\n", 2, "plain words", "a line that is no `key: value`", no_key);
    let fit = "give it the indentation of the lines that it belongs to";
    check("a:\n  b: c\n d: e\n", 3, "d: e", "the line fits neither the keys nor the lists above it", fit);
    check("a: b\n- c\n", 2, "- c", "the line fits neither the keys nor the lists above it", fit);
    check("a: [b] c\n", 1, "c", "text after a complete value", "quote the whole text");
    let bracket = "close it, or quote text that begins with a bracket";
    check("a: [b, c\nd: e\n", 1, "[", "a bracket `[` is not closed", bracket);
    check("a: {b: c\nd: e\n", 1, "{", "a bracket `{` is not closed", bracket);
    check("a: [b\n", 1, "[", "a bracket `[` is not closed", bracket);
    check("a: {b}}\n", 1, "}", "`}` closes no bracket", "take it out, or quote the text that it belongs to");
    let open = "close it with another `\"`, or quote the whole text if it begins with one";
    check("a: b\nc: \"d\ne: f\n", 2, "\"", "a quote `\"` is not closed", open);
    let twice = "in single quotes an apostrophe is written twice: `'it''s'`";
    check("a: 'it's fine'\n", 1, "s", "text after the closing quote", twice);
    let whole = "put the whole text into quotes; within double quotes write `\\\"`";
    check("a: \"x\" y\n", 1, "y", "text after the closing quote", whole);
    let slash = "write `\\\\` for a backslash, or use single quotes";
    check("a: \"C:\\\\x\\dir\"\n", 1, "\\d", "`\\d` does not stand for a character", slash);
    let next = "begin the list on the next line, or quote text that begins with a dash";
    check("a: - b\n", 1, "-", "a list cannot begin on the line of its key", next);
    let block = "begin the text on the next line, indented, or quote it";
    check("a: > b\n", 1, ">", "text cannot begin on the line of `>`", block);
    let hash = "put a space before `#`, or quote the text";
    check("a: \"x\"#c\n", 1, "#", "a `#` that neither is text nor begins a comment", hash);
}

#[test]
fn white_space_is_not_mended_by_quotes() {
    let item = "timeline:\n  - 2026-11-23 14:02 A\n";
    let spaces = "indent with spaces, as the lines around";
    check(&format!("{item}\t- 14:06 B\n"), 3, "\t", "a tab in the indentation", spaces);
    check("\ttitle: A\nstatus: active\n", 1, "\t", "a tab in the indentation", spaces);
    let dash = "put a space after the dash: `- 14:06 B`";
    check(&format!("{item}  -14:06 B\n"), 3, "-", "a dash without a space begins no item", dash);
    let fits = "the line fits neither the keys nor the lists above it";
    let indent = "give it the indentation of the lines that it belongs to";
    check(&format!("{item} - 14:06 B\n"), 3, "- 14:06 B", fits, indent);
    check(&format!("{item}- 14:06 B\n"), 3, "- 14:06 B", fits, indent);
    let comment = "a space and a `#` begin a comment, which hides the rest of the line: quote the text";
    check("a: { b: Ticket # 4711 }\n", 1, "{", "a bracket `{` is not closed", comment);
    let straight = "the quotes of YAML are straight: write `\"` at both ends";
    check("a: “b: c”\n", 1, ":", "`: ` within plain text", straight);
}

#[test]
fn an_item_that_is_taken_into_the_text_above_is_told() {
    let rules = |text: &str| parse("a.yaml", text).1.iter().map(|fault| fault.rule).collect::<Vec<_>>();
    assert_eq!(rules("timeline:\n - 14:02 A\n  - 14:06 B\n"), ["yaml-syntax"]);
    assert_eq!(rules("timeline:\n - 14:02 A\n   goes on\n - 14:06 -B\n"), [""; 0]);
    assert_eq!(rules("a: { b: Ticket #4711 }\n"), ["cut-short-by-comment"]);
    assert_eq!(rules("a: |\n  one\n  - two\nb: \"c\n  - d\"\n"), [""; 0]);
}

#[test]
fn a_line_of_a_timeline_has_its_own_help() {
    for (item, place) in [
        ("14:02 Ratio: 1: 2", ":"),
        ("about 14:02 a: \"b\" c", "c"),
        ("2026-11-23 14:02 a: @b c", "@b"),
        ("14:02..14:04 said: [x] c", "c"),
        ("9:02 a: b\n    more", "more"),
        ("9:02 a: b\n  more", "more"),
        ("unknown a: b\n\n    c: d\n  more", "more"),
    ] {
        let text = format!("timeline:\n  - {item}\nb: c\n");
        let (_, faults) = parse("a.yaml", &text);
        let [fault] = &faults[..] else { panic!("{faults:?}") };
        assert_eq!((fault.help.as_deref(), &text[fault.primary.span.clone()]), (Some(TIMED), place), "{item}");
    }
    for text in ["timeline:\n  - 14:02 a\nb: c: d\n", "timeline:\n  - text: b: c\n", "l:\n  - 4 a: b: c\n"] {
        assert_ne!(parse("a.yaml", text).1[0].help.as_deref(), Some(TIMED), "{text:?}");
    }
}

#[test]
fn an_alias_that_was_meant_as_emphasis_is_one_fault() {
    let (document, faults) = parse("a.yaml", "a: *not* a word\nb: c\n");
    assert!(document.broken);
    assert_eq!(faults.iter().map(|f| f.rule).collect::<Vec<_>>(), ["alias"]);
}

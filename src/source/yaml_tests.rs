//! What the tree says of small files, of refused ones, and of hostile ones.

use crate::source::{Document, Node, Style, Text, Value, limits, parse};

fn read(text: &str) -> (Document, Vec<(&'static str, String)>) {
    let (document, faults) = parse("a.yaml", text);
    let faults = faults.iter().map(|f| (f.rule, text[f.primary.span.clone()].to_owned())).collect();
    (document, faults)
}

fn check_span(text: &str, path: &str, expected: &str) {
    let (document, faults) = read(text);
    assert_eq!(faults, [], "{text:?}");
    assert_eq!(&text[document.root.nearest(path).span.clone()], expected, "{path} of {text:?}");
}

fn check_text(text: &str, expected: &str, style: Style) {
    let (document, faults) = read(text);
    assert_eq!(faults, [], "{text:?}");
    let Value::Scalar(scalar) = &document.root.nearest("k").value else { panic!("a scalar: {text:?}") };
    assert_eq!((scalar.text.as_str(), scalar.style), (expected, style), "{text:?}");
}

#[test]
fn a_node_is_what_was_written() {
    let text = "# c\né: one  # c\nl:\n- 14:02 a: b   \n- [x, 'y z']  # c\n\n# c\nm:\n  n:\n    - p: q\n      r: >-  # c\n\n        s\n         t\n\n\nu:\nv: {w: x}\n";
    check_span(text, "é", "one");
    check_span(text, "l", "- 14:02 a: b   \n- [x, 'y z']");
    check_span(text, "l[0]", "14:02 a: b");
    check_span(text, "l[1]", "[x, 'y z']");
    check_span(text, "l[1][1]", "'y z'");
    check_span(text, "m.n", "- p: q\n      r: >-  # c\n\n        s\n         t");
    check_span(text, "m.n[0].r", ">-  # c\n\n        s\n         t");
    check_span(text, "u", "");
    check_span("l:\n- 14:02: # c\n- b\n", "l[0]", "14:02:");
    check_span("l: [a: b , c]\n", "l[0]", "a: b");
    check_span(text, "v", "{w: x}");
    check_span("l: # a-b\n- - -1\n", "l", "- - -1");
    check_span("l: # a-b\n- - -1\n", "l[0]", "- -1");
    check_span("\u{feff}a: b\r\nc: d e \r\n", "c", "d e");
}

#[test]
fn scalars_read_as_they_are_meant() {
    check_text("k: one\n  two\n\n  three # c\n", "one two\nthree", Style::Plain);
    check_text("k: 'it''s'\n", "it's", Style::Quoted);
    check_text("k: \"a\\tb\\u00e9\"\n", "a\tbé", Style::Quoted);
    check_text("k: ''\n", "", Style::Quoted);
    check_text("k: '~'\n", "~", Style::Quoted);
    check_text("k: null\n", "null", Style::Plain);
    check_text("k: 18:59\n", "18:59", Style::Plain);
    check_text("k: |\n  a\n   b\n", "a\n b\n", Style::Block);
    check_text("k: >-\n  a\n  b\n", "a b", Style::Block);
    check_text("k: |\n", "", Style::Block);
    check_text("k: |\r\n  a\r\n  b\r\n", "a\nb\n", Style::Block);
    let (document, _) = read("k: ~\nl:\n");
    assert_eq!((&document.root.nearest("k").value, &document.root.nearest("l").value), (&Value::Null, &Value::Null));
}

#[test]
fn a_place_in_a_scalar_is_a_place_in_the_file() {
    for text in [
        "k: a\n  needle\n",
        "k: 'it''s\n  needle'\n",
        "k: \"\\u00e9 needle\"\n",
        "k: |2\n    needle\n",
        "k: >\r\n  a\r\n  needle\r\n",
    ] {
        let (document, _) = read(text);
        let found = document.root.nearest("k").as_text().expect("a text");
        let at = found.as_str().find("needle").expect("it is there");
        assert_eq!(&text[found.span_of(at..at + 6)], "needle", "{text:?}");
    }
}

#[test]
fn what_records_do_not_use_is_refused_and_reading_goes_on() {
    let check = |text: &str, expected: &[(&'static str, &str)]| {
        let (document, faults) = read(text);
        let faults: Vec<_> = faults.iter().map(|(rule, at)| (*rule, at.as_str())).collect();
        assert_eq!(faults, expected, "{text:?}");
        assert!(!document.broken, "{text:?}");
        assert_eq!(document.root.nearest("z").as_text().map(Text::as_str), Some("end"), "{text:?}");
    };
    check("a: 1\na: 2\nz: end\n", &[("duplicate-key", "a")]);
    check("a: &x 1\nb: *x\nz: end\n", &[("anchor", "&x"), ("alias", "*x")]);
    check("a: &x\n  b: c\nz: end\n", &[("anchor", "&x")]);
    check("a: *gone\nz: end\n", &[("alias", "*gone")]);
    check("a: !!str 1\nz: end\n", &[("tag", "!!str")]);
    check("a: &x {b: c}\nd:\n  <<: *x\n  e: f\nz: end\n", &[("anchor", "&x"), ("merge-key", "<<")]);
    check("? [a, b]\n: c\nz: end\n", &[("key-not-text", "[a, b]")]);
    check("z: end\n---\nz: other\n", &[("several-documents", "---")]);
    check("a: {b: 1, b: 2, b: 3}\nz: end\n", &[("duplicate-key", "b"), ("duplicate-key", "b")]);
    let (document, faults) = parse("a.yaml", "a: 1\na: 2\n");
    assert_eq!(document.root.nearest("a").as_text().map(Text::as_str), Some("1"));
    assert_eq!(faults[0].labels[0].span, 0..1);
}

/// The only fault of a text, which ends its reading.
fn check_limit(text: &str, rule: Option<&str>) {
    let (document, faults) = parse("a.yaml", text);
    assert_eq!(faults.iter().map(|f| f.rule).collect::<Vec<_>>(), rule.into_iter().collect::<Vec<_>>());
    assert_eq!(document.broken, rule.is_some());
}

#[test]
fn limits_hold_at_the_limit_and_one_past_it() {
    let flow = |depth: usize| format!("k: {}{}\n", "[".repeat(depth - 1), "]".repeat(depth - 1));
    let block = |depth: usize| (0..depth).fold(String::new(), |text, i| text + &" ".repeat(i) + "k:\n");
    let dashes = |depth: usize| format!("k:\n  {}x\n", "- ".repeat(depth - 1));
    check_limit(&flow(limits::DEPTH), None);
    check_limit(&flow(limits::DEPTH + 1), Some("nested-too-deep"));
    check_limit(&block(limits::DEPTH), None);
    check_limit(&block(limits::DEPTH + 1), Some("nested-too-deep"));
    check_limit(&dashes(limits::DEPTH), None);
    check_limit(&dashes(limits::DEPTH + 1), Some("nested-too-deep"));
    // The map, its key and the list are three.
    check_limit(&format!("k:\n{}", "- a\n".repeat(limits::NODES - 3)), None);
    check_limit(&format!("k:\n{}", "- a\n".repeat(limits::NODES - 2)), Some("too-many-nodes"));
    check_limit(&format!("k: {}\n", "a".repeat(limits::SCALAR_BYTES)), None);
    check_limit(&format!("k: {}\n", "a".repeat(limits::SCALAR_BYTES + 1)), Some("scalar-too-long"));
}

#[test]
fn hostile_files_are_faults_and_nothing_more() {
    let laugh = |i: usize| format!("l{i}: &l{i} [{}]\n", vec![format!("*l{}", i - 1); 9].join(", "));
    let laughs = (1..10).map(laugh).collect::<Vec<_>>().concat();
    let (document, faults) = read(&format!("l0: &l0 lol\n{laughs}"));
    assert_eq!(faults[0], ("anchor", "&l0".to_owned()));
    assert!(document.root.as_map().is_some_and(|m| m.pairs.len() == 10));

    let keys = (0..100_000).map(|i| format!("k{i}:\n")).collect::<Vec<_>>().concat();
    let same = "k:\n".repeat(100_000);
    let deep_block: String = (0..1000).map(|i| " ".repeat(i) + "k:\n").collect();
    for text in [
        "[".repeat(100_000),
        "{".repeat(100_000),
        "k: ".to_owned() + &"[".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        "'".repeat(100_000),
        "\"\\".repeat(100_000),
        "k: ".repeat(100_000),
        "!".repeat(100_000),
        "&a ".repeat(100_000),
        "*a ".repeat(100_000),
        "|\n".repeat(100_000),
        "\n---".repeat(100_000),
        "%".repeat(100_000),
        "k: '\n".to_owned() + &"\n".repeat(500_000),
        "- x\n".repeat(100_000) + "\t",
        keys,
        same,
        deep_block,
    ] {
        let (_, faults) = parse("a.yaml", &text);
        assert!(!faults.is_empty(), "{:?}…", text.get(..30));
        let markdown = format!("---\n{text}\n---\n");
        assert_eq!(parse("a.md", &markdown).0.text, markdown);
    }
}

#[test]
fn long_files_that_are_sound_are_read() {
    for text in [
        "#".repeat(500_000),
        "\u{feff}".repeat(100_000),
        "#\n".repeat(500_000),
        "k: >\n".to_owned() + &" \n".repeat(250_000) + " a\n",
        "k: '".to_owned() + &"''".repeat(200_000) + "'\n",
        "k: \"".to_owned() + &"\\n".repeat(200_000) + "\"\n",
        "k:\n".to_owned() + &"  a\n".repeat(100_000),
    ] {
        assert_eq!(read(&text).1, [], "{:?}…", text.get(..30));
    }
}

/// Every node with its path of places, for the tests that walk trees.
pub(super) fn walk<'a>(node: &'a Node, see: &mut impl FnMut(&'a Node)) {
    see(node);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| walk(item, see)),
        Value::Map(map) => map.pairs.iter().for_each(|pair| walk(&pair.value, see)),
        Value::Null | Value::Scalar(_) => {}
    }
}

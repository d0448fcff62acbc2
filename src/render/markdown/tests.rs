//! What comes out of Markdown, and the proof that none of it can do harm: an independent sanitiser, told exactly
//! which tags and attributes we write, finds nothing to change.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;

use super::page::LEFT_OUT;
use super::{inline, section, text};

/// A text by itself.
fn html(markdown: &str, prefix: &str) -> String {
    section(markdown, prefix, 2)
}

/// What the sanitiser makes of a page of ours: the same bytes, if it holds nothing but what we mean to write.
fn sanitised(html: &str) -> String {
    let tags = "a blockquote br code del div em h2 h3 h4 h5 h6 hr img li ol p pre span strong sup table tbody td th thead \
                tr ul";
    let attributes = [
        ("a", "href title rel aria-label"),
        ("img", "src alt title"),
        ("pre", "tabindex"),
        ("ol", "start"),
        ("div", "tabindex role aria-label"),
        ("span", "role aria-label"),
        ("th", "scope"),
    ];
    let classes = [
        ("div", "scroll footnotes"),
        ("td", "right centre"),
        ("th", "right centre"),
        ("blockquote", "alert-note alert-tip alert-important alert-warning alert-caution"),
    ];
    ammonia::Builder::empty()
        .tags(tags.split_whitespace().collect())
        .tag_attributes(words(&attributes))
        .allowed_classes(words(&classes))
        .generic_attributes(HashSet::from(["id"]))
        .link_rel(None)
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .clean(html)
        .to_string()
}

fn words(table: &[(&'static str, &'static str)]) -> HashMap<&'static str, HashSet<&'static str>> {
    table.iter().map(|(tag, names)| (*tag, names.split_whitespace().collect())).collect()
}

#[track_caller]
fn assert_safe(markdown: &str) {
    for page in [html(markdown, "p"), section(markdown, "p", 5), inline(markdown)] {
        assert_eq!(page, sanitised(&page), "from {markdown:?}");
        for src in page.split("<img src=\"").skip(1) {
            let src = &src[..src.find('"').unwrap()];
            assert!(!src.contains("//") || src.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.'), "{src}");
        }
    }
    let text = text(markdown);
    assert!(!text.contains(|c: char| c.is_control()), "{text:?}");
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    assert_eq!(html(markdown, "p").trim_end(), expected);
    assert_safe(markdown);
}

#[track_caller]
fn check_inline(markdown: &str, expected: &str, words: &str) {
    assert_eq!(inline(markdown), expected);
    assert_eq!(text(markdown), words);
    assert_safe(markdown);
}

#[test]
fn the_sanitiser_of_these_tests_bites() {
    for bad in ["<a href=\"javascript:x\">", "<p onclick=\"x\">", "<script>x</script>", "<p style=\"x\">", "<b>"] {
        assert_ne!(bad, sanitised(bad));
    }
}

#[test]
fn blocks_are_html() {
    check(
        "One *two* **three** ~~four~~ `<five>`",
        "<p>One <em>two</em> <strong>three</strong> <del>four</del> <code>&lt;five&gt;</code></p>",
    );
    check("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>");
    check("```sh\na && b\n```", "<pre tabindex=\"0\"><code>a &amp;&amp; b\n</code></pre>");
    check("\"a\" -- b...", "<p>\"a\" -- b...</p>");
    check(
        "- [x] a\n- [ ] b",
        "<ul>\n<li><span role=\"img\" aria-label=\"done\">☑</span> a</li>\n<li><span role=\"img\" aria-label=\"not done\">☐</span> b</li>\n</ul>",
    );
    check(
        "> [!WARNING]\n> hot",
        "<blockquote class=\"alert-warning\">\n<p><strong>Warning</strong></p>\n<p>hot</p>\n</blockquote>",
    );
    check(
        "| | n |\n|-|-:|\n| a | 1 |",
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table 1 in p\"><table><thead><tr><td></td>\
         <th scope=\"col\" class=\"right\">n</th></tr></thead><tbody>\n<tr><td>a</td><td class=\"right\">1</td></tr>\n\
         </tbody></table></div>",
    );
}

#[test]
fn raw_html_is_shown() {
    check("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>");
    check("<script>\nalert(1)\n</script>", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>");
    check("a <!-- b --> c", "<p>a &lt;!-- b --&gt; c</p>");
}

#[test]
fn headings_begin_at_their_level_and_skip_none() {
    check("# A\n\n## A\n\n#### B c!", "<h2 id=\"p_a\">A</h2>\n<h2 id=\"p_a-2\">A</h2>\n<h3 id=\"p_b-c\">B c!</h3>");
    check("# A 2\n\n# A\n\n# A", "<h2 id=\"p_a-2\">A 2</h2>\n<h2 id=\"p_a\">A</h2>\n<h2 id=\"p_a-3\">A</h2>");
    check("### ???", "<h2 id=\"p_section\">???</h2>");
    assert_eq!(section("## A\n\n#### B", "p", 3), "<h3 id=\"p_a\">A</h3>\n<h4 id=\"p_b\">B</h4>\n");
    assert_eq!(
        section("# A\n\n#### B\n\n###### C", "p", 5),
        "<h5 id=\"p_a\">A</h5>\n<h5 id=\"p_b\">B</h5>\n<h6 id=\"p_c\">C</h6>\n"
    );
}

#[test]
fn a_fragment_leads_to_the_heading_it_names() {
    check("[x](#a-b)\n\n## A b", "<p><a href=\"#p_a-b\">x</a></p>\n<h2 id=\"p_a-b\">A b</h2>");
    check("[x](#t=19:02)", "<p><a href=\"#t=19:02\">x</a></p>");
}

#[test]
fn footnotes_stand_at_the_end_and_none_is_lost() {
    check(
        "[^b]: two\n\na[^B] b[^b]\n\n[^z]: lost",
        "<p>a<sup id=\"p_cite.1\"><a href=\"#p_note.1\" aria-label=\"Note 1\">1</a></sup> b<sup id=\"p_cite.1.2\"><a \
         href=\"#p_note.1\" aria-label=\"Note 1\">1</a></sup></p>\n<div class=\"footnotes\"><ol>\n<li \
         id=\"p_note.1\"><p>two</p>\n<a href=\"#p_cite.1\" aria-label=\"Back to the text from note 1\">↩</a></li>\n<li \
         id=\"p_note.2\"><p>lost</p>\n</li>\n</ol></div>",
    );
}

#[test]
fn addresses_that_are_known_are_linked() {
    check("[a](../b/?c=d&e#f)", "<p><a href=\"../b/?c=d&amp;e#f\">a</a></p>");
    check("<https://a.example/b c>", "<p>&lt;https://a.example/b c&gt;</p>");
    check(
        "[a](<https://a.example/b c> 'd')",
        "<p><a href=\"https://a.example/b%20c\" rel=\"noopener\" title=\"d\">a</a></p>",
    );
    check("[a](HTTPS://a.example:8080/%)", "<p><a href=\"HTTPS://a.example:8080/%25\" rel=\"noopener\">a</a></p>");
    check("<a@b.example>", "<p><a href=\"mailto:a@b.example\" rel=\"noopener\">a@b.example</a></p>");
}

#[test]
fn no_trick_makes_an_address_of_another_kind() {
    let tricks = "javascript:alert(1) JaVaScRiPt:alert(1) &#106;avascript:x java&#115;cript:x java&Tab;script:x \
        java&NewLine;script:x javascript&colon;x javascript&#x3a;x &#1;javascript:x &#x20;javascript:x \
        java%73cript:x javascript%3Ax %20javascript:x %0Ajavascript:x java%0Ascript%3Ax data:text/html,x \
        data:image/svg+xml;base64,x vbscript:x file:///etc/passwd blob:x about:blank view-source:x ftp://a.example \
        //a.example /\\a.example \\\\a.example %2F/a.example %5C%5Ca.example %2f%2fa.example \
        &#x2f;&#x2f;a.example &#9;//a.example https:a.example https:/a.example https:\\\\a.example https:// \
        http://user@a.example https://a.example\\@b.example https://a.example:99999 https://a..example x:y 1:2 \
        java\u{200b}script:x java\u{ad}script:x \u{feff}javascript:x \u{a0}javascript:x \u{85}javascript:x";
    for trick in tricks.split_ascii_whitespace() {
        for markdown in [format!("[a](<{trick}>)"), format!("![a](<{trick}>)"), format!("[a]\n\n[a]: <{trick}>")] {
            assert_eq!(html(&markdown, "p"), "<p>a</p>\n", "{markdown}");
        }
        assert_safe(&format!("<{trick}> [<{trick}>]({trick}) ![![{trick}]({trick})]({trick} '{trick}')"));
    }
}

#[test]
fn no_picture_is_fetched_from_elsewhere() {
    check("![a *b*](c.png)", "<p><img src=\"c.png\" alt=\"a b\"></p>");
    check("![a](https://x.example/c.png)", "<p><a href=\"https://x.example/c.png\" rel=\"noopener\">a</a></p>");
    check("[![a](https://x.example/c.png)](b)", "<p><a href=\"b\">a</a></p>");
    check(
        "![](https://x.example/c)",
        "<p><a href=\"https://x.example/c\" rel=\"noopener\">https://x.example/c</a></p>",
    );
}

#[test]
fn a_line_keeps_its_words_and_has_no_blocks() {
    check_inline("a *b* `c`\n\nd", "a <em>b</em> <code>c</code> d", "a b c d");
    check_inline("4711. Deploy", "4711. Deploy", "4711. Deploy");
    check_inline("> 500 errors", "&gt; 500 errors", "> 500 errors");
    check_inline("- a\n- b", "• a • b", "• a • b");
    check_inline("# a\n```\nb\n```", "a <code>b</code>", "a b");
    check_inline("[a](b) ![c](d) <i>", "<a href=\"b\">a</a> <img src=\"d\" alt=\"c\"> &lt;i&gt;", "a c <i>");
    check_inline("\u{1b}[31mred\u{202e}", "\u{fffd}[31mred\u{fffd}", "\u{fffd}[31mred\u{fffd}");
}

#[test]
fn what_is_too_long_is_cut_and_says_so() {
    let quotes = |depth| html(&">".repeat(depth), "p");
    let limit = |depth| 20 * depth + 64 * 1024;
    let is_cut = |depth: &usize| quotes(*depth).contains(LEFT_OUT);
    let past = (8_000..11_000).step_by(100).find(is_cut).expect("nesting costs more than twenty bytes a level");
    let last = (past - 100..past).rev().find(|depth| !is_cut(depth)).unwrap_or(past - 100);
    assert!(quotes(last).len() <= limit(last) && quotes(last).len() + 512 > limit(last), "the limit is used");
    assert!(quotes(past).len() <= limit(past), "{} bytes", quotes(past).len());
    assert!(quotes(past).ends_with(&format!("<p>{LEFT_OUT}</p>\n")));
    assert_eq!(quotes(past).matches("<blockquote>").count(), quotes(past).matches("</blockquote>").count());
}

#[test]
fn a_cut_inside_of_anything_closes_it() {
    let bodies = ["|a|b|\n|-|-|\n", "- > 1. *a **b\n", "x[^1]\n\n[^1]: ", "[a](b \"", "### "];
    for start in bodies {
        let deep = format!("{start}\n\n{}{}", ">".repeat(11_000), start.repeat(50));
        assert!(html(&deep, "p").contains(LEFT_OUT));
        assert_safe(&deep);
        let wide = format!("{start}{}", "|".repeat(30_000));
        assert_safe(&wide);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_is_safe(
        pieces in prop::collection::vec(
            prop_oneof![
                prop::sample::select(
                    "# |## |> |- |1. |    |\t|\n|\n\n|```|`|~~|*|**|_|[|]|(|)|![|](|<|>|&|&colon;|&#10;|\\|\"|'|:|%|%3A|//\
                     |javascript:|https://a.example|mailto:a@b|data:|[^1]|[^1]: |[a]: |[x] |[!NOTE]|---|<b>|<!--|-->\
                     |<script>|</p>|onerror=|#a|\u{a0}|\u{0}|\r|\u{202e}|é"
                        .split('|').collect::<Vec<_>>(),
                ).prop_map(str::to_owned),
                Just("|".to_owned()), Just("|-|-|\n".to_owned()), "[ -~]{0,6}", "\\PC{0,3}",
            ],
            0..40,
        )
    ) {
        assert_safe(&pieces.concat());
    }
}

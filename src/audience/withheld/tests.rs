//! Names in every spelling in which they have been seen to slip through, and words that are nobody's name.

use super::{Place, Withheld};
use crate::config::Config;
use crate::model::{self, Defaults};
use crate::source::SourceFile;
use proptest::prelude::*;

fn withheld(name: &str) -> Withheld {
    let record = format!("title: T\nstatus: active\nactors:\n  who: {{ role: r, name: \"{name}\" }}\n");
    let file = SourceFile::new("incidents/a.yaml", record.into_bytes());
    let incident = model::read(&file, &Defaults::default()).incident.unwrap();
    Withheld::of([&incident], &Config::default())
}

/// What is found of a name in Markdown; empty where nothing is.
#[track_caller]
fn check(name: &str, text: &str, expected: &str) {
    let withheld = withheld(name);
    let hit = withheld.in_markdown(text);
    assert_eq!(hit.map_or("", |hit| &text[hit.at]), expected, "{name:?} in {text:?}");
}

const VESTERHOLM: &str = "Jørg Vesterholm";

#[test]
fn a_name_is_found_however_it_is_set() {
    for (name, text, found) in [
        ("Jane Muster", "Muster’s account", "Muster"),
        ("Jane Muster", "they said “Jane Muster”", "Jane Muster"),
        ("Jane Muster", "—Jane—", "Jane"),
        ("Jane Muster", "«Jane» left", "Jane"),
        ("Jane Muster", "Jane\u{a0}Muster left", "Jane\u{a0}Muster"),
        ("Jane Muster", "Jane\nMuster left", "Jane\nMuster"),
        ("Jane Muster", "JANE MUSTER", "JANE MUSTER"),
        ("Jane Muster", "j\u{ad}ane mus\u{200b}ter", "j\u{ad}ane mus\u{200b}ter"),
        ("Jane Muster", "Ｊａｎｅ Ｍｕｓｔｅｒ", "Ｊａｎｅ Ｍｕｓｔｅｒ"),
        ("Jane Muster", "jane.muster@example.com", "jane.muster"),
        (VESTERHOLM, "VESTERHOLM", "VESTERHOLM"),
        (VESTERHOLM, "the login jvesterholm", "vesterholm"),
        (VESTERHOLM, "jorgVesterholm", "jorgVesterholm"),
        (VESTERHOLM, "@vesterholm", "vesterholm"),
        (VESTERHOLM, "Joerg left", "Joerg"),
        (VESTERHOLM, "JØRG left", "JØRG"),
        (VESTERHOLM, "Ves**terh**olm left", "Ves**terh**olm"),
        (VESTERHOLM, "V&#101;sterholm left", "V&#101;sterholm"),
        (VESTERHOLM, "`Vesterholm` left", "Vesterholm"),
        (VESTERHOLM, "see [the profile](https://example.com/ves%74erholm)", "ves%74erholm"),
        ("Jane Muster", "see [it](https://example.com/jane)", "[it](https://example.com/jane)"),
        ("Zoë Müller", "Mueller", "Mueller"),
        ("Zoë Müller", "Mu\u{308}ller", "Mu\u{308}ller"),
        ("Zoë Müller", "MULLER", "MULLER"),
        ("Zoe Mueller", "Zoë Müller", "Zoë"),
        ("Anna Groß", "GROSS", "GROSS"),
        ("Иван Петров", "передали Петрову", "Петров"),
        ("山田 太郎", "昨日山田が", "山田"),
        ("김 민수", "어제 민수가", "민수"),
        ("Sinéad O'Brien", "O’Brien left", "Brien"),
        ("Jan Muster", "Jan left", "Jan"),
    ] {
        check(name, text, found);
    }
}

#[test]
fn other_words_are_nobodys_name() {
    for (name, text) in [
        ("Jane Muster", "a janet of sorts"),
        ("Mark May", "the mark that may be"),
        ("Mark May", "on 2 May 2017"),
        ("Jan Muster", "on 3 Jan at noon"),
        ("Ann Lee", "the planning of a sleeve"),
        ("Ursula von Muster", "von nun an"),
        ("Li Wei", "a list of weights"),
        ("User 2017", "in 2017"),
        ("山 太", "山と太"),
        ("", "nothing"),
    ] {
        check(name, text, "");
    }
}

#[test]
fn an_address_is_decoded_first() {
    for (name, address, is_found) in [
        (VESTERHOLM, "https://example.com/J%C3%B8rg", true),
        (VESTERHOLM, "https://example.com/J%F8rg", true),
        (VESTERHOLM, "https://example.com/%56%45sterholm", true),
        (VESTERHOLM, "https://example.com/%2556esterholm", true),
        (VESTERHOLM, "https://example.com/?a=1&amp;u=JVESTERHOLM", true),
        ("Jane Muster", "https://example.com/jane", true),
        ("Jane Muster", "https://example.com/janet", false),
        ("Jan Muster", "https://example.com/2017/jan/02", false),
    ] {
        assert_eq!(withheld(name).in_address(address).is_some(), is_found, "{name} in {address}");
    }
}

#[test]
fn only_a_whole_name_is_a_leak_of_a_page() {
    for (name, page, is_found) in [
        ("Jane Muster", "<p>Jane Muster</p>", true),
        ("Jane Muster", "<a href=\"/jane-muster\">", true),
        ("Jane Muster", "<a href=\"/Jane%20Muster\">", true),
        ("Jane Muster", "janemuster", true),
        ("Jane Muster", "Jane&#x27;s muster", false),
        ("Sinéad O'Brien", "Sinéad O&#x27;Brien", true),
        ("Muster", "a Muster of it", true),
        ("Muster", "mustered", false),
        ("Jan Muster", "<time>2 Jan 2017</time> a muster", false),
        ("Mark May", "<mark>May</mark>", false),
        ("May Access", "you may access it in May. Access was open", false),
        ("May Access", "said May Access", true),
        ("May", "on 2 May 2017", false),
        ("Monday", "Monday", false),
    ] {
        assert_eq!(withheld(name).in_bytes(page.as_bytes()).is_some(), is_found, "{name} in {page}");
    }
}

/// A name in which any letter may be encoded, with marks and what nobody sees between its letters.
fn hidden(name: &'static str) -> impl Strategy<Value = String> {
    let between = prop::sample::select(vec![
        "*",
        "_",
        "~~",
        "`",
        "'",
        "-",
        " ",
        "[",
        "![",
        "](x)",
        "](http://x.org/Muster)",
        "][1]",
        "[^1]",
        "<!-- Mus -->",
        "&shy;",
        "&#173;",
        "&amp;",
        "%c2%ad",
        "\u{ad}",
        "\u{200b}",
        "<b>",
        "</a>",
        "\" href=\"",
    ]);
    let letter = |c: char| {
        let encoded: Vec<String> = c.to_string().bytes().map(|byte| format!("%{byte:02x}")).collect();
        let plain = c.to_string();
        let reference = format!("&#x{:x};", u32::from(c));
        let twice = encoded.concat().replace('%', "%25");
        prop_oneof![12 => Just(plain), 1 => Just(reference), 1 => Just(encoded.concat()), 1 => Just(twice)]
    };
    let letters: Vec<_> = name.chars().map(letter).collect();
    let gaps = prop::collection::vec(prop::option::weighted(0.12, between), letters.len());
    (letters, gaps).prop_map(|(letters, gaps)| {
        let parts = letters.into_iter().zip(gaps);
        parts.map(|(letter, gap)| letter + gap.unwrap_or_default()).collect()
    })
}

/// A word in parts that are links, text, or what readers do not see.
fn linked(word: &'static str) -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "[·](x)",
        "*·*",
        "[·](http://a.org)",
        "[·][1]",
        "![·](x)",
        "<!-- x -->·",
        "·[^1]",
        "·",
        "·",
    ]);
    let parts = prop::collection::vec(part, word.chars().count());
    parts.prop_map(move |parts| {
        word.chars().zip(parts).map(|(c, part)| part.replace('·', &c.to_string())).collect::<String>() + "\n\n[1]: y"
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(6000) })]

    #[test]
    fn a_file_that_is_passed_over_holds_no_name(
        long in hidden("See Jane Müster there."), short in hidden("[by Jo Mu](x)"), single in linked("Müster"),
    ) {
        for (name, text) in [("Jane Müster", long), ("Jo Mu", short), ("Müster", single)] {
            let withheld = withheld(name);
            let is_found = withheld.in_markdown(&text).is_some() || withheld.in_address(&text).is_some();
            prop_assert!(!is_found || withheld.may_be_in("incidents/a.yaml", &text), "{:?}", text);
        }
    }

    #[test]
    fn a_page_is_searched_in_parts_as_it_is_as_a_whole(long in hidden("<p>By Jane Müster.</p>"), short in hidden("<i>Jo Mu</i>")) {
        for (name, text) in [("Jane Müster", long), ("Jo Mu", short)] {
            let withheld = withheld(name);
            let whole = withheld.find(&text, Place::Bytes);
            prop_assert_eq!(withheld.in_bytes(text.as_bytes()).is_some(), whole.is_some(), "{}", text);
        }
    }
}

#[test]
fn most_files_are_passed_over() {
    let withheld = withheld("Jane Muster");
    for text in ["- 14:02 A clerk deactivates it. [log] {impact_start}", "See [the log](https://example.com/a).", "R&D"]
    {
        assert!(!withheld.may_be_in("incidents/a.yaml", text), "{text}");
    }
    for text in ["text: \"\\x4duster\"", "J. MUSTER", "Mu[st](x)er", "M&#117;ster", "Mu<!-- x -->ster"] {
        assert!(withheld.may_be_in("incidents/a.yaml", text), "{text}");
    }
    assert!(withheld.may_be_in("incidents/jane-did-it.yaml", ""));
}

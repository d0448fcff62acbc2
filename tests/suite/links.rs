//! The links of the documentation lead somewhere: to a file that is there, and to a heading in it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// A page of Markdown: where its links go, and the anchors of its headings.
struct Page {
    links: Vec<String>,
    anchors: Vec<String>,
}

impl Page {
    fn read(text: &str) -> Self {
        let mut page = Self { links: Vec::new(), anchors: Vec::new() };
        let mut heading: Option<String> = None;
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::Text(words) | Event::Code(words) => heading.iter_mut().for_each(|text| text.push_str(&words)),
                Event::End(TagEnd::Heading(_)) => {
                    let anchor = slug(&heading.take().unwrap_or_default());
                    page.anchors.push(numbered(&page.anchors, &anchor));
                }
                _ => {}
            }
        }
        page
    }
}

/// The anchor that GitHub makes of a heading: its letters, digits, `-` and `_` in lower case, and `-` for each space.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The anchor with `-1`, `-2` behind it, where others have it already.
fn numbered(taken: &[String], anchor: &str) -> String {
    let numbers = (1..).map(|number| format!("{anchor}-{number}"));
    let mut names = std::iter::once(anchor.to_owned()).chain(numbers);
    names.find(|name| !taken.contains(name)).expect("there is always a next number")
}

/// Why a link of a page leads nowhere, if it does.
fn fault(root: &Path, from: &Path, link: &str) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
    let to = if path.is_empty() { from.to_owned() } else { from.parent()?.join(path) };
    let Ok(to) = root.join(&to).canonicalize() else { return Some("is not there".to_owned()) };
    if !to.starts_with(root) {
        return Some("leads out of the repository".to_owned());
    }
    let anchor = anchor?;
    if to.extension().is_none_or(|ending| ending != "md") {
        return Some("names a heading of a file that has none".to_owned());
    }
    let page = Page::read(&std::fs::read_to_string(&to).unwrap());
    (!page.anchors.iter().any(|there| there == anchor)).then(|| "names a heading that is not there".to_owned())
}

#[test]
fn links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap();
    let docs =
        std::fs::read_dir(root.join("docs")).unwrap().map(|file| Path::new("docs").join(file.unwrap().file_name()));
    let pages: Vec<PathBuf> = docs
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .chain(["README.md", "CHANGELOG.md"].map(PathBuf::from))
        .collect();
    let mut faults = Vec::new();
    let mut counts = HashMap::new();
    for from in &pages {
        let page = Page::read(&std::fs::read_to_string(root.join(from)).unwrap());
        counts.insert(from.to_str().unwrap(), page.links.len());
        let broken = page.links.iter().filter_map(|link| Some((link, fault(&root, from, link)?)));
        faults.extend(broken.map(|(link, why)| format!("{}: `{link}` {why}", from.display())));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert!(counts["README.md"] > 5 && counts["docs/records.md"] > 50, "links are found: {counts:?}");
}

#[test]
fn what_leads_nowhere_is_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap();
    for (link, expected) in [
        ("records.md#actorsid", None),
        ("#made-up", Some("names a heading that is not there")),
        ("records.md#made-up", Some("names a heading that is not there")),
        ("../examples/nginx.conf#made-up", Some("names a heading of a file that has none")),
        ("made-up.md", Some("is not there")),
        ("../..", Some("leads out of the repository")),
        ("https://example.com/made-up", None),
    ] {
        assert_eq!(fault(&root, Path::new("docs/rules.md"), link).as_deref(), expected, "{link}");
    }
    let page = Page::read("# `impact.segments[]`\n## What *is* missing?\n## Yes_no, twice\n## Yes_no, twice\n");
    assert_eq!(page.anchors, ["impactsegments", "what-is-missing", "yes_no-twice", "yes_no-twice-1"]);
}

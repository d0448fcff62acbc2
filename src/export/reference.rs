//! `docs/records.md`: every key of a record, from its declaration.

use crate::model::incident::FIELDS;
use crate::model::record::MAPS;
use crate::source::field::{Key, Kind, Stage};
use std::collections::BTreeMap;

/// The lists of words, each by its words, with the keys that take one.
type Lists = BTreeMap<Vec<(&'static str, &'static str)>, Vec<String>>;

/// The reference, as Markdown.
#[must_use]
pub fn reference() -> String {
    let mut out = vec![String::from(
        "# Records\n\nThis file is made from the declarations of the keys themselves; `minutebook schema` prints the same for editors.\n\
         [writing.md](writing.md) tells how a record is written, [rules.md](rules.md) what is found wrong with one.\n\n\
         A key that is left out says nothing; `unknown` says that nobody knows. *From* is the state of the incident, or of its review, that\n\
         asks for a key. A key marked † is asked only of those it happened to (`account_of: own`), and one marked ‡ is needed wherever its\n\
         map is written.\n",
    )];
    out.push(table("The record", FIELDS));
    let mut lists = Lists::new();
    collect("", FIELDS, &mut lists);
    for (path, keys) in MAPS {
        out.push(table(&format!("`{path}`"), keys));
        collect(path, keys, &mut lists);
    }
    out.push("\n## Words\n".to_owned());
    let mut lists: Vec<_> = lists.into_iter().collect();
    lists.sort_by(|a, b| a.1.cmp(&b.1));
    for (words, keys) in lists {
        let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
        out.push(format!("\n{}:\n\n| Word | Means |\n| --- | --- |\n", keys.join(", ")));
        out.extend(words.iter().map(|(word, meaning)| format!("| `{word}` | {} |\n", cell(meaning))));
    }
    out.concat()
}

fn table(heading: &str, keys: &[Key]) -> String {
    let mut out = format!(
        "\n## {heading}\n\n| Key | Holds | What may stand there | From | Such as |\n| --- | --- | --- | --- | --- |\n"
    );
    out.extend(keys.iter().map(row));
    out
}

fn row(key: &Key) -> String {
    let needed = if key.needed { " ‡" } else { "" };
    let own = if key.own { " †" } else { "" };
    let from = key.from.map_or("", stage);
    let (name, holds, kind, example) = (key.name, cell(key.doc), words(&key.kind), cell(key.example));
    format!("| `{name}`{needed} | {holds} | {kind} | {from}{own} | `{example}` |\n")
}

fn names(keys: &[Key]) -> String {
    keys.iter().map(|key| format!("`{}`", key.name)).collect::<Vec<_>>().join(" and ")
}

/// Where a heading can be reached.
fn anchor(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect::<String>().to_lowercase()
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Active => "active",
        Stage::Mitigated => "mitigated",
        Stage::Resolved => "resolved",
        Stage::Reviewed => "reviewed",
    }
}

/// What may stand behind a key, in words.
fn words(kind: &Kind) -> String {
    match kind {
        Kind::Line => "one line".to_owned(),
        Kind::Markdown => "Markdown".to_owned(),
        Kind::Flag => "`true` or `false`".to_owned(),
        Kind::Whole(least, most) => format!("a whole number from {least} to {most}"),
        Kind::Time => "a time".to_owned(),
        Kind::Number => "a number".to_owned(),
        Kind::Count => "a count".to_owned(),
        Kind::Duration => "a length of time".to_owned(),
        Kind::Address => "an address".to_owned(),
        Kind::Name => "an entry id or a milestone".to_owned(),
        Kind::Words(_) => "a [word](#words)".to_owned(),
        Kind::Any => "anything".to_owned(),
        Kind::List(Kind::Either(kinds)) => format!("{}, or a list of such", either(kinds)),
        Kind::List(item) => format!("{}, or a list of such", words(item)),
        Kind::Map(keys) => {
            let named = MAPS.iter().find(|(_, named)| std::ptr::eq(*named, *keys));
            named.map_or_else(|| format!("a map of {}", names(keys)), |(path, _)| format!("[a map](#{})", anchor(path)))
        }
        Kind::Keyed(value) => format!("a map from names of your choice, each to {}", words(value)),
        Kind::Claim(value) => {
            format!("{}, or [what each source says](writing.md#where-sources-disagree)", words(value))
        }
        Kind::Either(kinds) => either(kinds),
    }
}

/// The one or the other, each told once.
fn either(kinds: &[Kind]) -> String {
    let mut told = Vec::new();
    for kind in
        kinds.iter().flat_map(|kind| if let Kind::Either(kinds) = kind { kinds } else { std::slice::from_ref(kind) })
    {
        let words = words(kind);
        told.retain(|earlier: &String| !words.starts_with(earlier.as_str()));
        told.push(words);
    }
    told.join(", or ")
}

/// Takes note of the lists of words that keys take from.
fn collect(path: &str, keys: &[Key], lists: &mut Lists) {
    for key in keys {
        let name = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
        note(&key.kind, &name, lists);
    }
}

fn note(kind: &Kind, name: &str, lists: &mut Lists) {
    match kind {
        Kind::Words(words) => lists.entry(words()).or_default().push(name.to_owned()),
        Kind::List(inner) | Kind::Claim(inner) => note(inner, name, lists),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| note(kind, name, lists)),
        _ => {}
    }
}

/// A text within a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

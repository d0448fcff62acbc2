//! The lists of metrics and pages agree with their folders, and each entry is whole.

use minutebook::metrics::METRICS;
use minutebook::model::forms::expand;
use minutebook::model::incident::FIELDS;
use minutebook::model::record::MAPS;
use minutebook::model::{Defaults, read};
use minutebook::source::{Node, SourceFile, parse};
use minutebook::view::PAGES;
use std::collections::BTreeSet;
use std::path::Path;

/// The names of the files in a folder, without those that are no entries.
fn files(folder: &str, others: &[&str]) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let names = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    names
        .filter_map(|name| Some(name.strip_suffix(".rs")?.to_owned()))
        .filter(|n| !others.contains(&n.as_str()))
        .collect()
}

#[test]
fn each_metric_is_a_file_and_says_what_it_measures() {
    let list: BTreeSet<String> = METRICS.iter().map(|metric| metric.id.to_owned()).collect();
    assert_eq!(list, files("src/metrics/list", &["mod"]));
    for metric in METRICS {
        assert!(metric.definition.ends_with('.') && metric.definition.len() > 60, "{}", metric.id);
    }
}

#[test]
fn each_kind_of_page_is_a_file() {
    let list: Vec<String> = PAGES.iter().map(|page| page.name.to_owned()).collect();
    let folder: Vec<String> = files("src/view/pages", &["mod", "scaffold", "strip"]).into_iter().collect();
    assert_eq!(list, folder, "one file a kind, in the order of names");
}

/// The path of a key, without what the writer chose: `timeline[].at`, `actors.ID.role`.
fn pattern(path: &str) -> String {
    let without_places = path.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest));
    let path = without_places.collect::<Vec<_>>().join("[]");
    let chosen = [("actors.", "ID"), ("affected.accounts.", "ID"), ("sources.", "KEY")];
    for (map, name) in chosen {
        if let Some((_, key)) = path.strip_prefix(map).and_then(|rest| rest.split_once('.')) {
            return format!("{map}{name}.{key}");
        }
    }
    path
}

/// The keys that cannot stand in one record with all others.
const OTHER_KEYS: &str = "\
remediation: none
remediation_reason: The product ends in a month.
ext: { ticket: 4711 }
timestamps:
  impact_start: 2026-11-23 14:02
  detected: 2026-11-23 14:06
  acknowledged: 2026-11-23 14:07
  identified: 2026-11-23 14:15
  mitigated: 2026-11-23 14:20
  impact_end: 2026-11-23 14:20
  public_notice: 2026-11-23 14:30
relations: { duplicate_of: a, recurrence_of: b, supersedes: c }
";

/// The path of every value below a node.
fn collect(node: &Node, path: &str, paths: &mut BTreeSet<String>) {
    paths.insert(path.to_owned());
    for pair in node.as_map().iter().flat_map(|map| &map.pairs) {
        let dot = if path.is_empty() { "" } else { "." };
        collect(&pair.value, &format!("{path}{dot}{}", pair.key.text.as_str()), paths);
    }
    for item in node.as_list().unwrap_or_default() {
        collect(item, &format!("{path}[0]"), paths);
    }
}

#[test]
fn every_declared_key_is_read() {
    let most = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/export/every_key.yaml"));
    let given = |text: &str| {
        let read = read(&SourceFile::new("incidents/every-key.yaml", text.into()), &Defaults::default());
        assert_eq!(read.diagnostics, [], "the record is read");
        let mut document = parse("incidents/every-key.yaml", text).0;
        let mut given = BTreeSet::new();
        collect(&expand(&mut document).0.root, "", &mut given);
        given
    };
    let given = given(most).into_iter().chain(given(OTHER_KEYS));
    let given: BTreeSet<String> = given.map(|path| pattern(&path)).collect();
    let root = FIELDS.iter().map(|key| key.name.to_owned());
    let maps = MAPS.iter().flat_map(|(map, keys)| keys.iter().map(move |key| format!("{map}.{}", key.name)));
    let missing: Vec<String> = root.chain(maps).filter(|path| !given.contains(path)).collect();
    assert_eq!(missing, [""; 0], "the record with every key has every key");
}

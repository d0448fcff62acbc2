//! What must hold of every record and every text: one insertion, read back as it was given, or a refusal.

use super::{NewEntry, log};
use crate::diag::Level;
use crate::model::{Defaults, Record, read};
use crate::source::{SourceFile, load};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use proptest::sample::select;
use std::path::Path;

fn now() -> DateTime<Utc> {
    "2026-11-24T02:10:30Z".parse().unwrap()
}

fn errors(record: &Record) -> usize {
    record.diagnostics.iter().filter(|found| found.level == Level::Error).count()
}

/// The parts of two texts that are alike, from both ends.
fn common(a: &str, b: &str) -> (usize, usize) {
    let alike =
        |a: &mut dyn Iterator<Item = u8>, b: &mut dyn Iterator<Item = u8>| a.zip(b).take_while(|(a, b)| a == b).count();
    let start = alike(&mut a.bytes(), &mut b.bytes());
    (start, alike(&mut a.bytes().rev(), &mut b.bytes().rev()))
}

/// Logs an entry, and holds that it is one insertion and one entry. Says whether it was taken.
fn hold(file: &SourceFile, entry: &NewEntry) -> bool {
    let defaults = Defaults::default();
    let Ok(logged) = log(file, &defaults, entry, now()) else { return false };
    let (start, end) = common(&file.text, &logged.text);
    assert!(start + end >= file.text.len(), "{}: more than an insertion\n{}", file.path, logged.text);
    let new = SourceFile::new(file.path.as_str(), logged.text.into_bytes());
    let (before, after) = (read(file, &defaults), read(&new, &defaults));
    assert!(errors(&after) <= errors(&before), "{}: {:?}", file.path, after.diagnostics);
    let (before, after) = (before.incident.unwrap(), after.incident.unwrap());
    let (last, rest) = after.timeline.split_last().unwrap();
    assert!(!after.times.time(last.at).faulty, "{}: {:?}", file.path, entry.at);
    assert_eq!(rest, before.timeline, "{}", file.path);
    assert_eq!(last.text.replace('\\', ""), logged.said.replace('\\', ""), "{}", file.path);
    assert_eq!(last.sources, entry.sources, "{}", file.path);
    for (a, b) in rest.iter().zip(&before.timeline) {
        let (a, b) = (after.times.time(a.at), before.times.time(b.at));
        assert_eq!((a.earliest, a.latest, &a.written), (b.earliest, b.latest, &b.written), "{}", file.path);
    }
    assert_eq!((&before.body, &before.remediation.is_some()), (&after.body, &after.remediation.is_some()));
    true
}

#[test]
fn every_record_of_this_repository_takes_an_entry() {
    let sources = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(sources.records.len() > 10);
    for file in &sources.records {
        let incident = read(file, &Defaults::default()).incident.unwrap();
        let first: Vec<String> = incident.sources.iter().take(1).map(|source| source.key.clone()).collect();
        for (at, text, sources) in [
            (None, "It goes on.", first.as_slice()),
            (Some("unknown"), "Ratio: 1: 2, \"quoted\" | 'twice' #1", &[]),
            (Some("about 23:59"), "{detected} [a] is text {detected}", first.as_slice()),
        ] {
            let entry = NewEntry { at, text, actor: None, milestones: &[], sources };
            assert!(hold(file, &entry), "{}: {:?}", file.path, log(file, &Defaults::default(), &entry, now()));
        }
        // The same with the line endings of another system.
        let crlf = SourceFile::new(file.path.as_str(), file.text.replace('\n', "\r\n").into_bytes());
        let entry = NewEntry { at: None, text: "It goes on.", actor: None, milestones: &[], sources: &first };
        let logged = log(&crlf, &Defaults::default(), &entry, now()).unwrap();
        assert_eq!(logged.text.matches('\n').count(), logged.text.matches("\r\n").count(), "{}", file.path);
        assert_eq!(logged.text.matches('\r').count(), logged.text.matches('\n').count(), "{}", file.path);
    }
}

const HEAD: &str = "title: T\nsources: { a: { title: A } }\n";

/// A record in some style.
fn record() -> impl Strategy<Value = SourceFile> {
    let yaml = [
        "timeline:\n  - 2026-11-23 14:02 A\n",
        "timeline:\n- '2026-11-23 14:02 A'\n",
        "timeline:\n  - \"2026-11-23 14:02: A\"\n",
        "timeline:\n  - at: 2026-11-23 14:02\n    text: A\n",
        "timeline:\n  - { at: 2026-11-23 14:02, text: A }\n",
        "timeline: [2026-11-23 14:02 A]\n",
        "timeline:\n",
        "",
    ];
    let body = [
        "## Timeline\n- 2026-11-23 14:02 A\n",
        "## Timeline\n|T|E|\n|-|-|\n|2026-11-23 14:02|A|\n",
        "## Timeline\n| T | Text | Source |\n|-|-|-|\n",
        "## Summary\nA",
        "",
    ];
    let files = yaml.map(|text| ("a.yaml", format!("{HEAD}{text}")));
    let files = files.into_iter().chain(body.map(|text| ("a.md", format!("---\n{HEAD}---\n{text}"))));
    let files = files.map(|(path, text)| SourceFile::new(path, text.into_bytes()));
    select(files.collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_text_is_read_back_or_refused(
        file in record(),
        text in "(\\PC|[-:#|\\[\\]{}<>!&*`'\"%@,\\\\ ]|14:0[0-9]|\\{detected\\}|\\[a\\]){0,12}",
        cites in any::<bool>(),
    ) {
        let sources = ["a".to_owned()];
        hold(&file, &NewEntry { at: None, text: &text, actor: None, milestones: &[], sources: if cites { &sources } else { &[] } });
    }

    #[test]
    fn yaml_takes_any_line_of_text(text in "[a-z:#|\\[\\]{}<>!&*`'\"%@,\\\\][a-z:#|\\[\\]{}<>!&*`'\"%@,\\\\ -]{0,12}") {
        let file = SourceFile::new("a.yaml", format!("{HEAD}timeline:\n  - 2026-11-23 14:02 A\n").into_bytes());
        let taken = hold(&file, &NewEntry { at: None, text: &text, actor: None, milestones: &[], sources: &[] });
        prop_assert!(taken, "{text}");
    }

    #[test]
    fn any_time_is_read_back_or_refused(file in record(), at in "\\PC{0,16}|[0-9]{1,2}:[0-9]{2}(\\.\\.[0-9]{1,2}:[0-9]{2})?") {
        hold(&file, &NewEntry { at: Some(&at), text: "B", actor: None, milestones: &[], sources: &[] });
    }
}

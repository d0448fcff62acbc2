//! New records are read back as they were meant, and their comments hold all that is asked for later.

use super::{Form, NewRecord};
use crate::config::Config;
use crate::model::words::AccountOf;
use crate::model::{self, incident};
use crate::pipeline;
use crate::scaffold::start;
use crate::source::{SourceFile, Sources};
use chrono::DateTime;
use chrono_tz::Tz;

fn text(title: &str, form: Form) -> String {
    let start = start("2026-11-23 14:02", DateTime::UNIX_EPOCH, Tz::UTC).unwrap();
    NewRecord { title, start: &start, severity: "sev2", config: &Config::default(), schema: None }.text(form)
}

#[test]
fn any_title_is_read_back_as_it_was_given() {
    for title in [
        "Checkout returns 502",
        "@handle is gone: \"really\" #gone",
        "- it's [odd] {odd} & *odd* ! | > %",
        "yes",
        "No",
        "null",
        "502",
        "18:59",
        "0x1F",
        "~",
        "a: b",
        "a #b",
        "ends with:",
        "back\\slash, tab\tand “quotes”",
        "支払いが止まる",
        "é\u{85}\u{2028}\u{feff}\u{7f}x",
        "---",
        "--- a",
        "<!-- comment -->",
    ] {
        for form in [Form::Markdown, Form::Yaml] {
            let text = text(title, form);
            let file = SourceFile::new(format!("incidents/a.{}", form.ending()), text.clone().into_bytes());
            let read = model::read(&file, &Config::default().defaults);
            assert_eq!(read.diagnostics, [], "{title:?}\n{text}");
            let incident = read.incident.unwrap();
            assert_eq!(incident.title, title);
            assert_eq!((incident.timeline.len(), incident.milestones.len()), (1, 1), "{text}");
            assert_eq!(incident.body, "", "{text}");
        }
    }
}

/// The record with everything in its comments taken over, as one that was resolved and reviewed.
fn taken_over(text: &str) -> String {
    let mut lines = Vec::new();
    let mut in_prose = false;
    for line in text.lines() {
        in_prose = line == "<!--" || in_prose && line != "-->";
        let bare = line.replacen("# ", "", 1);
        let is_comment = line.trim_start().starts_with("# ");
        let is_mark = line.starts_with("<!--") || line == "-->";
        let says = is_comment && bare.trim_start().starts_with(char::is_uppercase);
        if !(in_prose || is_mark || says) {
            lines.push(if is_comment { bare } else { line.to_owned() } + "\n");
        }
    }
    lines.concat().replace("status: active", "status: resolved\nreview: reviewed")
}

#[test]
fn what_the_comments_show_makes_a_whole_record() {
    for form in [Form::Markdown, Form::Yaml] {
        let commented = text("Down", form);
        assert!(!commented.contains("\n# A line"), "comments stand as deep as what they are about\n{commented}");
        let whole = taken_over(&commented);
        let file = SourceFile::new(format!("incidents/a.{}", form.ending()), whole.clone().into_bytes());
        let checked = pipeline::check(&Sources { records: vec![file], ..Sources::default() }, None);
        assert!(checked.diagnostics.is_empty(), "{:#?}\n{whole}", checked.diagnostics);
        for key in incident::FIELDS.iter().filter(|key| key.from.is_some()) {
            let given = &checked.archive.incidents[0].given;
            assert!(given.iter().any(|path| path.starts_with(key.name)), "{} is not in\n{whole}", key.name);
        }
    }
}

#[test]
fn a_compiled_record_has_a_source_from_the_start() {
    let mut config = Config::default();
    config.defaults.account_of = AccountOf::Outside;
    let start = start("2026-11-23 14:02", DateTime::UNIX_EPOCH, Tz::UTC).unwrap();
    for form in [Form::Markdown, Form::Yaml] {
        let text =
            NewRecord { title: "Down", start: &start, severity: "sev2", config: &config, schema: None }.text(form);
        let sources = Sources {
            config: Some(SourceFile::new("minutebook.yaml", b"account_of: outside\n".to_vec())),
            records: vec![SourceFile::new(format!("incidents/a.{}", form.ending()), text.clone().into_bytes())],
            ..Sources::default()
        };
        let checked = pipeline::check(&sources, None);
        assert!(checked.diagnostics.is_empty(), "{:#?}\n{text}", checked.diagnostics);
    }
}

//! Findings for machines: one JSON object a line, and a last one that sums up. The keys and their order are stable;
//! `v` in the summary says which shape it is.

use super::lines::{Lines, clamp};
use super::{Diagnostic, Span};
use serde_json::{Map, Value, json};

/// The version of the shape; it rises when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// What the last line sums up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Incidents that were read.
    pub incidents: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Files with at least one finding.
    pub files: usize,
}

/// The finding as one line of JSON, without a line break.
///
/// Lines and columns count from 1, columns in characters; the end is behind the last character.
#[must_use]
pub fn json(finding: &Diagnostic, path: &str, text: &str) -> String {
    let lines = Lines::new(text);
    let labels = finding.labels.iter().map(|label| {
        let mut object = Map::new();
        put_place(&mut object, &lines, &clamp(text, &label.span));
        object.insert("text".to_owned(), json!(label.text));
        Value::Object(object)
    });
    let mut object = Map::new();
    object.insert("rule".to_owned(), json!(finding.rule));
    object.insert("level".to_owned(), json!(finding.level.as_str()));
    object.insert("message".to_owned(), json!(finding.message));
    object.insert("path".to_owned(), json!(path));
    put_place(&mut object, &lines, &clamp(text, &finding.primary.span));
    object.insert("field".to_owned(), json!(finding.field));
    object.insert("label".to_owned(), json!(finding.primary.text));
    object.insert("labels".to_owned(), labels.collect());
    object.insert("help".to_owned(), json!(finding.help));
    object.insert("note".to_owned(), json!(finding.note));
    object.insert("fix".to_owned(), Value::Null);
    Value::Object(object).to_string()
}

/// The last line.
#[must_use]
pub fn summary(of: &Summary) -> String {
    json!({"summary": {
        "v": VERSION,
        "incidents": of.incidents,
        "errors": of.errors,
        "warnings": of.warnings,
        "files": of.files,
    }})
    .to_string()
}

fn put_place(object: &mut Map<String, Value>, lines: &Lines<'_>, span: &Span) {
    let (start, end) = (lines.position(span.start), lines.position(span.end));
    for (key, value) in [("line", start.line), ("col", start.column), ("end_line", end.line), ("end_col", end.column)] {
        object.insert(key.to_owned(), json!(value));
    }
}

#[cfg(test)]
mod tests {
    use super::{Summary, json, summary};
    use crate::diag::Diagnostic;

    #[test]
    fn a_finding_is_one_object_with_its_keys_in_order() {
        let finding = Diagnostic::error("duplicate-key", 10..11, "`a` is given twice").with_other(0..1, "first");
        let expected = concat!(
            r#"{"rule":"duplicate-key","level":"error","message":"`a` is given twice","path":"incidents/a.yaml","#,
            r#""line":3,"col":1,"end_line":3,"end_col":2,"field":"","label":"","#,
            r#""labels":[{"line":1,"col":1,"end_line":1,"end_col":2,"text":"first"}],"#,
            r#""help":null,"note":null,"fix":null}"#
        );
        assert_eq!(json(&finding, "incidents/a.yaml", "a: 1\né: \na: 2\n"), expected);
    }

    #[test]
    fn a_message_cannot_leave_its_line() {
        let finding = Diagnostic::warning("odd", 0..0, "a\n\"b\"\u{1b}").with_help("c\u{2028}");
        let line = json(&finding, "a\n.md", "");
        assert!(!line.contains(['\n', '\u{1b}']), "{line}");
        assert!(serde_json::from_str::<serde_json::Value>(&line).is_ok());
    }

    #[test]
    fn the_summary_has_the_version_and_no_timing() {
        let of = Summary { incidents: 14, errors: 2, warnings: 1, files: 2 };
        assert_eq!(summary(&of), r#"{"summary":{"v":1,"incidents":14,"errors":2,"warnings":1,"files":2}}"#);
    }
}

//! What is said of rules beside their findings: `docs/rules.md`, and the long help of `minutebook explain`.

use super::example::findings;
use super::{Check, Example, RULES, Rule};
use crate::diag::{Look, full};

/// The sections of `docs/rules.md`: a heading, what its rules have in common, and which they are.
type Section = (&'static str, &'static str, fn(&Check) -> bool);

const SECTIONS: [Section; 5] = [
    (
        "Reading",
        "Faults of the text itself. A value that cannot be read is not in the record, so these errors cannot be \
         silenced or lowered; warnings can.",
        |check| matches!(check, Check::Reading),
    ),
    ("One record", "What a record says, looked at by itself.", |check| {
        matches!(check, Check::Record(_) | Check::Withheld(_) | Check::Driver)
    }),
    ("All records", "What records say of one another.", |check| matches!(check, Check::Archive(_))),
    ("The config", "What `minutebook.yaml` says.", |check| matches!(check, Check::Config(_))),
    (
        "Today",
        "Looked at by `minutebook check` on a day, never by a build: the same records give the same site.",
        |check| matches!(check, Check::Today(_)),
    ),
];

/// `docs/rules.md`: every rule with its reasons, and with a wrong and a right record.
#[must_use]
pub fn rules_markdown() -> String {
    let mut out = vec![String::from(
        "# Rules\n\nThis file is made from the rules themselves. `minutebook explain NAME` prints one of them.\n\n\
         A rule is named after the fault. `minutebook.yaml` sets its level, `rules: { NAME: allow }`, `warn` or \
         `deny`; a record or an entry silences it with a reason, `allow: { NAME: WHY }`.\n",
    )];
    for (heading, about, belongs) in SECTIONS {
        let rules = || RULES.iter().filter(|rule| belongs(&rule.check));
        out.push(format!("\n## {heading}\n\n{about}\n\n| Rule | Level | Finds |\n| --- | --- | --- |\n"));
        for rule in rules() {
            out.push(format!("| [`{0}`](#{0}) | {1} | {2} |\n", rule.name, rule.level.as_str(), rule.summary));
        }
        for rule in rules() {
            out.push(format!("\n### {}\n\n{}\n\n{}\n", rule.name, rule.why, fenced(&found_in_bad(rule))));
            if let Some(good) = written(rule.good) {
                out.push(format!("\nInstead:\n\n{}\n", fenced(good.trim_end())));
            }
        }
    }
    out.concat()
}

/// The long help of a rule for a terminal: why it is there, what the checker says of a wrong record, a right one.
#[must_use]
pub fn explain(rule: &Rule) -> String {
    let mut out = vec![format!("{}: {}\n\n", rule.name, rule.summary)];
    for line in wrapped(rule.why, WIDTH) {
        out.push(format!("{line}\n"));
    }
    out.push("\nWrong:\n\n".to_owned());
    if let Some(bad) = written(rule.bad) {
        out.push(format!("{}\n", indented(bad.trim_end())));
    }
    out.push(format!("{}\n", indented(&found_in_bad(rule))));
    if let Some(good) = written(rule.good) {
        out.push(format!("\nRight:\n\n{}\n", indented(good.trim_end())));
    }
    out.concat()
}

/// Columns of the reasons in a terminal.
const WIDTH: usize = 80;

/// The findings of a rule in its wrong example, as the checker prints them.
fn found_in_bad(rule: &Rule) -> String {
    let mut drawn = Vec::new();
    for (source, found) in findings(&rule.bad.files()) {
        let own = found.iter().filter(|found| found.rule == rule.name);
        drawn.extend(own.map(|found| full(found, &source.path, &source.text, Look::default())));
    }
    drawn.join("\n\n")
}

/// The text of an example; `None` where it cannot be written down.
fn written(example: Example) -> Option<String> {
    let files = example.files();
    let texts = files.iter().map(|file| (file.path, String::from_utf8_lossy(&file.bytes)));
    match example {
        Example::Bytes(..) | Example::Made(..) => None,
        Example::Files(_) => Some(texts.map(|(path, text)| format!("# {path}\n{text}")).collect::<Vec<_>>().join("\n")),
        _ => Some(texts.map(|(_, text)| text).collect()),
    }
}

/// A block of code, whatever it holds.
fn fenced(text: &str) -> String {
    format!("```text\n{text}\n```")
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!("    {line}") });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// Words in lines of at most so many columns.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

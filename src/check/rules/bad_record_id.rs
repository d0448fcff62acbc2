//! A file or an alias whose name is no id.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::Incident;

pub(super) const RULE: Rule = Rule {
    name: "bad-record-id",
    level: Level::Error,
    summary: "a file or an alias whose name is no id",
    why: "The name of a file is the id of its record, and part of addresses that people type and send: lower-case \
          letters, digits and hyphens, at most 80, with no hyphen at either end. So are aliases.",
    bad: Example::Files(&[(
        "incidents/Checkout_502.yaml",
        "\
title: Checkout returns 502 # <-
status: active
severity: sev2
",
    )]),
    good: Example::Files(&[(
        "incidents/checkout-502.yaml",
        "\
title: Checkout returns 502
status: active
severity: sev2
",
    )]),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Incident { id, aliases, .. } = subject.incident;
    let aliases = aliases.iter().enumerate().map(|(i, alias)| (format!("aliases[{i}]"), alias));
    for (path, id) in [(String::new(), id)].into_iter().chain(aliases).filter(|(_, id)| !is_id(id)) {
        let what = if path.is_empty() { "the name of the file" } else { "the alias" };
        let finding = findings.at(path, format!("{what}, `{id}`, is no id"));
        let better = better(id);
        finding.help(if is_id(&better) {
            format!("call it `{better}`")
        } else {
            "use lower-case letters, digits and hyphens, such as `2026-11-23-checkout-502`".to_owned()
        });
    }
}

fn is_id(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    (1..=80).contains(&id.len())
        && id.bytes().all(|byte| is_plain(byte) || byte == b'-')
        && !id.starts_with('-')
        && !id.ends_with('-')
}

/// The nearest thing to an id.
fn better(id: &str) -> String {
    let lower = id.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

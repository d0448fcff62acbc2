//! A severity that is not on the scale.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-severity",
    level: Level::Error,
    summary: "a severity that is not on the scale",
    why: "Severities are words of one ordered scale, `sev1` to `sev4` unless the config says otherwise. What is not on \
          it can be neither sorted nor counted.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev-2 # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(severity) = subject.incident.severity.as_ref().and_then(|severity| severity.value.as_ref()) else {
        return;
    };
    if subject.config.rank(severity).is_some() {
        return;
    }
    let scale = subject.config.severities.iter().map(|step| step.id.as_str());
    let words: Vec<String> = scale.clone().map(|word| format!("`{word}`")).collect();
    let finding = findings.at("severity", format!("unknown severity `{severity}`"));
    finding.label("not on the scale");
    let by_name = subject.config.severities.iter().find(|step| {
        step.name.eq_ignore_ascii_case(severity)
            || step.id.trim_start_matches(|c: char| !c.is_ascii_digit()) == *severity
    });
    if let Some(step) = by_name {
        finding.help(format!("did you mean `{}`?", step.id));
        return;
    }
    finding.meant(severity, scale, format!("the scale is {}", words.join(", ")));
}

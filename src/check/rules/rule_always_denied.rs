//! A level for a fault that cannot be let pass.

use crate::audience::Withheld;
use crate::check::{Check, Example, Findings, Rule};
use crate::config::{Config, RuleLevel};
use crate::diag::Level;
use crate::model::words::Word;

pub(super) const RULE: Rule = Rule {
    name: "rule-always-denied",
    level: Level::Warning,
    summary: "a level for a fault that cannot be let pass",
    why: "What the reader could not read is not in the record, so its faults stay errors whatever the config says. To \
          let one pass would publish a record with a hole.",
    bad: Example::Config(
        "\
title: Incidents
rules:
  clock-without-date: warn # <-
",
    ),
    good: Example::Config(
        "\
title: Incidents
rules:
  zone-contradicts-date: allow
",
    ),
    check: Check::Config(check),
};

fn check(config: &Config, _: &Withheld, findings: &mut Findings) {
    for (name, level) in config.rules.iter().filter(|(_, level)| **level != RuleLevel::Deny) {
        let is_fixed = |rule: &&Rule| matches!(rule.check, Check::Reading) && rule.level == Level::Error;
        let Some(rule) = crate::check::rule(name).filter(is_fixed) else { continue };
        let finding = findings.at(format!("rules.{name}"), format!("`{}` is always an error", rule.name));
        finding.label(format!("`{}` changes nothing", level.as_str()));
        finding.help("take the line out");
        finding.note("what the reader could not read is not in the record");
    }
}

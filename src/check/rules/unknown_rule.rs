//! A level for a rule that there is none of.

use crate::audience::Withheld;
use crate::check::RULES;
use crate::check::{Check, Example, Findings, Rule};
use crate::config::Config;
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-rule",
    level: Level::Error,
    summary: "a level for a rule that there is none of",
    why: "A misspelt name under `rules` would leave the rule at its own level, and nobody would know.",
    bad: Example::Config(
        "\
title: Incidents
rules:
  unsorced-entry: deny # <-
",
    ),
    good: Example::Config(
        "\
title: Incidents
rules:
  unsourced-entry: deny
",
    ),
    check: Check::Config(check),
};

fn check(config: &Config, _: &Withheld, findings: &mut Findings) {
    for name in config.rules.keys().filter(|name| crate::check::rule(name).is_none()) {
        let finding = findings.at(format!("rules.{name}"), format!("no rule is called `{name}`"));
        finding.at_key().meant(name, RULES.iter().map(|rule| rule.name), "see `docs/rules.md` for their names");
    }
}

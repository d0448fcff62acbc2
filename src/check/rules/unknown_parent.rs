//! A component that is part of one which is not there.

use crate::audience::Withheld;
use crate::check::{Check, Example, Findings, Rule};
use crate::config::Config;
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-parent",
    level: Level::Error,
    summary: "a component that is part of one which is not there",
    why: "Components are listed below the one that they are part of. One whose parent is not in the config would be \
          listed nowhere.",
    bad: Example::Config(
        "\
title: Incidents
components:
  shop: { name: Shop }
  checkout: { name: Checkout, parent: shopp } # <-
",
    ),
    good: Example::Config(
        "\
title: Incidents
components:
  shop: { name: Shop }
  checkout: { name: Checkout, parent: shop }
",
    ),
    check: Check::Config(check),
};

fn check(config: &Config, _: &Withheld, findings: &mut Findings) {
    let known: Vec<&str> = config.components.iter().map(|component| component.id.as_str()).collect();
    for component in &config.components {
        let Some(parent) = component.parent.as_deref().filter(|parent| !known.contains(parent)) else { continue };
        let path = format!("components.{}.parent", component.id);
        let finding = findings.at(path, format!("unknown component `{parent}`"));
        finding.meant(parent, known.iter().copied(), format!("add it: `{parent}: {{ name: … }}`"));
    }
}

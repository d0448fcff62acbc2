//! A group at the end of a line without its other bracket. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "group-not-closed",
    level: Level::Error,
    summary: "a group at the end of a line with a bracket missing or of the wrong kind",
    why: "`[…]` at the end of a line names sources, `{…}` milestones. Without its other bracket, or in parentheses, a \
          group is text, and the milestone or source is lost.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the pool. {impact_start # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the pool. {impact_start}
",
    ),
    check: Check::Reading,
};

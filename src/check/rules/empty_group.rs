//! Brackets at the end of a line with nothing in them. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "empty-group",
    level: Level::Error,
    summary: "brackets at the end of a line with nothing in them",
    why: "`[…]` at the end of a line holds the keys of sources, `{…}` milestones. Empty, they are mostly a place that \
          was to be filled in.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - \"2026-11-23 14:02 Deploy 4711 halves the connection pool. []\" # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool.
",
    ),
    check: Check::Reading,
};

//! An entry without a time. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "at-missing",
    level: Level::Error,
    summary: "an entry without a time",
    why: "The timeline is a list of times. What is known only roughly can be said roughly: `about 14:06`, \
          `14:00..14:20`, `before 15:00`, `2026-11-23`; and where nothing is known, `unknown`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - text: Deploy 4711 halves the connection pool. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: unknown
    text: Deploy 4711 halves the connection pool.
",
    ),
    check: Check::Reading,
};

//! Times that are tied to one another in a ring. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "tie-cycle",
    level: Level::Error,
    summary: "times that are tied to one another in a ring",
    why: "A tied time, such as `down +11m`, needs a time that stands by itself at the end of the chain. In a ring \
          there is none.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: up -11m # <-
    text: Deploy 4711 halves the connection pool.
    id: down
  - at: down +11m
    text: Deploy 4711 is rolled back.
    id: up
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 14:02
    text: Deploy 4711 halves the connection pool.
    id: down
  - at: down +11m
    text: Deploy 4711 is rolled back.
    id: up
",
    ),
    check: Check::Reading,
};

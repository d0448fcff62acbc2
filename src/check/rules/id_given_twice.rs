//! One id for two entries. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "id-given-twice",
    level: Level::Error,
    summary: "one id for two entries",
    why: "Times and segments refer to an entry by its id, as in `down +11m`. With two of that name nobody could say \
          which is meant.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 14:02
    text: Deploy 4711 halves the connection pool.
    id: deploy
  - at: 14:20
    text: Deploy 4711 is rolled back.
    id: deploy # <-
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
    id: deploy
  - at: 14:20
    text: Deploy 4711 is rolled back.
    id: rollback
",
    ),
    check: Check::Reading,
};

//! An id that no time can be tied to. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "bad-id",
    level: Level::Error,
    summary: "an id that no time can be tied to",
    why: "Other times are tied to an entry by its id, as in `down +11m`. So that the id can be told from the words \
          around it, it is a lower-case letter, then letters, digits, `_` or `-`, and none of the words that times are \
          written with.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 14:02
    text: Deploy 4711 halves the connection pool.
    id: Deploy 4711 # <-
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
    id: deploy-4711
",
    ),
    check: Check::Reading,
};

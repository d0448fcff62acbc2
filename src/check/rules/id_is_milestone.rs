//! An id that is the name of a milestone which the entry is not. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "id-is-milestone",
    level: Level::Error,
    summary: "an id that is the name of a milestone which the entry is not",
    why: "Names of milestones stand for the time at which each passed. An entry may bear such a name as its id only if \
          it is that milestone.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2026-11-23 14:02
    text: Deploy 4711 halves the connection pool.
    id: trigger # <-
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
    id: trigger
    milestone: trigger
",
    ),
    check: Check::Reading,
};

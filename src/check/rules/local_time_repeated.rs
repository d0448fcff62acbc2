//! A local time that exists twice. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "local-time-repeated",
    level: Level::Error,
    summary: "a local time that exists twice",
    why: "When clocks are turned back, an hour passes twice. Which of the two is meant changes every length of time \
          around it by an hour, so it is not guessed: an offset says which.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: Europe/Berlin
timeline:
  - 2026-10-25 02:30 Deploy 4711 halves the connection pool. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: Europe/Berlin
timeline:
  - 2026-10-25 02:30 +01:00 Deploy 4711 halves the connection pool.
",
    ),
    check: Check::Reading,
};

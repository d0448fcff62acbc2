//! A local time that does not exist. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "local-time-skipped",
    level: Level::Error,
    summary: "a local time that does not exist",
    why: "When clocks are put forward, an hour is left out: no clock in that zone showed this time. Mostly the time \
          was taken from a log in another zone.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: Europe/Berlin
timeline:
  - 2026-03-29 02:30 Deploy 4711 halves the connection pool. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: Europe/Berlin
timeline:
  - 2026-03-29 02:30 UTC Deploy 4711 halves the connection pool.
",
    ),
    check: Check::Reading,
};

//! A clock time that no date stands above. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "clock-without-date",
    level: Level::Error,
    summary: "a clock time that no date stands above",
    why: "Clock times take the date written last above them in the timeline, so the first one needs a date of its own; \
          so does every clock time outside the timeline. Of a run of such times the first is told.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 14:02 Deploy 4711 halves the connection pool. # <-
  - 14:06 The synthetic check pages the on-call.
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool.
  - 14:06 The synthetic check pages the on-call.
",
    ),
    check: Check::Reading,
};

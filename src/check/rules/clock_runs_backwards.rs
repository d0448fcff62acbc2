//! A clock time without a date that is earlier than the one above it. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "clock-runs-backwards",
    level: Level::Error,
    summary: "a clock time without a date that is earlier than the one above it",
    why: "A clock time alone is of the day of the entries above it. When it is earlier than they are, either midnight \
          has passed and the new date is missing, or the entry stands in the wrong place. Nobody but the writer can \
          tell which.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 23:50 Deploy 4711 halves the connection pool.
  - 00:10 The synthetic check pages the on-call. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 23:50 Deploy 4711 halves the connection pool.
  - 2026-11-24 00:10 The synthetic check pages the on-call.
",
    ),
    check: Check::Reading,
};

//! A date that is in no calendar. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "no-such-date",
    level: Level::Error,
    summary: "a date that is in no calendar",
    why: "Mostly a 31st of a month with 30 days, a 29th of February, or a slip of one digit. Month and day have two \
          digits each.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-02-29 14:02 Deploy 4711 halves the connection pool. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-02-28 14:02 Deploy 4711 halves the connection pool.
",
    ),
    check: Check::Reading,
};

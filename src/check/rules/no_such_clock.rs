//! A clock time that no clock shows. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "no-such-clock",
    level: Level::Error,
    summary: "a clock time that no clock shows",
    why: "Hours go from 0 to 23 and minutes and seconds to 59. The end of a day is `00:00` of the next one; a leap \
          second is written `23:59:59`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 24:00 Deploy 4711 halves the connection pool. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-24 00:00 Deploy 4711 halves the connection pool.
",
    ),
    check: Check::Reading,
};

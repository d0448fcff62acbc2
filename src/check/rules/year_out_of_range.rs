//! A year before 1900 or after 2200. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "year-out-of-range",
    level: Level::Error,
    summary: "a year before 1900 or after 2200",
    why: "Written years go from 1900 to 2200, and what a tie or a width makes of them from 1899 to 2201. Four digits \
          without a colon are read as a year: a clock time is `18:59`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 1859 Errors rise. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 18:59 Errors rise.
",
    ),
    check: Check::Reading,
};

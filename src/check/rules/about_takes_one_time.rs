//! `about` before a range. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "about-takes-one-time",
    level: Level::Error,
    summary: "`about` before a range",
    why: "A range already says how uncertain a time is: it lies somewhere between its two ends. `about` says the same \
          of one time, so only one of the two is needed.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - about 2026-11-23 14:02..14:10 Errors rise. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02..14:10 Errors rise.
",
    ),
    check: Check::Reading,
};

//! A time that cannot be read. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "time-not-understood",
    level: Level::Error,
    summary: "a time that cannot be read",
    why: "A line begins with its time, always. Uncertainty has its own words: `about 14:02`, `14:00..14:20`, `before \
          15:00`, `by 15:00`, `after 14:00`, `down +11m`, `2026-11`, `unknown`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - around 14:02 Errors rise. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - about 2026-11-23 14:02 Errors rise.
",
    ),
    check: Check::Reading,
};

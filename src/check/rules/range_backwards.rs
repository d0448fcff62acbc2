//! A range that ends before it starts. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "range-backwards",
    level: Level::Error,
    summary: "a range that ends before it starts",
    why: "A range is written from its earlier end to its later one. If midnight lies between, the later end needs its \
          date: `2026-11-23 23:50..2026-11-24 00:10`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:20..14:02 Errors rise. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02..14:20 Errors rise.
",
    ),
    check: Check::Reading,
};

//! A range written with a dash or with words. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "range-without-dots",
    level: Level::Error,
    summary: "a range written with a dash or with words",
    why: "A range of times is written with two dots: `18:45..19:00`. A dash is an offset from UTC to some readers and \
          a range to others.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02-14:20 Errors rise. # <-
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

//! A width after a time without `about`. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "width-without-about",
    level: Level::Error,
    summary: "a width after a time without `about`",
    why: "`±` says how far a time may be off, and `about` that it may be off at all. One without the other leaves open \
          which was meant.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 ±5m Errors rise. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - about 2026-11-23 14:02 ±5m Errors rise.
",
    ),
    check: Check::Reading,
};

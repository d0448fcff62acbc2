//! A width that does not fit its time. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "about-width",
    level: Level::Error,
    summary: "a width that does not fit its time",
    why: "The width after `±` is counted in units of the time: whole days for a day, minutes or seconds for a clock \
          time. A month or a year is as wide as it is; where more is known, write a range.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - about 2026-11 ±3d The pool size is set. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-20..2026-11-26 The pool size is set.
",
    ),
    check: Check::Reading,
};

//! A number beyond 2⁵³ − 1. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "number-too-large",
    level: Level::Error,
    summary: "a number beyond 2⁵³ − 1",
    why: "Larger numbers are not the same in every program that reads the published data.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
impact:
  measures:
    - name: orders lost
      value: 9_007_199_254_740_992 # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
impact:
  measures:
    - name: orders lost
      value: 9_007_199_254_740_991
",
    ),
    check: Check::Reading,
};

//! A number that cannot be read. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "number-not-understood",
    level: Level::Error,
    summary: "a number that cannot be read",
    why: "Numbers are digits, with `_` between thousands where that helps, a point before decimals, and the suffixes \
          `k`, `M` and `B`. Uncertainty has its words: `about`, `over`, `under`, `at least`, `at most`, `a..b`, \
          `unknown`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
impact:
  measures:
    - name: orders lost
      value: dozens # <-
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
      value: 24..60
",
    ),
    check: Check::Reading,
};

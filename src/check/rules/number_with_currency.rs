//! A currency in a number. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "number-with-currency",
    level: Level::Error,
    summary: "a currency in a number",
    why: "A number stands alone, so that it can be added up; its currency is the `unit`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
impact:
  measures:
    - name: orders lost
      value: 440M USD # <-
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
      value: 440M
      unit: USD
",
    ),
    check: Check::Reading,
};

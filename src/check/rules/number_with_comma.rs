//! A comma in a number. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "number-with-comma",
    level: Level::Error,
    summary: "a comma in a number",
    why: "A comma means thousands to some readers and decimals to others, so it is not read. `_` may stand between \
          thousands, and decimals take a point.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
impact:
  measures:
    - name: orders lost
      value: \"1,200\" # <-
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
      value: 1_200
",
    ),
    check: Check::Reading,
};

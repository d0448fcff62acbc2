//! `about 0` without a width. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "about-needs-width",
    level: Level::Error,
    summary: "`about 0` without a width",
    why: "How far `about` reaches is told from the last digit that is not 0: `about 8.5M` is off by at most half of \
          its last digit. Nothing has none, so a width is written.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
impact:
  measures:
    - name: orders lost
      value: about 0 # <-
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
      value: about 0 ±3
",
    ),
    check: Check::Reading,
};

//! A word given twice where once is meant. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "given-twice",
    level: Level::Error,
    summary: "a word given twice where once is meant",
    why: "A source or a milestone at the end of a line, or a key in the parenthesis of a remediation item, counts \
          once. The second is mostly a slip for another.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:06 The synthetic check pages. {detected, detected} # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:06 The synthetic check pages. {detected, acknowledged}
",
    ),
    check: Check::Reading,
};

//! A milestone within a line. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "milestone-not-at-end",
    level: Level::Error,
    summary: "a milestone within a line",
    why: "Milestones are read at the very end of a line, so that braces within the text stay text. One that stands \
          elsewhere would be lost without a word.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:06 {detected} The synthetic check pages the on-call. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:06 The synthetic check pages the on-call. {detected}
",
    ),
    check: Check::Reading,
};

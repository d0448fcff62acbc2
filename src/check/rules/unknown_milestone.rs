//! A milestone that there is none of. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-milestone",
    level: Level::Error,
    summary: "a milestone that there is none of",
    why: "Lengths of time are measured between milestones, so a misspelt one would leave a metric out. Braces that \
          hold no milestone go within the text, or are written `\\{`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:06 The synthetic check pages the on-call. {detcted} # <-
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

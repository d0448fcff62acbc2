//! A milestone in two places. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "milestone-given-twice",
    level: Level::Error,
    summary: "a milestone in two places",
    why: "Every length of time is measured between milestones, so each stands in one place: on the entry that is it, \
          or under `timestamps` where no entry is.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timestamps:
  detected: 2026-11-23 14:05
timeline:
  - 2026-11-23 14:06 The synthetic check pages the on-call. {detected} # <-
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

//! A zone behind a day. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "zone-without-clock",
    level: Level::Error,
    summary: "a zone behind a day",
    why: "Days, months and years are those of the record's zone; a zone of its own belongs to a clock time. The clock \
          time was forgotten, or the zone is not needed.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 UTC Errors rise. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 UTC Errors rise.
",
    ),
    check: Check::Reading,
};

//! An abbreviation of another zone than the record's. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "zone-not-of-record",
    level: Level::Error,
    summary: "an abbreviation of another zone than the record's",
    why: "One abbreviation stands for several zones: `CST` is Chicago, Shanghai or Havana. So only those of the \
          record's own zone are read; for others an offset or the name of the zone is written.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: Europe/Berlin
timeline:
  - 2026-11-23 08:02 EST Errors rise. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: Europe/Berlin
timeline:
  - 2026-11-23 08:02 America/New_York Errors rise.
",
    ),
    check: Check::Reading,
};

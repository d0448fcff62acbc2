//! A zone that was not in force on that day. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "zone-contradicts-date",
    level: Level::Warning,
    summary: "a zone that was not in force on that day",
    why: "The abbreviation of a zone says whether summer time holds. In the wrong season the local time stands as it \
          is written, and somebody should look whether the clock or the abbreviation is the mistake.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: America/New_York
timeline:
  - 2026-07-02 19:19 EST Errors rise. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: America/New_York
timeline:
  - 2026-07-02 19:19 EDT Errors rise.
",
    ),
    check: Check::Reading,
};

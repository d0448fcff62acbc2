//! A time with am or pm. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "twelve-hour-clock",
    level: Level::Error,
    summary: "a time with am or pm",
    why: "Records use the 24-hour clock: `2:02 pm` is `14:02`. A forgotten `pm` would put an entry twelve hours off.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 2:02 pm Errors rise. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Errors rise.
",
    ),
    check: Check::Reading,
};

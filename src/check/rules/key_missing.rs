//! A map without the key that it is about. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "key-missing",
    level: Level::Error,
    summary: "a map without the key that it is about",
    why: "Some maps mean nothing without one of their keys: a measure without a value, a correction that does not say \
          what was corrected.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
corrections:
  - at: 2026-11-25 # <-
    why: The clock of one host was fast.
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
corrections:
  - at: 2026-11-25
    what: The start is 14:02, not 14:05.
    why: The clock of one host was fast.
",
    ),
    check: Check::Reading,
};

//! Text where a map or list is asked for, or the reverse. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "wrong-type",
    level: Level::Error,
    summary: "text where a map or list is asked for, or the reverse",
    why: "Each key takes text, a list or a map. Something else in its place cannot be read, and mostly comes of an \
          indentation that is one step off.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
actors: contractor # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: contractor }
",
    ),
    check: Check::Reading,
};

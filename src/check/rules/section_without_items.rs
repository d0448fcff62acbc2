//! A section that should hold items and holds none. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "section-without-items",
    level: Level::Error,
    summary: "a section that should hold items and holds none",
    why: "`## Timeline` and `## Remediation` are read item by item, from a list or a table. Prose alone under such a \
          heading would leave the timeline empty.",
    bad: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Timeline # <-

At two in the afternoon everything broke.
",
    ),
    good: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Timeline

- 2026-11-23 14:02 Everything breaks.
",
    ),
    check: Check::Reading,
};

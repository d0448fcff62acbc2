//! A day that stands in a heading of the timeline. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "date-in-heading",
    level: Level::Error,
    summary: "a day that stands in a heading of the timeline",
    why: "Headings in a timeline are for readers; entries take their day from the entries above. So that a moved entry \
          does not change its day in silence, the day is written in the line.",
    bad: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Timeline

### 2026-11-23 # <-

- 2026-11-23 14:02 Deploy 4711 halves the pool.
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

- 2026-11-23 14:02 Deploy 4711 halves the pool.
",
    ),
    check: Check::Reading,
};

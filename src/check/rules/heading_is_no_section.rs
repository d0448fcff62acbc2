//! A heading that was meant to open a section. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "heading-is-no-section",
    level: Level::Warning,
    summary: "a heading that was meant to open a section",
    why: "Only level 2 headings of a known name are keys of the record; all else stays Markdown. A misspelt `## Timline`, \
          or one of another level, leaves the whole section unread.",
    bad: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

### Timeline # <-

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

//! A heading with nothing under it. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "empty-section",
    level: Level::Warning,
    summary: "a heading with nothing under it",
    why: "A section that is a key, such as `## Impact`, counts as left out while nothing stands under it. A page would \
          show a heading and a gap.",
    bad: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Trigger # <-

## Resolution

Deploy 4711 was rolled back.
",
    ),
    good: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Trigger

Deploy 4711.

## Resolution

Deploy 4711 was rolled back.
",
    ),
    check: Check::Reading,
};

//! A line of the timeline that begins with no bullet of Markdown. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "entry-without-bullet",
    level: Level::Error,
    summary: "a line of the timeline whose bullet is none in Markdown",
    why: "Items of a list begin with `- `. A dash from a word processor, a `•`, or a `-` without a space behind it makes \
          the line text of the entry above it, or of the body, and the timeline lacks the entry.",
    bad: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Timeline

- 2026-11-23 14:02 Deploy 4711 halves the pool.
– 14:06 The synthetic check pages the on-call. # <-
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
- 14:06 The synthetic check pages the on-call.
",
    ),
    check: Check::Reading,
};

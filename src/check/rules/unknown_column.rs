//! A column of a table that stands for no key. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-column",
    level: Level::Error,
    summary: "a column of a table that stands for no key",
    why: "The heading of a column says which key its cells give. Cells of a column that is not known would be lost, so \
          the fault is told instead.",
    bad: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Timeline

| Time | Event | Mood | # <-
| --- | --- | --- |
| 2026-11-23 14:02 | Deploy 4711 halves the pool. | calm |
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

| Time | Event |
| --- | --- |
| 2026-11-23 14:02 | Deploy 4711 halves the pool, calmly. |
",
    ),
    check: Check::Reading,
};

//! A table without the column that matters. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "column-missing",
    level: Level::Error,
    summary: "a table without the column that matters",
    why: "A timeline needs a column that says what happened, and remediation one that says what is to be done. In a \
          timeline of two columns the second is that one, whatever its heading; with more, the heading decides.",
    bad: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Timeline

| Time | Kind | Id | # <-
| --- | --- | --- |
| 2026-11-23 14:02 | deploy | down |
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

| Time | Kind | Event |
| --- | --- | --- |
| 2026-11-23 14:02 | deploy | Deploy 4711 halves the pool. |
",
    ),
    check: Check::Reading,
};

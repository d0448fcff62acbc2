//! Two columns of a table with one meaning. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "column-given-twice",
    level: Level::Error,
    summary: "two columns of a table with one meaning",
    why: "Each column of a timeline or of the remediation gives one key, and `What` and `Description` give the same \
          one. What the second column says would be lost.",
    bad: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Timeline

| Time | What | Details | # <-
| --- | --- | --- |
| 2026-11-23 14:02 | Deploy 4711 | It halves the pool. |
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

| Time | What |
| --- | --- |
| 2026-11-23 14:02 | Deploy 4711: it halves the pool. |
",
    ),
    check: Check::Reading,
};

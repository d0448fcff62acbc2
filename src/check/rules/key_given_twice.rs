//! A key in the front matter and as a section, or in two sections. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "key-given-twice",
    level: Level::Error,
    summary: "a key in the front matter and as a section, or in two sections",
    why: "A summary may stand in the front matter or under `## Summary`. In both places, one of them would not be \
          shown, and nobody would know which is the true one.",
    bad: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
summary: The pool was too small.
---

## Summary # <-

The pool was halved.
",
    ),
    good: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

## Summary

The pool was halved.
",
    ),
    check: Check::Reading,
};

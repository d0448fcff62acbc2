//! Front matter without an end. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "front-matter-not-closed",
    level: Level::Error,
    summary: "front matter without an end",
    why: "A `.md` record begins with a line `---`, the keys, and another line `---`; the Markdown follows. Without the \
          second line everything would be keys.",
    bad: Example::Markdown(
        "\
--- # <-
title: Checkout returns 502
status: active
severity: sev2

Checkout fails.
",
    ),
    good: Example::Markdown(
        "\
---
title: Checkout returns 502
status: active
severity: sev2
---

Checkout fails.
",
    ),
    check: Check::Reading,
};

//! A `.md` record that does not begin with its keys. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "no-front-matter",
    level: Level::Error,
    summary: "a `.md` record that does not begin with its keys",
    why: "The keys of a Markdown record, `title` and `status` first, stand between two lines `---` at the very top. \
          Text before them hides them.",
    bad: Example::Markdown(
        "\
# Checkout returns 502 # <-

---
title: Checkout returns 502
status: active
severity: sev2
---

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

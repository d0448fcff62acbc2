//! A YAML tag. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "tag",
    level: Level::Error,
    summary: "a YAML tag",
    why: "Records use no tags: every value is text, and what it means is decided by its key. Text that begins with `!` \
          needs quotes.",
    bad: Example::Yaml(
        "\
title: !important Checkout returns 502 # <-
status: active
severity: sev2
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
",
    ),
    check: Check::Reading,
};

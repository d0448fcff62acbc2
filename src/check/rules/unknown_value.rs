//! A word that is not in its list. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-value",
    level: Level::Error,
    summary: "a word that is not in its list",
    why: "Some keys take words of a fixed list, so that records can be counted and compared. `minutebook explain \
          unknown-value` shows no list; the help at each place does.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: actve # <-
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

//! A count below nothing. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "count-negative",
    level: Level::Error,
    summary: "a count below nothing",
    why: "Followers and accounts are counted, and there cannot be fewer than none. A measure may be negative.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  accounts:
    account: { handle: \"@example\", followers: -3 } # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  accounts:
    account: { handle: \"@example\", followers: 3 }
",
    ),
    check: Check::Reading,
};

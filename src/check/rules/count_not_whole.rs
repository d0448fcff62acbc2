//! A count that is not whole. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "count-not-whole",
    level: Level::Error,
    summary: "a count that is not whole",
    why: "Followers and accounts are counted in whole numbers. A suffix counts too: `41.7M` is whole, `1.5` is not.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  accounts:
    account: { handle: \"@example\", followers: 1.5 } # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  accounts:
    account: { handle: \"@example\", followers: 1.5k }
",
    ),
    check: Check::Reading,
};

//! A percentage where a count is asked for. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "percent-not-allowed",
    level: Level::Error,
    summary: "a percentage where a count is asked for",
    why: "Followers and accounts are counted, since a share of something unknown cannot be added up. A measure, or the \
          `impact` of an entry, may be a percentage.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  accounts:
    account: { handle: \"@example\", followers: \"90%\" } # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
affected:
  accounts:
    account: { handle: \"@example\", followers: 12_000 }
",
    ),
    check: Check::Reading,
};

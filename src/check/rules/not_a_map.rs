//! A file that is not made of keys and values. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "not-a-map",
    level: Level::Error,
    summary: "a file that is not made of keys and values",
    why: "A record is a list of `key: value`, beginning with `title:`. A dash before the first key makes a list of it.",
    bad: Example::Yaml(
        "\
- title: Checkout returns 502 # <-
  status: active
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

//! A key that is not known here. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-key",
    level: Level::Error,
    summary: "a key that is not known here",
    why: "A misspelt key would be left out without a word. What the program need not know has its place below `ext`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
sumary: A halved connection pool starved checkout. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
summary: A halved connection pool starved checkout.
",
    ),
    check: Check::Reading,
};

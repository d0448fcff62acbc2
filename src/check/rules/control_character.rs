//! A control character. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "control-character",
    level: Level::Error,
    summary: "a character that moves a terminal and shows nothing",
    why: "No text of a record holds one, neither as it is nor as an escape such as `\\u001b`. It mostly comes from \
          output copied with its colours, and would reach pages and terminals. Tabs and line breaks are fine.",
    bad: Example::Yaml(
        "\
title: \"Checkout \\u001b[31mreturns 502\" # <-
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

//! A control character. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "control-character",
    level: Level::Error,
    summary: "a character that shows nothing, and moves a terminal or turns words around",
    why: "No text of a record holds one, neither as it is nor as an escape such as `\\u001b`. It mostly comes from \
          output copied with its colours, and would reach pages and terminals. What overrides the direction of words \
          (U+202A to U+202E, U+2066 to U+2069) counts, since it shows them in another order than they are written \
          in. Tabs, line breaks and the marks U+200E and U+200F are fine.",
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

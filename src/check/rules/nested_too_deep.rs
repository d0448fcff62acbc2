//! Lists and maps nested more than 32 deep. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "nested-too-deep",
    level: Level::Error,
    summary: "lists and maps nested more than 32 deep",
    why: "No record needs half of that. Brackets in such numbers are a mistake or an attack on the reader.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
ext: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]] # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
ext: [[[]]]
",
    ),
    check: Check::Reading,
};

//! A key given twice in one map. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "duplicate-key",
    level: Level::Error,
    summary: "a key given twice in one map",
    why: "Readers of YAML disagree which of two equal keys counts, so neither does without a word: the first is taken, \
          and the second is a fault.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
severity: sev3 # <-
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

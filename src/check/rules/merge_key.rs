//! A YAML merge key. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "merge-key",
    level: Level::Error,
    summary: "a YAML merge key",
    why: "Records use no merge keys: somebody who reads a record at three in the morning should see each value where \
          it counts.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
<<: { severity: sev2 } # <-
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

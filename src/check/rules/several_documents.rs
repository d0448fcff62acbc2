//! A second YAML document in one file. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "several-documents",
    level: Level::Error,
    summary: "a second YAML document in one file",
    why: "One incident is one file, so that its name is its id and git shows its history. A line `---` begins another \
          document.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
--- # <-
title: Search is slow
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

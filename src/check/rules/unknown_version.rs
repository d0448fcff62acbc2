//! A version of the format that is not known. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-version",
    level: Level::Error,
    summary: "a version of the format that is not known",
    why: "There is one version of the format, `1`. A file that asks for another was written for a newer program, which \
          may mean other things by the same words.",
    bad: Example::Yaml(
        "\
minutebook: 2 # <-
title: Checkout returns 502
status: active
severity: sev2
",
    ),
    good: Example::Yaml(
        "\
minutebook: 1
title: Checkout returns 502
status: active
severity: sev2
",
    ),
    check: Check::Reading,
};

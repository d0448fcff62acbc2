//! A YAML alias. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "alias",
    level: Level::Error,
    summary: "a YAML alias",
    why: "Records use no anchors and aliases: somebody who reads a record at three in the morning should see each \
          value where it counts. Text that begins with `*` needs quotes.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
kind: *usual # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
kind: availability
",
    ),
    check: Check::Reading,
};

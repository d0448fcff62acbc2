//! A key that is no word. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "key-not-text",
    level: Level::Error,
    summary: "a key that is no word",
    why: "YAML allows lists and maps as keys. Records have words only; a bracket at the start of a line is mostly text \
          that lacks its quotes.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
[kind]: availability # <-
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

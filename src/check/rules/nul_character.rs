//! A NUL character. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "nul-character",
    level: Level::Error,
    summary: "a NUL character",
    why: "No text holds one. It is mostly a sign of a file that was saved as UTF-16, or cut off by a crash.",
    bad: Example::Bytes(b"title: Checkout\0 returns 502\nstatus: active\nseverity: sev2\n", 1),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
",
    ),
    check: Check::Reading,
};

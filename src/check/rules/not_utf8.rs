//! A file that is not UTF-8. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "not-utf8",
    level: Level::Error,
    summary: "a file that is not UTF-8",
    why: "Text is read as UTF-8 alone. Guessing another encoding would turn names and words into others without a \
          word.",
    bad: Example::Bytes(b"title: Caf\xe9 returns 502\nstatus: active\nseverity: sev2\n", 1),
    good: Example::Yaml(
        "\
title: Café returns 502
status: active
severity: sev2
",
    ),
    check: Check::Reading,
};

//! A text of more than 256 KiB. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "scalar-too-long",
    level: Level::Error,
    summary: "a text of more than 256 KiB",
    why: "That is a book. Logs and dumps belong into files that the record links to.",
    bad: Example::Made(too_long, 4),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
",
    ),
    check: Check::Reading,
};

fn too_long() -> Vec<u8> {
    let text = "a".repeat(crate::source::limits::SCALAR_BYTES + 1);
    format!("title: Checkout returns 502\nstatus: active\nseverity: sev2\nsummary: {text}\n").into_bytes()
}

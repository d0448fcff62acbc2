//! A file of more than 20 000 values and keys. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "too-many-nodes",
    level: Level::Error,
    summary: "a file of more than 20 000 values and keys",
    why: "A record is a page of text. What is a hundred times larger is an export or a mistake; it would make every \
          build slow.",
    bad: Example::Made(too_many, 4),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
",
    ),
    check: Check::Reading,
};

fn too_many() -> Vec<u8> {
    let tags = "a, ".repeat(crate::source::limits::NODES);
    format!("title: Checkout returns 502\nstatus: active\nseverity: sev2\ntags: [{tags}]\n").into_bytes()
}

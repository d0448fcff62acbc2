//! A file of more than one mebibyte. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "file-too-large",
    level: Level::Error,
    summary: "a file of more than one mebibyte",
    why: "A record is a page of text. What is a thousand times larger is a log, or a mistake; it would make every \
          build slow.",
    bad: Example::Made(too_large, 1),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
",
    ),
    check: Check::Reading,
};

fn too_large() -> Vec<u8> {
    vec![b'#'; crate::source::limits::FILE_BYTES + 1]
}

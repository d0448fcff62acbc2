//! A timeline of more than 5 000 entries. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;
use crate::model::record::MOST_ENTRIES;

pub(super) const RULE: Rule = Rule {
    name: "too-many-entries",
    level: Level::Error,
    summary: "a timeline of more than 5 000 entries",
    why: "A timeline is read from top to bottom. One of thousands of rows is a log; it belongs beside the record, as a \
          source that the entries which matter cite.",
    bad: Example::Made(too_many, 4 + MOST_ENTRIES + 1),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool.
",
    ),
    check: Check::Reading,
};

fn too_many() -> Vec<u8> {
    let entries = "  - 2026-11-23 14:02 A line of the log.\n".repeat(MOST_ENTRIES + 1);
    format!("title: Checkout returns 502\nstatus: active\nseverity: sev2\ntimeline:\n{entries}").into_bytes()
}

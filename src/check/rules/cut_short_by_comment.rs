//! A text that YAML ends at a `#`. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "cut-short-by-comment",
    level: Level::Error,
    summary: "a text that YAML ends at a `#`",
    why: "For YAML, a space and a `#` begin a comment, so what follows is not part of the text: `Ticket #4711` is \
          `Ticket`. Nothing would show that it is gone. Quotes keep it; a true comment goes on a line of its own, or, \
          except in the lines of a list, behind a `#` and a space.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Ticket #4711 is opened. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - \"2026-11-23 14:02 Ticket #4711 is opened.\"
",
    ),
    check: Check::Reading,
};

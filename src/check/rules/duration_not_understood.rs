//! A length of time that cannot be read. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "duration-not-understood",
    level: Level::Error,
    summary: "a length of time that cannot be read",
    why: "Lengths are written in days, hours, minutes and seconds, largest first: `11m`, `1h 30m`, `2d`. There are no \
          fractions (`1.5h` is `1h 30m`), and no months, which have no one length. `m` is minutes.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - impact_start +1.5h The pool is whole again. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - impact_start +1h 30m The pool is whole again.
",
    ),
    check: Check::Reading,
};

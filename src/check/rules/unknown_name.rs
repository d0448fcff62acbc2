//! A name that nothing in the record bears. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-name",
    level: Level::Error,
    summary: "a name that nothing in the record bears",
    why: "A time may be tied to an entry, by its `id`, or to a milestone; a segment may begin and end at one. A name \
          that is nowhere would leave that time open.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - impact_strat +18m Deploy 4711 is rolled back. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - impact_start +18m Deploy 4711 is rolled back.
",
    ),
    check: Check::Reading,
};

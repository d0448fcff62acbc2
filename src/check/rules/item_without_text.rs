//! An item or a text that says nothing. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "item-without-text",
    level: Level::Error,
    summary: "an item or a text that says nothing",
    why: "A piece of remediation or a contributing factor is a sentence about what is to be done or what made it \
          possible. An owner and a date alone tell nobody what for; sources alone tell nobody what they are cited for.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[ ] (owner: payments, due: 2027-01-15)\" # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[ ] Alert on pool saturation (owner: payments, due: 2027-01-15)\"
",
    ),
    check: Check::Reading,
};

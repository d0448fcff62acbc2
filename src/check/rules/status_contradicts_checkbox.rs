//! A box that says otherwise than the status beside it. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "status-contradicts-checkbox",
    level: Level::Error,
    summary: "a box that says otherwise than the status beside it",
    why: "`[x]` is done and `[ ]` is not. Where a `status` says something else, one of the two was forgotten.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[x] Alert on pool saturation (owner: payments, due: 2027-01-15, status: open)\" # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[ ] Alert on pool saturation (owner: payments, due: 2027-01-15, status: open)\"
",
    ),
    check: Check::Reading,
};

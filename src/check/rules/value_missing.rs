//! A disputed value without a value. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "value-missing",
    level: Level::Error,
    summary: "a disputed value without a value",
    why: "A value that sources dispute says what the record holds to be so, as `value`, beside what each source says, \
          as `reports`. Where it holds none of them to be so, that is said too: `value: disputed`.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
kind:
  reports: { nyt: security } # <-
sources:
  nyt: { title: Eleven minutes }
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
kind:
  value: disputed
  reports: { nyt: security }
sources:
  nyt: { title: Eleven minutes }
",
    ),
    check: Check::Reading,
};

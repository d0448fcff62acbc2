//! An `allow` that silences nothing: the fault was mended, or the rule's name is wrong.

use crate::check::levels::WITHOUT_EFFECT;
use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: WITHOUT_EFFECT,
    level: Level::Warning,
    summary: "an `allow` that silences nothing",
    why: "Whoever reads `allow` takes it that the rule would find something there. Once the record is mended, or if \
          the rule is called otherwise, the line says something that is not so.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
allow:
  stated-duration-differs: the platform rounds # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
",
    ),
    check: Check::Driver,
};

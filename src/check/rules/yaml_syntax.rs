//! Text that YAML cannot read. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "yaml-syntax",
    level: Level::Error,
    summary: "text that YAML cannot read",
    why: "YAML gives a meaning to `: `, ` #`, quotes, brackets, `@` and backticks. Text that begins with one of them, \
          or holds one in the wrong place, needs quotes. Only this file is not read further; in the body of a `.md` \
          record none of this exists.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
summary: @example was gone for eleven minutes. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
summary: \"@example was gone for eleven minutes.\"
",
    ),
    check: Check::Reading,
};

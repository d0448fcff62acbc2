//! An `id` that is not the name of the file. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "id-differs-from-file",
    level: Level::Error,
    summary: "an `id` that is not the name of the file",
    why: "The name of the file is the id of the record: its address on the site, and the word by which other records \
          refer to it. `id` may repeat it. What a record was called before stands under `aliases`, so that old links \
          lead on.",
    bad: Example::Files(&[(
        "incidents/2026-11-23-checkout-502.yaml",
        "\
id: checkout-502 # <-
title: Checkout returns 502
status: active
severity: sev2
",
    )]),
    good: Example::Files(&[(
        "incidents/2026-11-23-checkout-502.yaml",
        "\
aliases: [checkout-502]
title: Checkout returns 502
status: active
severity: sev2
",
    )]),
    check: Check::Reading,
};

//! A zone that there is none of. The reader finds it; this is what is said of it.

use crate::check::{Check, Example, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-zone",
    level: Level::Error,
    summary: "a zone that there is none of",
    why: "Zones are written by their names in the zone database, `Europe/Berlin`, or as `UTC` or an offset. A wrong \
          zone moves every local time of the record.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: Europe/Berlln # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timezone: Europe/Berlin
",
    ),
    check: Check::Reading,
};

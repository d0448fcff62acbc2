//! An alias that belongs to another record.

use crate::check::{Called, Check, Example, Findings, Names, Rule};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "alias-taken",
    level: Level::Error,
    summary: "an alias that belongs to another record",
    why: "An alias is a page that leads to the record. It cannot lead to two of them, nor stand where the page of \
          another record is.",
    bad: Example::Files(&[
        (
            "incidents/checkout-502.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
",
        ),
        (
            "incidents/checkout-down.yaml",
            "\
aliases: [checkout-502] # <-
title: Checkout is down
status: active
severity: sev2
",
        ),
    ]),
    good: Example::Files(&[
        (
            "incidents/checkout-502.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
",
        ),
        (
            "incidents/checkout-down.yaml",
            "\
aliases: [checkout-outage]
title: Checkout is down
status: active
severity: sev2
",
        ),
    ]),
    check: Check::Archive(check),
};

fn check(called: &Called, names: &Names, findings: &mut Findings) {
    let own = called.path.as_str();
    for (place, alias) in called.aliases.iter().enumerate() {
        let earlier = || names.alias(alias).filter(|first| *first != (own, place)).map(|(path, _)| path);
        let Some(other) = names.file(alias).or_else(earlier) else { continue };
        let whose = if other == own { "this record already".to_owned() } else { format!("`{other}`") };
        let finding = findings.at(format!("aliases[{place}]"), format!("the alias `{alias}` belongs to {whose}"));
        finding.help("take it out, or take it away from the other one");
    }
}

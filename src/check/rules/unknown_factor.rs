//! An item that answers a factor which is not there.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "unknown-factor",
    level: Level::Error,
    summary: "an item that answers a factor which is not there",
    why: "A remediation item may say which contributing factors it answers, by number from 1 in the order of the \
          record. After a factor is taken out, the numbers behind it no longer fit.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
contributing_factors:
  - \"process: Pool sizes are not reviewed.\"
remediation:
  - title: Review pool sizes
    owner: payments
    due: 2027-01-15
    factors: [2] # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
contributing_factors:
  - \"process: Pool sizes are not reviewed.\"
remediation:
  - title: Review pool sizes
    owner: payments
    due: 2027-01-15
    factors: [1]
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    // A root cause alone is taken as one factor.
    let count = incident.contributing_factors.len().max(incident.root_cause.len());
    let is_unread = ["contributing_factors", "root_cause"].iter().any(|path| incident.is_unread(path));
    let items = incident.remediation.iter().flat_map(|remediation| &remediation.items).enumerate();
    for (index, item) in items.filter(|_| !is_unread) {
        for (place, factor) in item.factors.iter().enumerate() {
            let Ok(number) = factor.parse::<usize>() else {
                let numbers: Vec<&str> = factor.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
                if numbers.len() > 1 && numbers.iter().all(|word| word.parse::<usize>().is_ok()) {
                    let place = format!("remediation[{index}].factors[{place}]");
                    let finding = findings.at(place, "several numbers in one text are no factor".to_owned());
                    finding.help(format!("write a list: `[{}]`", numbers.join(", ")));
                }
                continue;
            };
            if (1..=count).contains(&number) {
                continue;
            }
            let finding =
                findings.at(format!("remediation[{index}].factors[{place}]"), format!("there is no factor {number}"));
            finding.help(match count {
                0 => "write the factor under `contributing_factors` first".to_owned(),
                1 => "the record has one factor, `1`".to_owned(),
                _ => format!("the factors of the record are `1` to `{count}`"),
            });
        }
    }
}

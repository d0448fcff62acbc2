//! Remediation that is past its due date.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::words::{AccountOf, ItemStatus};
use chrono::NaiveDate;

pub(super) const RULE: Rule = Rule {
    name: "overdue-remediation",
    level: Level::Warning,
    summary: "remediation that is past its due date",
    why: "A date that has passed says nothing any longer. Either the item is done, or it gets a new date, or it is \
          declined with a reason. Told on the day of the check, never by a build.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
remediation:
  - \"[ ] Alert on pool saturation (owner: payments, due: 2026-11-01)\" # <-
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
    check: Check::Today(check),
};

fn check(subject: &Subject<'_>, today: NaiveDate, findings: &mut Findings) {
    let incident = subject.incident;
    if incident.account_of == AccountOf::Outside {
        return;
    }
    for (index, item) in incident.remediation.iter().flat_map(|remediation| &remediation.items).enumerate() {
        let is_closed = matches!(item.status, ItemStatus::Done | ItemStatus::Declined);
        let time = item.due.filter(|_| !is_closed).map(|due| incident.times.time(due));
        let Some(last) = time.filter(|time| !time.faulty).and_then(|time| time.latest) else { continue };
        let late = (today - last.last.with_timezone(&incident.timezone).date_naive()).num_days();
        if late < 1 {
            continue;
        }
        let days = if late == 1 { "a day".to_owned() } else { format!("{late} days") };
        let finding = findings.at(format!("remediation[{index}].due"), format!("remediation is {days} overdue"));
        finding
            .help("tick the box and add `done_at: DATE`, set a new date, or write `status: declined` and a `reason`");
    }
}

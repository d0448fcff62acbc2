//! An entry of a compiled record without a source.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::words::AccountOf;

pub(super) const RULE: Rule = Rule {
    name: "unsourced-entry",
    level: Level::Error,
    summary: "an entry of a compiled record without a source",
    why: "A record with `account_of: outside` is put together by people who were not there. Each of its entries says \
          where it was read, or is itself a post that can be looked up, so that a reader can judge it.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
account_of: outside
timeline:
  - 2026-11-23 14:02 Checkout returns errors. # <-
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
account_of: outside
sources:
  status: { title: Checkout is failing, publisher: Example }
timeline:
  - 2026-11-23 14:02 Checkout returns errors. [status]
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    if incident.account_of == AccountOf::Own {
        return;
    }
    for (index, entry) in incident.timeline.iter().enumerate() {
        let path = format!("timeline[{index}]");
        let is_reported = !incident.times.time(entry.at).reports.is_empty();
        let is_sourced = !entry.sources.is_empty() || entry.post.is_some() || is_reported;
        // Of an entry that could not be read, neither could its sources.
        if is_sourced || incident.unread.iter().any(|unread| unread.starts_with(&path)) {
            continue;
        }
        let finding = findings.at(format!("{path}.text"), "an entry of a compiled record has no source");
        finding.label("who says so?");
        let key = incident.sources.first().map_or("nyt", |source| source.key.as_str());
        finding.help(format!("cite one at the end of the line, as in `[{key}]`, or give the `post` that the entry is"));
    }
}

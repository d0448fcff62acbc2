//! A post whose id says another time than its entry.

use crate::check::{Check, Example, Findings, Rule, Subject};
use crate::diag::Level;
use crate::model::time::Tick;
use chrono::{DateTime, TimeZone, Utc};

pub(super) const RULE: Rule = Rule {
    name: "post-id-contradicts-time",
    level: Level::Error,
    summary: "a post whose id says another time than its entry",
    why: "The id of a post on Twitter or X, since November 2010, holds the millisecond at which the post was made. It \
          is the surest time there is, so an entry that is the post agrees with it.",
    bad: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2017-11-02 20:05 # <-
    text: Twitter says that the account was deactivated inadvertently.
    post: https://twitter.com/TwitterGov/status/926238960594178048
",
    ),
    good: Example::Yaml(
        "\
title: Checkout returns 502
status: active
severity: sev2
timeline:
  - at: 2017-11-03 00:05
    text: Twitter says that the account was deactivated inadvertently.
    post: https://twitter.com/TwitterGov/status/926238960594178048
",
    ),
    check: Check::Record(check),
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let incident = subject.incident;
    for (index, entry) in incident.timeline.iter().enumerate() {
        let time = incident.times.time(entry.at);
        let Some(posted) = entry.post.as_deref().and_then(posted_at).filter(|_| !time.faulty) else { continue };
        let is_before = time.earliest.is_some_and(|edge| posted < edge.first);
        let is_after = time.latest.is_some_and(|edge| posted > edge.last);
        if !is_before && !is_after {
            continue;
        }
        let form = if time.tick == Tick::Second { "%Y-%m-%d %H:%M:%S" } else { "%Y-%m-%d %H:%M" };
        let local = posted.with_timezone(&incident.timezone);
        // An hour that exists twice needs its offset.
        let is_repeated = incident.timezone.from_local_datetime(&local.naive_local()).single().is_none();
        let offset = if is_repeated { local.format(" %:z").to_string() } else { String::new() };
        let finding =
            findings.at(format!("timeline[{index}].at"), "the post was made at another time than its entry says");
        finding.label("not when the post was made").other(format!("timeline[{index}].post"), "the id holds the time");
        finding.help(format!("write `{}{offset}`", local.format(form)));
        finding.note(format!("the id says {}", posted.format("%Y-%m-%d %H:%M:%S UTC")));
    }
}

/// The second at which a post on Twitter or X was made; `None` for other addresses, and for ids from before such ids.
fn posted_at(address: &str) -> Option<DateTime<Utc>> {
    let (_, rest) = address.split_once("://")?;
    let (host, path) = rest.split_once('/')?;
    let host = host.to_ascii_lowercase();
    let host = ["www.", "mobile."].iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(&host);
    if !matches!(host, "twitter.com" | "x.com") {
        return None;
    }
    let mut parts = path.split('/').skip_while(|part| !matches!(*part, "status" | "statuses")).skip(1);
    let id: i64 = parts.next()?.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    let millisecond = (id >= FIRST_ID).then(|| (id >> 22) + EPOCH)?;
    DateTime::from_timestamp(millisecond.div_euclid(1000), 0)
}

/// Ids were counted one by one below this, and made of the time above it.
const FIRST_ID: i64 = 30_000_000_000;

/// The millisecond that such ids count from: 4 November 2010, 01:42:54.657 UTC.
const EPOCH: i64 = 1_288_834_974_657;

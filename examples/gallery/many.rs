//! Records made of many like entries.

use chrono::{DateTime, TimeDelta, Utc};
use std::fmt::Write as _;

/// 12 May 2026, 14:00 UTC.
pub(crate) fn begin() -> DateTime<Utc> {
    DateTime::from_timestamp(1_778_594_400, 0).unwrap()
}

/// So many minutes later, as records write it.
pub(crate) fn at(minutes: i64) -> String {
    (begin() + TimeDelta::minutes(minutes)).format("%Y-%m-%d %H:%M").to_string()
}

const WHAT: [&str; 8] = [
    "Errors rise on checkout",
    "The synthetic check pages the on-call",
    "A halved pool is found to starve the primary",
    "The roll back begins",
    "Replicas are in step again",
    "The status page says that a fix is in place",
    "Traffic moves to the other region",
    "Queues drain",
];

/// So many entries, each so many minutes after the one before, by so many actors.
pub(crate) fn many(entries: i64, step: i64, actors: i64) -> String {
    let mut text = format!("status: active\n{}timeline:\n", roles(actors));
    for entry in 0..entries {
        let (at, what) = (at(entry * step), WHAT[usize::try_from(entry).unwrap() % WHAT.len()]);
        // The short form, where the long one would be more than a record may hold.
        let _ = match entries {
            ..=1000 => writeln!(text, "  - {{ at: {at}, actor: a{}, text: {what} }}", (entry * 7 + entry / 5) % actors),
            _ => writeln!(text, "  - {at} {what}."),
        };
    }
    text
}

/// So many actors, `a0` and on.
pub(crate) fn roles(actors: i64) -> String {
    const ROLES: [&str; 9] = [
        "alert manager",
        "first responder on call",
        "database",
        "deploy bot",
        "load balancer",
        "status page",
        "support",
        "incident commander",
        "network team of the other region",
    ];
    let mut text = String::from("actors:\n");
    for actor in 0..actors {
        let role = ROLES[usize::try_from(actor).unwrap() % ROLES.len()];
        let number = if actor < 9 { String::new() } else { format!(" {}", actor + 1) };
        let _ = writeln!(text, "  a{actor}: {{ kind: internal, role: {role}{number} }}");
    }
    text
}

/// 120 events in 25 minutes by nine actors, of which some are key.
pub(crate) fn dense() -> String {
    let mut text = format!(
        "status: resolved\n{}impact:\n  segments:\n    - {{ from: {}, to: {}, level: major }}\n    \
         - {{ from: {}, to: {}, level: degraded }}\ntimeline:\n",
        roles(9),
        at(2),
        at(20),
        at(20),
        at(23)
    );
    for entry in 0..120_i64 {
        // Most of them come soon after the start.
        let minute = 2 + entry * entry / 640 + entry % 3;
        let actor = entry * 7 % 23 % 9;
        let what = WHAT[usize::try_from(entry * 5).unwrap() % WHAT.len()];
        let more = match entry {
            0 => ", milestone: impact_start",
            4 => ", milestone: detected",
            70 => ", milestone: mitigated",
            110 => ", milestone: impact_end",
            _ if entry % 15 == 0 => ", key: true",
            _ => "",
        };
        let _ = writeln!(text, "  - {{ at: {}, actor: a{actor}, text: {what}{more} }}", at(minute));
    }
    text
}

/// Entries that are labelled like this.
pub(crate) fn labelled(label: &str) -> String {
    let mut text =
        String::from("status: active\nactors: { a: { role: on call }, b: { role: deploy bot } }\ntimeline:\n");
    for (index, minute) in [0, 1, 9, 30, 31, 300].into_iter().enumerate() {
        let actor = ["a", "b"][index % 2];
        let _ = writeln!(text, "  - {{ at: {}, actor: {actor}, text: '{label}' }}", at(minute));
    }
    text
}

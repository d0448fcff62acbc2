//! Records of 25 entries whose charts are measured.

use std::fmt::Write as _;

/// The records, by what is in them.
pub(crate) fn records() -> Vec<(&'static str, String)> {
    vec![
        ("every kind of time, phases, a curve", every_kind()),
        ("a band that slides", band()),
        ("a line each", lines()),
    ]
}

const HEAD: &str = "title: Outage\nstatus: active\nseverity: sev2\ntimezone: America/New_York\n";

const ACTORS: &str = "\
actors:
  alerts: { kind: system, role: alert manager }
  oncall: { kind: internal, role: first responder on call }
  database: { kind: internal, role: database engineers }
  deploys: { kind: system, role: deploy bot }
  press: { kind: external, role: the press }
";

const WHO: [&str; 5] = ["alerts", "oncall", "database", "deploys", "press"];

/// What happened, other words for each entry.
fn text(entry: usize) -> String {
    const WHAT: [&str; 6] = [
        "Errors rise on checkout",
        "The synthetic check pages the on-call",
        "A halved pool is found to starve the primary",
        "The roll back begins",
        "Replicas are in step again",
        "The status page says that a fix is in place",
    ];
    format!("{}. More of it was written down later, in entry {entry}.", WHAT[entry % WHAT.len()])
}

/// Two hours with times of every kind, degraded before and after, and a curve.
fn every_kind() -> String {
    let mut record = format!(
        "{HEAD}{ACTORS}impact:\n  curve: {{ of: requests that failed }}\n  segments:\n    \
         - {{ from: 2026-11-23 14:00, to: 2026-11-23 14:40, level: major }}\n    \
         - {{ from: 2026-11-23 14:40, to: 2026-11-23 15:30, level: degraded }}\ntimeline:\n"
    );
    for entry in 0..25 {
        let minute = 13 * 60 + 50 + entry * 5;
        let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
        let at = match entry {
            0 => "2026-11-23".to_owned(),
            1 => "2026-11-23 13:55".to_owned(),
            7 | 19 => format!("about {clock} ±3m"),
            9 => format!("{clock}..{:02}:{:02}", (minute + 12) / 60, (minute + 12) % 60),
            11 => "unknown".to_owned(),
            13 => format!("before {clock}"),
            16 => format!("after {clock}"),
            24 => "2026-12-05".to_owned(),
            _ => clock,
        };
        let more = match entry {
            2 => ", milestone: impact_start, impact: 85%",
            5 => ", milestone: detected",
            10 => ", milestone: mitigated, impact: 12%",
            20 => ", milestone: impact_end, impact: 0%",
            _ => "",
        };
        let _ = writeln!(record, "  - {{ at: {at}, actor: {}, text: '{}'{more} }}", WHO[entry % 5], text(entry));
    }
    record
}

/// A length that is known at a minute that is not, with reports.
fn band() -> String {
    let mut record = format!(
        "{HEAD}{ACTORS}sources: {{ a: {{ title: A }}, b: {{ title: B }}, c: {{ title: C }} }}\n\
         impact: {{ curve: {{ of: accounts that could be reached }} }}\ntimeline:\n  \
         - {{ at: 2026-11-02 18:30, text: All is well, impact: 40M }}\n  \
         - id: down\n    at: {{ value: 18:45..19:00, reports: {{ a: about 18:45, b: '18:48', c: about 19:00 }} }}\n    \
         milestone: impact_start\n    impact: 0\n    text: It is gone\n  \
         - {{ at: down +11m, milestone: impact_end, impact: 40M, text: It is back }}\n"
    );
    for entry in 3..24 {
        let minute = 19 * 60 + entry * 9;
        let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
        let _ = writeln!(record, "  - {{ at: {clock}, actor: {}, text: '{}' }}", WHO[entry % 5], text(entry));
    }
    let _ = writeln!(record, "  - {{ at: 2026-11-29, actor: press, text: '{}' }}", text(24));
    record
}

/// One line an entry, as most records are written.
fn lines() -> String {
    let mut record = format!("{HEAD}timeline:\n");
    for entry in 0..25 {
        let minute = 14 * 60 + entry * 3;
        let day = if entry == 0 { "2026-11-23 " } else { "" };
        let milestone = match entry {
            2 => " {impact_start}",
            4 => " {detected}",
            20 => " {mitigated, impact_end}",
            _ => "",
        };
        let _ = writeln!(record, "  - {day}{:02}:{:02} {}{milestone}", minute / 60, minute % 60, text(entry));
    }
    record
}

//! Makes as many records as are asked for, the same at each run: about 5.5 KB of YAML with 12 to 40 entries and 5 KB of
//! Markdown each. Together they use every form that a record may have: long entries, lines, a table and a list, times of
//! every kind, disputed values, segments, a curve, names that are withheld, ties between records.

use std::fmt::Write;

/// A record and where it stands.
pub(crate) struct Made {
    pub(crate) path: String,
    pub(crate) text: String,
    /// Its page on the site.
    pub(crate) page: String,
    /// The list that it is in, where there are many.
    pub(crate) list: String,
}

/// The record of a number; `version` is in its title, so that a save can be told from the one before.
pub(crate) fn record(number: usize, version: usize) -> Made {
    let year = 1995 + number % 30;
    let id = format!("{year}-{:02}-{:02}-outage-{number}", 1 + number / 30 % 12, 1 + number / 360 % 28);
    let ending = if number.is_multiple_of(4) { "yaml" } else { "md" };
    let text = match number % 4 {
        0 => long_form(number, version),
        1 => lines(number, version),
        2 => sections(number, version, table),
        _ => sections(number, version, list),
    };
    Made {
        path: format!("incidents/{year}/{id}.{ending}"),
        text,
        page: format!("/incidents/{id}/"),
        list: format!("/{year}/"),
    }
}

const WORDS: [&str; 16] = [
    "checkout",
    "deploys",
    "a halved pool",
    "the queue",
    "retries",
    "the primary",
    "a stale lease",
    "latency",
    "the on-call",
    "a rollback",
    "the cache",
    "traffic",
    "the region",
    "a failover",
    "the dashboard",
    "customers",
];

/// So many sentences, others for each number.
fn prose(number: usize, sentences: usize) -> String {
    let word = |i: usize| WORDS[(number * 7 + i * 5 + i / 3) % WORDS.len()];
    let mut text = String::new();
    for i in 0..sentences {
        let _ = write!(text, "Then {} met {} while {} waited for {}. ", word(i), word(i + 1), word(i + 4), word(i + 9));
    }
    text.trim_end().to_owned()
}

fn entries(number: usize) -> usize {
    12 + number % 29
}

fn day(number: usize) -> String {
    format!("{}-{:02}-{:02}", 1995 + number % 30, 1 + number / 30 % 12, 1 + number / 360 % 28)
}

fn head(number: usize, version: usize) -> String {
    format!(
        "title: Outage {number}, version {version}\n\
         status: resolved\n\
         review: in-review\n\
         severity: sev{}\n\
         kind: availability\n\
         tags: [deploy, area-{}]\n\
         detection: monitoring\n\
         sources:\n  \
           log: {{ title: Deploy log, publisher: Payments, url: 'https://example.com/log/{number}' }}\n  \
           chat: {{ title: Chat of the response, publisher: Payments, url: 'https://example.com/chat/{number}' }}\n\
         relations: {{ related: {} }}\n\
         actors:\n  \
           oncall: {{ kind: internal, role: on-call engineer{} }}\n  \
           deployer: {{ kind: system, role: deployment }}\n\
         trigger: {}\n\
         resolution: {}\n",
        1 + number % 4,
        number % 20,
        id_of(number.checked_sub(1).unwrap_or(1)),
        if number.is_multiple_of(50) { ", name: Nemo Outis" } else { "" },
        prose(number, 2),
        prose(number + 1, 2),
    )
}

fn id_of(number: usize) -> String {
    format!("{}-outage-{number}", day(number))
}

/// The time of an entry, and its milestones; a time of every kind among those that are none.
fn at(number: usize, entry: usize) -> (String, &'static str) {
    let minute = |minute: usize| format!("{:02}:{:02}", 10 + minute / 60, minute % 60);
    let clock = minute(entry * 3);
    let milestone = match entry {
        0 => "impact_start",
        3 => "detected",
        _ if entry + 2 == entries(number) => "mitigated, impact_end",
        _ if entry + 1 == entries(number) => "resolved",
        _ => "",
    };
    let at = match (entry, milestone) {
        (0, _) => format!("{} {clock}", day(number)),
        (_, "") => match entry % 8 {
            1 => format!("about {clock}"),
            2 => format!("{clock}..{}", minute(entry * 3 + 2)),
            4 => format!("by {clock}"),
            5 => format!("{clock}:20"),
            6 => format!("detected +{entry}m"),
            _ => clock,
        },
        _ => clock,
    };
    (at, milestone)
}

/// Whom it hit and how much, with a value that sources dispute.
fn impact(number: usize) -> String {
    format!(
        "affected:\n  accounts:\n    shop: {{ handle: '@shop', platform: example, followers: {{ value: {0}k, reports: {{ log: {0}k, \
         chat: about {0}k }} }} }}\nimpact:\n  description: {1}\n  curve: {{ of: Requests that succeed, unit: '%' }}\n  \
         segments:\n    - {{ from: impact_start, to: detected, level: major }}\n    - {{ from: detected, to: impact_end, level: \
         degraded }}\n  measures:\n    - {{ name: Failed orders, value: about {0}, unit: orders, sources: [log] }}\n",
        number % 90 + 10,
        prose(number + 5, 2),
    )
}

fn causes(number: usize) -> String {
    format!(
        "contributing_factors:\n  - 'process: {} [log]'\n  - statement: {}\n    category: technical\n    sources: [chat]\n",
        prose(number, 1),
        prose(number + 2, 1)
    )
}

fn remediation(number: usize) -> String {
    format!(
        "remediation:\n  - {{ title: {}, kind: prevent, owner: payments, due: 2030-01-31, status: open }}\n  - {{ title: {}, \
         kind: detect, owner: core, due: 2030-02-28, status: in-progress }}\n",
        prose(number, 1).trim_end_matches('.'),
        prose(number + 3, 1).trim_end_matches('.')
    )
}

/// One `.yaml` file in which each entry is a map.
fn long_form(number: usize, version: usize) -> String {
    let mut text = head(number, version);
    let _ = write!(text, "summary: {}\n{}", prose(number, 3), impact(number));
    text.push_str("timeline:\n");
    for entry in 0..entries(number) {
        let (at, milestone) = at(number, entry);
        let at = match entry {
            7 => format!("{{ value: '{at}', reports: {{ log: '{at}', chat: about {at} }} }}"),
            _ => at,
        };
        let _ = writeln!(
            text,
            "  - at: {at}\n    text: {}\n    actor: {}\n    kind: observation\n    sources: [log]",
            prose(number + entry, 1),
            if entry % 3 == 0 { "deployer" } else { "oncall" },
        );
        if entry % 5 == 0 {
            let _ = writeln!(text, "    impact: {}%", 100 - entry * 2 % 90);
        }
        if !milestone.is_empty() {
            let _ = writeln!(text, "    milestone: [{milestone}]");
        }
    }
    text.push_str(&causes(number));
    text.push_str(&remediation(number));
    let _ = writeln!(
        text,
        "lessons:\n  went_well: [{}]\nbody: |\n  {}",
        prose(number, 1),
        body(number).replace('\n', "\n  ")
    );
    text
}

/// Markdown with entries of one line each in the YAML.
fn lines(number: usize, version: usize) -> String {
    let mut text = format!("---\n{}", head(number, version));
    let _ = writeln!(text, "summary: {}\nimpact: {}", prose(number, 3), prose(number + 5, 2));
    text.push_str("timeline:\n");
    for entry in 0..entries(number) {
        let (at, milestone) = at(number, entry);
        let milestone = if milestone.is_empty() { String::new() } else { format!(" {{{milestone}}}") };
        let _ = writeln!(
            text,
            "  - {at} {} {} [log, chat]{milestone}",
            prose(number + entry, 1),
            prose(number + entry + 1, 1)
        );
    }
    text.push_str(&causes(number));
    text.push_str(&remediation(number));
    let _ = write!(text, "---\n## What went well\n- {}\n\n{}", prose(number, 1), body(number));
    text
}

/// Markdown whose sections are keys, with the entries as a table or a list.
fn sections(number: usize, version: usize, timeline: fn(usize) -> String) -> String {
    let mut text = format!("---\n{}{}---\n", head(number, version), causes(number));
    let _ = write!(text, "## Summary\n{}\n\n## Impact\n{}\n\n", prose(number, 3), prose(number + 5, 2));
    let _ = write!(text, "## Timeline\n\n{}", timeline(number));
    let _ = write!(text, "\n## Where we got lucky\n- {}\n\n", prose(number, 1));
    let _ = write!(text, "## Action items\n- [ ] {} (owner: payments, due: 2030-01-31)\n\n", prose(number, 1));
    text.push_str(&body(number));
    text
}

fn table(number: usize) -> String {
    let mut text = String::from(
        "| Time (UTC) | What happened | Milestones | Actor | Sources |\n| --- | --- | --- | --- | --- |\n",
    );
    for entry in 0..entries(number) {
        let (at, milestone) = at(number, entry);
        let words = [prose(number + entry, 1), prose(number + entry + 1, 1)].join(" ");
        let _ = writeln!(text, "| {at} | {words} | {milestone} | oncall | log |");
    }
    text
}

fn list(number: usize) -> String {
    let mut text = String::new();
    for entry in 0..entries(number) {
        let (at, milestone) = at(number, entry);
        let milestone = if milestone.is_empty() { String::new() } else { format!(" {{{milestone}}}") };
        let words = [prose(number + entry, 1), prose(number + entry + 1, 1)].join(" ");
        let _ = writeln!(text, "- {at} {words} [log, chat]{milestone}");
    }
    text
}

/// Markdown that is shown as it stands.
fn body(number: usize) -> String {
    let mut text = String::from("## Background\n\n");
    for part in 0..6 {
        let _ = write!(text, "### Part {part}\n\n{} **{}** and `code`.\n\n", prose(number + part, 9), WORDS[part]);
        let _ = write!(text, "1. {}\n2. [{}](https://example.com/{part})\n\n", prose(number, 1), WORDS[part + 2]);
    }
    text.push_str("| Metric | Before | After |\n| --- | --- | --- |\n| p99 | 120 ms | 4.1 s |\n");
    text
}

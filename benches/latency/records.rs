//! Makes as many records as are asked for, the same at each run: about 5.5 KB of YAML with 12 to 40 entries and 5 KB of
//! Markdown each, in every form that a record may have.

use std::fmt::Write;

/// A record and where it stands.
pub(crate) struct Made {
    pub(crate) path: String,
    pub(crate) text: String,
    /// Its page on the site.
    pub(crate) page: String,
}

/// The record of a number; `version` is in its title, so that a save can be told from the one before.
pub(crate) fn record(number: usize, version: usize) -> Made {
    let year = 1995 + number % 30;
    let id = format!("{year}-{:02}-{:02}-outage-{number}", 1 + number / 30 % 12, 1 + number / 360 % 28);
    let ending = if number.is_multiple_of(3) { "yaml" } else { "md" };
    let text = match number % 3 {
        0 => long_form(number, version),
        1 => lines(number, version),
        _ => sections(number, version),
    };
    Made { path: format!("incidents/{year}/{id}.{ending}"), text, page: format!("/incidents/{id}/") }
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
         trigger: {}\n\
         resolution: {}\n",
        1 + number % 4,
        number % 20,
        id_of(number.checked_sub(1).unwrap_or(1)),
        prose(number, 2),
        prose(number + 1, 2),
    )
}

fn id_of(number: usize) -> String {
    format!("{}-outage-{number}", day(number))
}

/// The clock time of an entry, and its milestones.
fn at(number: usize, entry: usize) -> (String, &'static str) {
    let clock = format!("{:02}:{:02}", 10 + entry / 20, entry % 20 * 3);
    let milestone = match entry {
        0 => "impact_start",
        3 => "detected",
        _ if entry + 2 == entries(number) => "mitigated, impact_end",
        _ if entry + 1 == entries(number) => "resolved",
        _ => "",
    };
    let at = if entry == 0 { format!("{} {clock}", day(number)) } else { clock };
    (at, milestone)
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
    let _ = writeln!(text, "summary: {}\nimpact: {}", prose(number, 3), prose(number + 5, 2));
    text.push_str("timeline:\n");
    for entry in 0..entries(number) {
        let (at, milestone) = at(number, entry);
        let _ = writeln!(
            text,
            "  - at: {at}\n    text: {}\n    kind: observation\n    sources: [log]",
            prose(number + entry, 1)
        );
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

/// Markdown whose sections are keys, with a table of entries.
fn sections(number: usize, version: usize) -> String {
    let mut text = format!("---\n{}{}---\n", head(number, version), causes(number));
    let _ = write!(text, "## Summary\n{}\n\n## Impact\n{}\n\n", prose(number, 3), prose(number + 5, 2));
    text.push_str("## Timeline\n\n| Time | What happened | Milestones | Sources |\n| --- | --- | --- | --- |\n");
    for entry in 0..entries(number) {
        let (at, milestone) = at(number, entry);
        let _ = writeln!(
            text,
            "| {at} | {} {} | {milestone} | log |",
            prose(number + entry, 1),
            prose(number + entry + 1, 1)
        );
    }
    let _ = write!(text, "\n## Where we got lucky\n- {}\n\n", prose(number, 1));
    let _ = write!(text, "## Action items\n- [ ] {} (owner: payments, due: 2030-01-31)\n\n", prose(number, 1));
    text.push_str(&body(number));
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

//! The strip of figures under the title, each with its definition.

use crate::metrics::{Measured, Metric, metric, total_followers};
use crate::model::time::TimeId;
use crate::model::words::Milestone;
use crate::model::{Account, Incident};
use crate::view::incident::{Fact, FactTone};
use crate::view::{values, words};

/// How many figures stand in the strip.
const MOST: usize = 5;

/// The figures: how long, how many, and how soon it was seen, stopped and said.
pub(in crate::view) fn facts(incident: &Incident) -> Vec<Fact> {
    let mut facts = vec![down(incident)];
    facts.extend(followers(incident));
    let known = [
        ("time_to_detect", Milestone::Detected, true),
        ("time_to_mitigate", Milestone::Mitigated, true),
        ("time_to_resolve", Milestone::Resolved, false),
        ("time_to_public_notice", Milestone::PublicNotice, false),
        ("time_to_acknowledge", Milestone::Acknowledged, false),
        ("time_to_repair", Milestone::ImpactEnd, false),
    ];
    // Those that every incident is asked for stand even without a value; the others where they say something.
    for (id, milestone, always) in known {
        let metric = metric(id);
        let measured = (metric.measure)(incident);
        let says_something = !matches!(&measured, Measured::Time(d) if d.low.is_none() && d.high.is_none());
        if facts.len() < MOST && (always || says_something) {
            facts.push(fact(
                metric,
                &measured.to_string(),
                incident.milestone(milestone).and_then(|t| at(incident, t)),
            ));
        }
    }
    facts
}

/// How long something was impaired.
fn down(incident: &Incident) -> Fact {
    let metric = metric("impact_duration");
    let value = (metric.measure)(incident).to_string();
    let start = incident.milestone(Milestone::ImpactStart).map(|time| format!("from {}", spelled(incident, time)));
    let stated = incident.impact.as_ref().and_then(|impact| impact.stated_duration.as_ref());
    let stated = stated.map(|claim| match &claim.value {
        Some(stated) => format!("stated as {}", values::duration(stated)),
        None => "the stated length is disputed".to_owned(),
    });
    let note: Vec<String> = start.into_iter().chain(stated).collect();
    let mut fact = fact(metric, &value, (!note.is_empty()).then(|| note.join("; ")));
    if fact.tone == FactTone::Plain {
        fact.tone = FactTone::Hit;
    }
    fact
}

/// How many followed the accounts that were affected.
fn followers(incident: &Incident) -> Option<Fact> {
    let counted: Vec<&Account> = incident.accounts.iter().filter(|account| account.followers.is_some()).collect();
    let (value, whose) = match counted.as_slice() {
        [] => return None,
        [only] => {
            let name = only.handle.as_deref().unwrap_or(&only.id);
            (only.followers.as_ref().map(values::count)?, format!("of {name}"))
        }
        several => (total_followers(incident).to_string(), format!("of {} accounts, added up", several.len())),
    };
    let metric = metric("follower_minutes");
    let minutes = match (metric.measure)(incident).to_string().as_str() {
        "not recorded" | "unknown" => String::new(),
        minutes => format!("; {minutes} follower-minutes"),
    };
    let definition = "How many followed the accounts that were affected, as the sources count them. Nobody knows how \
                      many of them were looking.";
    Some(Fact {
        label: "Followers".to_owned(),
        definition: definition.to_owned(),
        ..fact(metric, &value, Some(whose + &minutes))
    })
}

fn fact(metric: &Metric, value: &str, note: Option<String>) -> Fact {
    let has_value = !matches!(value, "unknown" | "not recorded");
    Fact {
        label: metric.name.to_owned(),
        tone: if has_value { FactTone::Plain } else { FactTone::None },
        value: words::firm(value),
        note,
        definition: values::unmarked(metric.definition),
        anchor: metric.id.replace('_', "-"),
    }
}

/// When, as a note: `at 14:06`, `before 19:00`; nothing where nothing is known.
fn at(incident: &Incident, time: TimeId) -> Option<String> {
    let words = spelled(incident, time);
    let is_clock =
        words.starts_with(|c: char| c.is_ascii_digit()) && words.chars().all(|c| c.is_ascii_digit() || c == ':');
    (!incident.times.time(time).is_open()).then(|| if is_clock { format!("at {words}") } else { words })
}

fn spelled(incident: &Incident, time: TimeId) -> String {
    let near = incident.milestone(Milestone::ImpactStart).and_then(|start| incident.times.time(start).earliest);
    words::text(&words::time(incident, time, near.map(|edge| edge.local.date())))
}

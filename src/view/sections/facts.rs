//! The strip of figures under the title, each with its definition.

use crate::metrics::{Measured, Metric, metric, total_followers};
use crate::model::time::{Difference, Tick, TimeId};
use crate::model::words::Milestone;
use crate::model::{Account, Incident, Number};
use crate::view::incident::{Fact, FactTone};
use crate::view::{values, words};

/// How many figures stand in the strip.
const MOST: usize = 5;

/// The figures: how long, how many, and how soon it was seen, stopped and said.
pub(in crate::view) fn facts(incident: &Incident) -> Vec<Fact> {
    let mut facts = vec![down(incident)];
    facts.extend(followers(incident));
    let known = [
        ("time_to_detect", "the impact", Milestone::Detected, true),
        ("time_to_mitigate", "the impact", Milestone::Mitigated, true),
        ("time_to_resolve", "the impact", Milestone::Resolved, false),
        ("time_to_public_notice", "the impact", Milestone::PublicNotice, false),
        ("time_to_acknowledge", "detection", Milestone::Acknowledged, false),
        ("time_to_repair", "detection", Milestone::ImpactEnd, false),
    ];
    // Those that every incident is asked for stand even without a value; the others where they say something.
    for (id, from, milestone, always) in known {
        let metric = metric(id);
        let measured = (metric.measure)(incident);
        if facts.len() < MOST && (always || measured.is_known()) {
            let note = incident.milestone(milestone).and_then(|time| when(incident, time));
            facts.push(Fact { value: since(&measured, from), ..fact(metric, &measured, note) });
        }
    }
    facts
}

/// How long something was impaired.
fn down(incident: &Incident) -> Fact {
    let metric = metric("impact_duration");
    let start = incident.milestone(Milestone::ImpactStart).and_then(|time| when(incident, time));
    let start = start.map(|start| format!("began {start}"));
    let stated = incident.impact.as_ref().and_then(|impact| impact.stated_duration.as_ref());
    let stated = stated.map(|claim| match &claim.value {
        Some(stated) => format!("stated as {}", values::duration(stated)),
        None => "the stated length is disputed".to_owned(),
    });
    let note: Vec<String> = start.into_iter().chain(stated).collect();
    let mut fact = fact(metric, &(metric.measure)(incident), (!note.is_empty()).then(|| note.join("; ")));
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
            let claim = only.followers.as_ref()?;
            let is_unknown = claim.value.as_ref().is_some_and(Number::is_unknown);
            (Some(values::count(claim)).filter(|_| !is_unknown)?, format!("of {name}"))
        }
        several => {
            let total = total_followers(incident);
            let total = Some(total).filter(|total| Measured::Count(*total).is_known())?;
            (total.to_string(), format!("of {} accounts, added up", several.len()))
        }
    };
    let metric = metric("follower_minutes");
    let measured = (metric.measure)(incident);
    let minutes = if measured.is_known() { format!("; {measured} follower-minutes") } else { String::new() };
    let definition = "How many followed the accounts that were affected, as the sources count them. Nobody knows how \
                      many of them were looking.";
    Some(Fact {
        label: "Followers".to_owned(),
        definition: definition.to_owned(),
        value: words::firm(&value),
        tone: FactTone::Plain,
        ..fact(metric, &measured, Some(whose + &minutes))
    })
}

fn fact(metric: &Metric, measured: &Measured, note: Option<String>) -> Fact {
    Fact {
        label: metric.name.to_owned(),
        tone: if measured.is_known() { FactTone::Plain } else { FactTone::None },
        value: words::firm(&measured.to_string()),
        note,
        definition: values::unmarked(metric.definition),
        anchor: metric.id.replace('_', "-"),
    }
}

/// How long after something, in words where a number of minutes would say too much, or count backwards.
fn since(measured: &Measured, from: &str) -> String {
    let Measured::Time(Difference { tick, low: Some(low), high: Some(high) }) = measured else {
        return words::firm(&measured.to_string());
    };
    match (tick, low, high) {
        (Some(Tick::Day), 0, 0) => "the same day".to_owned(),
        (Some(Tick::Day), 1, 1) => "the next day".to_owned(),
        (_, low, ..=-1) => {
            let before = Difference { tick: *tick, low: Some(-high), high: Some(-low) };
            format!("{} before {from}", words::firm(&before.to_string()))
        }
        _ => words::firm(&measured.to_string()),
    }
}

/// When, as a note: `at 14:06 EST`, `between 18:45 and 19:00 EDT`, `in 2013`; nothing where nothing is known. The zone switch
/// does not change it, so that a clock names its zone.
fn when(incident: &Incident, time: TimeId) -> Option<String> {
    let known = incident.times.time(time);
    let near = incident.milestone(Milestone::ImpactStart).and_then(|start| incident.times.time(start).earliest);
    let words = || {
        let words = words::text(&words::when(incident, time, near.map(|edge| edge.local.date())));
        match words::Shape::of(incident, known).first() {
            Some(words::Moment::Clock { at, .. }) if words::names(incident, time).is_none() => {
                let (clock, on) = words.strip_suffix(" on").map_or((words.as_str(), ""), |clock| (clock, " on"));
                format!("{clock}\u{a0}{}{on}", words::zone_at(incident, at))
            }
            _ => words,
        }
    };
    (!known.faulty && !known.is_open()).then(words)
}

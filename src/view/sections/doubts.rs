//! What is uncertain: every value that sources dispute, with every report, and what was never published.

use super::section;
use crate::config::Config;
use crate::model::number::Number;
use crate::model::time::TimeId;
use crate::model::words::{Milestone, Word};
use crate::model::{Claim, Incident, Segment};
use crate::view::incident::{Content, Doubt, Doubts, Section};
use crate::view::shown::Report;
use crate::view::{list, values, words};
use std::collections::BTreeSet;

/// The section.
pub(in crate::view) fn doubts(incident: &Incident, config: &Config) -> Option<Section> {
    let mut items = Vec::new();
    times(incident, config, &mut items);
    values(incident, config, &mut items);
    let silent = silent(incident);
    items.extend(silent);
    (!items.is_empty()).then(|| section("uncertain", "What is uncertain", Content::Doubts(Doubts { items })))
}

/// Times whose sources differ: milestones by their names, other entries by their words.
fn times(incident: &Incident, config: &Config, items: &mut Vec<Doubt>) {
    let mut seen = BTreeSet::new();
    let mut doubt = |time: TimeId, question: String| {
        let said = incident.times.time(time).reports.iter();
        let reports =
            words::grouped(incident, said.map(|report| (&report.source, words::report(incident, report.time))));
        if !reports.is_empty() && seen.insert(time) {
            items.push(Doubt { question, reports, shown: words::time(incident, time, None) });
        }
    };
    // Where an entry is several milestones, the impact's own ends name it.
    let ends = [Milestone::ImpactStart, Milestone::ImpactEnd];
    for milestone in ends.iter().chain(incident.milestones.keys()) {
        if let Some(time) = incident.milestone(*milestone) {
            doubt(time, question(*milestone).to_owned());
        }
    }
    for entry in &incident.timeline {
        let headline = headline(&entry.text);
        doubt(entry.at, format!("When: {headline}"));
        for (time, question) in [(entry.until, "Until when"), (entry.known_at, "When the team learned of it")] {
            if let Some(time) = time {
                doubt(time, format!("{question}: {headline}"));
            }
        }
    }
    for (time, question) in elsewhere(incident, config) {
        doubt(time, question);
    }
}

/// Times outside of the timeline.
fn elsewhere(incident: &Incident, config: &Config) -> Vec<(TimeId, String)> {
    let mut found = Vec::new();
    let mut put = |time: Option<TimeId>, question: String| found.extend(time.map(|time| (time, question)));
    let impact = incident.impact.as_ref();
    for segment in impact.map_or(&[][..], |impact| &impact.segments) {
        let phase = phase(incident, config, segment);
        for (end, question) in [(&segment.from, "Start of a phase"), (&segment.to, "End of a phase")] {
            put(end.as_ref().and_then(|end| incident.endpoint(end)), format!("{question}: {phase}"));
        }
    }
    for measure in impact.map_or(&[][..], |impact| &impact.measures) {
        put(measure.as_of, format!("When it was counted: {}", measure.name));
    }
    for factor in incident.root_cause.iter().chain(&incident.contributing_factors) {
        put(factor.latent_since, format!("Latent since: {}", headline(&factor.statement)));
    }
    for item in incident.remediation.iter().flat_map(|remediation| &remediation.items) {
        let title = headline(&item.title);
        put(item.due, format!("Due: {title}"));
        put(item.done_at, format!("Done: {title}"));
    }
    for source in &incident.sources {
        let title = source.title.as_deref().unwrap_or(&source.key);
        put(source.published, format!("When it was published: {title}"));
        put(source.accessed, format!("When it was read: {title}"));
    }
    for correction in &incident.corrections {
        put(correction.at, format!("When it was corrected: {}", headline(&correction.what)));
    }
    found
}

fn question(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Trigger => "When it was set off",
        Milestone::ImpactStart => "Start of the impact",
        Milestone::Detected => "When it was detected",
        Milestone::Declared => "When it was declared an incident",
        Milestone::Acknowledged => "When a responder took it",
        Milestone::Identified => "When the cause was known",
        Milestone::Mitigated => "When it was mitigated",
        Milestone::ImpactEnd => "End of the impact",
        Milestone::Resolved => "When it was called over",
        Milestone::PublicNotice => "The first public word",
    }
}

/// Numbers and words whose sources differ.
fn values(incident: &Incident, config: &Config, items: &mut Vec<Doubt>) {
    let mut numbers: Vec<(String, &Claim<Number>)> = Vec::new();
    for account in &incident.accounts {
        let name = account.handle.as_deref().unwrap_or(&account.id);
        numbers.extend(account.followers.iter().map(|claim| (format!("Followers of {name}"), claim)));
    }
    let impact = incident.impact.as_ref();
    for measure in impact.map_or(&[][..], |impact| &impact.measures) {
        numbers.extend(measure.value.iter().map(|claim| (measure.name.clone(), claim)));
    }
    for segment in impact.map_or(&[][..], |impact| &impact.segments) {
        numbers.extend(
            segment
                .accounts
                .iter()
                .map(|claim| (format!("Accounts affected: {}", phase(incident, config, segment)), claim)),
        );
    }
    for entry in &incident.timeline {
        let headline = headline(&entry.text);
        numbers.extend(entry.impact.iter().map(|claim| (format!("Impact: {headline}"), claim)));
    }
    for (question, claim) in numbers {
        items.extend(doubt(question, values::reports(incident, &claim.reports, values::number), values::count(claim)));
    }
    if let Some(claim) = impact.and_then(|impact| impact.stated_duration.as_ref()) {
        let shown = claim.value.as_ref().map_or_else(|| "disputed".to_owned(), values::duration);
        items.extend(doubt("Length".to_owned(), values::reports(incident, &claim.reports, values::duration), shown));
    }
    let mut said: Vec<(&str, &Claim<String>)> = Vec::new();
    said.extend(incident.severity.iter().map(|claim| ("Severity", claim)));
    said.extend(incident.kind.iter().map(|claim| ("Kind", claim)));
    for action in &incident.actions {
        said.extend(action.variety.iter().map(|claim| ("Variety of the action", claim)));
        said.extend(action.vector.iter().map(|claim| ("Vector", claim)));
        said.extend(action.intent.iter().map(|claim| ("Intent", claim)));
    }
    for (question, claim) in said {
        let shown = claim.value.clone().unwrap_or_else(|| "disputed".to_owned());
        items.extend(doubt(question.to_owned(), values::reports(incident, &claim.reports, Clone::clone), shown));
    }
    let mut listed: Vec<(String, Vec<Report>, String)> = Vec::new();
    if let Some(claim) = incident.detection.as_ref().and_then(|detection| detection.method.as_ref()) {
        listed.push(("Detection".to_owned(), word_reports(incident, claim), word_shown(claim)));
    }
    for action in &incident.actions {
        listed.extend(
            action
                .category
                .iter()
                .map(|c| ("Category of the action".to_owned(), word_reports(incident, c), word_shown(c))),
        );
    }
    for actor in &incident.actors {
        let name = actor.role.as_deref().unwrap_or(&actor.id);
        let question = format!("Where the actor stands: {name}");
        listed.extend(actor.kind.iter().map(|c| (question.clone(), word_reports(incident, c), word_shown(c))));
    }
    for entry in &incident.timeline {
        let question = format!("Kind: {}", headline(&entry.text));
        listed.extend(entry.kind.iter().map(|c| (question.clone(), word_reports(incident, c), word_shown(c))));
    }
    for factor in incident.root_cause.iter().chain(&incident.contributing_factors) {
        let question = format!("Category: {}", headline(&factor.statement));
        listed.extend(factor.category.iter().map(|c| (question.clone(), word_reports(incident, c), word_shown(c))));
    }
    for item in incident.remediation.iter().flat_map(|remediation| &remediation.items) {
        let question = format!("Kind: {}", headline(&item.title));
        listed.extend(item.kind.iter().map(|c| (question.clone(), word_reports(incident, c), word_shown(c))));
    }
    for segment in impact.map_or(&[][..], |impact| &impact.segments) {
        let Some(claim) = &segment.level else { continue };
        let reports = values::reports(incident, &claim.reports, |level| words::level(*level).to_owned());
        let question = format!("Level of the impact: {}", values::all_affected(incident, config, &segment.affects));
        listed.push((question, reports, claim.value.map_or("disputed", words::level).to_owned()));
    }
    for (question, reports, shown) in listed {
        items.extend(doubt(question, reports, shown));
    }
}

fn doubt(question: String, reports: Vec<Report>, shown: String) -> Option<Doubt> {
    (!reports.is_empty()).then(|| Doubt { question, reports, shown: values::line(shown) })
}

/// What a text is about, in a question: its first sentence without its stop.
fn headline(text: &str) -> String {
    values::unmarked(list::first_sentence(text)).trim_end_matches('.').to_owned()
}

/// A span of the impact, by what it affected and how badly: `Checkout, partly down`.
fn phase(incident: &Incident, config: &Config, segment: &Segment) -> String {
    let level = segment.level.as_ref().and_then(|claim| claim.value).map(|level| words::level(level).to_lowercase());
    let parts = [Some(values::all_affected(incident, config, &segment.affects)), level];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn word_reports<W: Word>(incident: &Incident, claim: &Claim<W>) -> Vec<Report> {
    values::reports(incident, &claim.reports, |word| word.as_str().to_owned())
}

fn word_shown<W: Word>(claim: &Claim<W>) -> String {
    claim.value.map_or("disputed", Word::as_str).to_owned()
}

/// Milestones that the record says nobody published.
fn silent(incident: &Incident) -> Vec<Doubt> {
    let unknown = incident.milestones.iter().filter(|(_, mark)| {
        let time = incident.times.time(mark.time);
        mark.entry.is_none() && time.is_open() && time.reports.is_empty()
    });
    let doubt = |milestone| Doubt {
        question: question(milestone).to_owned(),
        reports: Vec::new(),
        shown: values::line("unknown"),
    };
    unknown.map(|(milestone, _)| doubt(*milestone)).collect()
}

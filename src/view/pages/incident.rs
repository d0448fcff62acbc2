//! The page of one incident: its head, its facts, and its sections in order.

use super::archive::year_path;
use super::scaffold::frame;
use crate::model::time::TimeId;
use crate::model::words::{ActorKind, Milestone, Review, Status, Word};
use crate::model::{Actor, Incident, Prose, beginning};
use crate::view::incident::{Content, IncidentPage, Neighbour, RecordFact, Section, Withdrawn};
use crate::view::page::{Inputs, PageKind, per_incident};
use crate::view::row::{Row, severity};
use crate::view::shown::{Badge, BadgeTone, Link};
use crate::view::{View, list, sections, timeline, values, words};
use chrono::Datelike;

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "incident",
    paths: |index| per_incident(index, &PAGE, "index.html"),
    inputs: |index, key| index.with_incident(key),
    view: |inputs| View::Incident(Box::new(view(inputs))),
};

fn view(inputs: &Inputs<'_>) -> IncidentPage {
    let incident = inputs.subject();
    let begin = beginning(incident);
    let (deck, rest) = deck(incident);
    let withdrawn = incident.review == Review::Withdrawn;
    let reason = incident.withdrawn_reason.clone();
    let sections = sections(inputs, rest);
    let list = sections.iter().find_map(|section| match &section.content {
        Content::Timeline(list) => Some(list),
        _ => None,
    });
    IncidentPage {
        figure: list.and_then(|list| timeline::figure(incident, inputs.config, list)),
        frame: frame(inputs, Some(&incident.title), description(incident)),
        crumbs: crumbs(inputs, begin),
        severity: severity(incident, inputs.config),
        badges: badges(incident),
        id: incident.id.clone(),
        date: begin.and_then(|time| words::long_day(incident, time)),
        title: incident.title.clone(),
        deck: deck.map(|text| values::markdown(incident, text)),
        deck_sources: incident.summary.as_ref().map_or_else(Vec::new, |p| words::citations(incident, &p.sources)),
        withdrawn: withdrawn.then_some(Withdrawn { reason }),
        facts: sections::facts::facts(incident),
        sections,
        record: record(inputs),
        formats: [("YAML", "record.yaml"), ("JSON", "record.json")]
            .map(|(label, href)| Link { label: label.into(), href: href.into() })
            .into(),
        previous: inputs.older.map(neighbour),
        next: inputs.newer.map(neighbour),
    }
}

/// All sections that hold something, in the order of the page.
fn sections(inputs: &Inputs<'_>, rest_of_summary: Option<&Prose>) -> Vec<Section> {
    let incident = inputs.subject();
    let mut all = Vec::new();
    all.extend(sections::prose::timeline(incident, inputs.config));
    all.extend(rest_of_summary.and_then(|prose| sections::prose::prose(incident, "summary", "Summary", Some(prose))));
    all.extend(sections::impact::impact(incident, inputs.config));
    all.extend(sections::prose::causes(incident));
    all.extend(sections::prose::lessons(incident));
    all.extend(sections::remediation::remediation(incident));
    let place = all.len();
    all.extend(sections::doubts::doubts(incident, inputs.config));
    all.extend(sections::needs::needs(incident));
    all.extend(sections::about::relations(inputs));
    all.extend(sections::about::responders(incident));
    all.extend(sections::about::sources(incident));
    all.extend(sections::about::corrections(incident));
    let mut own = sections::body::body(incident);
    sections::set_apart(&mut own, &all);
    all.splice(place..place, own);
    all
}

/// The summary under the title; a long one only by its first sentence, and then whole as a section.
fn deck(incident: &Incident) -> (Option<&str>, Option<&Prose>) {
    const LONGEST: usize = 480;
    match &incident.summary {
        None => (None, None),
        Some(prose) if prose.text.len() <= LONGEST && !prose.text.contains("\n\n") => (Some(&prose.text), None),
        Some(prose) => (Some(list::first_sentence(&prose.text)), Some(prose)),
    }
}

fn description(incident: &Incident) -> String {
    incident.summary.as_ref().map_or_else(|| incident.title.clone(), |p| list::first_sentence(&p.text).to_owned())
}

fn crumbs(inputs: &Inputs<'_>, begin: Option<TimeId>) -> Vec<Link> {
    let mut crumbs = vec![Link { label: "Incidents".into(), href: "../../index.html".into() }];
    let first = begin.and_then(|time| inputs.subject().times.time(time).earliest);
    crumbs.extend(first.map(|edge| edge.local.date().year()).map(|year| Link {
        label: year.to_string(),
        href: if inputs.has_years {
            format!("../../{}", year_path(Some(year)))
        } else {
            format!("../../index.html#y{year}")
        },
    }));
    crumbs
}

fn badges(incident: &Incident) -> Vec<Badge> {
    let badge = |label: &str, tone| Badge { label: label.to_owned(), tone };
    let live = matches!(incident.status, Status::Triage | Status::Active | Status::Mitigated);
    let tone = if live { BadgeTone::Live } else { BadgeTone::Quiet };
    let mut badges = vec![badge(&values::sentence_case(incident.status.as_str()), tone)];
    match incident.review {
        Review::Draft | Review::InReview | Review::Withdrawn => {
            badges.push(badge(&values::sentence_case(incident.review.as_str()), BadgeTone::Dashed));
        }
        Review::Reviewed | Review::Published => {}
    }
    let ends = [Milestone::ImpactStart, Milestone::Detected, Milestone::Mitigated, Milestone::ImpactEnd];
    let is_vague = |time: TimeId| {
        let time = incident.times.time(time);
        time.earliest.map(|edge| edge.first) != time.latest.map(|edge| edge.first) || time.is_open()
    };
    if ends.into_iter().filter_map(|milestone| incident.milestone(milestone)).any(is_vague) {
        badges.push(badge("Approximate times", BadgeTone::Quiet));
    }
    badges
}

/// Facts about the record, beside the text.
fn record(inputs: &Inputs<'_>) -> Vec<RecordFact> {
    let incident = inputs.subject();
    let mut facts = Vec::new();
    let mut fact = |label: &str, value: String| {
        if !value.is_empty() {
            facts.push(RecordFact { label: label.to_owned(), value });
        }
    };
    let kind = incident.kind.as_ref().and_then(|kind| kind.value.clone()).unwrap_or_default();
    fact("Kind", values::sentence_case(&kind));
    let components = incident.components.iter().map(|id| values::component(inputs.config, id));
    fact("Components", components.collect::<Vec<_>>().join(", "));
    fact("Detected by", detection(incident));
    let zone = beginning(incident).and_then(|time| incident.times.time(time).earliest);
    let name = incident.timezone.name();
    fact(
        "Zone",
        match zone.map(|edge| words::zone_at(incident, edge.first)) {
            Some(zone) if name != "UTC" => format!("{name}, {zone}"),
            _ => name.to_owned(),
        },
    );
    fact("Tags", incident.tags.join(", "));
    fact(
        "Account",
        match incident.account_of {
            crate::model::words::AccountOf::Own => "By those it happened to".to_owned(),
            crate::model::words::AccountOf::Outside => "Compiled from published sources".to_owned(),
        },
    );
    fact("People", people(incident).to_owned());
    facts
}

/// How those who took part are shown.
fn people(incident: &Incident) -> &'static str {
    let people = || incident.actors.iter().filter(|actor| !is_machine(actor));
    let named = people().filter(|actor| actor.name.is_some()).count();
    match (people().count(), named, people().filter(|actor| actor.withheld).count()) {
        (0, ..) => "",
        (_, 0, 0) => "Shown by role.",
        (_, 0, 1) => "Shown by role. A name is withheld.",
        (_, 0, _) => "Shown by role. Names are withheld.",
        (all, named, 0) if all == named => "Shown by name.",
        (_, _, 0) => "Shown by name where it is published, else by role.",
        _ => "Shown by name where it is published, else by role. Others are withheld.",
    }
}

fn is_machine(actor: &Actor) -> bool {
    actor.kind.as_ref().is_some_and(|kind| kind.value == Some(ActorKind::System))
}

fn detection(incident: &Incident) -> String {
    let Some(detection) = &incident.detection else { return String::new() };
    let method = detection.method.as_ref().map_or("", |claim| claim.value.map_or("disputed", Word::as_str));
    let method = values::sentence_case(method);
    match &detection.by {
        Some(by) => format!("{method}: {by}"),
        None => method,
    }
}

fn neighbour(row: &Row) -> Neighbour {
    Neighbour { title: row.title.clone(), date: row.shown_date.clone(), href: format!("../{}/index.html", row.id) }
}

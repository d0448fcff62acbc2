//! The list of minutes, and the sections that are Markdown or lists of it: causes, resolution, lessons.

use super::section;
use crate::config::Config;
use crate::model::words::{AccountOf, FactorCategory, Word};
use crate::model::{Claim, Factor, Incident, Prose};
use crate::view::incident::{self, Content, Point, Points, Section};
use crate::view::{list, values, words};

/// The minute-by-minute list.
pub(in crate::view) fn timeline(incident: &Incident, config: &Config) -> Option<Section> {
    let timeline = list::minutes(incident, config);
    (!timeline.groups.is_empty()).then(|| section("timeline", "Minute by minute", Content::Timeline(timeline)))
}

/// One piece of Markdown.
pub(in crate::view) fn prose(
    incident: &Incident,
    anchor: &str,
    heading: &str,
    prose: Option<&Prose>,
) -> Option<Section> {
    let prose = prose?;
    let content = incident::Prose {
        text: values::markdown(incident, &prose.text),
        sources: words::citations(incident, &prose.sources),
    };
    Some(section(anchor, heading, Content::Prose(content)))
}

/// What set it off, what made it possible, and how it ended.
pub(in crate::view) fn causes(incident: &Incident) -> Vec<Section> {
    [
        prose(incident, "trigger", "Trigger", incident.trigger.as_ref()),
        root_cause(incident),
        factors(incident, "contributing-factors", "Contributing factors", &incident.contributing_factors),
        prose(incident, "resolution", "Resolution", incident.resolution.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Prose where there is only a statement, else a list.
fn root_cause(incident: &Incident) -> Option<Section> {
    let (anchor, heading) = ("root-cause", "Root cause");
    match incident.root_cause.as_slice() {
        [Factor { statement, category: None, evidence: None, latent_since: None, sources, .. }] => {
            let only = Prose { text: statement.clone(), sources: sources.clone() };
            prose(incident, anchor, heading, Some(&only))
        }
        several => factors(incident, anchor, heading, several),
    }
}

fn factors(incident: &Incident, anchor: &str, heading: &str, factors: &[Factor]) -> Option<Section> {
    let items: Vec<Point> = factors.iter().map(|factor| factor_point(incident, factor)).collect();
    (!items.is_empty()).then(|| section(anchor, heading, Content::Points(Points { items })))
}

fn factor_point(incident: &Incident, factor: &Factor) -> Point {
    let category = |claim: &Claim<FactorCategory>| claim.value.map_or("disputed", Word::as_str);
    let evidence = factor.evidence.as_ref().map(|evidence| format!("Evidence: {}", values::unmarked(evidence)));
    let latent =
        factor.latent_since.map(|time| format!("Latent since {}", words::text(&words::time(incident, time, None))));
    Point {
        lead: factor.category.as_ref().map(|claim| values::sentence_case(category(claim))),
        text: values::markdown(incident, &factor.statement),
        details: evidence.into_iter().chain(latent).collect(),
        sources: words::citations(incident, &factor.sources),
    }
}

/// What there is to learn.
pub(in crate::view) fn lessons(incident: &Incident) -> Vec<Section> {
    let lessons = &incident.lessons;
    // A record compiled from outside has no `we`.
    let (lucky, surprised) = match incident.account_of {
        AccountOf::Own => ("Where we got lucky", "What surprised us"),
        AccountOf::Outside => ("Where luck helped", "What nobody expected"),
    };
    let lists = [
        ("went-well", "What went well", &lessons.went_well),
        ("went-wrong", "What went wrong", &lessons.went_wrong),
        ("lucky", lucky, &lessons.lucky),
        ("surprised-by", surprised, &lessons.surprised_by),
    ];
    let shown = lists.into_iter().filter(|(_, _, list)| !list.is_empty());
    shown.map(|(anchor, heading, list)| section(anchor, heading, Content::Points(points(incident, list)))).collect()
}

fn points(incident: &Incident, list: &[Prose]) -> Points {
    let point = |prose: &Prose| Point {
        lead: None,
        text: values::markdown(incident, &prose.text),
        details: Vec::new(),
        sources: words::citations(incident, &prose.sources),
    };
    Points { items: list.iter().map(point).collect() }
}

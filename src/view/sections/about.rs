//! What stands at the end: relations, responders, sources, corrections.

use super::section;
use crate::model::words::RelationKind;
use crate::model::{Incident, Source};
use crate::view::incident::{Content, CorrectionRow, Corrections, Pair, Pairs, Section, SourceRow, Sources, Via};
use crate::view::page::Inputs;
use crate::view::row::Row;
use crate::view::shown::{Citation, Link};
use crate::view::{values, words};

/// Other incidents that the record names, and those whose records name it.
pub(in crate::view) fn relations(inputs: &Inputs<'_>) -> Option<Section> {
    let mut items: Vec<Pair> = Vec::new();
    let mut put = |label: &str, row: &Row| {
        let link = Link { label: row.title.clone(), href: format!("../{}/index.html", row.id) };
        match items.iter_mut().find(|pair| pair.label == label) {
            // Two records that name each other are related once.
            Some(pair) if pair.links.contains(&link) => {}
            Some(pair) => pair.links.push(link),
            None => items.push(Pair { label: label.to_owned(), links: vec![link], text: None }),
        }
    };
    for relation in &inputs.subject().relations {
        if let Some(row) = inputs.others.iter().find(|row| row.answers_to(&relation.id)) {
            put(label(relation.kind)[0], row);
        }
    }
    for (kind, row) in &inputs.namers {
        put(label(*kind)[1], row);
    }
    (!items.is_empty()).then(|| section("related", "Related incidents", Content::Pairs(Pairs { items })))
}

/// What a relation is called, and what it is seen from the other side.
fn label(kind: RelationKind) -> [&'static str; 2] {
    match kind {
        RelationKind::DuplicateOf => ["Duplicate of", "Has a duplicate"],
        RelationKind::RecurrenceOf => ["Recurrence of", "Happened again"],
        RelationKind::CausedBy => ["Caused by", "Led to"],
        RelationKind::Related => ["Related", "Related"],
        RelationKind::Supersedes => ["Supersedes", "Superseded by"],
    }
}

/// Who answered, by role.
pub(in crate::view) fn responders(incident: &Incident) -> Option<Section> {
    let shown = |who: &String| words::actor(incident, who).map_or_else(|| who.clone(), |actor| actor.label);
    let items: Vec<Pair> = incident
        .responders
        .iter()
        .filter(|responder| !responder.who.is_empty())
        .map(|responder| Pair {
            label: values::sentence_case(&responder.role),
            links: Vec::new(),
            text: Some(responder.who.iter().map(shown).collect::<Vec<_>>().join(", ")),
        })
        .collect();
    (!items.is_empty()).then(|| section("responders", "Responders", Content::Pairs(Pairs { items })))
}

/// What the record rests on.
pub(in crate::view) fn sources(incident: &Incident) -> Option<Section> {
    let rows = incident.sources.iter().zip(1..).map(|(source, number)| source_row(incident, source, number));
    let items: Vec<SourceRow> = rows.collect();
    (!items.is_empty()).then(|| section("sources", "Sources", Content::Sources(Sources { items })))
}

fn source_row(incident: &Incident, source: &Source, number: usize) -> SourceRow {
    let published = source.published.map(|time| words::text(&words::time(incident, time, None)));
    let accessed = source.accessed.map(|time| format!("read {}", words::text(&words::time(incident, time, None))));
    let via = source.via.as_ref().map(|via| match values::address(via) {
        Some(address) => Via { label: values::host(address).to_owned(), href: Some(address.to_owned()) },
        None => Via { label: via.clone(), href: None },
    });
    let address = |text: &Option<String>| text.as_deref().and_then(values::address).map(str::to_owned);
    SourceRow {
        citation: Citation { label: format!("S{number}"), anchor: format!("s{number}") },
        publisher: source.publisher.clone(),
        title: source.title.clone().unwrap_or_else(|| source.key.clone()),
        href: address(&source.url),
        via,
        archived: address(&source.archived),
        dates: published.into_iter().chain(accessed).collect(),
    }
}

/// What was corrected after publication.
pub(in crate::view) fn corrections(incident: &Incident) -> Option<Section> {
    let items: Vec<CorrectionRow> = incident
        .corrections
        .iter()
        .map(|correction| CorrectionRow {
            date: correction.at.and_then(|time| words::short_day(incident, time)),
            what: values::markdown(incident, &correction.what),
            why: correction.why.as_deref().map(|why| values::markdown(incident, why)),
            sources: words::citations(incident, &correction.sources),
        })
        .collect();
    (!items.is_empty()).then(|| section("corrections", "Corrections", Content::Corrections(Corrections { items })))
}

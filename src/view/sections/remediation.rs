//! The section about what is done so that it does not happen again.

use super::section;
use crate::model::words::{AccountOf, ItemStatus, Word};
use crate::model::{Incident, Item};
use crate::view::incident::{Content, Section};
use crate::view::remediation::{Due, ItemMark, ItemRow, RemediationSection};
use crate::view::shown::Link;
use crate::view::{list, values, words};

/// The section.
pub(in crate::view) fn remediation(incident: &Incident) -> Option<Section> {
    let remediation = incident.remediation.as_ref()?;
    if remediation.items.is_empty() && !remediation.is_none {
        return None;
    }
    let reason = incident.remediation_reason.as_deref().filter(|_| remediation.is_none);
    let is_own = incident.account_of == AccountOf::Own;
    let shown = RemediationSection {
        none_because: reason.map(|reason| values::markdown(incident, reason)),
        has_owners: is_own || remediation.items.iter().any(|item| item.owner.is_some()),
        has_dues: is_own || remediation.items.iter().any(|item| item.due.is_some()),
        items: remediation.items.iter().zip(1..).map(|(item, number)| row(incident, item, number)).collect(),
    };
    Some(section("remediation", "Remediation", Content::Remediation(shown)))
}

fn row(incident: &Incident, item: &Item, number: usize) -> ItemRow {
    let is_open = !matches!(item.status, ItemStatus::Done | ItemStatus::Declined);
    let due = item.due.map(|time| {
        let latest =
            incident.times.time(time).latest.map(|edge| edge.last.with_timezone(&incident.timezone).date_naive());
        let late_after = latest.filter(|_| is_open).map(|day| day.to_string());
        Due { text: words::text(&words::time(incident, time, None)), late_after }
    });
    let done = item.done_at.map(|time| match words::text(&words::when(incident, time, None)) {
        unknown if unknown == "unknown" => "done, date unknown".to_owned(),
        when => format!("done {when}"),
    });
    let address = item.link.as_deref().and_then(values::address);
    // `OPS-4711` leads nowhere, and says where to look.
    let ticket = item.link.clone().filter(|_| address.is_none());
    ItemRow {
        anchor: item.id.as_ref().map_or_else(|| format!("r{number}"), |id| format!("r-{id}")),
        title: values::markdown(incident, &item.title),
        kind: item.kind.as_ref().map(|claim| values::sentence_case(claim.value.map_or("disputed", Word::as_str))),
        status: values::sentence_case(item.status.as_str()),
        mark: match item.status {
            ItemStatus::Announced | ItemStatus::Open => ItemMark::Open,
            ItemStatus::Proposed | ItemStatus::Declined => ItemMark::None,
            ItemStatus::InProgress => ItemMark::Progress,
            ItemStatus::Done => ItemMark::Done,
        },
        owner: item.owner.clone().or_else(|| (!is_open).then(|| "–".to_owned())),
        due,
        notes: done.into_iter().chain(item.reason.as_deref().map(values::unmarked)).chain(ticket).collect(),
        factors: item.factors.iter().map(|factor| factor_name(incident, factor)).collect(),
        link: address.map(|href| Link { label: values::place(href), href: href.to_owned() }),
        sources: words::citations(incident, &item.sources),
    }
}

/// A factor by its number, or as the record says it.
fn factor_name(incident: &Incident, factor: &str) -> String {
    let numbered =
        factor.parse::<usize>().ok().and_then(|number| incident.contributing_factors.get(number.checked_sub(1)?));
    numbered.map_or_else(|| factor.to_owned(), |factor| values::unmarked(list::first_sentence(&factor.statement)))
}

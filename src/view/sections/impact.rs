//! The section about the impact: what it did, to whom, for how long, in figures.

use super::section;
use crate::config::Config;
use crate::metrics::{Span, impaired, metric};
use crate::model::words::Milestone;
use crate::model::{Account, Claim, Endpoint, Incident, Measure, Segment};
use crate::view::impact::{AccountRow, ImpactSection, MeasureRow, SegmentRow};
use crate::view::incident::{Content, Section};
use crate::view::{values, words};

/// The section.
pub(in crate::view) fn impact(incident: &Incident, config: &Config) -> Option<Section> {
    let impact = incident.impact.as_ref();
    let segments = impact.map_or(&[][..], |impact| &impact.segments);
    let shown = ImpactSection {
        description: impact.and_then(|i| i.description.as_deref()).map(|text| values::markdown(incident, text)),
        sources: impact.map_or_else(Vec::new, |impact| words::citations(incident, &impact.sources)),
        segments: segments.iter().map(|segment| segment_row(incident, config, segment)).collect(),
        has_levels: segments.iter().any(|segment| segment.level.is_some()),
        has_accounts: segments.iter().any(|segment| segment.accounts.is_some()),
        accounts: incident.accounts.iter().map(|account| account_row(incident, account)).collect(),
        measures: measures(incident),
    };
    let is_empty = shown.description.is_none()
        && shown.segments.is_empty()
        && shown.accounts.is_empty()
        && shown.measures.is_empty();
    (!is_empty).then(|| section("impact", "Impact", Content::Impact(shown)))
}

fn segment_row(incident: &Incident, config: &Config, segment: &Segment) -> SegmentRow {
    let end = |endpoint: Option<&Endpoint>, milestone| {
        let time = endpoint.map_or_else(|| incident.milestone(milestone), |endpoint| incident.endpoint(endpoint));
        let missing = || values::line("not recorded");
        time.map_or_else(missing, |time| words::time(incident, time, None))
    };
    let length = Span::of(incident, segment).map(|span| words::firm(&impaired(incident, &[span]).to_string()));
    let population = segment.population.as_ref().map_or_else(String::new, |name| format!(" ({name})"));
    SegmentRow {
        from: end(segment.from.as_ref(), Milestone::ImpactStart),
        to: end(segment.to.as_ref(), Milestone::ImpactEnd),
        length: length.unwrap_or_else(|| "not recorded".to_owned()),
        affects: values::all_affected(incident, config, &segment.affects),
        level: segment.level.as_ref().map(|claim| claim.value.map_or("disputed", words::level).to_owned()),
        accounts: segment.accounts.as_ref().map(|claim| format!("{}{population}", values::count(claim))),
        sources: words::citations(incident, &segment.sources),
    }
}

fn account_row(incident: &Incident, account: &Account) -> AccountRow {
    let followers = account.followers.as_ref();
    let own = followers.map_or(&[][..], |claim| &claim.sources);
    let sources: Vec<String> = account.sources.iter().chain(own).cloned().collect();
    AccountRow {
        name: account.handle.clone().unwrap_or_else(|| account.id.clone()),
        platform: account.platform.as_deref().map(values::sentence_case),
        followers: followers.map_or_else(|| "not recorded".to_owned(), values::count),
        reports: followers.map_or_else(Vec::new, |claim| values::reports(incident, &claim.reports, values::number)),
        sources: words::citations(incident, &sources),
    }
}

/// The figures of the record, and those that are computed from it.
fn measures(incident: &Incident) -> Vec<MeasureRow> {
    let impact = incident.impact.as_ref();
    let mut rows: Vec<MeasureRow> =
        impact.map_or(&[][..], |impact| &impact.measures).iter().map(|measure| row(incident, measure)).collect();
    if let Some(stated) = impact.and_then(|impact| impact.stated_duration.as_ref()) {
        rows.push(MeasureRow {
            name: "Length as stated".to_owned(),
            value: stated.value.as_ref().map_or_else(|| "disputed".to_owned(), values::duration),
            note: Some("by its sources; the length above is computed from the times".to_owned()),
            reports: values::reports(incident, &stated.reports, values::duration),
            sources: words::citations(incident, &stated.sources),
        });
    }
    for (id, how) in [
        ("follower_minutes", "followers × minutes, an upper bound of the audience"),
        ("account_minutes", "accounts × minutes, by population"),
    ] {
        let metric = metric(id);
        let measured = (metric.measure)(incident);
        if measured.is_known() {
            let (name, value) = (metric.name.to_owned(), measured.to_string());
            rows.push(MeasureRow { name, value, note: Some(how.to_owned()), ..MeasureRow::default() });
        }
    }
    rows
}

fn row(incident: &Incident, measure: &Measure) -> MeasureRow {
    let value = measure.value.as_ref().map_or_else(|| "not recorded".to_owned(), values::count);
    let of_claim = measure.value.as_ref().map_or(&[][..], |claim: &Claim<_>| &claim.sources);
    let sources: Vec<String> = measure.sources.iter().chain(of_claim).cloned().collect();
    let reports = measure.value.as_ref().map_or(&[][..], |claim| &claim.reports);
    let is_counted = measure.value.as_ref().is_some_and(|claim| claim.value.is_some());
    let unit = measure.unit.as_deref().filter(|unit| is_counted && !names(&measure.name, unit));
    MeasureRow {
        name: measure.name.clone(),
        value: unit.map_or_else(|| value.clone(), |unit| format!("{value} {unit}")),
        note: measure.as_of.map(|time| format!("as of {}", words::text(&words::time(incident, time, None)))),
        reports: values::reports(incident, reports, values::number),
        sources: words::citations(incident, &sources),
    }
}

/// Whether a name has a unit in it, so that the number need not: as whole words, or as a sign.
fn names(name: &str, unit: &str) -> bool {
    let (name, unit) = (name.to_lowercase(), unit.to_lowercase());
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let of_unit = words(&unit);
    match of_unit.len() {
        0 => name.contains(&unit),
        length => words(&name).windows(length).any(|some| some == of_unit),
    }
}

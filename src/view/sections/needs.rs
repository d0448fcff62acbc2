//! What the record of an incident that goes on still needs, by the state that asks for it.

use super::section;
use crate::model::Incident;
use crate::model::demands::Missing;
use crate::model::words::Status;
use crate::source::field::Stage;
use crate::view::incident::{Content, Need, Needs, NeedsStage, Section};
use crate::view::{values, words};

/// The states that are still ahead, each with its name.
fn ahead(status: Status) -> &'static [(Stage, &'static str)] {
    const ALL: [(Stage, &str); 3] =
        [(Stage::Mitigated, "mitigated"), (Stage::Resolved, "resolved"), (Stage::Reviewed, "reviewed")];
    match status {
        Status::Triage | Status::Active => &ALL,
        Status::Mitigated => &ALL[1..],
        Status::Resolved | Status::Cancelled | Status::FalsePositive | Status::NearMiss => &[],
    }
}

/// The section, while the incident is not over.
pub(in crate::view) fn needs(incident: &Incident) -> Option<Section> {
    let stages = ahead(incident.status).iter().map(|(stage, name)| stage_needs(incident, *stage, name));
    let stages: Vec<NeedsStage> = stages.filter(|stage| !stage.items.is_empty()).collect();
    let next = stages.first()?;
    let count = next.items.len();
    let noun = if count == 1 { "thing is" } else { "things are" };
    let counted = words::capitalised(&words::counted(count));
    let intro = format!("{counted} more {noun} asked for before it may be called {}.", next.stage);
    Some(section("needs", "What this record still needs", Content::Needs(Needs { intro, stages })))
}

fn stage_needs(incident: &Incident, stage: Stage, name: &str) -> NeedsStage {
    let missing = Missing::at_stage(incident, stage);
    let items = missing.keys.iter().chain(&missing.milestones).map(|key| Need {
        key: key.name.to_owned(),
        asks: values::unmarked(key.doc),
        rule: "missing-for-status".to_owned(),
    });
    NeedsStage { stage: name.to_owned(), items: items.collect() }
}

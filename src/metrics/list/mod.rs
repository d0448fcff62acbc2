//! The list of metrics. To add one: write its file, name it here twice.

mod account_minutes;
mod follower_minutes;
mod impact_duration;
mod time_to_acknowledge;
mod time_to_detect;
mod time_to_mitigate;
mod time_to_public_notice;
mod time_to_repair;
mod time_to_resolve;

use super::{Measured, Metric};
use crate::model::Incident;
use crate::model::time::Difference;
use crate::model::words::Milestone;

/// Every metric, in the order in which pages show them.
pub const METRICS: &[&Metric] = &[
    &impact_duration::METRIC,
    &follower_minutes::METRIC,
    &account_minutes::METRIC,
    &time_to_detect::METRIC,
    &time_to_acknowledge::METRIC,
    &time_to_mitigate::METRIC,
    &time_to_repair::METRIC,
    &time_to_resolve::METRIC,
    &time_to_public_notice::METRIC,
];

/// How far one milestone is after another.
fn between(incident: &Incident, from: Milestone, to: Milestone) -> Measured {
    Measured::Time(match (incident.milestone(from), incident.milestone(to)) {
        (Some(from), Some(to)) => incident.times.difference(from, to),
        _ => Difference::NOT_RECORDED,
    })
}

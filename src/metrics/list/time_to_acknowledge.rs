//! From the notice to the responder who took it.

use super::between;
use crate::metrics::Metric;
use crate::model::words::Milestone::{Acknowledged, Detected};

pub(super) const METRIC: Metric = Metric {
    id: "time_to_acknowledge",
    name: "Time to acknowledge",
    definition: "`acknowledged` minus `detected`: how long the notice waited for a responder.",
    measure: |incident| between(incident, Detected, Acknowledged),
};

//! From the notice to the end of the harm.

use super::between;
use crate::metrics::Metric;
use crate::model::words::Milestone::{Detected, ImpactEnd};

pub(super) const METRIC: Metric = Metric {
    id: "time_to_repair",
    name: "Time to repair",
    definition: "`impact_end` minus `detected`: how long it took to end the impact once it was known.",
    measure: |incident| between(incident, Detected, ImpactEnd),
};

//! From the first harm to the first notice of it.

use super::between;
use crate::metrics::Metric;
use crate::model::words::Milestone::{Detected, ImpactStart};

pub(super) const METRIC: Metric = Metric {
    id: "time_to_detect",
    name: "Time to detect",
    definition: "`detected` minus `impact_start`: how long somebody was affected before anybody who answers for it knew. Below zero where it was noticed before it did harm.",
    measure: |incident| between(incident, ImpactStart, Detected),
};

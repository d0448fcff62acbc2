//! From the first harm to the all-clear.

use super::between;
use crate::metrics::Metric;
use crate::model::words::Milestone::{ImpactStart, Resolved};

pub(super) const METRIC: Metric = Metric {
    id: "time_to_resolve",
    name: "Time to resolve",
    definition: "`resolved` minus `impact_start`: how long until the incident was called over.",
    measure: |incident| between(incident, ImpactStart, Resolved),
};

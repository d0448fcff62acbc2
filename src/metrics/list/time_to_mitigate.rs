//! From the first harm to the end of most of it.

use super::between;
use crate::metrics::Metric;
use crate::model::words::Milestone::{ImpactStart, Mitigated};

pub(super) const METRIC: Metric = Metric {
    id: "time_to_mitigate",
    name: "Time to mitigate",
    definition: "`mitigated` minus `impact_start`: how long until the impact was stopped or made small, whatever happened to its cause.",
    measure: |incident| between(incident, ImpactStart, Mitigated),
};

//! From the first harm to the first public word.

use super::between;
use crate::metrics::Metric;
use crate::model::words::Milestone::{ImpactStart, PublicNotice};

pub(super) const METRIC: Metric = Metric {
    id: "time_to_public_notice",
    name: "Time to public notice",
    definition: "`public_notice` minus `impact_start`: how long those outside waited for a word.",
    measure: |incident| between(incident, ImpactStart, PublicNotice),
};

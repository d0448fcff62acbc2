//! How long something was impaired.

use crate::metrics::{Measured, Metric, impaired_where};

pub(super) const METRIC: Metric = Metric {
    id: "impact_duration",
    name: "Impact duration",
    definition: "The measure of the union of all segments in which something was impaired; without segments, \
                 `impact_end` minus `impact_start`. Time that two segments share counts once, and two of which one ends where \
                 the other begins are one.",
    measure: |incident| Measured::Time(impaired_where(incident, |_| true)),
};

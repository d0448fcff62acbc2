//! Whether the length that somebody stated can be the one that the times give.

use super::impaired_where;
use crate::model::time::{Difference, Tick};
use crate::model::{Duration, Incident};

/// The computed impact duration, where it has no value in common with the stated one at the coarser of their ticks.
#[must_use]
pub fn stated_differs(incident: &Incident) -> Option<Difference> {
    let stated = incident.impact.as_ref()?.stated_duration.as_ref()?.value.as_ref()?;
    let computed = impaired_where(incident, |_| true);
    let tick = computed.tick?;
    let seconds = match tick.max(stated.tick()) {
        Tick::Second => 1,
        Tick::Minute => 60,
        Tick::Day => 86_400,
        // A month has no one length to compare with.
        Tick::Month | Tick::Year => return None,
    };
    let own = match tick {
        Tick::Second => 1,
        Tick::Minute => 60,
        _ => 86_400,
    };
    let stated = (stated.low_seconds().map(|s| s.div_euclid(seconds)), ends(stated, seconds));
    let low = computed.low.map(|low| (low * own).div_euclid(seconds));
    let high = computed.high.map(|high| (high * own).div_euclid(seconds));
    let is_after = |low: Option<i64>, high: Option<i64>| low.zip(high).is_some_and(|(low, high)| low > high);
    (is_after(low, stated.1) || is_after(stated.0, high)).then_some(computed)
}

fn ends(stated: &Duration, seconds: i64) -> Option<i64> {
    stated.high_seconds().map(|high| high.div_euclid(seconds))
}

//! How many accounts were affected, for how many minutes.

use crate::metrics::count::{Bounds, bounds};
use crate::metrics::span::{Span, are_apart};
use crate::metrics::{Count, Measured, Metric, NotRecorded, impaired};
use crate::model::{Incident, Segment};

pub(super) const METRIC: Metric = Metric {
    id: "account_minutes",
    name: "Account-minutes",
    definition: "For each population, the affected accounts times the minutes of their segment, summed. Populations \
                 that overlap are never added, nor are segments of one population that may overlap.",
    measure: |incident| Measured::Counts(measure(incident)),
};

fn measure(incident: &Incident) -> Vec<(Option<String>, Count)> {
    let segments = incident.impact.iter().flat_map(|impact| &impact.segments);
    let counted: Vec<&Segment> = segments.filter(|segment| segment.accounts.is_some()).collect();
    let mut populations: Vec<&Option<String>> = Vec::new();
    for segment in &counted {
        if !populations.contains(&&segment.population) {
            populations.push(&segment.population);
        }
    }
    let count = |population: &Option<String>| {
        let of_it: Vec<&Segment> = counted.iter().copied().filter(|s| s.population == *population).collect();
        (population.clone(), of_population(incident, &of_it))
    };
    populations.into_iter().map(count).collect()
}

fn of_population(incident: &Incident, segments: &[&Segment]) -> Count {
    let spans: Vec<Span> = segments.iter().filter_map(|segment| Span::of(incident, segment)).collect();
    if spans.len() < segments.len() {
        return Count::NOTHING;
    }
    if !are_apart(incident, &spans) {
        return Count::NotRecorded(NotRecorded::Overlapping);
    }
    let mut sum = Bounds::ZERO;
    for (segment, span) in segments.iter().zip(&spans) {
        let (Some(accounts), Some(minutes)) = (&segment.accounts, Bounds::of_minutes(impaired(incident, &[*span])))
        else {
            return Count::NOTHING;
        };
        sum = sum.plus(bounds(accounts).times(minutes));
    }
    sum.whole()
}

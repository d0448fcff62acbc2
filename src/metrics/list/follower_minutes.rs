//! How many followers were cut off, for how many minutes.

use crate::metrics::count::{Bounds, bounds};
use crate::metrics::{Count, Measured, Metric, Span, impaired, spans};
use crate::model::words::Level;
use crate::model::{Incident, Segment};

pub(super) const METRIC: Metric = Metric {
    id: "follower_minutes",
    name: "Follower-minutes",
    definition: "For each account, its followers times the minutes in which it could not be reached, summed. An upper \
                 bound of the audience: nobody knows how many of them were looking.",
    measure: |incident| Measured::Count(measure(incident)),
};

fn measure(incident: &Incident) -> Count {
    let mut sum: Option<Bounds> = None;
    for account in &incident.accounts {
        let Some(followers) = &account.followers else { continue };
        // Where the level is disputed, the account may have been reachable all the time.
        let is_hit = |how: Reach| spans(incident, |s| affects(s, &account.id) && reach(s).is_some_and(|is| is >= how));
        let (Some(certain), Some(possible)) = (is_hit(Reach::Cut), is_hit(Reach::Disputed)) else {
            return Count::NOTHING;
        };
        if possible.is_empty() {
            continue;
        }
        let certain = if certain.is_empty() { Some(Bounds::ZERO) } else { minutes(incident, &certain) };
        let (Some(certain), Some(possible)) = (certain, minutes(incident, &possible)) else { return Count::NOTHING };
        let product = bounds(followers).times(certain.up_to(possible));
        sum = Some(sum.map_or(product, |sum| sum.plus(product)));
    }
    sum.map_or(Count::NOTHING, Bounds::whole)
}

fn minutes(incident: &Incident, spans: &[Span]) -> Option<Bounds> {
    Bounds::of_minutes(impaired(incident, spans))
}

/// How sure it is that a segment cuts followers off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// Some source says so.
    Disputed,
    /// Down, or of no stated level.
    Cut,
}

fn reach(segment: &Segment) -> Option<Reach> {
    let Some(level) = &segment.level else { return Some(Reach::Cut) };
    match level.value {
        Some(Level::Major) => Some(Reach::Cut),
        Some(_) => None,
        None => level.reports.iter().any(|(_, says)| *says == Level::Major).then_some(Reach::Disputed),
    }
}

fn affects(segment: &Segment, account: &str) -> bool {
    segment.affects.is_empty() || segment.affects.iter().any(|id| id == account)
}

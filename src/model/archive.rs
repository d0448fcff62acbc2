//! Every incident of a project, in one order that nothing but the records decides.

use super::Incident;
use super::time::TimeId;
use super::words::Milestone;
use chrono::{DateTime, Utc};
use std::cmp::{Ordering, Reverse};

/// Every incident, latest start first, then by id.
#[derive(Clone, Debug, Default)]
pub struct Archive {
    /// The incidents.
    pub incidents: Vec<Incident>,
}

impl Archive {
    /// Puts incidents in order.
    #[must_use]
    pub fn new(mut incidents: Vec<Incident>) -> Self {
        incidents.sort_by(in_order);
        Self { incidents }
    }

    /// The incident of an id, or of an alias.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Incident> {
        let by_id = self.incidents.iter().find(|incident| incident.id == id);
        by_id.or_else(|| self.incidents.iter().find(|incident| incident.aliases.iter().any(|alias| alias == id)))
    }
}

/// Which of two incidents stands first in an archive: the later one, and of two at once that of the lesser id.
#[must_use]
pub fn in_order(a: &Incident, b: &Incident) -> Ordering {
    Reverse(start(a)).cmp(&Reverse(start(b))).then_with(|| a.id.cmp(&b.id))
}

/// The first second in which an incident may have begun.
#[must_use]
pub fn start(incident: &Incident) -> Option<DateTime<Utc>> {
    beginning(incident).and_then(|time| incident.times.time(time).earliest).map(|edge| edge.first)
}

/// The time at which an incident began: that of its impact, else of its earliest dated entry.
#[must_use]
pub fn beginning(incident: &Incident) -> Option<TimeId> {
    let first = |id: TimeId| incident.times.time(id).earliest.map(|edge| edge.first);
    let milestones = [Milestone::ImpactStart, Milestone::Detected, Milestone::Declared, Milestone::Trigger];
    let mut by_milestone = milestones.iter().filter_map(|milestone| incident.milestone(*milestone));
    by_milestone.find(|id| first(*id).is_some()).or_else(|| {
        let dated = incident.timeline.iter().map(|entry| entry.at).filter(|at| first(*at).is_some());
        dated.min_by_key(|at| first(*at))
    })
}

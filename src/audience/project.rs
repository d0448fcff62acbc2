//! Takes out of the archive what an audience may not see.

use super::{Edition, Withheld};
use crate::config::Config;
use crate::model::time::Times;
use crate::model::visit::Citing;
use crate::model::words::{Publish, Word};
use crate::model::{Actor, Archive, Claim, Endpoint, Factor, Incident, Mark, Source};
use chrono_tz::Tz;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Deref;

/// An address that was left out because it holds a withheld name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// The record.
    pub incident: String,
    /// The field, such as `sources.dailydot.url`.
    pub field: String,
}

/// An incident as one audience may see it.
///
/// What bears an `audience` is kept for that audience and those further in. A name is kept only where the record says
/// that it is to be published, and an address that holds a name that is not is left out. Only a [`Viewer`] makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct Projected(Incident);

impl Deref for Projected {
    type Target = Incident;

    fn deref(&self) -> &Incident {
        &self.0
    }
}

/// One audience, and what it may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    audience: String,
    /// The audiences of the config, innermost first.
    audiences: Vec<String>,
}

impl Viewer {
    /// An audience of the config.
    ///
    /// # Panics
    ///
    /// If the config has no such audience: who asks for one compares it with the config first.
    #[must_use]
    pub fn new(config: &Config, audience: &str) -> Self {
        assert!(config.audiences.iter().any(|known| known == audience), "the audience is one of the config");
        Self { audience: audience.to_owned(), audiences: config.audiences.clone() }
    }

    /// Whether it may see something for `audience`; what the config does not know is for nobody but the innermost.
    #[must_use]
    pub fn may_see(&self, audience: Option<&str>) -> bool {
        let place = |name: &str| self.audiences.iter().position(|known| known == name);
        match audience {
            None => true,
            Some(name) => place(&self.audience).is_some_and(|viewer| viewer <= place(name).unwrap_or(0)),
        }
    }

    /// What it may see of an incident, and which addresses that leaves out: `withheld` are the names that no record of
    /// the project gives away, and `is_seen` says whether it may see the incident that is or was called so.
    pub fn project(
        &self,
        incident: Incident,
        withheld: &Withheld,
        is_seen: impl Fn(&str) -> bool,
    ) -> (Projected, Vec<Omission>) {
        let mut omissions = Vec::new();
        let incident = project_one(incident, self, withheld, is_seen, &mut omissions);
        (Projected(incident), omissions)
    }

    fn is_innermost(&self) -> bool {
        self.audiences.first().is_some_and(|innermost| *innermost == self.audience)
    }
}

/// The edition of the archive for one audience.
///
/// # Panics
///
/// If the config has no such audience: who asks for one compares it with the config first.
#[must_use]
pub fn project(archive: &Archive, config: &Config, audience: &str) -> Edition {
    let viewer = Viewer::new(config, audience);
    let withheld = Withheld::of(&archive.incidents, config);
    let seen: Vec<&Incident> =
        archive.incidents.iter().filter(|incident| viewer.may_see(incident.audience.as_deref())).collect();
    let names = seen.iter().flat_map(|incident| [&incident.id].into_iter().chain(&incident.aliases));
    let ids: BTreeSet<&str> = names.map(String::as_str).collect();
    let projected = seen.par_iter().map(|seen| viewer.project((*seen).clone(), &withheld, |id| ids.contains(id)));
    let (incidents, omissions): (Vec<Projected>, Vec<Vec<Omission>>) = projected.unzip();
    Edition { audience: audience.to_owned(), incidents, omissions: omissions.concat(), withheld }
}

fn project_one(
    mut incident: Incident,
    viewer: &Viewer,
    withheld: &Withheld,
    is_seen: impl Fn(&str) -> bool,
    omissions: &mut Vec<Omission>,
) -> Incident {
    incident.relations.retain(|relation| is_seen(&relation.id));
    entries(&mut incident, viewer);
    factors(&mut incident, viewer);
    if let Some(remediation) = &mut incident.remediation {
        remediation.items.retain(|item| viewer.may_see(item.audience.as_deref()));
    }
    sources(&mut incident, viewer);
    ties(&mut incident);
    actors(&mut incident);
    addresses(&mut incident, withheld, omissions);
    if !viewer.is_innermost() {
        audiences(&mut incident);
    }
    incident.allow.clear();
    incident
}

/// Leaves out entries, and the milestones that they are.
fn entries(incident: &mut Incident, viewer: &Viewer) {
    let kept: Vec<bool> = incident.timeline.iter().map(|entry| viewer.may_see(entry.audience.as_deref())).collect();
    let new_index = |old: usize| kept[..old].iter().filter(|kept| **kept).count();
    incident.milestones.retain(|_, mark| mark.entry.is_none_or(|entry| kept[entry]));
    for Mark { entry, .. } in incident.milestones.values_mut() {
        *entry = entry.map(new_index);
    }
    let mut keep = kept.iter();
    incident.timeline.retain(|_| keep.next().is_some_and(|keep| *keep));
    for entry in &mut incident.timeline {
        entry.allow.clear();
    }
}

/// Leaves out factors, and counts anew where an item of remediation names them by number.
fn factors(incident: &mut Incident, viewer: &Viewer) {
    let may_see = |factor: &Factor| viewer.may_see(factor.audience.as_deref());
    let lists = [&incident.contributing_factors, &incident.root_cause];
    let kept = lists.map(|list| list.iter().map(may_see).collect::<Vec<bool>>());
    let hidden = lists.into_iter().flatten().filter(|factor| !may_see(factor));
    let hidden: Vec<String> = hidden.map(|factor| factor.statement.trim().to_owned()).collect();
    incident.root_cause.retain(may_see);
    incident.contributing_factors.retain(may_see);
    let renumbered = |said: String| {
        let place = said.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let list = place.and_then(|place| kept.iter().find(|kept| place < kept.len()));
        match (place, list) {
            (Some(place), Some(kept)) => {
                kept[place].then(|| (kept[..=place].iter().filter(|kept| **kept).count()).to_string())
            }
            _ => Some(said).filter(|said| !hidden.contains(said)),
        }
    };
    for item in incident.remediation.iter_mut().flat_map(|remediation| &mut remediation.items) {
        item.factors = std::mem::take(&mut item.factors).into_iter().filter_map(renumbered).collect();
    }
}

/// Leaves out sources, what cites them, and what only they report.
fn sources(incident: &mut Incident, viewer: &Viewer) {
    let is_hidden = |source: &&Source| !viewer.may_see(source.audience.as_deref());
    let hidden = incident.sources.iter().filter(is_hidden).map(|source| source.key.clone()).collect();
    incident.sources.retain(|source| !is_hidden(&source));
    let zone = incident.timezone;
    incident.visit_citing(&mut Forgotten { hidden, zone });
}

/// Leaves out what cites these sources.
struct Forgotten {
    hidden: BTreeSet<String>,
    zone: Tz,
}

impl Citing for Forgotten {
    fn sources(&mut self, keys: &mut Vec<String>) {
        keys.retain(|key| !self.hidden.contains(key));
    }

    fn claim<T>(&mut self, claim: &mut Option<Claim<T>>) {
        let Some(Claim { value, reports, sources }) = claim else { return };
        self.sources(sources);
        reports.retain(|(key, _)| !self.hidden.contains(key));
        if value.is_none() && reports.is_empty() {
            *claim = None;
        }
    }

    fn times(&mut self, times: &mut Times) {
        times.forget_reports(self.zone, |key| self.hidden.contains(key));
    }
}

/// Leaves out the names of entries that are not there: what was tied to one keeps its bounds.
fn ties(incident: &mut Incident) {
    let entries = incident.timeline.iter().filter_map(|entry| entry.id.clone());
    let milestones = incident.milestones.keys().map(|milestone| milestone.as_str().to_owned());
    let known: BTreeSet<String> = entries.chain(milestones).collect();
    for entry in &mut incident.timeline {
        entry.causes.retain(|id| known.contains(id));
    }
    let segments = incident.impact.iter_mut().flat_map(|impact| &mut impact.segments);
    for end in segments.flat_map(|segment| [&mut segment.from, &mut segment.to]).flatten() {
        if let Endpoint::Name(name) = end
            && !known.contains(name)
            && let Some(time) = incident.times.named(name)
        {
            *end = Endpoint::Time(time);
        }
    }
    incident.times.forget_names(|name| !known.contains(name));
}

/// Leaves out names that are not to be published, what tells who bears a pseudonym, and actors that are not to be
/// shown.
fn actors(incident: &mut Incident) {
    for actor in &mut incident.actors {
        if actor.publish != Publish::Name {
            actor.withheld = actor.name.take().is_some();
        }
        if actor.publish == Publish::Pseudonym {
            (actor.role, actor.employment_event) = (None, None);
        }
    }
    let hidden: Vec<String> =
        incident.actors.iter().filter(|a| a.publish == Publish::None).map(|a: &Actor| a.id.clone()).collect();
    incident.actors.retain(|actor| !hidden.contains(&actor.id));
    let clear = |said: &mut Option<String>| {
        if said.as_ref().is_some_and(|id| hidden.contains(id)) {
            *said = None;
        }
    };
    incident.timeline.iter_mut().for_each(|entry| clear(&mut entry.actor));
    for action in &mut incident.actions {
        clear(&mut action.actor);
        clear(&mut action.target);
    }
    incident.detection.iter_mut().for_each(|detection| clear(&mut detection.by));
    incident.remediation.iter_mut().flat_map(|r| &mut r.items).for_each(|item| clear(&mut item.owner));
    incident.responders.retain_mut(|responder| {
        let before = responder.who.len();
        responder.who.retain(|who| !hidden.contains(who));
        responder.who.len() == before || !responder.who.is_empty()
    });
}

/// Leaves out who may see what: it tells those further out that there is more to see.
fn audiences(incident: &mut Incident) {
    incident.audience = None;
    incident.timeline.iter_mut().for_each(|entry| entry.audience = None);
    let factors = incident.root_cause.iter_mut().chain(&mut incident.contributing_factors);
    factors.for_each(|factor| factor.audience = None);
    incident.remediation.iter_mut().flat_map(|r| &mut r.items).for_each(|item| item.audience = None);
    incident.sources.iter_mut().for_each(|source| source.audience = None);
}

/// Leaves out addresses that hold a withheld name.
fn addresses(incident: &mut Incident, withheld: &Withheld, omissions: &mut Vec<Omission>) {
    let id = incident.id.clone();
    let mut clear = |address: &mut Option<String>, field: String| {
        if address.as_ref().is_some_and(|address| withheld.in_address(address).is_some()) {
            *address = None;
            omissions.push(Omission { incident: id.clone(), field });
        }
    };
    for source in &mut incident.sources {
        clear(&mut source.url, format!("sources.{}.url", source.key));
        clear(&mut source.archived, format!("sources.{}.archived", source.key));
        clear(&mut source.via, format!("sources.{}.via", source.key));
    }
    for (index, entry) in incident.timeline.iter_mut().enumerate() {
        clear(&mut entry.post, format!("timeline[{index}].post"));
    }
    for (index, item) in incident.remediation.iter_mut().flat_map(|r| &mut r.items).enumerate() {
        clear(&mut item.link, format!("remediation[{index}].link"));
    }
}

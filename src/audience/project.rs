//! Takes out of the archive what an audience may not see.

use super::{Edition, Withheld};
use crate::config::Config;
use crate::model::time::Times;
use crate::model::visit::Citing;
use crate::model::words::{Publish, Word};
use crate::model::{Actor, Archive, Claim, Endpoint, Factor, Incident, Mark, Source, in_order};
use chrono_tz::Tz;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// An address that was left out because it holds a withheld name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// The record.
    pub incident: String,
    /// The field, such as `sources.dailydot.url`.
    pub field: String,
}

/// The edition of the archive for one audience.
///
/// What bears an `audience` is kept for that audience and those further in. A name is kept only where the record says
/// that it is to be published, and an address that holds a name that is not is left out.
///
/// # Panics
///
/// If the config has no such audience: who asks for one compares it with the config first.
#[must_use]
pub fn project(archive: &Archive, config: &Config, audience: &str) -> Edition {
    let incidents: Vec<&Incident> = archive.incidents.iter().collect();
    Edition::of(&incidents, Withheld::of(&archive.incidents, config), config, audience)
}

impl Edition {
    /// The edition of some incidents, which stand in the order of an archive, for one audience; `withheld` are the
    /// names that no record of the project gives away.
    ///
    /// # Panics
    ///
    /// If the config has no such audience: who asks for one compares it with the config first.
    #[must_use]
    pub fn of(incidents: &[&Incident], withheld: Withheld, config: &Config, audience: &str) -> Self {
        assert!(config.audiences.iter().any(|known| known == audience), "the audience is one of the config");
        let viewer = Viewer { config, audience };
        let seen: Vec<&Incident> =
            incidents.iter().copied().filter(|incident| viewer.may_see(incident.audience.as_deref())).collect();
        let ids: BTreeSet<&str> = seen.iter().flat_map(|incident| names_of(incident)).collect();
        let projected = seen.par_iter().map(|incident| {
            let mut omissions = Vec::new();
            let is_seen = |id: &str| ids.contains(id);
            (project_one((*incident).clone(), &viewer, &withheld, is_seen, &mut omissions), omissions)
        });
        let (incidents, omissions): (Vec<_>, Vec<Vec<_>>) = projected.unzip();
        Self { audience: audience.to_owned(), incidents, omissions: omissions.concat(), withheld }
    }

    /// Brings one incident up to date: `path` is its file, and `incident` what it says now, if it is still there.
    ///
    /// Ties to incidents that the edition does not hold are left out, so that those that name one that came or went are
    /// to be put again.
    pub fn put(&mut self, path: &str, incident: Option<&Incident>, config: &Config) -> Moved {
        let from = self.incidents.iter().position(|incident| incident.path == path);
        if let Some(place) = from {
            let old = &self.incidents[place].id;
            self.omissions.retain(|omission| omission.incident != *old);
        }
        let viewer = Viewer { config, audience: &self.audience };
        let new = incident.filter(|incident| viewer.may_see(incident.audience.as_deref())).map(|incident| {
            let others = self.incidents.iter().filter(|other| other.path != path);
            let is_seen =
                |id: &str| others.clone().chain([incident]).any(|other| names_of(other).any(|name| name == id));
            project_one(incident.clone(), &viewer, &self.withheld, is_seen, &mut self.omissions)
        });
        // Most edits leave the order as it is, and then nothing else has to make room.
        let stays = from.zip(new.as_ref()).is_some_and(|(place, new)| {
            self.incidents[..place].last().is_none_or(|before| in_order(before, new).is_lt())
                && self.incidents.get(place + 1).is_none_or(|after| in_order(new, after).is_lt())
        });
        let to = match (from, new) {
            (Some(place), Some(new)) if stays => {
                self.incidents[place] = new;
                from
            }
            (from, new) => {
                from.inspect(|place| drop(self.incidents.remove(*place)));
                new.map(|new| {
                    let place = self.incidents.partition_point(|other| in_order(other, &new).is_lt());
                    self.incidents.insert(place, new);
                    place
                })
            }
        };
        Moved { from, to }
    }
}

/// Where an incident was in an edition, and where it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The place that it was taken from.
    pub from: Option<usize>,
    /// The place that it was then put at.
    pub to: Option<usize>,
}

/// What an incident is and was called.
fn names_of(incident: &Incident) -> impl Iterator<Item = &str> {
    [&incident.id].into_iter().chain(&incident.aliases).map(String::as_str)
}

struct Viewer<'a> {
    config: &'a Config,
    audience: &'a str,
}

impl Viewer<'_> {
    /// Whether something for `audience` may be seen; what the config does not know is for nobody but the innermost.
    fn may_see(&self, audience: Option<&str>) -> bool {
        let place = |name: &str| self.config.audiences.iter().position(|known| known == name);
        match audience {
            None => true,
            Some(name) => place(self.audience).is_some_and(|viewer| viewer <= place(name).unwrap_or(0)),
        }
    }

    fn is_innermost(&self) -> bool {
        self.config.audiences.first().is_some_and(|innermost| innermost == self.audience)
    }
}

fn project_one(
    mut incident: Incident,
    viewer: &Viewer<'_>,
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
fn entries(incident: &mut Incident, viewer: &Viewer<'_>) {
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
fn factors(incident: &mut Incident, viewer: &Viewer<'_>) {
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
fn sources(incident: &mut Incident, viewer: &Viewer<'_>) {
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

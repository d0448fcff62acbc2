//! Goes past everything in an incident that cites a source. Every struct is taken apart field by field, so that a new
//! field does not compile until somebody has said here whether it cites one.

use super::record::{
    Account, Action, Actor, Claim, Correction, Detection, Entry, Factor, Impact, Item, Lessons, Mark, Measure, Prose,
    Remediation, Segment,
};
use super::{Incident, time::Times};

/// What is done with everything that cites a source.
pub trait Citing {
    /// The keys of a `sources` list.
    fn sources(&mut self, keys: &mut Vec<String>);

    /// A value that sources may dispute; its `sources` too.
    fn claim<T>(&mut self, claim: &mut Option<Claim<T>>);

    /// The times of the record, each of which sources may dispute.
    fn times(&mut self, times: &mut Times);
}

impl Incident {
    /// Shows `citing` everything of the record that cites a source.
    pub fn visit_citing(&mut self, citing: &mut impl Citing) {
        let Self {
            id: _,
            path: _,
            aliases: _,
            title: _,
            status: _,
            review: _,
            withdrawn_reason: _,
            account_of: _,
            severity,
            kind,
            tags: _,
            timezone: _,
            times,
            milestones,
            summary,
            detection,
            actors,
            actions,
            accounts,
            components: _,
            impact,
            timeline,
            trigger,
            root_cause,
            contributing_factors,
            resolution,
            lessons,
            remediation,
            remediation_reason: _,
            responders: _,
            relations: _,
            sources: _,
            corrections,
            allow: _,
            audience: _,
            body: _,
            links: _,
            given: _,
            unread: _,
        } = self;
        let Lessons { went_well, went_wrong, lucky, surprised_by } = lessons;
        citing.times(times);
        citing.claim(severity);
        citing.claim(kind);
        [summary, trigger, resolution].into_iter().flatten().for_each(|prose| of_prose(prose, citing));
        let lessons = [went_well, went_wrong, lucky, surprised_by].into_iter().flatten();
        lessons.for_each(|lesson| of_prose(lesson, citing));
        for Mark { time: _, entry: _, sources } in milestones.values_mut() {
            citing.sources(sources);
        }
        if let Some(Detection { method, by: _, note: _, sources }) = detection {
            citing.claim(method);
            citing.sources(sources);
        }
        for actor in actors {
            let Actor { id: _, role: _, kind, name: _, withheld: _, employment_event: _, publish: _, sources } = actor;
            citing.claim(kind);
            citing.sources(sources);
        }
        for action in actions {
            of_action(action, citing);
        }
        for Account { id: _, handle: _, platform: _, followers, sources } in accounts {
            citing.claim(followers);
            citing.sources(sources);
        }
        if let Some(impact) = impact {
            of_impact(impact, citing);
        }
        for entry in timeline {
            of_entry(entry, citing);
        }
        root_cause.iter_mut().chain(contributing_factors).for_each(|factor| of_factor(factor, citing));
        if let Some(Remediation { items, is_none: _ }) = remediation {
            for item in items {
                of_item(item, citing);
            }
        }
        for Correction { at: _, what: _, why: _, sources } in corrections {
            citing.sources(sources);
        }
    }
}

fn of_prose(Prose { text: _, sources }: &mut Prose, citing: &mut impl Citing) {
    citing.sources(sources);
}

fn of_action(action: &mut Action, citing: &mut impl Citing) {
    let Action { actor: _, category, variety, vector, target: _, intent, sources } = action;
    citing.claim(category);
    for claim in [variety, vector, intent] {
        citing.claim(claim);
    }
    citing.sources(sources);
}

fn of_impact(impact: &mut Impact, citing: &mut impl Citing) {
    let Impact { description: _, stated_duration, segments, curve: _, measures, sources } = impact;
    citing.claim(stated_duration);
    citing.sources(sources);
    for Segment { from: _, to: _, affects: _, level, accounts, population: _, sources } in segments {
        citing.claim(level);
        citing.claim(accounts);
        citing.sources(sources);
    }
    for Measure { name: _, value, unit: _, as_of: _, sources } in measures {
        citing.claim(value);
        citing.sources(sources);
    }
}

fn of_entry(entry: &mut Entry, citing: &mut impl Citing) {
    let Entry {
        id: _,
        at: _,
        until: _,
        text: _,
        actor: _,
        kind,
        milestones: _,
        component: _,
        impact,
        sources,
        post: _,
        known_at: _,
        causes: _,
        key: _,
        audience: _,
        allow: _,
    } = entry;
    citing.claim(kind);
    citing.claim(impact);
    citing.sources(sources);
}

fn of_factor(factor: &mut Factor, citing: &mut impl Citing) {
    let Factor { statement: _, category, evidence: _, latent_since: _, sources, audience: _ } = factor;
    citing.claim(category);
    citing.sources(sources);
}

fn of_item(item: &mut Item, citing: &mut impl Citing) {
    let Item {
        id: _,
        title: _,
        kind,
        owner: _,
        due: _,
        status: _,
        done_at: _,
        link: _,
        reason: _,
        factors: _,
        sources,
        audience: _,
    } = item;
    citing.claim(kind);
    citing.sources(sources);
}

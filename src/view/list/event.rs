//! What a row says beside its time: the headline, who, what else, and what it rests on.

use super::headline;
use super::items::{Item, What};
use crate::config::Config;
use crate::model::words::{EntryKind, Milestone};
use crate::model::{Entry, Incident};
use crate::view::minutes::{Event, MilestoneTag, Tone};
use crate::view::shown::{Link, Markdown, Part};
use crate::view::values;
use crate::view::words::{self, plain};

/// The row of an item, but for what depends on the rows around it; `cause` links to the row of an entry.
pub(super) fn event(
    incident: &Incident,
    config: &Config,
    item: &Item<'_>,
    cause: impl Fn(&str) -> Option<Link>,
) -> Event {
    let tones: Vec<Tone> = item.milestones.iter().copied().map(tone).collect();
    let tone = [Tone::Hit, Tone::Good].into_iter().find(|tone| tones.contains(tone)).unwrap_or_default();
    match item.what {
        What::Milestone(mark) => Event {
            tone,
            headline: Markdown(item.milestones.first().map_or("", |milestone| sentence(*milestone)).to_owned()),
            sources: words::citations(incident, &mark.sources),
            ..Event::default()
        },
        What::Entry(entry) => {
            let (headline, text) = headline::split(&entry.text, &incident.links);
            Event {
                tone,
                headline,
                text,
                milestones: item.milestones.iter().map(|milestone| tag(*milestone)).collect(),
                actor: entry.actor.as_deref().and_then(|id| words::actor(incident, id)),
                details: details(incident, config, item, entry),
                post: entry.post.as_deref().and_then(post),
                causes: entry.causes.iter().filter_map(|id| cause(id)).collect(),
                sources: words::citations(incident, &entry.sources),
                ..Event::default()
            }
        }
    }
}

fn tag(milestone: Milestone) -> MilestoneTag {
    let label = match milestone {
        Milestone::Trigger => "Trigger",
        Milestone::ImpactStart => "Start",
        Milestone::Detected => "Detected",
        Milestone::Declared => "Declared",
        Milestone::Acknowledged => "Acknowledged",
        Milestone::Identified => "Cause known",
        Milestone::Mitigated => "Mitigated",
        Milestone::ImpactEnd => "End",
        Milestone::Resolved => "Resolved",
        Milestone::PublicNotice => "Public notice",
    };
    MilestoneTag { label: label.to_owned(), tone: tone(milestone) }
}

const fn tone(milestone: Milestone) -> Tone {
    match milestone {
        Milestone::ImpactStart => Tone::Hit,
        Milestone::Mitigated | Milestone::ImpactEnd => Tone::Good,
        _ => Tone::Plain,
    }
}

/// What happens at a milestone that no entry tells of.
const fn sentence(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Trigger => "It is set off",
        Milestone::ImpactStart => "The impact begins",
        Milestone::Detected => "It is detected",
        Milestone::Declared => "It is declared an incident",
        Milestone::Acknowledged => "A responder takes it",
        Milestone::Identified => "The cause is known",
        Milestone::Mitigated => "The impact is mitigated",
        Milestone::ImpactEnd => "The impact ends",
        Milestone::Resolved => "It is called resolved",
        Milestone::PublicNotice => "The public is told",
    }
}

fn details(incident: &Incident, config: &Config, item: &Item<'_>, entry: &Entry) -> Vec<Vec<Part>> {
    let near = item.day(incident);
    let curve = incident.impact.as_ref().and_then(|impact| impact.curve.as_ref());
    let value = entry.impact.as_ref().and_then(|claim| claim.value.as_ref()).map(|value| {
        let of = curve.and_then(|curve| curve.of.as_deref().or(curve.unit.as_deref())).unwrap_or("impact");
        vec![plain(format!("{of}: {}", values::number(value)))]
    });
    let kind = match entry.kind.as_ref().and_then(|kind| kind.value) {
        Some(EntryKind::Decision) => Some("Decision"),
        Some(EntryKind::Deploy) => Some("Deploy"),
        _ => None,
    };
    let until = entry.until.map(|id| [vec![plain("until ")], words::time(incident, id, near)].concat());
    let known =
        entry.known_at.map(|id| [vec![plain("the team learned of it ")], words::when(incident, id, near)].concat());
    let component = entry.component.as_deref().map(|id| vec![plain(values::affected(incident, config, id))]);
    [component, kind.map(|kind| vec![plain(kind)]), value, until, known].into_iter().flatten().collect()
}

/// The post that an entry is, by the site it stands on.
fn post(address: &str) -> Option<Link> {
    let address = values::address(address)?;
    Some(Link { label: format!("Post on {}", values::host(address)), href: address.to_owned() })
}

//! How those who took part are called.

use super::capitalised;
use crate::model::Incident;
use crate::model::words::{ActorKind, Publish};
use crate::view::minutes::Actor;

/// What an actor is called where readers see it: its name if that is to be published, else its role, its pseudonym,
/// or a plain word for what it is. `None` if the record does not say who it is.
pub(in crate::view) fn actor(incident: &Incident, id: &str) -> Option<Actor> {
    let actor = incident.actor(id)?;
    let role = || actor.role.as_deref().map(capitalised);
    let label = match actor.publish {
        Publish::Name => actor.name.clone().or_else(role),
        Publish::Role => role(),
        Publish::Pseudonym => Some(actor.id.clone()),
        Publish::None => return None,
    };
    let kind = actor.kind.as_ref().and_then(|kind| kind.value);
    let label = label.unwrap_or_else(|| plain_word(kind).to_owned());
    Some(Actor { label, is_withheld: actor.withheld })
}

const fn plain_word(kind: Option<ActorKind>) -> &'static str {
    match kind {
        Some(ActorKind::Internal) => "Somebody inside",
        Some(ActorKind::External) => "Somebody outside",
        Some(ActorKind::Partner) => "A partner",
        Some(ActorKind::System) => "A system",
        Some(ActorKind::Unknown) | None => "Somebody",
    }
}

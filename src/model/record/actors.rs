//! Who and what took part, what was done, and which accounts it was done to. The terms are those of VERIS.

use super::claim::{Claim, Count, lines};
use super::clock::Clock;
use crate::model::number::Number;
use crate::model::words::{ActionCategory, ActorKind, Publish};
use crate::source::Node;
use crate::source::decode::{Read, Reader};
use crate::source::field::{Field, Key, Kind, Shape};
use crate::source::shapes::Line;

/// Somebody or something that took part.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The key that entries name it by.
    pub id: String,
    /// What it is called where its name is not: `contractor, trust and safety`.
    pub role: Option<String>,
    /// Inside or outside the organisation.
    pub kind: Option<Claim<ActorKind>>,
    /// The name; gone from an edition that may not show it.
    pub name: Option<String>,
    /// A name is recorded and this edition does not hold it.
    pub withheld: bool,
    /// A change of employment that bears on the incident (VERIS job change, and `last-day`).
    pub employment_event: Option<String>,
    /// How the actor is shown; the role unless said otherwise.
    pub publish: Publish,
    /// Keys of sources.
    pub sources: Vec<String>,
}

pub(super) const ACTOR: &[Key] = &[ROLE.key, KIND.key, NAME.key, EMPLOYMENT_EVENT.key, PUBLISH.key, SOURCES.key];

const ROLE: Field<Line> =
    Field::new("role").doc("What the actor is called where its name is not.").example("contractor, trust and safety");
const KIND: Field<Claim<ActorKind>> = Field::new("kind").doc("Where the actor stands (VERIS).").example("internal");
const NAME: Field<Line> =
    Field::new("name").doc("The name. It is published only where `publish` says `name`.").example("Payments on-call");
const EMPLOYMENT_EVENT: Field<Line> = Field::new("employment_event")
    .doc("A change of employment that bears on the incident: VERIS job change, and `last-day`.")
    .example("last-day");
const PUBLISH: Field<Publish> =
    Field::new("publish").doc("How the actor is shown; by role unless said otherwise.").example("role");
pub(super) const SOURCES: Field<Vec<Line>> = Field::new("sources").doc("Keys of sources.").example("[nyt]");

/// The actors of a record, by id.
pub(in crate::model) struct ActorMap(pub(in crate::model) Vec<Actor>);

impl Shape for ActorMap {
    const KIND: Kind = Kind::Keyed(&Kind::Map(ACTOR));
}

impl Read<Clock> for ActorMap {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        Some(Self(reader.keyed(node, |id, node, reader| {
            reader.map(node, ACTOR, |fields| Actor {
                id: id.to_owned(),
                role: fields.optional(&ROLE).map(|line| line.0),
                kind: fields.optional(&KIND),
                name: fields.optional(&NAME).map(|line| line.0),
                withheld: false,
                employment_event: fields.optional(&EMPLOYMENT_EVENT).map(|line| line.0),
                publish: fields.optional(&PUBLISH).unwrap_or_default(),
                sources: lines(fields.optional(&SOURCES)),
            })
        })))
    }
}

/// Something that was done, in the terms of VERIS.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The actor's id.
    pub actor: Option<String>,
    /// VERIS category, and `change` and `automation`.
    pub category: Option<Claim<ActionCategory>>,
    /// VERIS variety.
    pub variety: Option<Claim<String>>,
    /// VERIS vector.
    pub vector: Option<Claim<String>>,
    /// What it was done to.
    pub target: Option<String>,
    /// With what intent: a word, or what a source says in its own.
    pub intent: Option<Claim<String>>,
    /// Keys of sources.
    pub sources: Vec<String>,
}

pub(super) const ACTION: &[Key] =
    &[ACTOR_ID.key, CATEGORY.key, VARIETY.key, VECTOR.key, TARGET.key, INTENT.key, SOURCES.key];

const ACTOR_ID: Field<Line> = Field::new("actor").doc("Who did it, an id of `actors`.").example("contractor");
const CATEGORY: Field<Claim<ActionCategory>> =
    Field::new("category").doc("VERIS category, and `change` and `automation`.").example("misuse");
const VARIETY: Field<Claim<String>> = Field::new("variety").doc("VERIS variety.").example("privilege abuse");
const VECTOR: Field<Claim<String>> = Field::new("vector").doc("VERIS vector.").example("internal tool");
const TARGET: Field<Line> = Field::new("target").doc("What it was done to.").example("account");
const INTENT: Field<Claim<String>> =
    Field::new("intent").doc("With what intent, as far as it is known.").example("inadvertent");

impl Shape for Action {
    const KIND: Kind = Kind::Map(ACTION);
}

impl Read<Clock> for Action {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, ACTION, |fields| Self {
            actor: fields.optional(&ACTOR_ID).map(|line| line.0),
            category: fields.optional(&CATEGORY),
            variety: fields.optional(&VARIETY),
            vector: fields.optional(&VECTOR),
            target: fields.optional(&TARGET).map(|line| line.0),
            intent: fields.optional(&INTENT),
            sources: lines(fields.optional(&SOURCES)),
        })
    }
}

/// An account that was affected.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The key that segments name it by.
    pub id: String,
    /// The handle, as the platform writes it.
    pub handle: Option<String>,
    /// The platform.
    pub platform: Option<String>,
    /// How many followed it.
    pub followers: Option<Claim<Number>>,
    /// Keys of sources.
    pub sources: Vec<String>,
}

/// What was affected.
#[derive(Default)]
pub(in crate::model) struct Affected {
    /// Accounts, by id.
    pub(in crate::model) accounts: Vec<Account>,
    /// Components, by their ids in the config.
    pub(in crate::model) components: Vec<String>,
}

pub(super) const AFFECTED: &[Key] = &[ACCOUNTS.key, COMPONENTS.key];

const ACCOUNTS: Field<AccountMap> = Field::new("accounts")
    .doc("The accounts that were affected, by ids of your choice.")
    .example("{ account: { handle: \"@example\", followers: 41.7M } }");
const COMPONENTS: Field<Vec<Line>> = Field::new("components").doc("Ids of components.").example("[checkout, payments]");

impl Shape for Affected {
    const KIND: Kind = Kind::Map(AFFECTED);
}

impl Read<Clock> for Affected {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.map(node, AFFECTED, |fields| Self {
            accounts: fields.optional(&ACCOUNTS).map_or_else(Vec::new, |map| map.0),
            components: lines(fields.optional(&COMPONENTS)),
        })
    }
}

pub(super) const ACCOUNT: &[Key] = &[HANDLE.key, PLATFORM.key, FOLLOWERS.key, SOURCES.key];

const HANDLE: Field<Line> =
    Field::new("handle").doc("The handle; quoted, since YAML takes no bare `@`.").example("\"@example\"");
const PLATFORM: Field<Line> = Field::new("platform").doc("Where the account is.").example("twitter");
const FOLLOWERS: Field<Claim<Count>> = Field::new("followers").doc("How many followed it.").example("41.7M");

/// The accounts of a record, by id.
pub(in crate::model) struct AccountMap(Vec<Account>);

impl Shape for AccountMap {
    const KIND: Kind = Kind::Keyed(&Kind::Map(ACCOUNT));
}

impl Read<Clock> for AccountMap {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        Some(Self(reader.keyed(node, |id, node, reader| {
            reader.map(node, ACCOUNT, |fields| Account {
                id: id.to_owned(),
                handle: fields.optional(&HANDLE).map(|line| line.0),
                platform: fields.optional(&PLATFORM).map(|line| line.0),
                followers: fields.optional(&FOLLOWERS).map(Claim::bare),
                sources: lines(fields.optional(&SOURCES)),
            })
        })))
    }
}

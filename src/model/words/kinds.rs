//! What sort of thing something is: actors, actions and factors in the terms of VERIS, entries, levels, relations.

use super::Word;

/// By what means an incident was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DetectionMethod {
    /// A machine that watches.
    Monitoring,
    /// A customer said so.
    Customer,
    /// Somebody inside saw it.
    Employee,
    /// The public saw it.
    Public,
    /// A researcher reported it.
    Researcher,
    /// Whoever did it said so.
    Actor,
    /// An audit found it.
    Audit,
    /// Otherwise.
    Other,
    /// Not known, said on purpose.
    Unknown,
}

impl Word for DetectionMethod {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Monitoring, "monitoring", "a machine that watches"),
        (Self::Customer, "customer", "a customer said so"),
        (Self::Employee, "employee", "somebody inside saw it"),
        (Self::Public, "public", "the public saw it"),
        (Self::Researcher, "researcher", "a researcher reported it"),
        (Self::Actor, "actor", "whoever did it said so"),
        (Self::Audit, "audit", "an audit found it"),
        (Self::Other, "other", "otherwise"),
        (Self::Unknown, "unknown", "not known, said on purpose"),
    ];
}

/// Where an actor stands to the organisation (VERIS actors, and systems).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// Inside.
    Internal,
    /// Outside.
    External,
    /// A partner or supplier.
    Partner,
    /// A machine or program.
    System,
    /// Not known, said on purpose.
    Unknown,
}

impl Word for ActorKind {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Internal, "internal", "inside"),
        (Self::External, "external", "outside"),
        (Self::Partner, "partner", "a partner or supplier"),
        (Self::System, "system", "a machine or program"),
        (Self::Unknown, "unknown", "not known, said on purpose"),
    ];
}

/// How an actor is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Publish {
    /// By name.
    Name,
    /// By role.
    #[default]
    Role,
    /// By the id as a pseudonym.
    Pseudonym,
    /// Not at all.
    None,
}

impl Word for Publish {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Name, "name", "by name"),
        (Self::Role, "role", "by role"),
        (Self::Pseudonym, "pseudonym", "by the id as a pseudonym"),
        (Self::None, "none", "not at all"),
    ];
}

/// What sort of act (VERIS actions, and change and automation).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActionCategory {
    /// Rights used for what they were not given for.
    Misuse,
    /// Something done wrong or left undone.
    Error,
    /// Rights got round.
    Hacking,
    /// People deceived.
    Social,
    /// Hostile software.
    Malware,
    /// By hand, on the spot.
    Physical,
    /// Weather, power, fire.
    Environmental,
    /// A change made as planned.
    Change,
    /// A machine acting by its rules.
    Automation,
    /// Not known, said on purpose.
    Unknown,
}

impl Word for ActionCategory {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Misuse, "misuse", "rights used for what they were not given for"),
        (Self::Error, "error", "something done wrong or left undone"),
        (Self::Hacking, "hacking", "rights got round"),
        (Self::Social, "social", "people deceived"),
        (Self::Malware, "malware", "hostile software"),
        (Self::Physical, "physical", "by hand, on the spot"),
        (Self::Environmental, "environmental", "weather, power, fire"),
        (Self::Change, "change", "a change made as planned"),
        (Self::Automation, "automation", "a machine acting by its rules"),
        (Self::Unknown, "unknown", "not known, said on purpose"),
    ];
}

/// How badly something was impaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worse than usual.
    Degraded,
    /// Some of it down.
    Partial,
    /// Down.
    Major,
}

impl Word for Level {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Degraded, "degraded", "worse than usual"),
        (Self::Partial, "partial", "some of it down"),
        (Self::Major, "major", "down"),
    ];
}

/// What sort of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// Somebody did something.
    Action,
    /// Somebody saw something.
    Observation,
    /// Somebody said something.
    Communication,
    /// Somebody decided.
    Decision,
    /// The impact became greater or smaller.
    ImpactChange,
    /// Something was put into service.
    Deploy,
    /// It was noticed.
    Detection,
    /// Anything else.
    Other,
}

impl Word for EntryKind {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Action, "action", "somebody did something"),
        (Self::Observation, "observation", "somebody saw something"),
        (Self::Communication, "communication", "somebody said something"),
        (Self::Decision, "decision", "somebody decided"),
        (Self::ImpactChange, "impact-change", "the impact became greater or smaller"),
        (Self::Deploy, "deploy", "something was put into service"),
        (Self::Detection, "detection", "it was noticed"),
        (Self::Other, "other", "anything else"),
    ];
}

/// What sort of contributing factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactorCategory {
    /// In the machine.
    Technical,
    /// In how work is done.
    Process,
    /// In how people are organised.
    Organisational,
    /// Between people and the machine.
    HumanSystem,
    /// Outside.
    External,
}

impl Word for FactorCategory {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Technical, "technical", "in the machine"),
        (Self::Process, "process", "in how work is done"),
        (Self::Organisational, "organisational", "in how people are organised"),
        (Self::HumanSystem, "human-system", "between people and the machine"),
        (Self::External, "external", "outside"),
    ];
}

/// What remediation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// That it cannot happen again.
    Prevent,
    /// That it is noticed sooner.
    Detect,
    /// That it does less harm.
    Mitigate,
    /// How work is done.
    Process,
    /// What was broken.
    Repair,
}

impl Word for ItemKind {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Prevent, "prevent", "that it cannot happen again"),
        (Self::Detect, "detect", "that it is noticed sooner"),
        (Self::Mitigate, "mitigate", "that it does less harm"),
        (Self::Process, "process", "how work is done"),
        (Self::Repair, "repair", "what was broken"),
    ];
}

/// How one incident stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// The same one, recorded twice.
    DuplicateOf,
    /// It happened again.
    RecurrenceOf,
    /// That one led to this one.
    CausedBy,
    /// Worth reading together.
    Related,
    /// This record replaces that one.
    Supersedes,
}

impl Word for RelationKind {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::DuplicateOf, "duplicate_of", "the same one, recorded twice"),
        (Self::RecurrenceOf, "recurrence_of", "it happened again"),
        (Self::CausedBy, "caused_by", "that one led to this one"),
        (Self::Related, "related", "worth reading together"),
        (Self::Supersedes, "supersedes", "this record replaces that one"),
    ];
}

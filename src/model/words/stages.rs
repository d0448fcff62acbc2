//! How far something has got: an incident, its record, its remediation; and the points it passes on the way.

use super::Word;

/// How far the incident has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Somebody is checking whether it is one.
    Triage,
    /// It is going on.
    Active,
    /// Its impact is stopped or small, its cause may not be.
    Mitigated,
    /// It is over.
    Resolved,
    /// It was called off before it became one.
    Cancelled,
    /// It was no incident.
    FalsePositive,
    /// It could have been one.
    NearMiss,
}

impl Word for Status {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Triage, "triage", "somebody is checking whether it is one"),
        (Self::Active, "active", "it is going on"),
        (Self::Mitigated, "mitigated", "its impact is stopped or small, its cause may not be"),
        (Self::Resolved, "resolved", "it is over"),
        (Self::Cancelled, "cancelled", "it was called off before it became one"),
        (Self::FalsePositive, "false-positive", "it was no incident"),
        (Self::NearMiss, "near-miss", "it could have been one"),
    ];
}

/// How far the document has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Review {
    /// Somebody is writing.
    #[default]
    Draft,
    /// Others are reading.
    InReview,
    /// Others have read it and agree.
    Reviewed,
    /// Its readers can see it.
    Published,
    /// It is taken back, with a reason.
    Withdrawn,
}

impl Word for Review {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Draft, "draft", "somebody is writing"),
        (Self::InReview, "in-review", "others are reading"),
        (Self::Reviewed, "reviewed", "others have read it and agree"),
        (Self::Published, "published", "its readers can see it"),
        (Self::Withdrawn, "withdrawn", "it is taken back, with a reason"),
    ];
}

/// Whose account the record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum AccountOf {
    /// Written by those it happened to.
    #[default]
    Own,
    /// Compiled from published sources.
    Outside,
}

impl Word for AccountOf {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Own, "own", "written by those it happened to"),
        (Self::Outside, "outside", "compiled from published sources"),
    ];
}

/// A point that every incident passes, or should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milestone {
    /// Something set it off.
    Trigger,
    /// Somebody was first affected.
    ImpactStart,
    /// Somebody who answers for it knew.
    Detected,
    /// It was called an incident.
    Declared,
    /// A responder took it.
    Acknowledged,
    /// The cause was known well enough to act.
    Identified,
    /// The impact was stopped or made small.
    Mitigated,
    /// Nobody was affected any longer.
    ImpactEnd,
    /// It was called over.
    Resolved,
    /// Those outside were told.
    PublicNotice,
}

impl Word for Milestone {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Trigger, "trigger", "something set it off"),
        (Self::ImpactStart, "impact_start", "somebody was first affected"),
        (Self::Detected, "detected", "somebody who answers for it knew"),
        (Self::Declared, "declared", "it was called an incident"),
        (Self::Acknowledged, "acknowledged", "a responder took it"),
        (Self::Identified, "identified", "the cause was known well enough to act"),
        (Self::Mitigated, "mitigated", "the impact was stopped or made small"),
        (Self::ImpactEnd, "impact_end", "nobody was affected any longer"),
        (Self::Resolved, "resolved", "it was called over"),
        (Self::PublicNotice, "public_notice", "those outside were told"),
    ];
}

/// How far a piece of remediation has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ItemStatus {
    /// Said in public.
    Announced,
    /// Somebody wants it.
    Proposed,
    /// Agreed, not begun.
    #[default]
    Open,
    /// Begun.
    InProgress,
    /// Done.
    Done,
    /// It will not be done, with a reason.
    Declined,
}

impl Word for ItemStatus {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Announced, "announced", "said in public"),
        (Self::Proposed, "proposed", "somebody wants it"),
        (Self::Open, "open", "agreed, not begun"),
        (Self::InProgress, "in-progress", "begun"),
        (Self::Done, "done", "done"),
        (Self::Declined, "declined", "it will not be done, with a reason"),
    ];
}

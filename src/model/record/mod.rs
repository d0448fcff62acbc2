//! The parts of a record: for each the plain struct, its declared keys, and how it is read off the long form.

mod actors;
mod causes;
mod claim;
mod clock;
mod entry;
mod impact;
mod remediation;
mod sources;
mod stamps;

pub use actors::{Account, Action, Actor};
pub use causes::{Detection, Factor, Lessons, Prose};
pub use claim::{Claim, FromText};
pub use entry::{Entry, MOST_ENTRIES};
pub use impact::{Curve, Endpoint, Impact, Measure, Segment};
pub use remediation::{Item, Remediation};
pub use sources::{Allowance, Correction, Relation, Responder, Source};
pub use stamps::Mark;

pub(super) use actors::{ActorMap, Affected};
pub(super) use causes::RootCause;
pub(super) use clock::{Clock, Place};
pub(super) use entry::Timeline;
pub(super) use sources::{Allowances, RelationMap, ResponderMap, SourceMap};
pub(super) use stamps::Stamps;

use crate::source::field::Key;

/// Every map of a record that has declared keys, by the path at which it stands: documentation walks it.
pub const MAPS: &[(&str, &[Key])] = &[
    ("timestamps", stamps::FIELDS),
    ("detection", causes::DETECTION),
    ("actors.ID", actors::ACTOR),
    ("actions[]", actors::ACTION),
    ("affected", actors::AFFECTED),
    ("affected.accounts.ID", actors::ACCOUNT),
    ("impact", impact::IMPACT),
    ("impact.segments[]", impact::SEGMENT),
    ("impact.curve", impact::CURVE),
    ("impact.measures[]", impact::MEASURE),
    ("timeline[]", entry::FIELDS),
    ("contributing_factors[]", causes::FACTOR),
    ("lessons", causes::LESSONS),
    ("remediation[]", remediation::FIELDS),
    ("sources.KEY", sources::SOURCE),
    ("corrections[]", sources::CORRECTION),
    ("relations", sources::RELATIONS),
];

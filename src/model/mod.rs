//! What a record says, as plain values: no spans, no YAML. Reads a document into an incident and its faults.

mod archive;
mod defaults;
pub mod demands;
pub mod duration;
pub mod fault;
mod faults;
pub mod forms;
pub mod incident;
pub mod line;
pub mod markdown;
pub mod number;
mod read;
pub mod record;
pub mod sections;
mod state;
pub mod time;
pub mod visit;
mod word;
pub mod words;

pub use archive::{Archive, beginning, in_order, start};
pub use defaults::{Defaults, Zone};
pub use duration::Duration;
pub use incident::Incident;
pub use number::Number;
pub use read::{Record, read, read_as, stem};
pub use record::{
    Account, Action, Actor, Allowance, Claim, Correction, Curve, Detection, Endpoint, Entry, Factor, FromText, Impact,
    Item, Lessons, Mark, Measure, Prose, Relation, Remediation, Responder, Segment, Source,
};
pub use state::State;

//! The text of new projects, records and entries. Text, and not a serialiser's output: in new records the comments are
//! what it is for, and old ones keep every byte; writing it to disk is left to the program.

mod entry;
mod project;
mod record;
mod slug;
mod start;

pub use entry::{Logged, NewEntry, Refused, log};
pub use project::{CONFIG, IGNORE, IGNORE_PATH, SAMPLE, SAMPLE_PATH, WORKFLOW, WORKFLOW_PATH};
pub use record::{Form, NewRecord};
pub use slug::stem;
pub use start::{Start, start};

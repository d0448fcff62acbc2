//! The text of new records and new projects, with comments that say what comes next. Text, and not a serialiser's
//! output, because the comments are what it is for; writing it to disk is left to the program.

mod project;
mod record;
mod slug;
mod start;

pub use project::{CONFIG, SAMPLE, SAMPLE_PATH, WORKFLOW, WORKFLOW_PATH};
pub use record::{Form, NewRecord};
pub use slug::stem;
pub use start::{Start, start};

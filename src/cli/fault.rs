//! What a user can mend at once: a wrong call, with the way out. Failures of the machine are plain `anyhow` errors.

use std::fmt;

/// A call that cannot be followed, and what to do instead.
#[derive(Debug)]
pub(super) struct Refusal {
    message: String,
    pub(super) help: String,
}

/// An error with its way out.
pub(super) fn refuse(message: impl Into<String>, help: impl Into<String>) -> anyhow::Error {
    Refusal { message: message.into(), help: help.into() }.into()
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

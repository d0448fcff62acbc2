//! Who may see what. `project` makes an edition of the archive for one audience; what that audience may not see is
//! not in it. Nothing else can make an edition, and everything that is published is made from one.

mod project;
#[cfg(test)]
mod tests;
mod withheld;

pub use project::{Omission, Projected, Viewer, project};
pub use withheld::{Hit, Person, Withheld};

/// The archive as one audience may see it.
#[derive(Clone, Debug)]
pub struct Edition {
    audience: String,
    incidents: Vec<Projected>,
    omissions: Vec<Omission>,
    withheld: Withheld,
}

impl Edition {
    /// The names that must not be in anything made from it.
    #[must_use]
    pub fn withheld(&self) -> &Withheld {
        &self.withheld
    }

    /// The audience that it is for.
    #[must_use]
    pub fn audience(&self) -> &str {
        &self.audience
    }

    /// The incidents that the audience may see, in the order of the archive.
    #[must_use]
    pub fn incidents(&self) -> &[Projected] {
        &self.incidents
    }

    /// Addresses that were left out because they hold a withheld name.
    #[must_use]
    pub fn omissions(&self) -> &[Omission] {
        &self.omissions
    }

    /// The incident of an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Projected> {
        self.incidents.iter().find(|incident| incident.id == id)
    }
}

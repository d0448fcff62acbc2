//! The sections of an incident's page, from the model. A section without content is not there.

pub(super) mod about;
pub(super) mod body;
pub(super) mod doubts;
pub(super) mod facts;
pub(super) mod impact;
pub(super) mod needs;
pub(super) mod prose;
pub(super) mod remediation;

use super::incident::{Content, Section};
use std::collections::BTreeSet;

fn section(anchor: &str, heading: &str, content: Content) -> Section {
    Section { anchor: anchor.to_owned(), heading: heading.to_owned(), content }
}

/// Gives sections that would share a place one of their own.
pub(super) fn set_apart(sections: &mut [Section]) {
    let mut taken = BTreeSet::new();
    for section in sections {
        let base = section.anchor.clone();
        let mut count = 1;
        while !taken.insert(section.anchor.clone()) {
            count += 1;
            section.anchor = format!("{base}-{count}");
        }
    }
}

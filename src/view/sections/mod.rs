//! The sections of an incident's page, from the model. A section without content is not there.

pub(super) mod about;
pub(super) mod body;
pub(super) mod doubts;
pub(super) mod facts;
pub(super) mod impact;
pub(super) mod needs;
pub(super) mod prose;
pub(super) mod remediation;

#[cfg(test)]
mod tests;

use super::incident::{Content, Section};
use std::collections::BTreeSet;

fn section(anchor: &str, heading: &str, content: Content) -> Section {
    Section { anchor: anchor.to_owned(), heading: heading.to_owned(), content }
}

/// Gives sections whose headings are the writer's own places that nothing else on the page has; `fixed` are the others.
pub(super) fn set_apart(own: &mut [Section], fixed: &[Section]) {
    let mut taken: BTreeSet<String> = ["main", "figure"].into_iter().flat_map(places).collect();
    for section in fixed {
        taken.extend(places(&section.anchor));
        match &section.content {
            Content::Remediation(plan) => taken.extend(plan.items.iter().map(|item| item.anchor.clone())),
            Content::Sources(sources) => taken.extend(sources.items.iter().map(|item| item.citation.anchor.clone())),
            _ => {}
        }
    }
    for section in own {
        let base = section.anchor.clone();
        let mut count = 1;
        while places(&section.anchor).iter().any(|place| taken.contains(place)) {
            count += 1;
            section.anchor = format!("{base}-{count}");
        }
        taken.extend(places(&section.anchor));
    }
}

/// The place of a section, and that of its heading.
fn places(anchor: &str) -> [String; 2] {
    [anchor.to_owned(), format!("h-{anchor}")]
}

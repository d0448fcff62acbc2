//! What records take from the config where they say nothing themselves, and the name of a zone, which both may give.

use super::time::zone_word::nearest_zone;
use super::words::AccountOf;
use crate::diag::Diagnostic;
use crate::source::Node;
use crate::source::decode::{Read, Reader};
use crate::source::field::{Kind, Shape};
use crate::source::shapes::scalar;
use chrono_tz::Tz;

/// The name of a zone of the zone database.
pub struct Zone(pub Tz);

impl Shape for Zone {
    const KIND: Kind = Kind::Line;
}

impl<C> Read<C> for Zone {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        let text = scalar(node, reader, "the name of a zone")?.trim();
        let zone = text.as_str().parse().ok().map(Self);
        if zone.is_none() {
            let message = format!("no zone is called `{}`", text.as_str());
            // An abbreviation is near to names that have nothing to do with it.
            let near = nearest_zone(text.as_str()).filter(|_| text.as_str().contains('/'));
            let help = near.map_or_else(
                || "write a name of the zone database, such as `America/New_York` or `UTC`".to_owned(),
                |name| format!("did you mean `{name}`?"),
            );
            reader.note(Diagnostic::error("unknown-zone", text.span(), message).with_help(help));
        }
        zone
    }
}

/// What a record takes from the config where it says nothing itself.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// The zone of local times.
    pub timezone: Tz,
    /// Whose accounts the records are.
    pub account_of: AccountOf,
    /// The half-width of `about`, in seconds.
    pub about_seconds: i64,
}

impl Default for Defaults {
    fn default() -> Self {
        Self { timezone: Tz::UTC, account_of: AccountOf::Own, about_seconds: 300 }
    }
}

//! What the record's zone is called at an instant.

use crate::model::Incident;
use chrono::{DateTime, Offset, Utc};
use chrono_tz::{OffsetName, Tz};

/// What the record's zone is called at an instant: `EDT`, `UTC`, or `UTC−3` where it has no name.
pub(in crate::view) fn zone_at(incident: &Incident, instant: DateTime<Utc>) -> String {
    let local = instant.with_timezone(&incident.timezone);
    let name = local.offset().abbreviation().filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
    name.map_or_else(|| by_offset(local.offset().fix().local_minus_utc() / 60), str::to_owned)
}

/// What the record's zone is called over several instants: `New York (EDT)`, `London (BST, GMT)`, `UTC`.
pub(in crate::view) fn zone_label(incident: &Incident, instants: impl IntoIterator<Item = DateTime<Utc>>) -> String {
    if matches!(incident.timezone, Tz::UTC | Tz::Etc__UTC) {
        return "UTC".to_owned();
    }
    let mut names: Vec<String> = Vec::new();
    for instant in instants {
        let name = zone_at(incident, instant);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let zone = incident.timezone.name();
    let city = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
    if names.is_empty() || names == [city.clone()] { city } else { format!("{city} ({})", names.join(", ")) }
}

/// `UTC−4`, `UTC+5:30`.
fn by_offset(minutes_east: i32) -> String {
    let (sign, size) = (if minutes_east < 0 { '−' } else { '+' }, minutes_east.unsigned_abs());
    match (size / 60, size % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

//! The zone in the heading of a table's first column, `Time (UTC)`, written out at each clock that has none.

use crate::diag::Diagnostic;
use crate::model::faults::Faults;
use crate::model::time::parse_prefix;
use crate::source::Text;

/// The zone in the parenthesis of a heading, if there is one.
pub(super) fn heading_zone(heading: &Text, faults: &mut Faults) -> Option<String> {
    let value = heading.as_str();
    let open = value.find('(')?;
    let close = open + value[open..].find(')')?;
    let zone = heading.slice(open + 1..close).trim();
    let clock = format!("00:00 {}", zone.as_str());
    if parse_prefix(&clock).is_ok_and(|(_, len)| len == clock.len()) {
        return Some(zone.as_str().to_owned());
    }
    let message = format!("`{}` is no zone", zone.as_str());
    let fault = Diagnostic::error("unknown-zone", zone.span(), message);
    let help = "write a name such as `Europe/Berlin`, an offset such as `+02:00`, or `UTC`";
    faults.tell("timeline", fault.with_help(help));
    None
}

/// The time with the zone behind each clock that names none.
pub(super) fn with_zone(at: &Text, zone: &str) -> Text {
    let value = at.as_str();
    let mut time = at.slice(0..0);
    let mut start = 0;
    for end in clock_ends(value) {
        let rest = value[end..].trim_start();
        if rest.is_empty() || rest.starts_with("..") || rest.starts_with('±') || rest.starts_with("+-") {
            time.push_text(&at.slice(start..end));
            time.push_made(" ");
            time.push_made(zone);
            start = end;
        }
    }
    time.push_text(&at.slice(start..value.len()));
    time
}

/// The end of each clock in a time. A colon after a sign belongs to an offset.
fn clock_ends(value: &str) -> Vec<usize> {
    let bytes = value.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut ends = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let hours = digits(at);
        let is_clock = matches!(hours, 1 | 2) && bytes.get(at + hours) == Some(&b':');
        let is_offset = at > 0 && matches!(bytes[at - 1], b'+' | b'-');
        let mut end = at + hours.max(1);
        if is_clock {
            while bytes.get(end) == Some(&b':') && digits(end + 1) == 2 {
                end += 3;
            }
            if bytes.get(end) == Some(&b'.') && digits(end + 1) > 0 {
                end += 1 + digits(end + 1);
            }
            if !is_offset {
                ends.push(end);
            }
        }
        at = end;
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::with_zone;
    use crate::source::Text;

    #[test]
    fn a_zone_goes_to_each_clock_without_one() {
        let check = |time: &str, expected: &str| {
            assert_eq!(with_zone(&Text::verbatim(time, 3), "UTC").as_str(), expected);
        };
        check("14:06", "14:06 UTC");
        check("2026-11-23 9:05:01.5", "2026-11-23 9:05:01.5 UTC");
        check("14:00..2026-11-24 14:06", "14:00 UTC..2026-11-24 14:06 UTC");
        check("about 14:06 ±5m", "about 14:06 UTC ±5m");
        check("about 14:06+-5m", "about 14:06 UTC+-5m");
        check("14:06 CET", "14:06 CET");
        check("14:06 +02:00", "14:06 +02:00");
        check("2026-11-23T14:06-05:00", "2026-11-23T14:06-05:00");
        check("2026-11-23T14:06Z", "2026-11-23T14:06Z");
        check("2026-11-23", "2026-11-23");
        check("down +11m", "down +11m");
        check("unknown", "unknown");
    }
}

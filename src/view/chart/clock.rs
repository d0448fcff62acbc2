//! Minutes as labels: clock times, days, spans left out, in the zone of the chart.

use chrono::{DateTime, NaiveDateTime, Offset, Utc};
use chrono_tz::Tz;

/// The instant of a minute.
pub(super) fn instant(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(minute.saturating_mul(60), 0).unwrap_or_default()
}

/// What clocks show in a minute.
pub(super) fn local(minute: i64, zone: Tz) -> NaiveDateTime {
    instant(minute).with_timezone(&zone).naive_local()
}

/// How many minutes the zone is ahead of UTC.
pub(super) fn offset(minute: i64, zone: Tz) -> i64 {
    i64::from(instant(minute).with_timezone(&zone).offset().fix().local_minus_utc()).div_euclid(60)
}

/// The instant in UTC, `2017-11-02T22:45Z`.
pub(super) fn iso(minute: i64) -> String {
    instant(minute).format("%Y-%m-%dT%H:%MZ").to_string()
}

/// `18:45`
pub(super) fn clock(minute: i64, zone: Tz) -> String {
    local(minute, zone).format("%H:%M").to_string()
}

/// `2 Nov`
pub(super) fn day(at: NaiveDateTime) -> String {
    at.format("%-d %b").to_string()
}

/// How much time is left out: `45 min`, `5 h`, `26 d`, `21 mo`.
#[allow(clippy::cast_precision_loss, reason = "spans of centuries are below 2^52 minutes")]
pub(super) fn left_out(minutes: i64) -> String {
    let in_units_of = |unit: f64| minutes as f64 / unit;
    match minutes {
        ..90 => format!("{minutes} min"),
        90..2880 => format!("{:.0} h", in_units_of(60.0)),
        2880..86_400 => format!("{:.0} d", in_units_of(1440.0)),
        86_400..1_051_920 => format!("{:.0} mo", in_units_of(43_830.0)),
        _ => format!("{:.0} y", in_units_of(525_960.0)),
    }
}

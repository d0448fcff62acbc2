//! Minutes as labels: clock times, days, spans left out, in the zone of the chart.

use super::grain::Grain;
use super::px::figure;
use chrono::{DateTime, Datelike, NaiveDateTime, Offset, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The instant of a minute.
fn instant(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(minute.saturating_mul(60), 0).unwrap_or_default()
}

/// The minute of an instant.
pub(super) fn minute(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(60)
}

/// What clocks show in a minute.
pub(super) fn local(minute: i64, zone: Tz) -> NaiveDateTime {
    if matches!(zone, Tz::UTC | Tz::Etc__UTC) {
        return instant(minute).naive_utc();
    }
    instant(minute).with_timezone(&zone).naive_local()
}

/// The clock of a zone. Over a short span it asks the zone only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    zone: Tz,
    /// How many minutes it is ahead of UTC, where that is one number.
    steady: Option<i64>,
}

/// No zone changes its clocks twice within so many minutes: a week.
const STEADY: i64 = 7 * 1440;

impl Clock {
    /// The clock at any time.
    pub(super) const fn of(zone: Tz) -> Self {
        Self { zone, steady: None }
    }

    /// The clock from a minute to another.
    pub(super) fn over(zone: Tz, from: i64, to: i64) -> Self {
        let clock = Self::of(zone);
        let [first, last] = [from, to].map(|at| clock.ahead(at));
        Self { zone, steady: Some(first).filter(|first| *first == last && to - from <= STEADY) }
    }

    /// How many minutes it is ahead of UTC.
    pub(super) fn ahead(self, minute: i64) -> i64 {
        self.steady.unwrap_or_else(|| {
            let ahead = self.zone.offset_from_utc_datetime(&instant(minute).naive_utc()).fix().local_minus_utc();
            i64::from(ahead).div_euclid(60)
        })
    }

    /// The clock time of a minute.
    pub(super) fn time(self, minute: i64) -> Stamp {
        let of_day = u32::try_from((minute + self.ahead(minute)).rem_euclid(1440)).unwrap_or_default();
        Stamp::Clock(of_day / 60, of_day % 60)
    }

    /// A minute as finely as it is told.
    pub(super) fn told(self, minute: i64, grain: Grain) -> Stamp {
        let at = || instant(minute + self.ahead(minute)).naive_utc();
        match grain {
            Grain::Minute => self.time(minute),
            Grain::Day => self.day(minute),
            Grain::Month => Stamp::Month(at().month0(), at().year()),
            Grain::Year => Stamp::Year(at().year()),
        }
    }

    /// The day of a minute.
    pub(super) fn day(self, minute: i64) -> Stamp {
        let at = instant(minute + self.ahead(minute)).naive_utc();
        Stamp::Day(at.day(), at.month0())
    }
}

/// The instant in UTC, `2017-11-02T22:45Z`.
pub(super) fn iso(minute: i64) -> String {
    let mut text = Vec::with_capacity(17);
    push_iso(minute, &mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// The same in ASCII at the end of a text.
pub(super) fn push_iso(minute: i64, text: &mut Vec<u8>) {
    let at = instant(minute).naive_utc();
    let year = at.year().unsigned_abs();
    two(text, year / 100);
    two(text, year % 100);
    text.push(b'-');
    two(text, at.month());
    text.push(b'-');
    two(text, at.day());
    text.push(b'T');
    two(text, at.hour());
    text.push(b':');
    two(text, at.minute());
    text.push(b'Z');
}

/// A label under the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// `18:45`
    Clock(u32, u32),
    /// `2 Nov`, by the number of the month from 0.
    Day(u32, u32),
    /// `Nov 2017`, by the number of the month from 0.
    Month(u32, i32),
    /// `2017`
    Year(i32),
}

impl Stamp {
    /// Adds the label, in ASCII, to a text.
    pub(super) fn push(self, text: &mut Vec<u8>) {
        match self {
            Self::Clock(hour, minute) => {
                two(text, hour);
                text.push(b':');
                two(text, minute);
            }
            Self::Day(day, month) => {
                if day >= 10 {
                    digit(text, day / 10);
                }
                digit(text, day);
                text.push(b' ');
                text.extend_from_slice(name(month).as_bytes());
            }
            Self::Month(month, year) => {
                text.extend_from_slice(name(month).as_bytes());
                text.push(b' ');
                Self::Year(year).push(text);
            }
            Self::Year(year) => text.extend_from_slice(year.to_string().as_bytes()),
        }
    }
}

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = Vec::with_capacity(8);
        self.push(&mut text);
        f.write_str(&String::from_utf8_lossy(&text))
    }
}

/// `18:45`
pub(super) fn clock(minute: i64, zone: Tz) -> String {
    Clock::of(zone).time(minute).to_string()
}

/// `2 Nov`
pub(super) fn day(at: NaiveDateTime) -> String {
    Stamp::Day(at.day(), at.month0()).to_string()
}

/// `Nov`
pub(super) fn month(at: NaiveDateTime) -> &'static str {
    name(at.month0())
}

/// The name of a month, by its number from 0.
fn name(month: u32) -> &'static str {
    MONTHS.get(month as usize).copied().unwrap_or_default()
}

fn two(text: &mut Vec<u8>, number: u32) {
    digit(text, number / 10);
    digit(text, number);
}

fn digit(text: &mut Vec<u8>, number: u32) {
    text.push(figure(number % 10));
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

#[cfg(test)]
mod tests {
    use super::{Clock, Grain, clock, day, iso, left_out, local};
    use chrono_tz::Tz;

    #[test]
    fn minutes_read_as_clocks_do() {
        let zone = Tz::America__New_York;
        let minute = 25_161_045;
        assert_eq!(iso(minute), "2017-11-02T22:45Z");
        assert_eq!(clock(minute, zone), "18:45");
        assert_eq!(day(local(minute, zone)), "2 Nov");
        assert_eq!(day(local(minute + 14 * 1440, Tz::UTC)), "16 Nov");
        assert_eq!([zone, Tz::Asia__Kathmandu].map(|zone| Clock::of(zone).ahead(minute)), [-240, 345]);
        assert_eq!(iso(-1), "1969-12-31T23:59Z");
        let told =
            [Grain::Minute, Grain::Day, Grain::Month, Grain::Year].map(|grain| Clock::of(zone).told(minute, grain));
        assert_eq!(told.map(|label| label.to_string()), ["18:45", "2 Nov", "Nov 2017", "2017"]);
    }

    #[test]
    fn a_clock_that_is_asked_once_says_the_same() {
        // Clocks go back on 5 November.
        for from in (25_155_000..25_170_000).step_by(977) {
            let clock = Clock::over(Tz::America__New_York, from, from + 3000);
            for at in (from..=from + 3000).step_by(61) {
                let each_time = Clock::of(Tz::America__New_York);
                assert_eq!((clock.time(at), clock.day(at)), (each_time.time(at), each_time.day(at)));
            }
        }
    }

    #[test]
    fn time_left_out_is_told_in_one_unit() {
        let said = [1, 89, 90, 2879, 2880, 37_440, 86_400, 1_051_920].map(left_out);
        assert_eq!(said, ["1 min", "89 min", "2 h", "48 h", "2 d", "26 d", "2 mo", "2 y"]);
    }
}

//! Which dates stand in a time, read or not: what the entries below it take their day from.

use chrono::NaiveDate;

use super::written::{Centre, Point, When, Written};

/// The first point written in a time.
pub(super) fn first_point(written: &Written) -> Option<&Point> {
    match written {
        Written::Point(point)
        | Written::About { centre: Centre::Point(point), .. }
        | Written::Bound { point, .. }
        | Written::Range { from: point, .. } => Some(point),
        Written::Unknown | Written::Tie { .. } | Written::Between { .. } | Written::About { .. } => None,
    }
}

/// Whether the first point is a clock time.
pub(super) fn starts_with_clock(written: &Written) -> bool {
    first_point(written).is_some_and(|point| matches!(point.when, When::Clock { .. }))
}

/// The first full date written in a time.
pub(super) fn first_date(written: &Written) -> Option<NaiveDate> {
    match written {
        Written::Range { from, to } => from.date().or(to.date()),
        _ => first_point(written)?.date(),
    }
}

/// The last full date written in a time, whatever its zone.
pub(super) fn last_date(written: &Written) -> Option<NaiveDate> {
    match written {
        Written::Range { from, to } => to.date().or(from.date()),
        _ => first_point(written)?.date(),
    }
}

/// The last date in the words of a text that still look like a time.
pub(super) fn dates_in(text: &str) -> Option<NaiveDate> {
    let looks_like_time = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit() || "-–—±+".contains(c))
            || ["about", "before", "by", "after", "to", "until", "till", "am", "pm"]
                .iter()
                .any(|known| word.eq_ignore_ascii_case(known))
    };
    text.split_whitespace().take_while(looks_like_time).flat_map(dates_in_word).last()
}

fn dates_in_word(word: &str) -> impl Iterator<Item = NaiveDate> {
    let at = move |index: usize| {
        let starts = index == 0 || !word.as_bytes()[index - 1].is_ascii_alphanumeric();
        let year: i32 = word.get(index..index + 4).filter(|_| starts)?.parse().ok()?;
        let (dash, month) = word.get(index + 4..index + 7)?.split_at_checked(1)?;
        let (other, day) = word.get(index + 7..index + 10)?.split_at_checked(1)?;
        let date = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
        (dash == "-" && other == "-").then_some(date)
    };
    (0..word.len()).filter_map(at)
}

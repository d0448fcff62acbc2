//! The strip of years: one mark an incident, by day of the year. The places are numbers; the template draws them.

use super::archive::length;
use crate::view::archive::{Strip, StripDrawing, StripLabel, StripMark, StripMonth, StripYear};
use crate::view::row::Row;
use crate::view::shown::Px;
use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Years that are drawn at most; an older incident stands in the list alone.
const YEARS: i32 = 30;

/// The strip, if any incident has a day.
pub(super) fn strip(rows: &[&Row]) -> Option<Strip> {
    let days: Vec<(NaiveDate, &Row)> = rows.iter().filter_map(|row| Some((row.day?, *row))).collect();
    let last = days.iter().map(|(day, _)| day.year()).max()?;
    let first = days.iter().map(|(day, _)| day.year()).min()?.max(last - YEARS + 1);
    let shown: Vec<(NaiveDate, &Row)> = days.into_iter().filter(|(day, _)| day.year() >= first).collect();
    Some(Strip {
        caption: "One mark an incident, by day of the year; a larger mark lasted longer. The shape is the severity."
            .to_owned(),
        wide: draw(&shown, first, last, &WIDE),
        narrow: draw(&shown, first, last, &NARROW),
    })
}

/// The measures of a drawing, in px.
struct Measures {
    width: f64,
    left: f64,
    right: f64,
    row: f64,
    first_row: f64,
    month_step: usize,
    labels: bool,
}

const WIDE: Measures =
    Measures { width: 1120.0, left: 40.0, right: 1100.0, row: 20.0, first_row: 34.0, month_step: 1, labels: true };
const NARROW: Measures =
    Measures { width: 358.0, left: 40.0, right: 346.0, row: 17.0, first_row: 32.5, month_step: 3, labels: false };

fn draw(shown: &[(NaiveDate, &Row)], first: i32, last: i32, m: &Measures) -> StripDrawing {
    let y = |year: i32| m.first_row + m.row * f64::from(last - year);
    let month = (m.right - m.left) / 12.0;
    let foot = y(first) + m.row * 0.7;
    let months = MONTHS.iter().zip(0_u8..).map(|(label, i)| {
        let x = m.left + month * f64::from(i);
        let is_labelled = usize::from(i) % m.month_step == 0;
        StripMonth { x: Px(x), label_x: Px(x + 4.0), label: is_labelled.then(|| (*label).to_owned()) }
    });
    let years = (first..=last).rev().map(|year| StripYear {
        y: Px(y(year)),
        label_y: Px(y(year) + 4.0),
        label: year.to_string(),
        is_empty: !shown.iter().any(|(day, _)| day.year() == year),
    });
    let longest = shown.iter().filter_map(|(_, row)| length(row.duration)).max().unwrap_or(0);
    let mut marks: Vec<StripMark> = shown.iter().map(|(day, row)| mark(*day, row, longest, &y, m)).collect();
    if m.labels {
        label(&mut marks, shown, m);
    }
    StripDrawing {
        width: Px(m.width),
        height: Px(foot + 4.0),
        top: Px(20.0),
        foot: Px(foot),
        left: Px(m.left),
        right: Px(m.right),
        months: months.collect(),
        years: years.collect(),
        marks,
    }
}

fn mark(day: NaiveDate, row: &Row, longest: i64, y: &impl Fn(i32) -> f64, m: &Measures) -> StripMark {
    let of_year = f64::from(day.ordinal0()) / if day.leap_year() { 366.0 } else { 365.0 };
    StripMark {
        anchor: format!("i-{}", row.id),
        look: row.severity.as_ref().map_or(0, |severity| severity.look),
        x: Px(m.left + (m.right - m.left) * of_year),
        y: Px(y(day.year())),
        r: Px(length(row.duration).map_or(4.0, |minutes| radius(minutes, longest))),
        label: None,
    }
}

/// From 4 to 9 px, on a log scale.
fn radius(minutes: i64, longest: i64) -> f64 {
    let scale = |minutes: i64| (1.0 + i32::try_from(minutes).map_or(f64::from(i32::MAX), f64::from)).ln();
    if longest <= 0 { 4.0 } else { 4.0 + 5.0 * scale(minutes) / scale(longest) }
}

/// Puts words beside marks where there is room: none touches another mark or other words of its year.
fn label(marks: &mut [StripMark], shown: &[(NaiveDate, &Row)], m: &Measures) {
    let mut taken: Vec<(f64, f64, f64)> =
        marks.iter().map(|mark| (mark.y.0, mark.x.0 - mark.r.0, mark.x.0 + mark.r.0)).collect();
    for (mark, (_, row)) in marks.iter_mut().zip(shown) {
        let text = words(row);
        // A letter at 11 px is about 6 px wide; a little more keeps wide ones apart.
        let width = 6.3 * f64::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX));
        let after = mark.x.0 + mark.r.0 + 6.0;
        let before = mark.x.0 - mark.r.0 - 6.0;
        let places = [(after, after, after + width, false), (before, before - width, before, true)];
        let free = places.into_iter().find(|(_, from, to, _)| {
            *from >= m.left
                && *to <= m.right
                && !taken.iter().any(|(y, a, b)| {
                    (y - mark.y.0).abs() < 1.0 && *a < to + 6.0 && *b > from - 6.0 && !is_own(*a, *b, mark)
                })
        });
        if let Some((x, from, to, ends)) = free {
            taken.push((mark.y.0, from, to));
            mark.label = Some(StripLabel { x: Px(x), y: Px(mark.y.0 + 4.0), ends, text });
        }
    }
}

fn is_own(from: f64, to: f64, mark: &StripMark) -> bool {
    (from - (mark.x.0 - mark.r.0)).abs() < 0.01 && (to - (mark.x.0 + mark.r.0)).abs() < 0.01
}

/// The first words of a title, and how long it lasted.
fn words(row: &Row) -> String {
    const LONGEST: usize = 28;
    let subject = row.title.split([':', ',']).next().unwrap_or_default().trim();
    let mut short = String::new();
    for word in subject.split_whitespace() {
        if !short.is_empty() && short.chars().count() + word.chars().count() > LONGEST {
            short.push('…');
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    match length(row.duration) {
        Some(_) => format!("{short}, {}", row.duration),
        None => short,
    }
}

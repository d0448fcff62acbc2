//! The strip of years: one mark per incident, by day of the year. The places are numbers; the template draws them.

use super::archive::{length, log, year_path};
use crate::view::archive::{Strip, StripDrawing, StripLabel, StripMark, StripMonth, StripYear};
use crate::view::row::Row;
use crate::view::shown::Px;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Years that are drawn at most; an older incident stands in the list alone.
const YEARS: i32 = 30;

/// The strip, if any incident has a day: a mark each, or one for half a month where they are many.
pub(super) fn strip(rows: &[&Row], has_years: bool) -> Option<Strip> {
    let days: Vec<(NaiveDate, &Row)> = rows.iter().filter_map(|row| Some((row.day?, *row))).collect();
    let last = days.iter().map(|(day, _)| day.year()).max()?;
    let first = days.iter().map(|(day, _)| day.year()).min()?.max(last - YEARS + 1);
    let shown = days.into_iter().filter(|(day, _)| day.year() >= first);
    let (caption, dots): (_, Vec<Dot>) = if has_years {
        (
            "One mark per half month, by day of the year; a larger mark is more incidents. The shape is the worst severity.",
            halves(shown),
        )
    } else {
        (
            "One mark per incident, by day of the year; a larger mark lasted longer. The shape is the severity.",
            shown.map(dot).collect(),
        )
    };
    let caption = caption.to_owned();
    Some(Strip { caption, wide: draw(&dots, first, last, &WIDE), narrow: draw(&dots, first, last, &NARROW) })
}

/// What a mark stands for.
struct Dot {
    day: NaiveDate,
    look: u8,
    href: String,
    /// How much of what a mark says by its size.
    size: Option<i64>,
    /// Words to stand beside it: as many as there are, or as few as there is room for.
    words: Vec<String>,
}

/// The dot of one incident.
fn dot((day, row): (NaiveDate, &Row)) -> Dot {
    Dot {
        day,
        look: row.severity.as_ref().map_or(0, |severity| severity.look),
        href: format!("#i-{}", row.id),
        size: length(row.duration),
        words: words(row),
    }
}

/// A dot for each half of a month, which leads to the page of the year.
fn halves<'r>(shown: impl Iterator<Item = (NaiveDate, &'r Row)>) -> Vec<Dot> {
    let mut halves: BTreeMap<(i32, u32, bool), Dot> = BTreeMap::new();
    for (day, row) in shown {
        let (year, is_second) = (day.year(), day.day() > 15);
        let middle = day.with_day(if is_second { 23 } else { 8 }).unwrap_or(day);
        let half = halves.entry((year, day.month(), is_second)).or_insert_with(|| Dot {
            day: middle,
            look: 0,
            href: year_path(Some(year)),
            size: Some(0),
            words: Vec::new(),
        });
        half.size = half.size.map(|size| size + 1);
        let look = row.severity.as_ref().map_or(0, |severity| severity.look);
        half.look = if half.look == 0 || look == 0 { half.look.max(look) } else { half.look.min(look) };
    }
    halves.into_values().collect()
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

fn draw(dots: &[Dot], first: i32, last: i32, m: &Measures) -> StripDrawing {
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
        is_empty: !dots.iter().any(|dot| dot.day.year() == year),
    });
    let sizes = || dots.iter().filter_map(|dot| dot.size).map(log);
    let ends = (sizes().fold(f64::INFINITY, f64::min), sizes().fold(0.0, f64::max));
    let mut marks: Vec<StripMark> = dots.iter().map(|dot| mark(dot, ends, &y, m)).collect();
    if m.labels {
        label(&mut marks, dots, m);
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

fn mark(dot: &Dot, ends: (f64, f64), y: &impl Fn(i32) -> f64, m: &Measures) -> StripMark {
    let of_year = f64::from(dot.day.ordinal0()) / if dot.day.leap_year() { 366.0 } else { 365.0 };
    StripMark {
        href: dot.href.clone(),
        look: dot.look,
        x: Px(m.left + (m.right - m.left) * of_year),
        y: Px(y(dot.day.year())),
        r: Px(dot.size.map_or(4.0, |size| radius(log(size), ends))),
        label: None,
    }
}

/// From 3 to 11 px, from the smallest to the largest.
fn radius(size: f64, (least, most): (f64, f64)) -> f64 {
    if most > least { 3.0 + 8.0 * (size - least) / (most - least) } else { 6.0 }
}

/// Puts words beside marks where there is room: none touches another mark or other words of its year.
fn label(marks: &mut [StripMark], dots: &[Dot], m: &Measures) {
    let mut taken: BTreeMap<i32, Vec<(f64, f64)>> = BTreeMap::new();
    for (mark, dot) in marks.iter().zip(dots) {
        taken.entry(dot.day.year()).or_default().push((mark.x.0 - mark.r.0, mark.x.0 + mark.r.0));
    }
    for (mark, dot) in marks.iter_mut().zip(dots) {
        let taken = taken.entry(dot.day.year()).or_default();
        let after = mark.x.0 + mark.r.0 + 6.0;
        let before = mark.x.0 - mark.r.0 - 6.0;
        let places = dot.words.iter().flat_map(|text| {
            // A letter at 11 px is about 6 px wide; a little more keeps wide ones apart.
            let width = 6.3 * f64::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX));
            [(text, after, after, after + width, false), (text, before, before - width, before, true)]
        });
        let mut places = places.filter(|(_, _, from, to, _)| {
            *from >= m.left
                && *to <= m.width
                && !taken.iter().any(|(a, b)| *a < to + 6.0 && *b > from - 6.0 && !is_own(*a, *b, mark))
        });
        if let Some((text, x, from, to, ends)) = places.next() {
            mark.label = Some(StripLabel { x: Px(x), y: Px(mark.y.0 + 4.0), ends, text: text.clone() });
            taken.push((from, to));
        }
    }
}

fn is_own(from: f64, to: f64, mark: &StripMark) -> bool {
    (from - (mark.x.0 - mark.r.0)).abs() < 0.01 && (to - (mark.x.0 + mark.r.0)).abs() < 0.01
}

/// What was affected and how long, and what was affected alone.
fn words(row: &Row) -> Vec<String> {
    let name = row.subject.clone().unwrap_or_else(|| first_words(&row.title));
    match length(row.duration) {
        Some(_) => vec![format!("{name}, {}", row.duration), name],
        None => vec![name],
    }
}

/// The first words of a title.
fn first_words(title: &str) -> String {
    const LONGEST: usize = 28;
    let subject = title.split([':', ',']).next().unwrap_or_default().trim();
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
    short
}

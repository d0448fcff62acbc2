//! The page of all incidents.

use super::scaffold::frame;
use super::strip::strip;
use crate::model::time::{Difference, Tick};
use crate::model::words::{Review, Status};
use crate::view::archive::{ArchivePage, Bar, EarlierYear, IncidentRow, SeverityFilter, Year};
use crate::view::page::{Inputs, PageKind, Rows, single};
use crate::view::row::Row;
use crate::view::shown::{Badge, BadgeTone, Markdown, Px};
use crate::view::{View, words};

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "archive",
    paths: |_| single(&PAGE, "index.html"),
    inputs: |index, key| index.with_rows(key),
    view: |inputs| View::Archive(Box::new(view(inputs))),
};

/// How many incidents are listed at least where not all are.
const NEWEST: usize = 100;

fn view(inputs: &Inputs<'_>) -> ArchivePage {
    let rows = inputs.rows();
    let noun = if rows.len() == 1 { "incident" } else { "incidents" };
    let lede = match rows.len() {
        0 => "No incidents.".to_owned(),
        n => words::capitalised(&format!("{} {noun}, minute by minute.", words::counted(n))),
    };
    let mut earlier: Vec<(Option<i32>, usize)> = inputs.rows.into_iter().flat_map(Rows::years).collect();
    let mut shown = 0;
    while let [(_, count), ..] = earlier.as_slice()
        && (shown < NEWEST || !inputs.has_years)
    {
        shown += count;
        earlier.remove(0);
    }
    let is_earlier = |row: &Row| earlier.iter().any(|(year, _)| *year == row.year());
    let newest: Vec<&Row> = rows.iter().copied().filter(|row| !is_earlier(row)).collect();
    let mut listed = list(inputs, None, lede, &rows, &newest);
    let standfirst = inputs.config.description.clone().map(Markdown);
    if let Some(description) = &standfirst {
        listed.frame.description = description.clone();
    }
    let earlier = earlier.into_iter().map(|(year, count)| EarlierYear {
        label: year.map_or_else(|| "Undated".to_owned(), |year| year.to_string()),
        path: year_path(year),
        count,
    });
    ArchivePage { standfirst, earlier: earlier.collect(), ..listed }
}

/// The path of the page of a year.
pub(super) fn year_path(year: Option<i32>) -> String {
    year.map_or_else(|| "undated/index.html".to_owned(), |year| format!("{year}/index.html"))
}

/// A page about `rows` that lists those of them which are `shown`.
pub(super) fn list(
    inputs: &Inputs<'_>,
    title: Option<&str>,
    lede: String,
    rows: &[&Row],
    shown: &[&Row],
) -> ArchivePage {
    let noun = if shown.len() == 1 { "incident" } else { "incidents" };
    let here = if shown.len() == rows.len() { "" } else { " on this page" };
    ArchivePage {
        frame: frame(
            inputs,
            title,
            format!("{} {noun}, each with its timeline, sources and what is uncertain.", words::figures(rows.len())),
        ),
        lede,
        span: span(rows),
        strip: strip(rows, shown.len() < rows.len()),
        filters: filters(shown),
        count: format!("{} {noun}{here}", words::figures(shown.len())),
        years: years(shown),
        ..ArchivePage::default()
    }
}

/// `From eleven minutes to 24 h 11 min.`
fn span(rows: &[&Row]) -> Option<String> {
    let mut lengths: Vec<(i64, Difference)> =
        rows.iter().filter_map(|row| Some((length(row.duration)?, row.duration))).collect();
    lengths.sort_by_key(|(minutes, _)| *minutes);
    let (first, last) = (lengths.first()?, lengths.last()?);
    let who = if lengths.len() < rows.len() { "Those with a known length lasted from" } else { "From" };
    (first.0 != last.0).then(|| {
        let [first, last] = [first, last].map(|(_, length)| in_a_sentence(*length));
        format!("{who} {first} to {last}.")
    })
}

/// `eleven minutes`, `3–5 minutes`, `over six days`, `24 h 11 min`: a length of one unit is spelled out. It stays on
/// one line.
fn in_a_sentence(length: Difference) -> String {
    let text = length.to_string();
    let (bound, rest) = [("> ", "over "), ("≥ ", "at least "), ("≤ ", "at most ")]
        .into_iter()
        .find_map(|(sign, words)| Some((words, text.strip_prefix(sign)?)))
        .unwrap_or(("", &text));
    let spelled = rest.rsplit_once(' ').filter(|(number, _)| !number.contains(' ')).and_then(|(number, unit)| {
        let (_, noun) = UNITS.into_iter().find(|(short, _)| *short == unit)?;
        let counted = number.parse().map_or_else(|_| number.to_owned(), words::counted);
        Some(format!("{counted} {noun}{}", if number == "1" { "" } else { "s" }))
    });
    let text = format!("{bound}{}", spelled.as_deref().unwrap_or(rest));
    text.replace(' ', "\u{a0}").replace('–', "\u{2060}–\u{2060}")
}

const UNITS: [(&str, &str); 6] =
    [("s", "second"), ("min", "minute"), ("h", "hour"), ("d", "day"), ("mo", "month"), ("y", "year")];

/// A length in minutes where it is one value or has a least one; for sizes and order, never for words.
pub(super) fn length(duration: Difference) -> Option<i64> {
    minutes(duration, duration.high.or(duration.low))
}

fn minutes(duration: Difference, ticks: Option<i64>) -> Option<i64> {
    match duration.tick? {
        Tick::Second => Some(ticks? / 60),
        Tick::Minute => ticks,
        Tick::Day => Some(ticks? * 1440),
        Tick::Month | Tick::Year => None,
    }
}

fn filters(rows: &[&Row]) -> Vec<SeverityFilter> {
    let mut filters: Vec<SeverityFilter> = Vec::new();
    for severity in rows.iter().filter_map(|row| row.severity.as_ref()) {
        match filters.iter_mut().find(|filter| filter.severity == *severity) {
            Some(filter) => filter.count += 1,
            None => filters.push(SeverityFilter { severity: severity.clone(), count: 1 }),
        }
    }
    filters.sort_by_key(|filter| filter.severity.rank);
    if filters.len() < 2 { Vec::new() } else { filters }
}

fn years(rows: &[&Row]) -> Vec<Year> {
    let longest = rows.iter().filter_map(|row| length(row.duration)).max().unwrap_or(0);
    let mut years: Vec<(Option<i32>, Year)> = Vec::new();
    for row in rows {
        let year = row.year();
        let shown = incident(row, longest);
        if let Some((_, group)) = years.iter_mut().find(|(known, _)| *known == year) {
            group.incidents.push(shown);
            continue;
        }
        let label = year.map_or_else(|| "Undated".to_owned(), |year| year.to_string());
        let anchor = year.map_or_else(|| "undated".to_owned(), |year| format!("y{year}"));
        years.push((year, Year { label, anchor, incidents: vec![shown] }));
    }
    years.into_iter().map(|(_, group)| group).collect()
}

fn incident(row: &Row, longest: i64) -> IncidentRow {
    let mitigate = words::firm(&row.mitigate.to_string());
    let duration = words::firm(&row.duration.to_string());
    let says_something = (row.mitigate.low.is_some() || row.mitigate.high.is_some()) && mitigate != duration;
    IncidentRow {
        anchor: format!("i-{}", row.id),
        path: row.path(),
        day: row.shown_day.clone(),
        subject: row.subject.clone().filter(|subject| !names(&row.title, subject)),
        title: row.title.clone(),
        summary: row.summary.clone().map(Markdown),
        severity: row.severity.clone(),
        badges: badges(row),
        tags: row.tags.clone(),
        duration,
        bar: bar(row, longest),
        note: says_something.then(|| format!("mitigated in {mitigate}")),
    }
}

/// Whether a title has the first word of what was affected.
fn names(title: &str, subject: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    words(subject).first().is_none_or(|first| words(title).contains(first))
}

/// A bar of 200 for the longest, solid as far as the length is certain.
fn bar(row: &Row, longest: i64) -> Option<Bar> {
    let along = |minutes| Px((200.0 * log(minutes) / log(longest.max(1))).clamp(2.0, 200.0));
    let end = |ticks| minutes(row.duration, ticks).map(along);
    let (least, most) = (end(row.duration.low.filter(|low| *low > 0)), end(row.duration.high));
    let look = row.severity.as_ref().map_or(0, |severity| severity.look);
    (least.is_some() || most.is_some()).then(|| Bar {
        look,
        least,
        most: most.filter(|most| least != Some(*most)),
        is_open: row.duration.high.is_none(),
    })
}

/// How far along a log scale a size is; nothing and less is at its beginning.
pub(super) fn log(size: i64) -> f64 {
    (1.0 + i32::try_from(size.max(0)).map_or(f64::from(i32::MAX), f64::from)).ln()
}

/// What is out of the ordinary about a record.
fn badges(row: &Row) -> Vec<Badge> {
    let badge = |label: &str, tone| Badge { label: label.to_owned(), tone };
    let status = match row.status {
        Status::Triage => Some(badge("Triage", BadgeTone::Live)),
        Status::Active => Some(badge("Active", BadgeTone::Live)),
        Status::Mitigated => Some(badge("Mitigated", BadgeTone::Live)),
        Status::Resolved => None,
        Status::Cancelled => Some(badge("Cancelled", BadgeTone::Quiet)),
        Status::FalsePositive => Some(badge("False positive", BadgeTone::Quiet)),
        Status::NearMiss => Some(badge("Near miss", BadgeTone::Quiet)),
    };
    let review = match row.review {
        Review::Draft => Some(badge("Draft", BadgeTone::Dashed)),
        Review::InReview => Some(badge("In review", BadgeTone::Dashed)),
        Review::Withdrawn => Some(badge("Withdrawn", BadgeTone::Dashed)),
        Review::Reviewed | Review::Published => None,
    };
    status.into_iter().chain(review).collect()
}

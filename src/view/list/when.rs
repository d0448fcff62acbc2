//! A time as the list shows it: signs where a sentence has words, and a small line under it.

use super::items::Item;
use crate::model::Incident;
use crate::model::time::written::Centre;
use crate::model::time::{Time, Written};
use crate::view::minutes::{When, WhenKind};
use crate::view::shown::Part;
use crate::view::words::{self, Moment, Shape, plain};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;

/// What a row need not say again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The day of the rows around.
    pub(super) day: Option<NaiveDate>,
    /// A day of the year of the list.
    pub(super) year: Option<NaiveDate>,
}

/// The nearest certain times above and below a row.
pub(super) type Neighbours = (Option<Moment>, Option<Moment>);

/// The neighbours of every item, in the order of the items.
pub(super) fn neighbours(items: &[Item<'_>]) -> Vec<Neighbours> {
    let exact = |item: &Item<'_>| if let Shape::At(moment) = item.shape { Some(moment) } else { None };
    let mut near = vec![(None, None); items.len()];
    let mut above = None;
    for (index, item) in items.iter().enumerate() {
        near[index].0 = above;
        above = exact(item).or(above);
    }
    let mut below = None;
    for (index, item) in items.iter().enumerate().rev() {
        near[index].1 = below;
        below = exact(item).or(below);
    }
    near
}

/// When an item was, as its row shows it.
pub(super) fn when(incident: &Incident, item: &Item<'_>, near: Neighbours, place: Place) -> When {
    let show = Show { incident, place };
    let time = incident.times.time(item.time);
    if let Some(when) = show.tied(time, item.shape) {
        return when;
    }
    let with = |kind, word: Part, moment| {
        let under = show.under(moment, &word.text);
        let parts = std::iter::once(word).filter(|word| !word.text.is_empty()).chain(show.moment(moment)).collect();
        When { kind, parts, ..under }
    };
    match item.shape {
        Shape::At(moment) => {
            let kind = if matches!(moment, Moment::Clock { .. }) { WhenKind::Exact } else { WhenKind::Span };
            with(kind, plain(""), moment)
        }
        Shape::About(moment) => {
            let sign = Part { text: "~".to_owned(), spoken: Some("about ".to_owned()), datetime: None };
            with(WhenKind::About, sign, moment)
        }
        Shape::Before(moment) => with(WhenKind::About, plain("before "), moment),
        Shape::By(moment) => with(WhenKind::About, plain("by "), moment),
        Shape::After(moment) => with(WhenKind::About, plain("after "), moment),
        Shape::From(moment) => with(WhenKind::About, plain("from "), moment),
        Shape::Range(from, to) => show.range(time, from, to),
        Shape::Unknown => When { kind: WhenKind::Span, parts: show.unknown(near), ..When::default() },
    }
}

/// Shows moments at a place of the list.
#[derive(Clone, Copy)]
struct Show<'a> {
    incident: &'a Incident,
    place: Place,
}

impl Show<'_> {
    /// A time that is so long after another, whose own minute is not known: `+11 min`, `after the start`.
    fn tied(self, time: &Time, shape: Shape) -> Option<When> {
        let (anchor, low, high, sign) = match time.written.as_ref()? {
            Written::Tie { anchor, offset, high } => (anchor, *offset, *high, ""),
            Written::About { centre: Centre::Tie { anchor, offset }, .. } => (anchor, *offset, None, "~"),
            _ => return None,
        };
        if time.faulty || matches!(shape, Shape::At(_) | Shape::About(_)) {
            return None;
        }
        let (length, is_later) = words::offset(low, high);
        let noun = words::noun(self.incident, &anchor.text).map(str::to_owned);
        let named = || time.tie.as_ref().map(|tie| words::text(&words::time(self.incident, tie.to, self.place.day)));
        let anchor = noun.or_else(named)?;
        let about = (!sign.is_empty()).then(|| Part {
            text: sign.to_owned(),
            spoken: Some("about ".to_owned()),
            datetime: None,
        });
        let (length, side) = match high {
            // From before to after it, each end has its sign.
            Some(high) if low.seconds() < 0 && high.seconds() > 0 => {
                let ((before, _), (after, _)) = (words::offset(low, None), words::offset(high, None));
                (format!("\u{2212}{before} to +{after}"), "from")
            }
            _ if is_later => (format!("+{length}"), "after"),
            _ => (length, "before"),
        };
        let parts = about.into_iter().chain([plain(length)]).collect();
        let note = format!("{side} {anchor}");
        Some(When { kind: WhenKind::About, parts, note: Some(note), ..When::default() })
    }

    fn range(self, time: &Time, from: Moment, to: Moment) -> When {
        let is_clock = |moment| matches!(moment, Moment::Clock { .. });
        let (first, last) = (from.day(self.incident), to.day(self.incident));
        let mut parts = self.moment(from);
        parts.push(words::dash());
        if is_clock(to) && first != last {
            parts.extend(self.day_of(to));
        }
        parts.extend(self.moment(to));
        let between = time.written.as_ref().filter(|written| matches!(written, Written::Between { .. }));
        let some = match (from, to) {
            (Moment::Clock { seconds: true, .. }, Moment::Clock { seconds: true, .. }) => "some second",
            (Moment::Clock { .. }, _) | (_, Moment::Clock { .. }) => "some minute",
            (Moment::Day(_), _) => "some day",
            (Moment::Month(_), _) => "some month",
            (Moment::Year(_), _) => "some year",
        };
        let some =
            between.and_then(|written| words::by_names(self.incident, written)).unwrap_or_else(|| some.to_owned());
        let is_elsewhere = is_clock(from) && self.place.day != Some(first);
        let day = is_elsewhere.then(|| self.day(first));
        When { kind: WhenKind::Span, parts, day, note: Some(some), ..When::default() }
    }

    /// What the neighbours of an unknown time say of it, in a list that is in order.
    fn unknown(self, near: Neighbours) -> Vec<Part> {
        let dated = |moment: Moment| {
            let day = moment.day(self.incident);
            let is_elsewhere = matches!(moment, Moment::Clock { .. }) && self.place.day != Some(day);
            let day = is_elsewhere.then(|| self.day_of(moment));
            day.into_iter().flatten().chain(self.moment(moment)).collect::<Vec<Part>>()
        };
        match near {
            (None, None) => vec![plain("Unknown")],
            (Some(above), None) => [vec![plain("Unknown, after ")], dated(above)].concat(),
            (None, Some(below)) => [vec![plain("Unknown, before ")], dated(below)].concat(),
            (Some(above), Some(below)) => {
                [vec![plain("Unknown, ")], dated(above), vec![words::dash()], dated(below)].concat()
            }
        }
    }

    fn moment(self, moment: Moment) -> Vec<Part> {
        let part = words::clock(self.incident, moment);
        let text = if let Moment::Day(day) = moment { self.day(day) } else { part.text };
        vec![Part { text, ..part }]
    }

    /// The day of a clock time before it, which goes with it where the zone changes.
    fn day_of(self, moment: Moment) -> [Part; 2] {
        let day = Part { text: self.day(moment.day(self.incident)), spoken: None, datetime: Some(moment.datetime()) };
        [day, plain(", ")]
    }

    /// A day, with its year where that is not the one of the list; a line may end before the year alone.
    fn day(self, day: NaiveDate) -> String {
        let same_year = self.place.year.is_some_and(|known| known.year() == day.year());
        day.format(if same_year { "%-d\u{a0}%b" } else { "%-d\u{a0}%b %Y" }).to_string()
    }

    /// The small line under a time; its doubt, `~` or `before `, is said there too.
    fn under(self, moment: Moment, doubt: &str) -> When {
        let only = |words: &str| When { note: Some(words.to_owned()), ..When::default() };
        let at = match moment {
            Moment::Clock { at, seconds } => (at, seconds),
            Moment::Day(_) => return only("day only"),
            Moment::Month(_) => return only("month only"),
            Moment::Year(_) => return only("year only"),
        };
        let day = moment.day(self.incident);
        When {
            day: (self.place.day != Some(day)).then(|| self.day(day)),
            utc: self.utc(at, day).map(|utc| format!("{doubt}{utc}")),
            ..When::default()
        }
    }

    /// The time in UTC, where the list is in another zone.
    fn utc(self, (at, seconds): (DateTime<Utc>, bool), day: NaiveDate) -> Option<String> {
        if matches!(self.incident.timezone, Tz::UTC | Tz::Etc__UTC) {
            return None;
        }
        let clock = at.format(if seconds { "%H:%M:%S\u{a0}UTC" } else { "%H:%M\u{a0}UTC" });
        let other = at.date_naive();
        Some(if other == day { clock.to_string() } else { format!("{clock}, {}", self.day(other)) })
    }
}

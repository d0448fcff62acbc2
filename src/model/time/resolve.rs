//! What a time that stands alone means: its tick and bounds. Ties and `X..Y` wait for the times they name.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::calendar::{Edge, Tick, has_date};
use super::clock::Dated;
use super::length::Length;
use super::written::{Centre, Place, Point, Side, When, Written};
use crate::model::fault::Fault;

/// A tick and two bounds at it, either of which may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) tick: Tick,
    pub(super) earliest: Option<Edge>,
    pub(super) latest: Option<Edge>,
}

/// What a time that stands alone means.
pub(super) struct Standing {
    pub(super) bounds: Bounds,
    /// The first and the last second of its clock time, for the order of clocks in a timeline.
    pub(super) clock: Option<(i64, i64)>,
}

/// What all times of one record share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// The record's zone.
    pub(super) zone: Tz,
    /// The half-width of `about` where none is written, in seconds.
    pub(super) about: i64,
}

impl Bounds {
    pub(super) const OPEN: Self = Self { tick: Tick::Minute, earliest: None, latest: None };

    /// Whether nothing is known: then its tick says nothing either.
    pub(super) fn is_open(&self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }
}

impl Frame {
    /// The meaning of a time that is neither tied nor between names; `lent` is the date of a bare clock.
    pub(super) fn standing(
        &self,
        written: &Written,
        lent: Option<NaiveDate>,
        warnings: &mut Vec<Fault>,
    ) -> Result<Option<Standing>, Fault> {
        match written {
            Written::Tie { .. } | Written::Between { .. } | Written::About { centre: Centre::Tie { .. }, .. } => {
                Ok(None)
            }
            Written::Unknown => Ok(Some(Standing { bounds: Bounds::OPEN, clock: None })),
            Written::Point(point) => {
                let (tick, label) = self.point(point, lent, warnings)?;
                self.closed(point, tick, Some((label, label)), point.at).map(Some)
            }
            Written::About { centre: Centre::Point(point), width } => {
                let (tick, label) = self.point(point, lent, warnings)?;
                let (tick, ends) = self.about(tick, label, *width);
                self.closed(point, tick, ends, point.at).map(Some)
            }
            Written::Bound { side, point } => self.bound(*side, point, lent, warnings).map(Some),
            Written::Range { from, to } => {
                let end = from.date().or(lent);
                let (from_tick, first) = self.point(from, lent, warnings)?;
                let (to_tick, last) = self.point(to, end, warnings)?;
                let tick = from_tick.min(to_tick);
                let first = from_tick.refine_first(first, tick, self.zone);
                let last = to_tick.refine_last(last, tick, self.zone);
                if first > last {
                    return Err(range_backwards(from, to, end));
                }
                self.closed(from, tick, first.zip(last), to.at).map(Some)
            }
        }
    }

    /// The tick and label of a point.
    fn point(&self, point: &Point, lent: Option<NaiveDate>, warnings: &mut Vec<Fault>) -> Result<(Tick, i64), Fault> {
        match point.when {
            When::Year(year) => Ok((Tick::Year, year.into())),
            When::Month(first) => Ok((Tick::Month, Tick::Month.label_of(first))),
            When::Day(date) if has_date(date, self.zone) => Ok((Tick::Day, Tick::Day.label_of(date))),
            When::Day(date) => Err(date_skipped(date, self.zone, point.at)),
            When::Clock { date, clock, zone } => {
                let date = date.or(lent).ok_or_else(|| clock_without_date(point))?;
                let instant = Dated { date, clock, zone, record: self.zone, at: point.at }.instant(warnings)?;
                Ok((if clock.second.is_some() { Tick::Second } else { Tick::Minute }, instant))
            }
        }
    }

    /// The tick and both ends of `about`; a width with seconds makes a minute's ends seconds.
    fn about(&self, tick: Tick, label: i64, width: Option<Length>) -> (Tick, Option<(i64, i64)>) {
        let seconds = width.map_or(self.about, Length::seconds);
        let by = match tick {
            Tick::Second | Tick::Minute => seconds,
            Tick::Day => width.map_or(1, |width| width.seconds() / 86_400),
            Tick::Month | Tick::Year => 1,
        };
        if tick == Tick::Minute && (seconds % 60 != 0 || width.is_some_and(Length::has_seconds)) {
            return (Tick::Second, Some((label - by, label + 59 + by)));
        }
        (tick, label.checked_sub(by).zip(label.checked_add(by)))
    }

    fn bound(
        &self,
        side: Side,
        point: &Point,
        lent: Option<NaiveDate>,
        warnings: &mut Vec<Fault>,
    ) -> Result<Standing, Fault> {
        let (tick, label) = self.point(point, lent, warnings)?;
        let written = self.edge(tick, label, point.at)?;
        let clock = is_clock(point).then(|| (written.first.timestamp(), written.last.timestamp()));
        let open = Bounds { tick, ..Bounds::OPEN };
        let bounds = match side {
            Side::Before => Bounds { latest: Some(self.edge(tick, label - tick.step(), point.at)?), ..open },
            Side::By => Bounds { latest: Some(written), ..open },
            Side::After => Bounds { earliest: Some(self.edge(tick, label + tick.step(), point.at)?), ..open },
        };
        Ok(Standing { bounds, clock })
    }

    fn closed(&self, first: &Point, tick: Tick, ends: Option<(i64, i64)>, at: Place) -> Result<Standing, Fault> {
        let (low, high) = ends.ok_or_else(|| year_out_of_range(at.from_start()))?;
        let (earliest, latest) = (self.edge(tick, low, at)?, self.edge(tick, high, at)?);
        let clock = is_clock(first).then(|| (earliest.first.timestamp(), latest.last.timestamp()));
        Ok(Standing { bounds: Bounds { tick, earliest: Some(earliest), latest: Some(latest) }, clock })
    }

    fn edge(&self, tick: Tick, label: i64, at: Place) -> Result<Edge, Fault> {
        Edge::new(tick, label, self.zone).ok_or_else(|| year_out_of_range(at.from_start()))
    }
}

fn is_clock(point: &Point) -> bool {
    matches!(point.when, When::Clock { .. })
}

/// A time, or what it is tied to, reaches out of the calendar.
pub(super) fn year_out_of_range(at: std::ops::Range<usize>) -> Fault {
    Fault::error("year-out-of-range", at, "this time reaches out of the years 1899 to 2201")
        .with_label("too far away")
        .with_help("look at the length that is added or taken away")
}

fn clock_without_date(point: &Point) -> Fault {
    Fault::error("clock-without-date", point.at.range(), format!("`{point}` has no date"))
        .with_label("on which day?")
        .with_help(format!("write the date too, as in `2017-11-02 {point}`"))
        .with_note("in a timeline, the first entry with a date lends it to the clock times below")
}

fn date_skipped(date: NaiveDate, zone: Tz, at: Place) -> Fault {
    let fault = Fault::error("local-time-skipped", at.range(), format!("there was no {date} in `{zone}`"))
        .with_label("the zone skipped this day");
    match (date.pred_opt(), date.succ_opt()) {
        (Some(before), Some(after)) => fault.with_help(format!("write `{before}` or `{after}`")),
        _ => fault,
    }
}

/// `day` is that of the start, if it is known.
fn range_backwards(from: &Point, to: &Point, day: Option<NaiveDate>) -> Fault {
    let at = from.at.start as usize..to.at.end as usize;
    let fault = Fault::error("range-backwards", at, format!("the range from `{from}` to `{to}` runs backwards"))
        .with_label("the end is before the start");
    if let (When::Clock { zone: None, .. }, When::Clock { zone: Some(zone), .. }) = (from.when, to.when) {
        let help = format!("a zone belongs to one clock time; if it was meant for both, write `{from} {zone}..{to}`");
        return fault.with_help(help);
    }
    if to.is_bare_clock() {
        let help = "if midnight lies between, write the date of the end";
        return fault.with_help(match day.and_then(|day| day.succ_opt()) {
            Some(next) => format!("{help}: `{from}..{next} {to}`"),
            None => format!("{help} too"),
        });
    }
    fault.with_help(format!("write the earlier one first: `{to}..{from}`"))
}

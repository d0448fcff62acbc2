//! The labels under the axis: the bounds of the impact first, then clock times, days or years at even steps.

use super::clock::{clock, day, iso, local, offset};
use super::scale::{Scale, float, tenth};
use super::segments::Segment;
use super::story::{Kind, Story};
use super::widths::width;
use chrono::{Datelike, NaiveDate, TimeZone};
use serde::Serialize;

/// The steps between labels, in minutes.
pub(super) const STEPS: [i64; 17] =
    [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 10_080, 20_160, 44_640];
/// The steps in years, where those are too fine.
const YEARS: [i32; 7] = [1, 2, 5, 10, 20, 50, 100];
/// A window of more minutes than these shows years where no step is long enough: two years.
const LONG: i64 = 2 * 525_600;
/// The least room between labels at even steps.
const APART: f64 = 58.0;
/// The least room between strokes for every minute.
const MINUTE: f64 = 8.0;

/// A label under the axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Tick {
    /// Its instant, `2017-11-02T22:45Z`.
    pub(super) t: String,
    /// Where its stroke stands.
    pub(super) x: f64,
    /// The middle of its words, which stay on the chart.
    pub(super) text_x: f64,
    /// The words.
    pub(super) label: String,
    /// Whether it is a bound of the impact.
    pub(super) role: Role,
    /// Whether it is a day, which no zone switch changes.
    pub(super) date: bool,
}

/// What a label under the axis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Role {
    /// A bound of the impact.
    Impact,
    /// An even step, or a time of its own.
    Tick,
}

/// The labels in order, and the strokes of single minutes where there is room for them.
pub(super) fn ticks(story: &Story, segments: &[Segment], right: f64) -> (Vec<Tick>, Vec<f64>) {
    let scale = Scale(segments);
    let bounds = bounds(story);
    let mut ruler = Ruler { scale, right, placed: Vec::new(), ticks: Vec::new() };
    let is_by_day = story.impact.as_ref().is_some_and(|impact| impact.is_by_day);
    for bound in &bounds {
        let label = if is_by_day { day(local(*bound, story.zone)) } else { clock(*bound, story.zone) };
        ruler.put(*bound, label, Role::Impact, is_by_day);
    }
    let edge = segments.last().map_or(0.0, |segment| segment.x1) + 10.0;
    let breaks: Vec<f64> = segments.iter().filter(|segment| segment.breaks()).map(|segment| segment.x1).collect();
    let mut minutes = Vec::new();
    for segment in segments {
        if segment.density() >= MINUTE {
            minutes.extend((segment.lo..=segment.hi).map(|minute| scale.px(minute)));
        }
        for mark in marks(story, segment) {
            let x = scale.x(mark.at);
            let is_near = |bound: &i64| (mark.at - bound).abs() < mark.step && (x - scale.x(*bound)).abs() < APART;
            let half = width(&mark.label, 11.0) / 2.0;
            let is_cut = x + half > edge || breaks.iter().any(|at| (x - at).abs() < half);
            if !bounds.iter().any(is_near) && !is_cut {
                ruler.put(mark.at, mark.label, Role::Tick, mark.is_day);
            }
        }
    }
    ruler.ticks.sort_by(|a, b| a.x.total_cmp(&b.x));
    (ruler.ticks, minutes)
}

/// Labels that do not touch; the first come keep their place.
struct Ruler<'s> {
    scale: Scale<'s>,
    right: f64,
    placed: Vec<(f64, f64)>,
    ticks: Vec<Tick>,
}

impl Ruler<'_> {
    fn put(&mut self, at: i64, label: String, role: Role, date: bool) {
        let size = if role == Role::Impact { 12.0 } else { 11.0 };
        let half = width(&label, size) / 2.0;
        let x = self.scale.x(at);
        if self.placed.iter().any(|(from, to)| x - half < to + 5.0 && x + half > from - 5.0) {
            return;
        }
        self.placed.push((x - half, x + half));
        let reach = width(&label, 12.0) / 2.0;
        let text_x = tenth(tenth(x).min(self.right - reach).max(reach));
        self.ticks.push(Tick { t: iso(at), x: tenth(x), text_x, label, role, date });
    }
}

/// The bounds of the impact, the surest to be seen first.
fn bounds(story: &Story) -> Vec<i64> {
    let Some(impact) = &story.impact else { return Vec::new() };
    let mut bounds = vec![impact.start[0]];
    bounds.extend(impact.end.map(|end| end[1]));
    bounds.push(impact.start[1]);
    bounds.extend(impact.end.map(|end| end[0]));
    let mut once: Vec<i64> = Vec::with_capacity(bounds.len());
    for bound in bounds {
        if !once.contains(&bound) {
            once.push(bound);
        }
    }
    once
}

/// A label that may be put under the axis.
struct Candidate {
    at: i64,
    step: i64,
    label: String,
    is_day: bool,
}

/// What may be labelled in a window: its one or two instants, or even steps of the local clock.
fn marks(story: &Story, segment: &Segment) -> Vec<Candidate> {
    let candidate = |at: i64, step: i64| {
        let is_day = step >= 1440;
        let label = if is_day { day(local(at, story.zone)) } else { clock(at, story.zone) };
        Candidate { at, step, label, is_day }
    };
    let inside = story.events.iter().filter(|event| segment.lo <= event.point && event.point <= segment.hi);
    let mut own: Vec<i64> =
        inside.map(|event| if event.kind == Kind::About { event.point } else { event.low }).collect();
    own.sort_unstable();
    own.dedup();
    if own.len() <= 2 && !segment.focus {
        let is_day = |at: i64| story.events.iter().any(|event| event.low == at && event.kind == Kind::Day);
        return own.into_iter().map(|at| candidate(at, if is_day(at) { 1440 } else { 1 })).collect();
    }
    let pixels = segment.density();
    let fine = STEPS.into_iter().find(|step| float(*step) * pixels >= APART);
    if fine.is_none() && segment.hi - segment.lo > LONG {
        return years(story, segment);
    }
    let [.., longest] = STEPS;
    let step = fine.unwrap_or(longest);
    let ahead = offset(i64::midpoint(segment.lo, segment.hi), story.zone);
    let first = (segment.lo + ahead + step - 1).div_euclid(step) * step - ahead;
    let steps = std::iter::successors(Some(first), |at| Some(at + step).filter(|at| *at <= segment.hi));
    steps.filter(|at| *at <= segment.hi).map(|at| candidate(at, step)).collect()
}

/// The first days of years at even steps.
fn years(story: &Story, segment: &Segment) -> Vec<Candidate> {
    let pixels = segment.density() * 525_960.0;
    let [.., longest] = YEARS;
    let step = YEARS.into_iter().find(|step| f64::from(*step) * pixels >= APART).unwrap_or(longest);
    let from = local(segment.lo, story.zone).year();
    let to = local(segment.hi, story.zone).year();
    let years = (from..=to).filter(|year| year % step == 0);
    let candidates = years.filter_map(|year| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?.and_hms_opt(0, 0, 0)?;
        let at = story.zone.from_local_datetime(&first).earliest()?.timestamp().div_euclid(60);
        Some(Candidate { at, step: i64::from(step) * 525_600, label: year.to_string(), is_day: true })
    });
    candidates.filter(|year| segment.lo <= year.at && year.at <= segment.hi).collect()
}

//! Collects the times of one record in reading order, and lends each bare clock time its day.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::dates::{dates_in, first_date, first_point, last_date, starts_with_clock};
use super::resolve::{Bounds, Frame, Standing};
use super::table::{Report, Time, TimeId, Times};
use super::ties;
use super::written::{Point, Written};
use crate::model::fault::Fault;

/// A time as a record says it: one value, and perhaps what each source says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The value; `None` is `disputed`: the hull of the reports.
    pub value: Option<Written>,
    /// Source keys and what they say.
    pub reports: Vec<(String, Written)>,
}

/// A fault in a time, and in which of its reports, counted from 0, if it is in one.
pub type Found = (TimeId, Option<usize>, Fault);

/// Collects all times of one record in reading order.
///
/// A bare clock time takes its day from the entries above it, so their order of calls is their order in the file.
#[derive(Clone, Debug)]
pub struct Builder {
    pub(super) frame: Frame,
    pub(super) times: Times,
    pub(super) slots: Vec<Slot>,
    pub(super) found: Vec<Found>,
    day: Option<NaiveDate>,
    /// The first second of the last clock time above.
    clock_before: Option<i64>,
    /// The fault of the entries just above, if it is one that comes in runs.
    run: Option<&'static str>,
}

/// What only the builder needs to know of a time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// The time this one reports on, and as which report; otherwise itself.
    pub(super) owner: (TimeId, Option<usize>),
    /// The day that a clock time belonging to this one may take.
    lends: Option<NaiveDate>,
    /// Its own fault, if it is one that comes in runs.
    run: Option<&'static str>,
}

/// The faults that one missing or mistaken date brings to every clock below it.
const RUNS: [&str; 2] = ["clock-without-date", "clock-runs-backwards"];

impl From<Written> for Said {
    fn from(value: Written) -> Self {
        Self { value: Some(value), reports: Vec::new() }
    }
}

impl Builder {
    /// A builder for a record in `zone`, where `about` without a width is `about_seconds` either way.
    #[must_use]
    pub fn new(zone: Tz, about_seconds: i64) -> Self {
        let frame = Frame { zone, about: about_seconds };
        let (times, slots, found) = (Times::default(), Vec::new(), Vec::new());
        Self { frame, times, slots, found, day: None, clock_before: None, run: None }
    }

    /// A builder with times that were resolved before, to resolve them anew.
    pub(super) fn again(times: Times, zone: Tz) -> Self {
        let mut builder = Self::new(zone, 0);
        let ids = (0..times.all.len()).map(|at| TimeId(u32::try_from(at).expect("an index of a time is an id")));
        builder.slots = ids.map(|id| Slot { owner: (id, None), lends: None, run: None }).collect();
        Self { times, ..builder }
    }

    /// Takes the first day in force from `timestamps.impact_start`.
    pub fn start(&mut self, impact_start: Option<&Said>) {
        self.day = impact_start.and_then(|said| said.value.as_ref()).and_then(last_date);
    }

    /// An `at` of the timeline.
    pub fn entry(&mut self, said: Said) -> TimeId {
        let lent = self.day;
        let (id, standing) = self.push(&said, lent);
        if let Some(written) = &said.value {
            self.follow_clock(id, written, standing.and_then(|standing| standing.clock));
            self.day = last_date(written).or(self.day);
            self.follow_run(id, written);
        }
        self.slots[id.0 as usize].lends = self.day;
        self.push_reports(id, said, lent);
        id
    }

    /// An `at` that could not be read, by the text of the time or of the whole line. What can still be read of its day
    /// comes into force; the caller has its fault already.
    pub fn unread(&mut self, text: &str) -> TimeId {
        if let Some(day) = dates_in(text) {
            (self.day, self.clock_before, self.run) = (Some(day), None, None);
        }
        // Where no day is in force, the clocks below lack theirs from the same cause.
        if self.day.is_none() {
            self.run = Some(RUNS[0]);
        }
        let id = self.add(Time { faulty: true, ..Time::new(None) }, self.day);
        self.slots[id.0 as usize].run = self.run.filter(|_| self.day.is_none());
        self.slots[id.0 as usize].lends = self.day;
        id
    }

    /// An `until` or `known_at`, which takes the day of its entry's `at`.
    pub fn of_entry(&mut self, said: Said, at: TimeId) -> TimeId {
        let entry = self.slots[at.0 as usize];
        self.borrow(said, entry.lends, entry.run)
    }

    /// A time anywhere else: a clock needs its date.
    pub fn dated(&mut self, said: Said) -> TimeId {
        self.borrow(said, None, None)
    }

    /// The `to` of an impact segment, which takes the date written in its `from`. A `from` that is a name has no date
    /// written in it: then `to` is [`Builder::dated`].
    pub fn segment_end(&mut self, said: Said, from: TimeId) -> TimeId {
        let start = self.slots[from.0 as usize];
        let date = self.times.all[from.0 as usize].written.as_ref().and_then(last_date);
        self.borrow(said, date, start.run)
    }

    /// Names a time; the first to take a name keeps it.
    pub fn name(&mut self, name: &str, id: TimeId) {
        self.times.names.entry(name.into()).or_insert(id);
    }

    /// Resolves the ties and gives all times, with every fault in reading order.
    #[must_use]
    pub fn finish(mut self) -> (Times, Vec<Found>) {
        ties::resolve(&mut self);
        self.found.sort_by_key(|(id, report, _)| (*id, *report));
        (self.times, self.found)
    }

    fn borrow(&mut self, said: Said, lent: Option<NaiveDate>, run: Option<&'static str>) -> TimeId {
        let (id, _) = self.push(&said, lent);
        let own = &mut self.slots[id.0 as usize].run;
        if own.is_some() && *own == run {
            self.mark_repeated(id);
        }
        self.push_reports(id, said, lent);
        id
    }

    fn push(&mut self, said: &Said, lent: Option<NaiveDate>) -> (TimeId, Option<Standing>) {
        let id = self.add(Time::new(said.value.clone()), lent);
        let standing = said.value.as_ref().and_then(|written| self.stand(id, written, lent));
        (id, standing)
    }

    /// The reports of a time: a bare clock takes the date written in the value, else the day in force.
    fn push_reports(&mut self, of: TimeId, said: Said, lent: Option<NaiveDate>) {
        let lent = said.value.as_ref().and_then(first_date).or(lent);
        for (index, (source, written)) in said.reports.into_iter().enumerate() {
            let id = self.add(Time::new(Some(written.clone())), lent);
            self.slots[id.0 as usize].owner = (of, Some(index));
            self.stand(id, &written, lent);
            self.times.all[of.0 as usize].reports.push(Report { source, time: id });
        }
    }

    fn add(&mut self, time: Time, lends: Option<NaiveDate>) -> TimeId {
        let id = TimeId(u32::try_from(self.times.all.len()).expect("a record has fewer than 2³² times"));
        self.times.all.push(time);
        self.slots.push(Slot { owner: (id, None), lends, run: None });
        id
    }

    /// Resolves a time that stands alone.
    fn stand(&mut self, id: TimeId, written: &Written, lent: Option<NaiveDate>) -> Option<Standing> {
        let mut warnings = Vec::new();
        let standing = self.frame.standing(written, lent, &mut warnings);
        for warning in warnings {
            self.report(id, warning);
        }
        match standing {
            Ok(standing) => {
                if let Some(standing) = &standing {
                    self.times.all[id.0 as usize].set(standing.bounds);
                }
                standing
            }
            Err(fault) => {
                self.refuse(id, fault);
                None
            }
        }
    }

    /// Keeps the clock before, from the first and last second of the clock of this entry; a bare clock may not be
    /// earlier than it. A date without a clock clears it, and so does one whose clock could not be read.
    fn follow_clock(&mut self, id: TimeId, written: &Written, clock: Option<(i64, i64)>) {
        let Some(point) = first_point(written) else { return };
        match clock {
            Some((_, last)) if point.is_bare_clock() && self.clock_before.is_some_and(|before| last < before) => {
                self.times.all[id.0 as usize].set(Bounds::OPEN);
                self.refuse(id, runs_backwards(point, self.day));
            }
            Some((first, _)) => self.clock_before = Some(first),
            None if last_date(written).is_some() => self.clock_before = None,
            None => {}
        }
    }

    /// Marks the faults of a run after its first; a clock or a date that can be read ends the run.
    fn follow_run(&mut self, id: TimeId, written: &Written) {
        match self.slots[id.0 as usize].run {
            None if last_date(written).is_some() || starts_with_clock(written) => self.run = None,
            None => {}
            run if run == self.run => self.mark_repeated(id),
            run => self.run = run,
        }
    }

    fn mark_repeated(&mut self, id: TimeId) {
        if let Some((_, _, fault)) = self.found.iter_mut().rev().find(|(of, report, _)| *of == id && report.is_none()) {
            fault.repeats = true;
        }
    }

    /// Takes note of a fault: an error refuses the time.
    pub(super) fn refuse(&mut self, id: TimeId, fault: Fault) {
        self.times.all[id.0 as usize].faulty = true;
        self.slots[id.0 as usize].run = RUNS.into_iter().find(|rule| *rule == fault.rule);
        self.report(id, fault);
    }

    fn report(&mut self, id: TimeId, fault: Fault) {
        let (owner, report) = self.slots[id.0 as usize].owner;
        self.found.push((owner, report, fault));
    }
}

fn runs_backwards(point: &Point, day: Option<NaiveDate>) -> Fault {
    let next = day.and_then(|day| day.succ_opt()).map_or_else(|| "2017-11-03".to_owned(), |next| next.to_string());
    Fault::error("clock-runs-backwards", point.at.range(), format!("`{point}` is earlier than the clock time above it"))
        .with_label("earlier than the entry above")
        .with_help(format!("if midnight lies between, write `{next} {point}`; otherwise move this entry up"))
        .with_note("a clock time without a date is of the day of the entries above it")
}

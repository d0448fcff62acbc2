//! Times without what a reader may not see. What rested on a hidden report is resolved anew, so that no bound of it
//! stays behind; what was tied to a hidden name keeps its bounds, and no more.

use chrono::{Days, TimeDelta};
use chrono_tz::Tz;

use super::builder::Builder;
use super::calendar::{Edge, Tick};
use super::parse::parse;
use super::resolve::Bounds;
use super::table::{Time, Times};
use super::ties;
use super::written::{Centre, Name, Written};

impl Times {
    /// Leaves out what some sources say, by their keys. A disputed time becomes the hull of what is left, or unknown,
    /// and what is tied to it moves with it. `zone` is that of the record.
    pub fn forget_reports(&mut self, zone: Tz, is_hidden: impl Fn(&str) -> bool) {
        let mut is_changed = false;
        for time in &mut self.all {
            let before = time.reports.len();
            time.reports.retain(|report| !is_hidden(&report.source));
            is_changed |= time.reports.len() < before;
            if time.reports.is_empty() && before > 0 && time.written.is_none() {
                time.written = Some(Written::Unknown);
                (time.tie, time.about) = (None, false);
                time.set(Bounds::OPEN);
            }
        }
        if is_changed {
            self.resolve_again(zone);
        }
    }

    /// Leaves out names: what was tied to one of them is written as the bounds that it has.
    pub fn forget_names(&mut self, is_hidden: impl Fn(&str) -> bool) {
        for time in &mut self.all {
            let written = time.written.iter().flat_map(names);
            let tied = time.tie.iter().map(|tie| &*tie.anchor);
            let between = time.between.iter().flat_map(|between| between.names.iter().map(AsRef::as_ref));
            if !written.map(|name| &*name.text).chain(tied).chain(between).any(&is_hidden) {
                continue;
            }
            (time.tie, time.between) = (None, None);
            if time.written.is_some() {
                time.about = false;
                // A bound may lie just outside of the years that can be written.
                time.written = Some(parse(&time.bounds_text()).unwrap_or(Written::Unknown));
                if time.written == Some(Written::Unknown) {
                    time.set(Bounds::OPEN);
                }
            }
        }
        self.names.retain(|name, _| !is_hidden(name));
    }

    fn resolve_again(&mut self, zone: Tz) {
        for time in self.all.iter_mut().filter(|time| !time.faulty) {
            match &time.written {
                // The width of an `about` may be that of a config: its tie alone still holds it.
                Some(Written::About { centre: Centre::Tie { .. }, .. }) => time.set(Bounds::OPEN),
                None | Some(Written::Tie { .. } | Written::Between { .. }) => {
                    (time.tie, time.between) = (None, None);
                    time.set(Bounds::OPEN);
                }
                Some(
                    Written::Unknown
                    | Written::Point(_)
                    | Written::About { .. }
                    | Written::Bound { .. }
                    | Written::Range { .. },
                ) => {}
            }
        }
        let mut builder = Builder::again(std::mem::take(self), zone);
        ties::resolve(&mut builder);
        *self = builder.times;
    }
}

impl Time {
    /// The time by nothing but its bounds, as it may be written.
    #[must_use]
    pub fn bounds_text(&self) -> String {
        let label = |edge: Edge| match self.tick {
            Tick::Second => edge.first.format("%Y-%m-%d %H:%M:%S UTC").to_string(),
            Tick::Minute => edge.first.format("%Y-%m-%d %H:%M UTC").to_string(),
            Tick::Day => edge.local.format("%Y-%m-%d").to_string(),
            Tick::Month => edge.local.format("%Y-%m").to_string(),
            Tick::Year => edge.local.format("%Y").to_string(),
        };
        let before = |mut edge: Edge| {
            edge.first -= TimeDelta::seconds(1);
            edge.local = edge.local - Days::new(1);
            label(edge)
        };
        match (self.earliest, self.latest) {
            (None, None) => "unknown".to_owned(),
            (Some(first), Some(last)) if label(first) == label(last) => label(first),
            (Some(first), Some(last)) => format!("{}..{}", label(first), label(last)),
            (Some(first), None) => format!("after {}", before(first)),
            (None, Some(last)) => format!("by {}", label(last)),
        }
    }
}

fn names(written: &Written) -> impl Iterator<Item = &Name> {
    let names = match written {
        Written::Tie { anchor, .. } | Written::About { centre: Centre::Tie { anchor, .. }, .. } => [Some(anchor), None],
        Written::Between { from, to } => [Some(from), Some(to)],
        Written::Unknown
        | Written::Point(_)
        | Written::About { centre: Centre::Point(_), .. }
        | Written::Bound { .. }
        | Written::Range { .. } => [None, None],
    };
    names.into_iter().flatten()
}

//! Resolves the times that wait for others: ties, `X..Y`, and the hull of disputed reports. In order, without
//! recursion, so that no chain is too long; a ring is a fault that shows itself.

use super::builder::Builder;
use super::calendar::{Edge, Tick};
use super::hull::{finest, hull, span};
use super::resolve::{Bounds, Frame, year_out_of_range};
use super::table::{Between, Tie, Time, TimeId};
use super::written::{Centre, Name, Offset, Place, Written};
use crate::model::fault::Fault;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

/// Resolves every time that rests on others.
pub(super) fn resolve(builder: &mut Builder) {
    let count = builder.times.all.len();
    let mut states = vec![State::New; count];
    let mut stack = Vec::new();
    for root in 0..count {
        stack.push(root);
        while let Some(&at) = stack.last() {
            if states[at] == State::Done {
                stack.pop();
                continue;
            }
            states[at] = State::Open;
            let needs = needs(builder, at);
            match needs.iter().find(|need| states[**need] != State::Done) {
                None => {
                    settle(builder, at);
                    states[at] = State::Done;
                    stack.pop();
                }
                Some(&need) if states[need] == State::New => stack.push(need),
                Some(&need) => {
                    let start = stack.iter().position(|id| *id == need).expect("an open time is on the stack");
                    let ring = stack.split_off(start);
                    for &id in &ring {
                        builder.times.all[id].faulty = true;
                        states[id] = State::Done;
                    }
                    refuse_ring(builder, &ring);
                }
            }
        }
    }
}

/// The times that one rests on, as far as their names are known.
fn needs(builder: &Builder, at: usize) -> Vec<usize> {
    let time = &builder.times.all[at];
    if time.faulty {
        return Vec::new();
    }
    let index = |id: TimeId| id.0 as usize;
    match &time.written {
        None => time.reports.iter().map(|report| index(report.time)).collect(),
        Some(written) => {
            names(written).into_iter().flatten().filter_map(|name| builder.times.named(&name.text)).map(index).collect()
        }
    }
}

/// The names in a time.
fn names(written: &Written) -> [Option<&Name>; 2] {
    match written {
        Written::Tie { anchor, .. } | Written::About { centre: Centre::Tie { anchor, .. }, .. } => [Some(anchor), None],
        Written::Between { from, to } => [Some(from), Some(to)],
        Written::Unknown
        | Written::Point(_)
        | Written::About { .. }
        | Written::Bound { .. }
        | Written::Range { .. } => [None, None],
    }
}

/// Gives a time its meaning, once all that it rests on have theirs.
fn settle(builder: &mut Builder, at: usize) {
    if builder.times.all[at].faulty {
        return;
    }
    let id = TimeId(u32::try_from(at).expect("an index of a time is an id"));
    let settled = match builder.times.all[at].written.clone() {
        None => hull(builder, at),
        Some(Written::Tie { anchor, offset, high }) => {
            let high = high.unwrap_or(offset);
            let seconds = offset.length.has_seconds() || high.length.has_seconds();
            tie(builder, at, &anchor, (offset.seconds(), high.seconds(), seconds))
        }
        Some(Written::About { centre: Centre::Tie { anchor, offset }, width }) => {
            let known = builder.times.all[at].tie.as_ref().map(|tie| (tie.low, tie.high, tie.seconds));
            let offset = known.unwrap_or_else(|| about(builder.frame, offset, width));
            tie(builder, at, &anchor, offset)
        }
        Some(Written::Between { from, to }) => between(builder, id, &from, &to),
        Some(_) => Ok(()),
    };
    match settled {
        Ok(()) => {}
        Err(Some(fault)) => builder.refuse(id, fault),
        Err(None) => builder.times.all[at].faulty = true,
    }
}

/// A fault of this time, or `None` where one that it rests on has it.
pub(super) type Settled = Result<(), Option<Fault>>;

fn about(frame: Frame, offset: Offset, width: Option<super::length::Length>) -> (i64, i64, bool) {
    let by = width.map_or(frame.about, super::length::Length::seconds);
    let seconds = offset.length.has_seconds() || width.map_or(by % 60 != 0, super::length::Length::has_seconds);
    (offset.seconds() - by, offset.seconds() + by, seconds)
}

fn tie(builder: &mut Builder, at: usize, anchor: &Name, (low, high, seconds): (i64, i64, bool)) -> Settled {
    let to = find(builder, anchor)?;
    let tie = Tie { anchor: anchor.text.clone(), to, low, high, seconds };
    let bounds = tied_bounds(builder.frame, builder.times.time(to), &tie)
        .ok_or_else(|| Some(year_out_of_range(anchor.at.from_start())))?;
    let tied = &mut builder.times.all[at];
    tied.set(bounds);
    tied.tie = Some(tie);
    Ok(())
}

/// The anchor's bounds, moved by the offset; `None` if they leave the calendar.
pub(super) fn tied_bounds(frame: Frame, anchor: &Time, tie: &Tie) -> Option<Bounds> {
    let tick = match (anchor.is_open(), tie.seconds) {
        (true, true) => Tick::Second,
        (true, false) => Tick::Minute,
        (false, _) => anchor.tick,
    };
    let moved = |edge: Edge, by: i64, from: i64| {
        let label = match tick {
            Tick::Second => edge.label.checked_add(by)?,
            Tick::Minute if by % 60 == 0 => edge.label.checked_add(by)?,
            Tick::Day if by % 86_400 == 0 => edge.label.checked_add(by / 86_400)?,
            _ => tick.label_at(from.checked_add(by)?, frame.zone)?,
        };
        Edge::new(tick, label, frame.zone)
    };
    let earliest = match anchor.earliest {
        Some(edge) => Some(moved(edge, tie.low, edge.first.timestamp())?),
        None => None,
    };
    let latest = match anchor.latest {
        Some(edge) => Some(moved(edge, tie.high, edge.last.timestamp())?),
        None => None,
    };
    Some(Bounds { tick, earliest, latest })
}

fn between(builder: &mut Builder, id: TimeId, from: &Name, to: &Name) -> Settled {
    let (x, y) = (find(builder, from)?, find(builder, to)?);
    if builder.times.certainly_before(y, x) {
        let fault = Fault::error("range-backwards", to.at.from_start(), format!("`{to}` is certainly before `{from}`"))
            .with_label("runs backwards")
            .with_help(format!("write the earlier one first: `{to}..{from}`"));
        return Err(Some(fault));
    }
    let (first, last) = (builder.times.time(x).bounds(), builder.times.time(y).bounds());
    let tick = finest([&first, &last]);
    let bounds = span(
        builder.frame,
        tick,
        first.earliest.map(|edge| (first.tick, edge)),
        last.latest.map(|edge| (last.tick, edge)),
    )
    .ok_or_else(|| Some(year_out_of_range(to.at.from_start())))?;
    let time = &mut builder.times.all[id.0 as usize];
    time.set(bounds);
    time.between = Some(Between { from: x, to: y, names: [from.text.clone(), to.text.clone()] });
    Ok(())
}

/// The time of a name, unless there is none or it was refused.
fn find(builder: &Builder, name: &Name) -> Result<TimeId, Option<Fault>> {
    match builder.times.named(&name.text) {
        Some(id) if builder.times.time(id).faulty => Err(None),
        Some(id) => Ok(id),
        None => Err(Some(unknown_name(builder, name))),
    }
}

fn unknown_name(builder: &Builder, name: &Name) -> Fault {
    let fault = Fault::error("unknown-name", name.at.from_start(), format!("nothing in this record is named `{name}`"))
        .with_label("no such entry id or milestone");
    let near = builder.times.names.keys().map(|known| (distance(known, &name.text), known)).min();
    match near {
        Some((steps, known)) if steps <= 2 => fault.with_help(format!("did you mean `{known}`?")),
        _ => {
            fault.with_help(format!("give the entry it means `id: {name}`, or write a milestone that this record has"))
        }
    }
}

/// How many letters must be added, dropped or changed.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.bytes().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, to) in b.bytes().enumerate() {
            let changed = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// Reports a ring once, at its first time, by the names that lead around it.
fn refuse_ring(builder: &mut Builder, ring: &[usize]) {
    let start = ring.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(index, _)| index);
    let around = |step: usize| ring[(start + step) % ring.len()];
    let mut ways = Vec::new();
    let mut at = Place::default();
    for step in 0..ring.len() {
        let next = around(step + 1);
        let Some(written) = &builder.times.all[around(step)].written else { continue };
        let leads = |name: &&Name| builder.times.named(&name.text).is_some_and(|id| id.0 as usize == next);
        if let Some(name) = names(written).into_iter().flatten().find(leads) {
            ways.push(format!("`{name}`"));
            at = if step == 0 { name.at } else { at };
        }
    }
    let last = ways.last().cloned().unwrap_or_default();
    let fault =
        Fault::error("tie-cycle", at.from_start(), format!("{last} is tied to itself: {last} → {}", ways.join(" → ")))
            .with_label("the ring starts here")
            .with_help("write one of these times by the clock, or as `unknown`, and tie the others to it");
    let id = TimeId(u32::try_from(around(0)).expect("an index of a time is an id"));
    builder.refuse(id, fault);
}

//! What several times together leave open: the hull of reports that disagree, and the span between two names.

use super::builder::Builder;
use super::calendar::{Edge, Tick};
use super::resolve::{Bounds, Frame, year_out_of_range};
use super::table::{Tie, Time};
use super::ties::{Settled, tied_bounds};
use super::written::{Place, Written};

/// The hull of the reports that say something. Ties to one name stay a tie to it.
pub(super) fn hull(builder: &mut Builder, at: usize) -> Settled {
    let reports: Vec<&Time> =
        builder.times.all[at].reports.iter().map(|report| builder.times.time(report.time)).collect();
    if reports.iter().any(|report| report.faulty) {
        return Err(None);
    }
    let saying: Vec<&Time> = reports.into_iter().filter(|report| report.written != Some(Written::Unknown)).collect();
    let about = saying.iter().any(|report| report.about);
    let tie = tie_of_all(&saying);
    let all = saying.iter().map(|report| report.bounds()).collect::<Vec<_>>();
    let tick = finest(&all);
    let widest = |edges: Vec<Option<(Tick, Edge)>>| edges.into_iter().collect::<Option<Vec<_>>>();
    let first = widest(all.iter().map(|bounds| Some((bounds.tick, bounds.earliest?))).collect());
    let last = widest(all.iter().map(|bounds| Some((bounds.tick, bounds.latest?))).collect());
    let first = first.and_then(|edges| edges.into_iter().min_by_key(|(_, edge)| edge.first));
    let last = last.and_then(|edges| edges.into_iter().max_by_key(|(_, edge)| edge.last));
    let bounds = match &tie {
        Some(tie) => tied_bounds(builder.frame, builder.times.time(tie.to), tie),
        None => span(builder.frame, tick, first, last),
    };
    let bounds = bounds.ok_or_else(|| Some(year_out_of_range(Place::default().range())))?;
    let hull = &mut builder.times.all[at];
    hull.set(bounds);
    (hull.tie, hull.about) = (tie, about);
    Ok(())
}

fn tie_of_all(reports: &[&Time]) -> Option<Tie> {
    let ties = reports.iter().map(|report| report.tie.as_ref()).collect::<Option<Vec<_>>>()?;
    let first = (*ties.first()?).clone();
    ties.into_iter().try_fold(first, |hull, tie| {
        (hull.to == tie.to).then(|| Tie {
            low: hull.low.min(tie.low),
            high: hull.high.max(tie.high),
            seconds: hull.seconds || tie.seconds,
            ..hull
        })
    })
}

/// The finest tick of those that say something.
pub(super) fn finest<'b>(all: impl IntoIterator<Item = &'b Bounds>) -> Tick {
    all.into_iter().filter(|bounds| !bounds.is_open()).map(|bounds| bounds.tick).min().unwrap_or(Tick::Minute)
}

/// From one edge to another at a tick as fine or finer.
pub(super) fn span(
    frame: Frame,
    tick: Tick,
    first: Option<(Tick, Edge)>,
    last: Option<(Tick, Edge)>,
) -> Option<Bounds> {
    let zone = frame.zone;
    let earliest = match first {
        Some((own, edge)) => Some(Edge::new(tick, own.refine_first(edge.label, tick, zone)?, zone)?),
        None => None,
    };
    let latest = match last {
        Some((own, edge)) => Some(Edge::new(tick, own.refine_last(edge.label, tick, zone)?, zone)?),
        None => None,
    };
    Some(Bounds { tick, earliest, latest })
}

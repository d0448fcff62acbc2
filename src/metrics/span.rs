//! Spans of impaired time, and the measure of their union where neither end may be certain.

use crate::model::time::{Difference, Tick, TimeId};
use crate::model::words::Milestone;
use crate::model::{Endpoint, Incident, Segment};

/// From one time of the record to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it began.
    pub from: TimeId,
    /// When it ended.
    pub to: TimeId,
}

impl Span {
    /// The span of a segment; `None` where an end is not in the record or was refused.
    #[must_use]
    pub fn of(incident: &Incident, segment: &Segment) -> Option<Self> {
        let (from, to) = ends(incident, segment);
        let is_sound = |time: &TimeId| !incident.times.time(*time).faulty;
        Some(Self { from: from.filter(is_sound)?, to: to.filter(is_sound)? })
    }
}

/// The times that a segment begins and ends with, refused ones too; those of the impact where it names none.
#[must_use]
pub fn ends(incident: &Incident, segment: &Segment) -> (Option<TimeId>, Option<TimeId>) {
    let end = |endpoint: &Option<Endpoint>, milestone| match endpoint {
        Some(endpoint) => incident.endpoint(endpoint),
        None => incident.milestone(milestone),
    };
    (end(&segment.from, Milestone::ImpactStart), end(&segment.to, Milestone::ImpactEnd))
}

/// The spans of the segments that `wanted` picks; without any segment, the one from `impact_start` to `impact_end`.
///
/// `None` where an end that is needed is not recorded. A segment with a time that was refused counts as not written.
pub fn spans(incident: &Incident, wanted: impl Fn(&Segment) -> bool) -> Option<Vec<Span>> {
    let is_refused = |segment: &&Segment| {
        let (from, to) = ends(incident, segment);
        [from, to].into_iter().flatten().any(|time| incident.times.time(time).faulty)
    };
    let segments = incident.impact.iter().flat_map(|impact| &impact.segments);
    let segments: Vec<&Segment> = segments.filter(|segment| !is_refused(segment)).collect();
    if segments.is_empty() {
        let (from, to) = (incident.milestone(Milestone::ImpactStart)?, incident.milestone(Milestone::ImpactEnd)?);
        return Some(vec![Span { from, to }]);
    }
    segments.into_iter().filter(|segment| wanted(segment)).map(|segment| Span::of(incident, segment)).collect()
}

/// How long something was impaired in the segments that `wanted` picks.
pub fn impaired_where(incident: &Incident, wanted: impl Fn(&Segment) -> bool) -> Difference {
    spans(incident, wanted).map_or(Difference::NOT_RECORDED, |spans| impaired(incident, &spans))
}

/// The measure of the union of spans.
#[must_use]
pub fn impaired(incident: &Incident, spans: &[Span]) -> Difference {
    let spans = &chained(incident, spans);
    let lengths: Vec<Difference> = spans.iter().map(|s| length(incident, s.from, s.to)).collect();
    let Some(tick) = lengths.iter().filter_map(|length| length.tick).max() else { return Difference::NOT_RECORDED };
    if lengths.iter().any(|length| length.tick.is_none()) {
        return Difference::NOT_RECORDED;
    }
    let lengths: Vec<Difference> = lengths.into_iter().map(|length| coarsened(length, tick)).collect();
    let sum = |end: fn(&Difference) -> Option<i64>| lengths.iter().map(end).sum::<Option<i64>>();
    let (low, high) = if let [only] = lengths.as_slice() {
        (only.low, only.high)
    } else if are_apart(incident, spans) {
        (sum(|l| l.low), sum(|l| l.high))
    } else {
        let longest = lengths.iter().filter_map(|length| length.low).max();
        let low = longest.max(Some(certain(incident, spans, tick)));
        let hull = hull(incident, spans, tick);
        (low, [sum(|l| l.high), hull].into_iter().flatten().min())
    };
    // Nothing at all is known of a length that may be nothing and may be anything.
    let low = low.filter(|low| *low > 0 || high.is_some());
    Difference { tick: Some(tick), low, high }
}

/// The spans, where one ends at the very time at which another begins as one: what is not known of that time plays no
/// part in how long both took. One day is no such time, and what runs backwards takes nothing off another.
fn chained(incident: &Incident, spans: &[Span]) -> Vec<Span> {
    let mut spans = spans.to_vec();
    let is_backwards = |span: &Span| incident.times.difference(span.from, span.to).high.is_some_and(|high| high < 0);
    let meet = |a: &Span, b: &Span| {
        let gap = incident.times.difference(a.to, b.from);
        let is_none = (gap.low, gap.high) == (Some(0), Some(0)) && gap.tick.is_some_and(|tick| tick <= Tick::Minute);
        is_none && !is_backwards(a) && !is_backwards(b)
    };
    let found = |spans: &[Span]| {
        let pairs = (0..spans.len()).flat_map(|a| (0..spans.len()).map(move |b| (a, b)));
        pairs.filter(|(a, b)| a != b).find(|(a, b)| meet(&spans[*a], &spans[*b]))
    };
    while let Some((first, second)) = found(&spans) {
        spans[first].to = spans[second].to;
        spans.remove(second);
    }
    spans
}

/// Whether each pair of spans is certainly apart.
#[must_use]
pub(super) fn are_apart(incident: &Incident, spans: &[Span]) -> bool {
    let after = |a: &Span, b: &Span| incident.times.difference(a.to, b.from).low.is_some_and(|low| low >= 0);
    spans.iter().enumerate().all(|(i, a)| spans[i + 1..].iter().all(|b| after(a, b) || after(b, a)))
}

/// How far an end is after a beginning, never below nothing.
fn length(incident: &Incident, from: TimeId, to: TimeId) -> Difference {
    let difference = incident.times.difference(from, to);
    let raised = |end: Option<i64>| end.map(|end| end.max(0));
    Difference { low: raised(difference.low), high: raised(difference.high), ..difference }
}

/// The measure of all instants that lie within some span for certain.
fn certain(incident: &Incident, spans: &[Span], tick: Tick) -> i64 {
    let times = &incident.times;
    let inner = |span: &Span| {
        let (from, to) = (times.time(span.from).latest_at(tick)?, times.time(span.to).earliest_at(tick)?);
        (from < to).then_some((from, to))
    };
    let mut inner: Vec<(i64, i64)> = spans.iter().filter_map(inner).collect();
    inner.sort_unstable();
    let (mut measure, mut reached) = (0, i64::MIN);
    for (from, to) in inner {
        measure += (to - from.max(reached)).max(0);
        reached = reached.max(to);
    }
    measure
}

/// The most that can lie between the beginning of any span and the end of any.
fn hull(incident: &Incident, spans: &[Span], tick: Tick) -> Option<i64> {
    let highs = spans.iter().flat_map(|a| spans.iter().map(move |b| length(incident, a.from, b.to)));
    highs.map(|length| coarsened(length, tick).high).collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// A length in a coarser tick, its ends moved outwards.
fn coarsened(length: Difference, tick: Tick) -> Difference {
    let scale = match (length.tick, tick) {
        (Some(from), to) if from == to => return length,
        (Some(Tick::Second), Tick::Minute) => 60,
        (Some(Tick::Second), Tick::Day) => 86_400,
        (Some(Tick::Minute), Tick::Day) => 1_440,
        // Months and years have no one length.
        _ => return Difference { tick: Some(tick), low: None, high: None },
    };
    let up = |high: i64| high.div_euclid(scale) + i64::from(high.rem_euclid(scale) > 0);
    Difference { tick: Some(tick), low: length.low.map(|low| low.div_euclid(scale)), high: length.high.map(up) }
}

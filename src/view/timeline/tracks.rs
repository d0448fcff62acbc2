//! How badly the service was impaired, and when: one track, or one for each part where parts were impaired at once.

use super::place::bounds;
use super::story::{Impact, Level, Phase, Track};
use crate::config::Config;
use crate::metrics::Span;
use crate::model::time::{Difference, Tick};
use crate::model::words as model;
use crate::model::{Incident, Segment};
use crate::view::values;

/// The most tracks; where there would be more, one shows the worst of all.
const MOST: usize = 5;

/// A span of the record: as far as it is certain, and as far as it is possible.
struct Certain<'i> {
    from: i64,
    to: i64,
    earliest: i64,
    latest: i64,
    level: Level,
    word: &'static str,
    affects: &'i [String],
}

/// The tracks of an impact.
pub(super) fn tracks(incident: &Incident, config: &Config, impact: &Impact<'_>) -> Vec<Track> {
    let spans = spans(incident, impact);
    let phases = |spans: &[&Certain<'_>]| phases(spans, impact);
    let mut parts: Vec<&[String]> = Vec::new();
    for span in &spans {
        if !parts.contains(&span.affects) {
            parts.push(span.affects);
        }
    }
    let meets = |a: &Certain<'_>, b: &Certain<'_>| a.affects != b.affects && a.from < b.to && b.from < a.to;
    let is_at_once = spans.iter().any(|a| spans.iter().any(|b| meets(a, b)));
    if !is_at_once || parts.len() > MOST {
        let all: Vec<&Certain<'_>> = spans.iter().collect();
        return vec![Track { name: String::new(), phases: phases(&all) }];
    }
    let name = |part: &[String]| {
        let names: Vec<String> = part.iter().map(|id| values::affected(incident, config, id)).collect();
        if names.is_empty() { "Everything".to_owned() } else { names.join(", ") }
    };
    let track = |part: &[String]| {
        let own: Vec<&Certain<'_>> = spans.iter().filter(|span| span.affects == part).collect();
        let doubts = own.iter().flat_map(|span| [(span.earliest, span.from), (span.to, span.latest)]);
        let doubts = doubts.filter(|(from, to)| from < to).map(|(from, to)| Phase::maybe(from, to));
        Track { name: name(part), phases: doubts.chain(phases(&own)).collect() }
    };
    parts.into_iter().map(track).collect()
}

/// The spans of the record; all of the impact where it has none.
fn spans<'i>(incident: &'i Incident, impact: &Impact<'_>) -> Vec<Certain<'i>> {
    let [from, to] = [impact.start[1], impact.end.map_or(impact.last, |end| end[0])];
    let segments = incident.impact.as_ref().map_or(&[][..], |impact| &impact.segments);
    let certain = |segment: &'i Segment| {
        let (level, word) = match segment.level.as_ref().and_then(|level| level.value) {
            Some(model::Level::Degraded) => (Level::Degraded, "Degraded"),
            Some(model::Level::Partial) => (Level::Partial, "Partly down"),
            Some(model::Level::Major) => (Level::Down, "Down"),
            None => (Level::Down, "Impact"),
        };
        let ends = Span::of(incident, segment);
        let begin = ends.map(|span| bounds(incident.times.time(span.from)));
        let begin = begin.or_else(|| segment.from.is_none().then_some([Some(from); 2]))?;
        let end = ends.map(|span| bounds(incident.times.time(span.to)));
        let end = end.or_else(|| segment.to.is_none().then_some([Some(to); 2]))?;
        let (from, to) = (begin[1]?, end[0]?);
        let (earliest, latest) = (begin[0].unwrap_or(from), end[1].unwrap_or(to));
        Some(Certain { from, to, earliest, latest, level, word, affects: &segment.affects })
    };
    let spans: Vec<Certain<'i>> = segments.iter().filter_map(certain).collect();
    if spans.is_empty() {
        let (earliest, latest) = (from, to);
        return vec![Certain { from, to, earliest, latest, level: Level::Down, word: "Impact", affects: &[] }];
    }
    spans
}

/// The phases one after the other: where several spans overlap, the worst counts.
fn phases(spans: &[&Certain<'_>], impact: &Impact<'_>) -> Vec<Phase> {
    let mut edges: Vec<i64> = spans.iter().flat_map(|span| [span.from, span.to]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut pieces: Vec<(i64, i64, &Certain<'_>)> = Vec::new();
    for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
        let inside = spans.iter().filter(|span| span.from <= *from && *to <= span.to);
        let Some(worst) = inside.max_by_key(|span| span.level) else { continue };
        match pieces.last_mut() {
            Some(before) if before.1 == *from && before.2.word == worst.word => before.1 = *to,
            _ => pieces.push((*from, *to, worst)),
        }
    }
    let is_exact = impact.start[0] == impact.start[1] && impact.end.is_none_or(|[low, high]| low == high);
    let labels = |from: i64, to: i64, word: &str| {
        if impact.end.is_none() && to == impact.last {
            return [format!("{word}, no end on record"), format!("{word}, no end")];
        }
        if !is_exact || impact.is_by_day {
            return [word.to_owned(), String::new()];
        }
        let length = Difference { tick: Some(Tick::Minute), low: Some(to - from), high: Some(to - from) }.to_string();
        [format!("{word}, {length}"), length]
    };
    let phase = |(from, to, span): (i64, i64, &Certain<'_>)| Phase {
        from,
        to,
        level: span.level,
        labels: labels(from, to, span.word),
    };
    pieces.into_iter().map(phase).collect()
}

//! How badly the service was impaired, and when: one track, or one for each part where parts were impaired at once.

use super::place::bounds;
use super::story::{Impact, Level, Phase, Track};
use crate::config::Config;
use crate::metrics::Span;
use crate::model::time::{Difference, Tick};
use crate::model::words as model;
use crate::model::{Incident, Segment};
use crate::view::{values, words};

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
    /// No end of it is on record.
    is_open: bool,
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
        let met = met(spans);
        let all: Vec<&Certain<'_>> = met.iter().collect();
        return vec![Track { name: String::new(), phases: phases(&all) }];
    }
    let name = |part: &[String]| values::all_affected(incident, config, part);
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
        let known = segment.level.as_ref().and_then(|level| level.value);
        let word = known.map_or("Impact", words::level);
        let level = match known {
            Some(model::Level::Degraded) => Level::Degraded,
            Some(model::Level::Partial) => Level::Partial,
            Some(model::Level::Major) | None => Level::Down,
        };
        let ends = Span::of(incident, segment);
        let begin = ends.map(|span| bounds(incident.times.time(span.from)));
        let begin = begin.or_else(|| segment.from.is_none().then_some([Some(from); 2]))?;
        let end = ends.map(|span| bounds(incident.times.time(span.to)));
        let end = end.or_else(|| segment.to.is_none().then_some([Some(to); 2]))?;
        let (from, to) = (begin[1]?, end[0]?);
        let (earliest, latest) = (begin[0].unwrap_or(from), end[1].unwrap_or(to));
        let is_open = if segment.to.is_some() { end[1].is_none() } else { impact.end.is_none() };
        Some(Certain { from, to, earliest, latest, level, word, is_open, affects: &segment.affects })
    };
    let spans: Vec<Certain<'i>> = segments.iter().filter_map(certain).collect();
    if spans.is_empty() {
        let (earliest, latest) = (from, to);
        let is_open = impact.end.is_none();
        return vec![Certain { from, to, earliest, latest, level: Level::Down, word: "Impact", is_open, affects: &[] }];
    }
    spans
}

/// The spans, where one goes over into another at a time that is not exact: there it is at least as bad as the milder.
fn met(mut spans: Vec<Certain<'_>>) -> Vec<Certain<'_>> {
    for one in 0..spans.len() {
        for other in 0..spans.len() {
            let (before, after) = (&spans[one], &spans[other]);
            let between = (before.to, before.latest);
            if before.to < after.from && between == (after.earliest, after.from) {
                if before.level <= after.level {
                    spans[one].to = between.1;
                } else {
                    spans[other].from = between.0;
                }
            }
        }
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
    let is_open = |to: i64| spans.iter().any(|span| span.is_open && span.to == to);
    let labels = |from: i64, to: i64, word: &str| {
        if is_open(to) {
            // An end may be on record and not known.
            let [_, end] = impact.rows;
            let words = if end.is_empty() { ["no end on record", "no end"] } else { ["end not known"; 2] };
            return words.map(|words| format!("{word}, {words}"));
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
        is_open: is_open(to),
        labels: labels(from, to, span.word),
    };
    pieces.into_iter().map(phase).collect()
}

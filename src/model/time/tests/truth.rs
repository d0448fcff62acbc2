//! Chooses what really happened, within what a record says, and holds the differences against it.

use chrono::DateTime;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::{Builder, Tick, Time, TimeId, Times, parse};

/// How one time of a record is written; `n0`, `n1`, … are the times themselves.
fn text() -> impl Strategy<Value = String> {
    let day = || 3..8_u8;
    let clock = || (0..24_u8, 0..60_u8).prop_map(|(hour, minute)| format!("{hour:02}:{minute:02}"));
    let second = || (clock(), 0..60_u8).prop_map(|(clock, second)| format!("{clock}:{second:02}"));
    let point = move || {
        prop_oneof![
            3 => (day(), clock()).prop_map(|(day, clock)| format!("2017-11-0{day} {clock}")),
            1 => (day(), second()).prop_map(|(day, clock)| format!("2017-11-0{day} {clock}")),
            1 => day().prop_map(|day| format!("2017-11-0{day}")),
            1 => Just("2017-11".to_owned()),
        ]
    };
    let length = || prop_oneof![3 => (0..600_u32).prop_map(|m| format!("{m}m")), 1 => (0..600_u32).prop_map(|s| format!("{s}s"))];
    let name = || select(vec!["n0", "n0", "n0", "n1", "n1", "n2", "n3", "n4"]);
    prop_oneof![
        2 => point(),
        2 => (point(), point()).prop_map(|(from, to)| format!("{from}..{to}")),
        1 => point().prop_map(|point| format!("about {point}")),
        1 => (second(), length()).prop_map(|(clock, width)| format!("about 2017-11-04 {clock} ±{width}")),
        1 => (select(vec!["before", "by", "after"]), point()).prop_map(|(side, point)| format!("{side} {point}")),
        3 => (name(), select(vec!['+', '-']), length()).prop_map(|(name, sign, length)| format!("{name} {sign}{length}")),
        1 => (name(), length()).prop_map(|(name, length)| format!("{name} -{length}..+{length}")),
        1 => (name(), length()).prop_map(|(name, length)| format!("about {name} +{length}")),
        2 => (name(), name()).prop_map(|(from, to)| format!("{from}..{to}")),
        1 => Just("unknown".to_owned()),
    ]
}

/// Any choice between two instants, in thousandths of the way.
fn between(low: i64, high: i64, choice: i64) -> i64 {
    low + (high - low) * choice / 1_000
}

/// What really happened: an instant for each time, and for tied ones the offset from their anchor.
fn choose(times: &Times, ids: &[TimeId], choices: &[i64]) -> Option<Vec<i64>> {
    let mut instants: Vec<Option<i64>> = vec![None; ids.len()];
    for _ in 0..ids.len() {
        for (index, id) in ids.iter().enumerate() {
            let time = times.time(*id);
            let known = |id: TimeId| ids.iter().position(|other| *other == id).and_then(|index| instants[index]);
            let instant = if let Some(tie) = &time.tie {
                known(tie.to).map(|anchor| anchor + between(tie.low, tie.high, choices[index]))
            } else if let Some(ends) = &time.between {
                let (from, to) = (known(ends.from), known(ends.to));
                if from.zip(to).is_some_and(|(from, to)| from > to) {
                    return None;
                }
                from.zip(to).map(|(from, to)| between(from, to, choices[index]))
            } else {
                Some(within(time, choices[index]))
            };
            instants[index] = instant;
        }
    }
    instants.into_iter().collect()
}

/// An instant within the bounds of a time that stands alone; an open bound is some days off.
fn within(time: &Time, choice: i64) -> i64 {
    let span = 100_000;
    let (low, high) = match (time.earliest, time.latest) {
        (Some(low), Some(high)) => (low.first.timestamp(), high.last.timestamp()),
        (Some(low), None) => (low.first.timestamp(), low.first.timestamp() + span),
        (None, Some(high)) => (high.last.timestamp() - span, high.last.timestamp()),
        (None, None) => (1_509_600_000, 1_509_600_000 + span),
    };
    between(low, high, choice)
}

/// The way up from a time: each time on it, and how far the time is from it in truth.
fn ways_up(times: &Times, ids: &[TimeId], instants: &[i64], from: usize) -> Vec<(TimeId, i64)> {
    let truth = |id: TimeId| instants[ids.iter().position(|other| *other == id).unwrap()];
    let chain = std::iter::successors(Some(ids[from]), |id| times.time(*id).tie.as_ref().map(|tie| tie.to));
    chain.map(|id| (id, instants[from] - truth(id))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_global_rejects: 50_000,
        ..ProptestConfig::with_cases(1_000)
    })]

    #[test]
    fn differences_contain_what_happened(
        texts in vec(text(), 5),
        choices in vec(0..=1_000_i64, 5),
        zone in select(vec![chrono_tz::UTC, chrono_tz::America::New_York, chrono_tz::Asia::Kolkata]),
    ) {
        let mut builder = Builder::new(zone, 300);
        let ids: Vec<TimeId> = texts.iter().map(|text| builder.dated(parse(text).unwrap().into())).collect();
        for (index, id) in ids.iter().enumerate() {
            builder.name(&format!("n{index}"), *id);
        }
        let (times, found) = builder.finish();
        prop_assume!(found.is_empty());
        let instants = choose(&times, &ids, &choices);
        prop_assume!(instants.is_some());
        let instants = instants.unwrap();
        for (id, instant) in ids.iter().zip(&instants) {
            let (time, instant) = (times.time(*id), DateTime::from_timestamp(*instant, 0).unwrap());
            prop_assert!(time.earliest.is_none_or(|edge| edge.first <= instant), "{:?} {} {:?}", texts, instant, time);
            prop_assert!(time.latest.is_none_or(|edge| edge.last >= instant), "{:?} {} {:?}", texts, instant, time);
        }
        for a in 0..ids.len() {
            for b in 0..ids.len() {
                let difference = times.difference(ids[a], ids[b]);
                let tick = difference.tick.unwrap();
                let holds = |value: i64| {
                    difference.low.is_none_or(|low| low <= value) && difference.high.is_none_or(|high| value <= high)
                };
                let label = |instant: i64| tick.count(tick.label_at(instant, zone).unwrap());
                let by_label = label(instants[b]) - label(instants[a]);
                let (of_a, of_b) = (ways_up(&times, &ids, &instants, a), ways_up(&times, &ids, &instants, b));
                let common = of_b.iter().find_map(|(id, b)| of_a.iter().find(|(other, _)| other == id).map(|(_, a)| (*a, *b)));
                let is_between = |index: usize| times.time(ids[index]).between.is_some();
                let contains = match common {
                    Some((from_a, from_b)) => holds(tick.count(from_b) - tick.count(from_a)),
                    // Where a tie narrows `X..Y`, elapsed minutes count, not labels.
                    None if tick <= Tick::Minute && (is_between(a) || is_between(b)) => {
                        let elapsed = instants[b] - instants[a];
                        holds(by_label) || holds(tick.count(elapsed)) || holds(-tick.count(-elapsed))
                    }
                    None => holds(by_label),
                };
                prop_assert!(contains, "{:?} in {}: n{} to n{} is {}, in truth {}", texts, zone, a, b, difference, by_label);
                if times.certainly_before(ids[a], ids[b]) {
                    prop_assert!(instants[a] < instants[b], "{:?}: n{} before n{}", texts, a, b);
                }
            }
        }
    }
}

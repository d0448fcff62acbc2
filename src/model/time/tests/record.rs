//! The times of a record together: days that are lent, reports that disagree, names, rings, and runs of faults.

use chrono_tz::Tz;

use super::super::written::Zone;
use super::super::{Builder, Found, Said, TimeId, Times, is_id, parse, parse_zone};

fn said(text: &str) -> Said {
    parse(text).unwrap().into()
}

/// `value` may be `disputed`.
fn disputed(value: &str, reports: &[(&str, &str)]) -> Said {
    let value = (value != "disputed").then(|| parse(value).unwrap());
    Said { value, reports: reports.iter().map(|(source, text)| ((*source).to_owned(), parse(text).unwrap())).collect() }
}

fn builder() -> Builder {
    Builder::new(Tz::UTC, 300)
}

/// The rules found: of which time, in which report, and whether the run above has told it already.
fn rules(found: &[Found]) -> Vec<(TimeId, Option<usize>, &'static str, bool)> {
    found.iter().map(|(id, report, fault)| (*id, *report, fault.rule, fault.repeats)).collect()
}

fn bounds(times: &Times, id: TimeId) -> String {
    let time = times.time(id);
    let edge = |edge: Option<super::super::Edge>| edge.map_or("open".to_owned(), |edge| edge.local.to_string());
    format!("{:?} {} {}", time.tick, edge(time.earliest), edge(time.latest))
}

#[test]
fn a_run_is_told_once() {
    let mut builder = builder();
    let ids: Vec<_> = ["14:02", "unknown", "14:06", "2026-11-23 23:50", "00:10", "00:15", "2026-11-24 00:20", "00:10"]
        .map(|text| builder.entry(said(text)))
        .to_vec();
    let until = builder.of_entry(said("14:10"), ids[2]);
    let (_, found) = builder.finish();
    let expected = [
        (ids[0], "clock-without-date", false),
        (ids[2], "clock-without-date", true),
        (ids[4], "clock-runs-backwards", false),
        (ids[5], "clock-runs-backwards", true),
        (ids[7], "clock-runs-backwards", false),
        (until, "clock-without-date", true),
    ];
    assert_eq!(rules(&found), expected.map(|(id, rule, repeats)| (id, None, rule, repeats)));
    let help = found[2].2.help.as_deref();
    assert_eq!(help, Some("if midnight lies between, write `2026-11-24 00:10`; otherwise move this entry up"));
}

#[test]
fn clocks_borrow_their_day() {
    let mut builder = builder();
    builder.start(Some(&said("2026-11-23 10:00")));
    let late = builder.entry(said("2026-11-23 23:50..2026-11-24 00:10"));
    let unread = builder.unread("2026-11-25 25:00 - 2026-11-26 01:00 Restart on 2026-12-01");
    let below = builder.entry(said("00:05"));
    let until = builder.of_entry(said("00:15"), late);
    let from = builder.dated(said("2026-11-20 10:00"));
    let to = builder.segment_end(said("11:00"), from);
    let dated = builder.dated(said("11:00"));
    let (times, found) = builder.finish();
    assert_eq!(rules(&found), [(dated, None, "clock-without-date", false)]);
    assert!(times.time(unread).faulty);
    assert_eq!(bounds(&times, below), "Minute 2026-11-26 00:05:00 2026-11-26 00:05:00");
    assert_eq!(bounds(&times, until), "Minute 2026-11-24 00:15:00 2026-11-24 00:15:00");
    assert_eq!(bounds(&times, to), "Minute 2026-11-20 11:00:00 2026-11-20 11:00:00");
}

#[test]
fn reports_have_a_hull() {
    let hull = |reports: &[(&str, &str)]| {
        let mut builder = builder();
        let down = builder.dated(said("2017-11-02 18:40..19:10"));
        builder.name("down", down);
        builder.start(Some(&said("2017-11-02")));
        let id = builder.entry(disputed("disputed", reports));
        let (times, found) = builder.finish();
        assert_eq!(found, []);
        assert!(times.time(id).is_disputed());
        let tie = times.time(id).tie.as_ref().map(|tie| (tie.low, tie.high));
        format!("{} {tie:?}", bounds(&times, id))
    };
    let cases = [
        (
            vec![("a", "18:59"), ("b", "19:02:30"), ("c", "unknown")],
            "Second 2017-11-02 18:59:00 2017-11-02 19:02:30 None",
        ),
        (vec![("a", "2017-11-02"), ("b", "before 19:00")], "Minute open 2017-11-02 23:59:00 None"),
        (vec![("a", "unknown")], "Minute open open None"),
        (
            vec![("a", "down +2m"), ("b", "down +5m..+9m")],
            "Minute 2017-11-02 18:42:00 2017-11-02 19:19:00 Some((120, 540))",
        ),
        (vec![("a", "down +2m"), ("b", "19:00")], "Minute 2017-11-02 18:42:00 2017-11-02 19:12:00 None"),
    ];
    for (reports, expected) in cases {
        assert_eq!(hull(&reports), expected, "{reports:?}");
    }
}

#[test]
fn faults_of_reports_say_which() {
    let mut builder = builder();
    let id =
        builder.dated(disputed("2017-11-02 18:59", &[("a", "19:00"), ("b", "nowhere +2m"), ("c", "19:01..18:00")]));
    let (times, found) = builder.finish();
    let expected = [(id, Some(1), "unknown-name", false), (id, Some(2), "range-backwards", false)];
    assert_eq!(rules(&found), expected);
    assert!(!times.time(id).faulty);
    assert_eq!(bounds(&times, times.time(id).reports[0].time), "Minute 2017-11-02 19:00:00 2017-11-02 19:00:00");
}

#[test]
fn a_ring_is_shown_once() {
    let mut builder = builder();
    let ids: Vec<_> = ["c -1m", "a +1m", "a..b", "b +1m"].map(|text| builder.entry(said(text))).to_vec();
    for (name, id) in ["a", "b", "c", "d"].iter().zip(&ids) {
        builder.name(name, *id);
    }
    let (times, found) = builder.finish();
    assert_eq!(rules(&found), [(ids[0], None, "tie-cycle", false)]);
    assert_eq!(found[0].2.message, "`a` is tied to itself: `a` → `c` → `a`");
    assert!(ids.iter().all(|id| times.time(*id).faulty));
    assert_eq!(times.difference(ids[0], ids[1]).to_string(), "not recorded");
}

#[test]
fn a_long_chain_is_no_trouble() {
    let mut builder = builder();
    let links: Vec<_> = (0..20_000).map(|link| builder.entry(said(&format!("t{} +1m", link + 1)))).collect();
    for (link, id) in links.iter().enumerate() {
        builder.name(&format!("t{link}"), *id);
    }
    let end = builder.entry(said("unknown"));
    builder.name("t20000", end);
    let (times, found) = builder.finish();
    assert_eq!(found, []);
    assert_eq!(times.difference(end, links[0]).to_string(), "13 d 21 h 20 min");
}

#[test]
fn nested_spans_end() {
    let mut builder = builder();
    let first = builder.entry(said("2017-11-02 18:00..19:00"));
    builder.name("t0", first);
    let mut last = first;
    for depth in 1..200 {
        let below = depth - 1;
        last = builder.entry(said(&format!("t{below}..t{below}")));
        builder.name(&format!("t{depth}"), last);
    }
    let (times, found) = builder.finish();
    assert_eq!(found, []);
    assert_eq!(times.difference(first, last).to_string(), "−1 to 1 h");
}

#[test]
fn years_beyond_the_database_keep_their_summers() {
    for (text, hour) in
        [("2099-07-01 12:00", 16), ("2150-07-01 12:00", 16), ("2150-01-01 12:00 EST", 17), ("2200-07-01 12:00 EDT", 16)]
    {
        let mut builder = Builder::new(chrono_tz::America::New_York, 300);
        let id = builder.dated(said(text));
        let (times, found) = builder.finish();
        assert_eq!(found, [], "{text}");
        let instant = times.time(id).earliest.unwrap().first;
        assert_eq!(chrono::Timelike::hour(&instant), hour, "{text}");
        assert_eq!(chrono::Timelike::hour(&times.time(id).earliest.unwrap().local), 12, "{text}");
    }
}

#[test]
fn days_begin_once() {
    // Newfoundland turned its clocks back at one minute past midnight, to the evening before.
    for (text, zone, first, last) in [
        ("2010-11-06", chrono_tz::America::St_Johns, "2010-11-06T02:30:00+00:00", "2010-11-07T03:29:59+00:00"),
        ("2010-11-07", chrono_tz::America::St_Johns, "2010-11-07T03:30:00+00:00", "2010-11-08T03:29:59+00:00"),
        ("2024-11-03", chrono_tz::America::Havana, "2024-11-03T04:00:00+00:00", "2024-11-04T04:59:59+00:00"),
        ("2018-02-17", chrono_tz::America::Sao_Paulo, "2018-02-17T02:00:00+00:00", "2018-02-18T02:59:59+00:00"),
    ] {
        let mut builder = Builder::new(zone, 300);
        let id = builder.dated(said(text));
        let (times, _) = builder.finish();
        let time = times.time(id);
        assert_eq!(time.earliest.unwrap().first.to_rfc3339(), first, "{text}");
        assert_eq!(time.latest.unwrap().last.to_rfc3339(), last, "{text}");
    }
}

#[test]
fn ids_and_zones_of_columns() {
    for (text, expected) in
        [("down", true), ("d-1_x", true), ("Down", false), ("1st", false), ("none", false), ("", false), ("a b", false)]
    {
        assert_eq!(is_id(text), expected, "{text}");
    }
    assert!(is_id(&"x".repeat(64)) && !is_id(&"x".repeat(65)));
    assert_eq!(parse_zone("UTC"), Ok(Zone::Utc));
    assert_eq!(parse_zone("-04:00").map(|zone| zone.to_string()), Ok("-04:00".to_owned()));
    for text in ["local", "Europe/Nowhere", "UTC or so", "+25:00"] {
        assert_eq!(parse_zone(text).map_err(|fault| fault.rule), Err("unknown-zone"), "{text}");
    }
    let lent = parse("18:45..18:50 UTC").unwrap().with_zone(parse_zone("America/New_York").unwrap());
    assert_eq!(lent.to_string(), "18:45 America/New_York..18:50 UTC");
}

//! Each form of a time, of a day, of a zone and of an actor, as it reads.

use super::*;
use crate::model::{Defaults, Incident, read};
use crate::source::SourceFile;
use chrono::{DateTime, NaiveDate};

fn incident(text: &str) -> Incident {
    let head = "status: active\ntitle: A\ntimezone: America/New_York\n";
    let file = SourceFile::new("incidents/a.yaml", format!("{head}{text}").into_bytes());
    read(&file, &Defaults::default()).incident.unwrap()
}

/// The times of the entries after the first, which is the start at some minute of a quarter of an hour.
fn each(times: &[&str], show: impl Fn(&Incident, usize) -> Option<String>) -> Vec<String> {
    let start =
        "timeline:\n  - { at: 2017-11-02 18:45..19:00, id: down, milestone: impact_start, text: Down. }\n".to_owned();
    let more = times.iter().map(|time| format!("  - {{ at: {time:?}, text: More. }}\n"));
    let text: String = std::iter::once(start).chain(more).collect();
    let incident = incident(&text);
    (1..=times.len()).map(|index| show(&incident, index).unwrap_or_else(|| "none".to_owned())).collect()
}

fn check(pairs: &[(&str, &str)], show: impl Fn(&Incident, usize) -> Option<String>) {
    let (times, expected): (Vec<&str>, Vec<&str>) = pairs.iter().copied().unzip();
    assert_eq!(each(&times, show), expected);
}

#[test]
fn times_in_sentences() {
    let near = NaiveDate::from_ymd_opt(2017, 11, 2);
    let pairs = [
        ("2017-11-02 18:59", "18:59"),
        ("2017-11-02 20:05:51", "20:05:51"),
        ("about 2017-11-02 21:40", "about 21:40"),
        ("before 2017-11-02 22:00", "before 22:00"),
        ("by 2017-11-02 22:01", "by 22:01"),
        ("after 2017-11-02 22:10", "after 22:10"),
        ("2017-11-02 22:15..22:20", "22:15–22:20"),
        ("about 2017-11-02 21:40 America/Chicago", "about 22:40"),
        ("2017-11-02 23:50..2017-11-03 00:10", "23:50 – 3 Nov 2017, 00:10"),
        ("2017-11-03 09:00", "3 Nov 2017, 09:00"),
        ("2017-11-29", "29 Nov 2017"),
        ("about 2017-11-29", "about 29 Nov 2017"),
        ("2017-11-29..2017-12-02", "29 Nov 2017 – 2 Dec 2017"),
        ("2017-11", "Nov 2017"),
        ("2012", "2012"),
        ("2012..2014", "2012–2014"),
        ("unknown", "unknown"),
        ("down +11m", "11 min after the start"),
        ("down -5m", "5 min before the start"),
        ("down +2m..+5m", "2–5 min after the start"),
        ("about down +1h 30m", "about 1 h 30 min after the start"),
    ];
    check(&pairs, |incident, index| Some(text(&time(incident, incident.timeline[index].at, near))));
}

#[test]
fn the_date_of_a_time_stands_apart_from_its_clock_and_is_of_the_same_instant() {
    let incident = incident("timeline: [ 2017-11-02 20:05 Up. ]\n");
    let parts = time(&incident, incident.timeline[0].at, None);
    let texts: Vec<(&str, Option<&str>)> = parts.iter().map(|p| (p.text.as_str(), p.datetime.as_deref())).collect();
    assert_eq!(texts, [("2 Nov 2017", Some("2017-11-03T00:05Z")), (", ", None), ("20:05", Some("2017-11-03T00:05Z"))]);
}

#[test]
fn days() {
    let pairs = [
        ("2017-11-02 23:59", "Thursday 2 November 2017 | 2 Nov 2017 | 2 Nov"),
        ("2017-11-03 01:00 UTC", "Thursday 2 November 2017 | 2 Nov 2017 | 2 Nov"),
        ("about 2017-11-03", "about Friday 3 November 2017 | about 3 Nov 2017 | about 3 Nov"),
        ("before 2017-11-04 19:00", "by Saturday 4 November 2017 | by 4 Nov 2017 | by 4 Nov"),
        ("before 2017-11-04", "before Saturday 4 November 2017 | before 4 Nov 2017 | before 4 Nov"),
        ("after 2017-11-08", "after Wednesday 8 November 2017 | after 8 Nov 2017 | after 8 Nov"),
        ("after 2017-11-08 10:00", "from Wednesday 8 November 2017 | from 8 Nov 2017 | from 8 Nov"),
        ("by 2017-11-08", "by Wednesday 8 November 2017 | by 8 Nov 2017 | by 8 Nov"),
        ("2017-11-04..2017-11-06", "November 2017 | Nov 2017 | Nov"),
        ("2017-11..2017-12", "2017 | 2017 | "),
        ("2017-11", "November 2017 | Nov 2017 | Nov"),
        ("2012", "2012 | 2012 | "),
        ("2012..2014", "2012–2014 | 2012–2014 | "),
        ("unknown", " |  | "),
    ];
    check(&pairs, |incident, index| {
        let id = incident.timeline[index].at;
        let days = [long_day(incident, id), short_day(incident, id), day_of_year(incident, id)];
        Some(days.map(|day| day.map_or_else(String::new, |day| day.text)).join(" | "))
    });
}

#[test]
fn zones() {
    let at = |text: &str| text.parse::<DateTime<chrono::Utc>>().unwrap();
    let (summer, winter) = (at("2017-11-02T12:00:00Z"), at("2017-11-08T12:00:00Z"));
    let label = |zone: &str| {
        let incident = Incident { timezone: zone.parse().unwrap(), ..incident("summary: None.\n") };
        format!("{} {}", zone_at(&incident, summer), zone_label(&incident, [summer, winter]))
    };
    assert_eq!(label("America/New_York"), "EDT New York (EDT, EST)");
    assert_eq!(label("UTC"), "UTC UTC");
    assert_eq!(label("Asia/Kolkata"), "IST Kolkata (IST)");
    assert_eq!(label("America/Argentina/Buenos_Aires"), "UTC−3 Buenos Aires (UTC−3)");
    assert_eq!(label("Asia/Kathmandu"), "UTC+5:45 Kathmandu (UTC+5:45)");
}

#[test]
fn reports_stand_as_their_sources_have_them_and_the_same_together() {
    let text_of = "timeline:\n  - at:\n      value: 2017-11-02 18:45..19:00\n      reports:\n        a: about 18:45\n        b: before 23:00 Europe/London\n        c: about 18:45\n        d: after 2017-11-03 04:41\n    text: Down.\nsources: { a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D} }\n";
    let incident = incident(text_of);
    let reports = &incident.times.time(incident.timeline[0].at).reports;
    let said = reports.iter().map(|said| (&said.source, report(&incident, said.time)));
    let lines: Vec<String> = grouped(&incident, said)
        .iter()
        .map(|said| format!("{} {:?}", text(&said.words), said.sources.iter().map(|s| &s.label).collect::<Vec<_>>()))
        .collect();
    let expected =
        ["about 18:45 [\"S1\", \"S3\"]", "before 23:00 Europe/London [\"S2\"]", "after 3 Nov 2017, 04:41 [\"S4\"]"];
    assert_eq!(lines, expected);
}

#[test]
fn citations_are_numbered_by_the_list_of_sources() {
    let incident = incident("sources: { a: {title: A}, b: {title: B} }\n");
    let keys = ["b", "nobody", "a", "b"].map(str::to_owned);
    let labels: Vec<String> = citations(&incident, &keys).into_iter().map(|c| c.label + &c.anchor).collect();
    assert_eq!(labels, ["S2s2", "S1s1"]);
}

#[test]
fn actors_are_called_what_the_record_lets_them_be_called() {
    let incident = incident(
        "actors:\n  a: { role: the platform }\n  b: { kind: system }\n  c: { name: Ann, publish: name, role: lead }\n  d: { publish: pseudonym, role: clerk }\n  e: { publish: none }\n",
    );
    let labels = ["a", "b", "c", "d", "e", "f"].map(|id| actor(&incident, id).map(|actor| actor.label));
    assert_eq!(labels.map(Option::unwrap_or_default), ["The platform", "A system", "Ann", "d", "", ""]);
}

#[test]
fn a_quantity_breaks_behind_its_dash_alone() {
    let firm_ones = ["18 h 47 min – 19 h 14 min", "11–14 min", "−2 to 3 min"].map(firm);
    assert_eq!(
        firm_ones,
        ["18\u{a0}h\u{a0}47\u{a0}min\u{a0}– 19\u{a0}h\u{a0}14\u{a0}min", "11–14\u{a0}min", "−2 to 3\u{a0}min"]
    );
}

#[test]
fn small_numbers_are_words() {
    assert_eq!([0, 1, 12, 13].map(counted), ["no", "one", "twelve", "13"]);
}

//! What people write otherwise, and what each fault says to write instead.

use super::super::{Builder, Fault, parse, parse_prefix};
use crate::model::{duration, number};

/// Checks the rule, the words under the fault, and that the help holds a text.
fn check(text: &str, fault: &Fault, (rule, place, help): (&str, &str, &str)) {
    assert_eq!((fault.rule, &text[fault.at.clone()]), (rule, place), "{text}: {fault:?}");
    let said = fault.help.as_deref().unwrap_or_default();
    assert!(said.contains(help), "{text}: `{said}` does not say `{help}`");
    let first = fault.message.chars().next().unwrap();
    assert!(!first.is_uppercase() && !fault.message.ends_with('.'), "{}", fault.message);
}

#[test]
fn times() {
    let cases = [
        ("5:41 pm", "twelve-hour-clock", "5:41 pm", "`17:41`"),
        ("12:05am", "twelve-hour-clock", "12:05am", "`00:05`"),
        ("2017-11-02 7pm", "twelve-hour-clock", "7pm", "`19:00`"),
        ("5:41 p.m.", "twelve-hour-clock", "5:41 p.m", "`17:41`"),
        ("18:45-19:00", "range-without-dots", "-", "`..`"),
        ("18:45 – 19:00", "range-without-dots", "–", "`..`"),
        ("2017-11-02 to 2017-11-04", "range-without-dots", "to", "`..`"),
        ("2017-2018", "range-without-dots", "-", "`..`"),
        ("24:00", "no-such-clock", "24:00", "`00:00` of the next day"),
        ("23:59:60", "no-such-clock", "23:59:60", "`23:59:59`"),
        ("2017-02-29", "no-such-date", "2017-02-29", "calendar"),
        ("2017-13-01", "no-such-date", "2017-13-01", "months run from 01 to 12"),
        ("1859", "year-out-of-range", "1859", "`18:59`"),
        ("18:59 Europe/Berlinn", "unknown-zone", "Europe/Berlinn", "`Europe/Berlin`"),
        ("18:59 America/NewYork", "unknown-zone", "America/NewYork", "`America/New_York`"),
        ("18:59 -14:20", "unknown-zone", "-14:20", "write `..`"),
        ("2017-11-02 EST", "zone-without-clock", "EST", "`2017-11-02 18:59 EST`"),
        ("18:59±5m", "width-without-about", "±", "`about 18:59 ±5m`"),
        ("about 18:45..19:00", "about-takes-one-time", "..", "`about 18:59 ±5m`"),
        ("about 2017-11-02 ±5m", "about-width", "5m", "whole days"),
        ("down +5m..2m", "duration-not-understood", "2m", "sign"),
        ("down +5x", "duration-not-understood", "5x", "`90s`"),
        ("down +5m..+2m", "range-backwards", "down +5m..+2m", "`down +2m..+5m`"),
        ("18:45 .. 19:00", "time-not-understood", ".", "`18:45..19:00`"),
        ("18:45..", "time-not-understood", "", "`18:59`"),
        ("around 18:59", "time-not-understood", "around", "`about 18:59`"),
    ];
    for (text, rule, place, help) in cases {
        check(text, &parse(text).unwrap_err(), (rule, place, help));
        let line = format!("{text} something happens");
        assert_eq!(parse_prefix(&line).map_err(|fault| fault.rule).err(), Some(rule), "{line}");
    }
}

#[test]
fn meanings() {
    let cases = [
        (
            "2017-11-05 01:30",
            "local-time-repeated",
            "2017-11-05 01:30",
            "`2017-11-05 01:30 -04:00` (05:30 UTC), or `2017-11-05 01:30 -05:00` (06:30 UTC)",
        ),
        ("2017-03-12 02:30", "local-time-skipped", "2017-03-12 02:30", "`2017-03-12 03:30 -04:00` (07:30 UTC)"),
        ("2017-03-12 12:30 PST", "zone-not-of-record", "2017-03-12 12:30 PST", "offset"),
        ("2017-07-12 02:30 EST", "zone-contradicts-date", "2017-07-12 02:30 EST", "`2017-07-12 02:30 EDT`"),
        (
            "2017-11-02 23:50..00:10",
            "range-backwards",
            "2017-11-02 23:50..00:10",
            "`2017-11-02 23:50..2017-11-03 00:10`",
        ),
        (
            "2017-11-02 18:45..18:50 UTC",
            "range-backwards",
            "2017-11-02 18:45..18:50 UTC",
            "`2017-11-02 18:45 UTC..18:50 UTC`",
        ),
        ("about 18:59", "clock-without-date", "18:59", "`2017-11-02 18:59`"),
        ("dwn +2m", "unknown-name", "dwn", "did you mean `down`?"),
        ("down +999999999d", "year-out-of-range", "down", "length"),
    ];
    for (text, rule, place, help) in cases {
        let mut builder = Builder::new(chrono_tz::America::New_York, 300);
        let down = builder.dated(parse("2017-11-02 18:59").unwrap().into());
        builder.name("down", down);
        builder.dated(parse(text).unwrap().into());
        let (_, found) = builder.finish();
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        check(text, &found[0].2, (rule, place, help));
    }
}

#[test]
fn numbers_and_durations() {
    let cases = [
        ("1,000,000", "number-with-comma", ",", "`1000000`"),
        ("$440M", "number-with-currency", "$", "`unit: USD`"),
        ("440M USD", "number-with-currency", " USD", "`440M`"),
        ("5€", "number-with-currency", "€", "`unit: USD`"),
        ("40%..60", "number-not-understood", "60", "`40%..60%`"),
        ("about 40 ±3%", "number-not-understood", "3%", "`40..60%`"),
        ("60..40", "range-backwards", "60..40", "`40..60`"),
        ("under 0", "number-not-understood", "0", "digits"),
        ("9007199254740992", "number-too-large", "9007199254740992", "2⁵³ − 1"),
        (
            "99999999999999999999999999999999999999999999999999B",
            "number-too-large",
            "99999999999999999999999999999999999999999999999999B",
            "2⁵³",
        ),
        ("-5", "count-negative", "-5", "0 or more"),
        ("2.5", "count-not-whole", "2.5", "`about`"),
    ];
    for (text, rule, place, help) in cases {
        check(text, &number::parse_count(text).unwrap_err(), (rule, place, help));
    }
    check("1.5h", &duration::parse("1.5h").unwrap_err(), ("duration-not-understood", "1", "`1h 11m`"));
    check("12m..10m", &duration::parse("12m..10m").unwrap_err(), ("range-backwards", "12m..10m", "`10m..12m`"));
}

#[test]
fn numbers_on_pages() {
    let cases = [
        ("458_700_000", "458,700,000"),
        ("900..2.7k", "900–2,700"),
        ("at most 5", "at most 5"),
        ("over 41M", "over 41,000,000"),
        ("about 8.5M", "about 8,500,000"),
        ("unknown", "unknown"),
    ];
    for (text, page) in cases {
        assert_eq!(number::parse_count(text).unwrap().to_page(), page, "{text}");
    }
    for (text, page) in [
        ("over 99.9%", "over 99.9%"),
        ("about 40% ±3%", "40% ± 3%"),
        ("-150..-128", "−150 to −128"),
        ("1234.5", "1,234.5"),
        ("40..60%", "40–60%"),
    ] {
        assert_eq!(number::parse(text).unwrap().to_page(), page, "{text}");
    }
}

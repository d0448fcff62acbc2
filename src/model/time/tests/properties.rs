//! What must hold of every time, number and duration: printing reads back, differences contain the truth, ties stay
//! exact, and no text makes the reader panic.

use chrono::{NaiveDate, TimeDelta};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::written::{Centre, Clock, Name, Offset, Place, Point, Side, When, Zone};
use super::super::{Builder, Length, Said, Sign, Written, parse, parse_prefix};
use crate::model::duration::{self, Duration};
use crate::model::number;
use crate::model::word::Word;

fn date() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
    (0..109_938_i64).prop_map(move |days| first + TimeDelta::days(days))
}

fn clock() -> impl Strategy<Value = Clock> {
    (0..24_u8, 0..60_u8, option::of(0..60_u8)).prop_map(|(hour, minute, second)| Clock { hour, minute, second })
}

fn zone() -> impl Strategy<Value = Zone> {
    prop_oneof![
        Just(Zone::Utc),
        (-720..=840_i16).prop_map(Zone::Offset),
        select(chrono_tz::TZ_VARIANTS.as_slice())
            .prop_filter("only names with a slash are read", |zone| zone.name().contains('/'))
            .prop_map(Zone::Named),
        select(vec!["EDT", "CET", "WITA", "BST"]).prop_map(Zone::Abbreviation),
    ]
}

fn point() -> impl Strategy<Value = Point> {
    let when = prop_oneof![
        (1900..=2200).prop_map(When::Year),
        date().prop_map(|date| When::Month(chrono::Datelike::with_day(&date, 1).unwrap())),
        date().prop_map(When::Day),
        (option::of(date()), clock(), option::of(zone())).prop_map(|(date, clock, zone)| When::Clock {
            date,
            clock,
            zone
        }),
    ];
    when.prop_map(|when| Point { when, at: Place::default() })
}

fn length() -> impl Strategy<Value = Length> {
    let count = || option::of(0..1_000_000_000_u32);
    (count(), count(), count(), count())
        .prop_map(|(days, hours, minutes, seconds)| Length { days, hours, minutes, seconds })
        .prop_filter("a length has a part", |length| *length != Length::default())
}

fn offset() -> impl Strategy<Value = Offset> {
    (select(vec![Sign::Plus, Sign::Minus]), length()).prop_map(|(sign, length)| Offset { sign, length })
}

fn name() -> impl Strategy<Value = Name> {
    let letters: Vec<char> = ('a'..='z').chain('0'..='9').chain(['_', '-']).collect();
    (select(('a'..='z').collect::<Vec<_>>()), vec(select(letters), 0..8))
        .prop_map(|(first, rest)| std::iter::once(first).chain(rest).collect::<String>())
        .prop_filter("not a word of the grammar", |name| {
            !["about", "before", "by", "after", "unknown"].contains(&name.as_str())
        })
        .prop_map(|text| Name { text: text.into(), at: Place::default() })
}

fn written() -> impl Strategy<Value = Written> {
    let about_point = (point(), option::of(length())).prop_map(|(point, width)| {
        let width = match point.when {
            When::Year(_) | When::Month(_) => None,
            When::Day(_) => width.map(|width| Length {
                days: Some(2),
                hours: None,
                minutes: None,
                seconds: width.seconds.map(|_| 0),
            }),
            When::Clock { .. } => width,
        };
        Written::About { centre: Centre::Point(point), width }
    });
    prop_oneof![
        Just(Written::Unknown),
        point().prop_map(Written::Point),
        about_point,
        (name(), offset(), option::of(length()))
            .prop_map(|(anchor, offset, width)| Written::About { centre: Centre::Tie { anchor, offset }, width }),
        (select(vec![Side::Before, Side::By, Side::After]), point())
            .prop_map(|(side, point)| Written::Bound { side, point }),
        (point(), point()).prop_map(|(from, to)| Written::Range { from, to }),
        (name(), offset(), option::of(offset())).prop_map(|(anchor, offset, high)| Written::Tie {
            anchor,
            offset,
            high: high.filter(|high| high.seconds() >= offset.seconds())
        }),
        (name(), name()).prop_map(|(from, to)| Written::Between { from, to }),
    ]
}

fn duration() -> impl Strategy<Value = Duration> {
    let word = select(vec![Word::Over, Word::Under, Word::AtLeast, Word::AtMost]);
    prop_oneof![
        Just(Duration::Unknown),
        length().prop_map(Duration::Exact),
        (length(), option::of(length())).prop_map(|(length, width)| Duration::About(length, width)),
        (word, length())
            .prop_filter("nothing is under 0", |(_, length)| length.seconds() > 0)
            .prop_map(|(word, length)| Duration::Bound(word, length)),
        (length(), length())
            .prop_filter("forwards", |(low, high)| low.seconds() <= high.seconds())
            .prop_map(|(low, high)| Duration::Range(low, high)),
    ]
}

fn number_text() -> impl Strategy<Value = String> {
    let num = || {
        (-999_999..999_999_i64, option::of(0..99_999_u32), select(vec!["", "k", "M"]), select(vec!["", "%", " %"]))
            .prop_map(|(whole, part, suffix, percent)| {
                let part = part.map(|part| format!(".{part:05}")).unwrap_or_default();
                format!("{whole}{part}{suffix}{percent}")
            })
    };
    prop_oneof![
        num(),
        (num(), num()).prop_map(|(low, high)| format!("{low}..{high}")),
        (num(), num()).prop_map(|(num, width)| format!("about {num} +- {width}")),
        (select(vec!["about", "Over", "under", "at least", "At Most"]), num())
            .prop_map(|(word, num)| format!("{word}  {num}")),
    ]
}

/// Texts made of the grammar's own pieces, and any others.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "about",
        "before",
        "unknown",
        "down",
        "up",
        " ",
        " ",
        " ",
        "..",
        "..",
        "+",
        "-",
        "±",
        "5m",
        "1h",
        "90s",
        "3",
        "2017-11-02",
        "2017-11",
        "2017",
        "18:59",
        "20:05:51",
        ".5",
        "T",
        "Z",
        "UTC",
        "Europe/Berlin",
        "EDT",
        "+02:00",
        "pm",
        ":",
        ",",
        "–",
        "until",
        "é",
        "1_000",
        "41.7M",
        "%",
        "$",
        "99999999999999999999999999999999999999999",
        "0.",
        "PT1H",
        "P",
        "2d",
    ];
    prop_oneof![
        vec(select(pieces.to_vec()), 0..8).prop_map(|pieces| pieces.concat()),
        vec(any::<char>(), 0..12).prop_map(|letters| letters.into_iter().collect()),
    ]
}

fn builder() -> Builder {
    Builder::new(chrono_tz::America::New_York, 300)
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_global_rejects: 50_000,
        ..ProptestConfig::with_cases(1_000)
    })]

    #[test]
    fn a_printed_time_reads_back(time in written()) {
        let printed = time.to_string();
        prop_assert_eq!(parse(&printed), Ok(time.clone()), "{}", printed);
        let line = format!("{printed} the text");
        prop_assert_eq!(parse_prefix(&line), Ok((time, printed.len())), "{}", line);
    }

    #[test]
    fn a_printed_duration_reads_back(value in duration()) {
        prop_assert_eq!(duration::parse(&value.to_string()), Ok(value));
    }

    #[test]
    fn a_printed_number_reads_back(text in number_text()) {
        for read in [number::parse, number::parse_count] {
            if let Ok(number) = read(&text) {
                prop_assert_eq!(read(&number.to_string()), Ok(number), "{}", text);
                prop_assert!(number.low().is_none_or(|low| number.high().is_none_or(|high| low <= high)), "{}", text);
            }
        }
    }

    #[test]
    fn no_text_is_too_strange(text in text(), day in any::<bool>()) {
        let _ = (duration::parse(&text), number::parse(&text), number::parse_count(&text));
        let mut builder = builder();
        builder.start(day.then(|| Said::from(parse("2017-11-02").unwrap())).as_ref());
        match parse(&text) {
            Ok(written) => builder.entry(written.into()),
            Err(fault) => {
                prop_assert!(text.get(fault.at.clone()).is_some(), "{:?} {:?}", text, fault);
                builder.unread(&text)
            }
        };
        if let Ok((_, end)) = parse_prefix(&text) {
            prop_assert!(text.is_char_boundary(end));
        }
        let _ = builder.finish();
    }

    #[test]
    fn ties_stay_exact(down in written(), minutes in vec(0..100_000_i64, 1..6)) {
        let mut builder = builder();
        builder.start(Some(&Said::from(parse("2017-11-02").unwrap())));
        let down = builder.entry(down.into());
        builder.name("t0", down);
        let mut tied = down;
        for (index, minutes) in minutes.iter().enumerate() {
            tied = builder.entry(parse(&format!("t{index} +{minutes}m")).unwrap().into());
            builder.name(&format!("t{}", index + 1), tied);
        }
        let (times, _) = builder.finish();
        prop_assume!(!times.time(tied).faulty);
        let sum: i64 = minutes.iter().sum();
        let (there, back) = (times.difference(down, tied), times.difference(tied, down));
        prop_assert_eq!((there.low, there.high), (Some(sum), Some(sum)));
        prop_assert_eq!((back.low, back.high), (Some(-sum), Some(-sum)));
    }
}

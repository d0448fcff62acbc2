//! A clock time behind a day that would be lost in the text: `2026-11-23 ~14:02`, `2026-11-23 14h06`, `… at 14:13`.
//!
//! A day and no more is a good time of its own, so that whatever follows it is text. What looks like a clock there is
//! told instead: the day alone would make nothing of an outage. A number stays text where it can be one.

use super::cursor::Cursor;
use super::parse::{head, parse_prefix};
use super::parse_faults::not_understood;
use super::written::{Centre, Point, When, Written};
use super::zone_word;
use crate::model::fault::Fault;

/// A clock time that was meant: how it is written, and the bytes it took.
struct Clock {
    text: String,
    len: usize,
    /// Whether it can be a number too.
    is_number: bool,
}

/// What follows a number that is no clock time: `14.20 GB`.
const UNITS: [&str; 22] = [
    "%", "percent", "per", "million", "billion", "thousand", "k", "m", "s", "ms", "seconds", "minutes", "hours",
    "days", "times", "points", "kb", "mb", "gb", "tb", "eur", "usd",
];

/// Tells of a clock time behind the day that `written` ends in, and of a width that is written otherwise.
pub(super) fn refuse_lost_clock(end: &Cursor<'_>, written: &Written) -> Result<(), Fault> {
    let mut next = *end;
    next.skip_space();
    if next.rest().starts_with("+/-") {
        let help = match written {
            Written::About { .. } => "write the width with `±` or `+-`, as in `about 18:59 ±5m`".to_owned(),
            _ => format!("write `about {written} ±5m`: a width takes `about`, and `±` or `+-`"),
        };
        return Err(not_understood(&next).with_help(help));
    }
    if !ends_in_day(written) {
        return Ok(());
    }
    let is_apart = matches!(end.byte(), Some(b':' | b',')) || ["- ", "– ", "— "].iter().any(|dash| next.take(dash));
    if is_apart && matches!(next.byte(), Some(b':' | b',')) {
        next.pos += 1;
    }
    next.skip_space();
    let rest = next.rest();
    let (hedge, before) = hedge(rest);
    let bare = rest[before..].trim_start_matches(['(', '[', '*', '_', '`', '@', '<']);
    let from = rest.len() - bare.len();
    let is_marked = is_apart || from > 0;
    let start = next.pos + from;
    let found =
        clock(bare, is_marked).map_err(|fault| Fault { at: start + fault.at.start..start + fault.at.end, ..fault })?;
    let Some(clock) = found else { return Ok(()) };
    let at = next.pos..start + clock.len;
    let meant = meant(written, hedge, &clock.text, &bare[clock.len..]);
    let or = if clock.is_number { "; a number can stand behind another word" } else { "" };
    let message = format!("`{}` behind a day is no clock time, and would be read as text", &end.text[at.clone()]);
    Err(Fault::error("time-not-understood", at, message)
        .with_label("a clock time is meant")
        .with_help(format!("write `{meant}`{or}")))
}

fn ends_in_day(written: &Written) -> bool {
    let is_day = |point: &Point| matches!(point.when, When::Day(_));
    match written {
        Written::Point(point)
        | Written::About { centre: Centre::Point(point), width: None }
        | Written::Bound { point, .. }
        | Written::Range { to: point, .. } => is_day(point),
        Written::Unknown | Written::About { .. } | Written::Tie { .. } | Written::Between { .. } => false,
    }
}

/// The words that may stand before a clock time: the one of this grammar that is meant, and the bytes they take.
fn hedge(text: &str) -> (&'static str, usize) {
    let (mut meant, mut rest) = ("", text);
    loop {
        if let Some(after) = rest.strip_prefix(['~', '≈']) {
            (meant, rest) = ("about", after.trim_start());
            continue;
        }
        let Some((word, after)) = rest.split_once(char::is_whitespace) else { break };
        meant = match word.trim_end_matches('.').to_ascii_lowercase().as_str() {
            "about" | "around" | "approx" | "approximately" | "ca" | "c" | "circa" | "roughly" => "about",
            "before" => "before",
            "by" => "by",
            "after" => "after",
            "between" => "between",
            "at" | "from" | "since" | "shortly" | "just" => meant,
            _ => break,
        };
        rest = after.trim_start();
    }
    (meant, text.len() - rest.len())
}

/// The clock time that a text begins with. One that is written well counts behind something that hides it.
fn clock(text: &str, is_marked: bool) -> Result<Option<Clock>, Fault> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return Ok(None);
    }
    let is_clock = digits <= 2 && text[digits..].starts_with(':') && {
        text[digits + 1..].bytes().take_while(u8::is_ascii_digit).count() == 2
    };
    if is_marked && digits <= 2 {
        if let (true, Some(len)) = (is_clock, head(text)) {
            return Ok(Some(Clock { text: text[..len].to_owned(), len, is_number: false }));
        }
        if let Err(fault) = parse_prefix(text)
            && (is_clock || fault.rule == "twelve-hour-clock")
        {
            return Err(fault);
        }
    }
    Ok(other_clock(text))
}

/// `14h06`, `14.06`, `14:6`, `1406`.
fn other_clock(text: &str) -> Option<Clock> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let word = text[..end].trim_end_matches([':', ',', '.', ')', ']', '*', '_', '`']);
    let is_apart = word.len() < end || end == text.len();
    let follower = text[end..].split_whitespace().next().unwrap_or_default();
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (hour, rest) = word.split_at(digits);
    let mark = rest.chars().next();
    let (hour, minute, is_number) = match (mark, digits) {
        (Some('h' | 'H'), 1 | 2) => (hour, &rest[1..], false),
        (Some('.'), 2) if !is_unit(follower) => (hour, &rest[1..], true),
        (Some(':'), 2) if rest.len() == 2 => (hour, &rest[1..], false),
        (_, 4) => {
            let is_clock = match rest {
                "Z" | "z" | "h" | "H" | "hrs" => true,
                "" => is_apart || hour.starts_with('0') || begins_text(follower),
                _ => false,
            };
            (&hour[..2], if is_clock { &hour[2..] } else { "" }, rest.is_empty())
        }
        _ => return None,
    };
    let is_minute = minute.bytes().all(|byte| byte.is_ascii_digit()) && (minute.len() == 2 || mark == Some(':'));
    let (hours, minutes): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    let text = format!("{hours:02}:{minutes:02}");
    (is_minute && hours < 24 && minutes < 60).then_some(Clock { text, len: word.len(), is_number })
}

fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.', ';']).to_lowercase();
    UNITS.contains(&word.as_str())
}

/// Whether a word is the first of a sentence, a dash before it, or a zone.
fn begins_text(word: &str) -> bool {
    let mut letters = word.chars();
    let is_sentence = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase);
    let zone = word.trim_end_matches([':', ',']);
    is_sentence || matches!(word, "-" | "–" | "—") || zone == "UTC" || zone_word::abbreviation(zone).is_some()
}

/// What to write: `about 2026-11-23 14:02`, `2026-11-23 14:05..14:10`.
fn meant(written: &Written, hedge: &str, clock: &str, after: &str) -> String {
    match (written, hedge) {
        (Written::Point(_), "between") => {
            let second = after.trim_start().strip_prefix("and ").map(str::trim_start);
            match second.and_then(|second| head(second).map(|len| &second[..len])) {
                Some(second) => format!("{written} {clock}..{second}"),
                None => format!("{written} {clock}"),
            }
        }
        (Written::Point(_), "about" | "before" | "by" | "after") => format!("{hedge} {written} {clock}"),
        _ => format!("{written} {clock}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::time::parse_prefix;

    #[test]
    fn a_clock_time_behind_a_day_is_not_lost_in_the_text() {
        for (line, place, help) in [
            ("2026-11-23 ~14:02 Errors rise.", "~14:02", "write `about 2026-11-23 14:02`"),
            ("2026-11-23 ≈ 14:02 Errors rise.", "≈ 14:02", "write `about 2026-11-23 14:02`"),
            ("2026-11-23 around 14:10 x", "around 14:10", "write `about 2026-11-23 14:10`"),
            ("2026-11-23 ca. 14:10 x", "ca. 14:10", "write `about 2026-11-23 14:10`"),
            ("2026-11-23 c. 14:03 x", "c. 14:03", "write `about 2026-11-23 14:03`"),
            ("2026-11-23 approx 14:04 x", "approx 14:04", "write `about 2026-11-23 14:04`"),
            ("2026-11-23 about 14:04 UTC x", "about 14:04 UTC", "write `about 2026-11-23 14:04 UTC`"),
            ("2026-11-23 at 14:13 x", "at 14:13", "write `2026-11-23 14:13`"),
            ("2026-11-23 At about 14:13 x", "At about 14:13", "write `about 2026-11-23 14:13`"),
            ("2026-11-23 shortly after 14:13 x", "shortly after 14:13", "write `after 2026-11-23 14:13`"),
            ("2026-11-23 before 14:13 x", "before 14:13", "write `before 2026-11-23 14:13`"),
            ("2026-11-23 between 14:05 and 14:10 x", "between 14:05", "write `2026-11-23 14:05..14:10`"),
            ("2026-11-23 (14:05) x", "(14:05", "write `2026-11-23 14:05`"),
            ("2026-11-23 **14:05** x", "**14:05", "write `2026-11-23 14:05`"),
            ("2026-11-23, 14:05 x", "14:05", "write `2026-11-23 14:05`"),
            ("2026-11-23: 14:05 x", "14:05", "write `2026-11-23 14:05`"),
            ("2026-11-23 – ~14:05 x", "~14:05", "write `about 2026-11-23 14:05`"),
            ("2026-11-23 14h06 Paged.", "14h06", "write `2026-11-23 14:06`"),
            ("2026-11-23 14:6 paged.", "14:6", "write `2026-11-23 14:06`"),
            (
                "2026-11-23 14.20 Rolled back.",
                "14.20",
                "write `2026-11-23 14:20`; a number can stand behind another word",
            ),
            (
                "2026-11-23 14.20 rolled back",
                "14.20",
                "write `2026-11-23 14:20`; a number can stand behind another word",
            ),
            ("2026-11-23 1402 Paged.", "1402", "write `2026-11-23 14:02`; a number can stand behind another word"),
            ("2026-11-23 1402 UTC paged.", "1402", "write `2026-11-23 14:02`; a number can stand behind another word"),
            ("2026-11-23 0902 paged.", "0902", "write `2026-11-23 09:02`; a number can stand behind another word"),
            (
                "2026-11-23 ~1402: paged.",
                "~1402",
                "write `about 2026-11-23 14:02`; a number can stand behind another word",
            ),
            ("2026-11-23 1402Z paged.", "1402Z", "write `2026-11-23 14:02`"),
            ("about 2026-11-23 14h06 x", "14h06", "write `about 2026-11-23 14:06`"),
            ("2026-11-23 ~2:06 pm x", "2:06 pm", "write `14:06`"),
            ("2026-11-23 at 2pm x", "2pm", "write `14:00`"),
            ("2026-11-23 at 25:00 x", "25:00", "hours run from 00 to 23, minutes and seconds from 00 to 59"),
            (
                "2026-11-23 14:12 +/- 2m x",
                "+/-",
                "write `about 2026-11-23 14:12 ±5m`: a width takes `about`, and `±` or `+-`",
            ),
            ("about 14:12 +/- 2m x", "+/-", "write the width with `±` or `+-`, as in `about 18:59 ±5m`"),
        ] {
            let fault = parse_prefix(line).map(|_| ()).expect_err(line);
            assert_eq!((&line[fault.at.clone()], fault.help.as_deref()), (place, Some(help)), "{line}");
        }
    }

    #[test]
    fn numbers_and_words_behind_a_day_are_text() {
        for line in [
            "2026-11-23 14 of 20 hosts fail.",
            "2026-11-23 At 14 hosts the disk is full.",
            "2026-11-23 Around 1400 hosts fail.",
            "2026-11-23 1402 users are cut off.",
            "2026-11-23 2017 users",
            "2026-11-23 1200 EC2 hosts fail.",
            "2026-11-23 14.20 GB are lost.",
            "2026-11-23 99.95 percent of calls fail.",
            "2026-11-23 2.41 is released.",
            "2026-11-23 12.5 million users",
            "2026-11-23 14h later it is back.",
            "2026-11-23 2:1 is the ratio.",
            "2026-11-23 By 14 hours later",
            "2026-11-23 After 3 restarts it is back.",
            "2026-11-23 [14] of them fail.",
            "2026-11-23: The pool is halved.",
            "2026-11-23 – The pool is halved.",
            "2026-11-23 Deployed at 14:10.",
            "2026-11-23 c is down.",
            "2026-11-23",
            "2026-11-23 at",
            "2026-11-23 ~",
            "2026-11 1402 Paged.",
            "14:02 At 14:05 it will be tried again.",
        ] {
            assert!(parse_prefix(line).is_ok(), "{line}: {:?}", parse_prefix(line));
        }
    }
}

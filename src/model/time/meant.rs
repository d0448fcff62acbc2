//! What was meant by a time that cannot be read: how people write times elsewhere, said in this grammar.
//!
//! A suggestion is made only if it reads as a time itself.

use chrono::NaiveDate;

use super::parse::{head, is_id};
use crate::model::fault::Fault;

/// The fault with a suggestion in place of its help, if it is a time that is not understood and there is one.
pub(super) fn with_help(fault: Fault, text: &str) -> Fault {
    if fault.rule != "time-not-understood" {
        return fault;
    }
    match help(text.trim_start()) {
        Some(help) => fault.with_help(help),
        None => fault,
    }
}

fn help(text: &str) -> Option<String> {
    let ways = [no_break_space, marked, about, between, spaced_range, mixed_range, words, other_clock, offset, date];
    let found = ways.into_iter().find_map(|way| way(text));
    let is_no_time = || text.len() < 40 && !text.contains(|c: char| c.is_ascii_digit());
    found.or_else(|| is_no_time().then(|| "write a date, such as `2026-12-15`, or `unknown`".to_owned()))
}

fn write(time: &str) -> String {
    format!("write `{time}`")
}

/// The text of the time that a text begins with.
fn time(text: &str) -> Option<&str> {
    head(text).map(|len| &text[..len])
}

fn no_break_space(text: &str) -> Option<String> {
    let plain: String =
        text.chars().take(48).map(|c| if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c }).collect();
    let is_mended = !text.starts_with(plain.as_str()) && time(plain.trim_start()).is_some();
    is_mended.then(|| "a no-break space stands here; write a plain one".to_owned())
}

/// `**14:06**`, or in backticks.
fn marked(text: &str) -> Option<String> {
    let inner = text.trim_start_matches(['*', '`', '_']);
    let found = time(inner).filter(|_| inner.len() < text.len())?;
    Some(format!("write `{found}` without marks around it"))
}

/// `~14:06`, `around 14:06`.
fn about(text: &str) -> Option<String> {
    let rest = text.strip_prefix(['~', '≈']).or_else(|| {
        let (word, rest) = text.split_once(' ')?;
        let word = word.trim_end_matches('.').to_ascii_lowercase();
        matches!(word.as_str(), "around" | "approx" | "approximately" | "ca" | "c" | "circa" | "roughly")
            .then_some(rest)
    })?;
    time(rest.trim_start()).map(|found| write(&format!("about {found}")))
}

/// `between 14:06 and 14:08`, `since 14:06`.
fn between(text: &str) -> Option<String> {
    let (word, rest) = text.split_once(' ')?;
    let first = time(rest)?;
    if word.eq_ignore_ascii_case("since") {
        return Some(format!("write `{first}` if it was then, or `after {first}` if it was later"));
    }
    let second = time(rest[first.len()..].trim_start().strip_prefix("and ")?.trim_start())?;
    word.eq_ignore_ascii_case("between").then(|| write(&format!("{first}..{second}")))
}

/// `14:06 .. 14:08`.
fn spaced_range(text: &str) -> Option<String> {
    let (from, to) = text.split_once("..")?;
    let (from, to) = (from.trim_end(), to.trim_start());
    let second = time(to)?;
    let range = format!("{from}..{second}");
    (time(&range)? == range).then(|| format!("write `{range}`, without spaces"))
}

/// `someid..14:30`.
fn mixed_range(text: &str) -> Option<String> {
    let (from, to) = text.split_once("..")?;
    let (from, to) = (from.trim_end(), to.split_whitespace().next()?);
    let is_mixed = (is_id(from) && time(to).is_some()) || (time(from) == Some(from) && is_id(to));
    is_mixed.then(|| "both ends of a range are names, or both are times".to_owned())
}

fn words(text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?.trim_end_matches([':', ',', '.']).to_lowercase();
    let help = match word.as_str() {
        "noon" | "midday" => "write `12:00`",
        "midnight" => "write `00:00` with the date of the day that begins then",
        "tbd" | "tba" | "n/a" => "write `unknown`",
        _ if !word.is_empty() && word.bytes().all(|byte| byte == b'?') => "write `unknown`",
        _ => return None,
    };
    Some(help.to_owned())
}

/// `14.06`, `14h06`.
fn other_clock(text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?.trim_end_matches([':', ',']);
    let (hour, minute) = word.split_once(['.', 'h', 'H'])?;
    let clock = format!("{hour}:{minute}");
    (minute.len() == 2 && time(&clock)? == clock).then(|| write(&clock))
}

/// `14:06+01:00`: an offset that touches a clock time without a date.
fn offset(text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?;
    let at = word.find(['+', '-', 'Z'])?;
    let spaced = format!("{} {}", &word[..at], &word[at..]);
    (word[..at].contains(':') && time(&spaced)? == spaced).then(|| write(&spaced))
}

/// `2027-1-5`, `23.11.2026`, `11/23/2026`, `Nov 23`.
fn date(text: &str) -> Option<String> {
    let first = text.split_whitespace().next()?.trim_end_matches([':', ',']);
    let parts: Vec<&str> = first.split(['-', '/', '.']).collect();
    let has_digits = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if let ([a, b, c], true) = (parts.as_slice(), has_digits) {
        let date = match (number(a)?, number(b)?, number(c)?) {
            (year, month, day) if a.len() == 4 => NaiveDate::from_ymd_opt(year.cast_signed(), month, day),
            (day, month, year) if c.len() == 4 && (day > 12 || first.contains('.')) => {
                NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
            }
            (month, day, year) if c.len() == 4 && day > 12 => NaiveDate::from_ymd_opt(year.cast_signed(), month, day),
            _ => None,
        };
        return Some(match date {
            Some(date) if date.to_string() == first => return None,
            Some(date) => format!("write the date as `{date}`"),
            None => "write a date as year, month and day: `2026-11-23`".to_owned(),
        });
    }
    let is_month = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let short = word.get(..3).unwrap_or_default();
        MONTHS.iter().any(|month| month.starts_with(&word) && month.starts_with(short) && word.len() >= 3)
    };
    let begins = text.split_whitespace().take(3).any(is_month) && text.split_whitespace().take(3).any(has_digit);
    begins.then(|| "write a date as year, month and day: `2026-11-23`".to_owned())
}

fn has_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn number(digits: &str) -> Option<u32> {
    (digits.len() <= 4).then(|| digits.parse().ok())?
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[cfg(test)]
mod tests {
    use crate::model::time::{parse, parse_prefix};

    #[test]
    fn what_was_meant_is_offered() {
        for (text, expected) in [
            ("14.06", "write `14:06`"),
            ("14h06", "write `14:06`"),
            ("~14:06", "write `about 14:06`"),
            ("around 2026-11-23 14:06", "write `about 2026-11-23 14:06`"),
            ("approx. 14:06", "write `about 14:06`"),
            ("ca. 14:06", "write `about 14:06`"),
            ("circa 14:06", "write `about 14:06`"),
            ("roughly 14:06", "write `about 14:06`"),
            ("between 14:06 and 14:08", "write `14:06..14:08`"),
            ("14:06 .. 14:08", "write `14:06..14:08`, without spaces"),
            ("14:06.. 14:08", "write `14:06..14:08`, without spaces"),
            ("since 14:06", "write `14:06` if it was then, or `after 14:06` if it was later"),
            ("noon", "write `12:00`"),
            ("midnight", "write `00:00` with the date of the day that begins then"),
            ("?", "write `unknown`"),
            ("2027-1-5", "write the date as `2027-01-05`"),
            ("2026/11/23 14:02", "write the date as `2026-11-23`"),
            ("11/23/2026", "write the date as `2026-11-23`"),
            ("23.11.2026", "write the date as `2026-11-23`"),
            ("01/02/2026", "write a date as year, month and day: `2026-11-23`"),
            ("Nov 23 14:02", "write a date as year, month and day: `2026-11-23`"),
            ("**14:06**", "write `14:06` without marks around it"),
            ("`14:06`", "write `14:06` without marks around it"),
            ("14:06+01:00", "write `14:06 +01:00`"),
            ("down..14:30", "both ends of a range are names, or both are times"),
            ("14:30..down", "both ends of a range are names, or both are times"),
            ("14:06\u{a0}UTC", "a no-break space stands here; write a plain one"),
        ] {
            let help = |fault: crate::model::fault::Fault| fault.help.unwrap_or_default();
            assert_eq!(parse(text).map_err(help), Err(expected.to_owned()), "{text}");
            let line = format!("{text} The check pages.");
            assert_eq!(parse_prefix(&line).map_err(help).map(|_| ()), Err(expected.to_owned()), "{line}");
        }
        for text in ["next week", "soon"] {
            let help = parse(text).unwrap_err().help;
            assert_eq!(help.as_deref(), Some("write a date, such as `2026-12-15`, or `unknown`"), "{text}");
        }
    }
}

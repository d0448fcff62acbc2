//! Reads numbers, and says what to write where people write them another way.

use std::ops::Range;

use super::{Decimal, Form, Num, Number, Suffix};
use crate::model::fault::Fault;
use crate::model::word::{self, Word};

/// The largest size of a number: every whole number up to here is exact in JSON, too.
const LARGEST: u64 = (1 << 53) - 1;

const CURRENCIES: [&str; 20] = [
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "INR", "JPY", "KRW", "NOK", "NZD", "PLN",
    "SEK", "SGD", "USD", "ZAR",
];

/// Reads the whole of `text`, which is trimmed, as a number.
///
/// # Errors
/// The first fault, if it is not one.
pub fn parse(text: &str) -> Result<Number, Fault> {
    let Read { form, places } = read(text)?;
    let (low, high) = match form {
        Form::Unknown => (None, None),
        Form::Exact(num) => (Some(num.value()), Some(num.value())),
        Form::Range(low, high) => (Some(low.value()), Some(high.value())),
        Form::Bound(Word::Over | Word::AtLeast, num) => (Some(num.value()), None),
        Form::Bound(Word::Under | Word::AtMost, num) => (None, Some(num.value())),
        Form::About(num, width) => {
            let (low, high) = about(num, width, &places[0])?;
            (Some(low), Some(high))
        }
    };
    bounded(Number { form, low, high, is_count: false }, text)
}

/// Reads the whole of `text`, which is trimmed, as a count: whole, not negative, no percentage.
///
/// # Errors
/// The first fault, if it is not one.
pub fn parse_count(text: &str) -> Result<Number, Fault> {
    let Read { form, places } = read(text)?;
    let nums = match form {
        Form::Unknown => [None, None],
        Form::Exact(num) | Form::Bound(_, num) => [Some(num), None],
        Form::About(num, width) => [Some(num), width],
        Form::Range(low, high) => [Some(low), Some(high)],
    };
    for (num, place) in nums.into_iter().flatten().zip(&places) {
        refuse_as_count(num, place, text)?;
    }
    let (zero, one) = (Decimal::default(), Decimal::from(1));
    let (low, high) = match form {
        Form::Unknown => (None, None),
        Form::Exact(num) => (Some(num.value()), Some(num.value())),
        Form::Range(low, high) => (Some(low.value()), Some(high.value())),
        Form::Bound(Word::Over, num) => (Some(num.value() + one), None),
        Form::Bound(Word::AtLeast, num) => (Some(num.value()), None),
        Form::Bound(Word::AtMost, num) => (Some(zero), Some(num.value())),
        Form::Bound(Word::Under, num) if num.value() == zero => {
            return Err(not_understood(text, places[0].clone()).with_note("no count is under 0"));
        }
        Form::Bound(Word::Under, num) => (Some(zero), Some(num.value() - one)),
        Form::About(num, width) => {
            let (low, high) = about(num, width, &places[0])?;
            (Some(low.ceil().max(zero)), Some(high.floor()))
        }
    };
    bounded(Number { form, low, high, is_count: true }, text)
}

/// A form, and where its one or two numbers stand.
struct Read {
    form: Form,
    places: [Range<usize>; 2],
}

fn read(text: &str) -> Result<Read, Fault> {
    let read = read_start(text)?;
    let end = read.places.iter().map(|place| place.end).max().unwrap_or(text.len());
    if read.form != Form::Unknown && end < text.len() {
        return Err(leftover(text, end));
    }
    Ok(read)
}

fn read_start(text: &str) -> Result<Read, Fault> {
    if text.eq_ignore_ascii_case("unknown") {
        return Ok(Read { form: Form::Unknown, places: [0..0, 0..0] });
    }
    if let Some(start) = word::after(text, "about") {
        return read_about(text, start);
    }
    if let Some((word, start)) = word::bound(text) {
        let (num, place) = num(text, start)?;
        return Ok(Read { form: Form::Bound(word, num), places: [place, 0..0] });
    }
    let (low, place) = num(text, 0)?;
    if !text[place.end..].starts_with("..") {
        return Ok(Read { form: Form::Exact(low), places: [place, 0..0] });
    }
    let (high, second) = num(text, place.end + 2)?;
    if low.percent && !high.percent {
        return Err(not_understood(text, second).with_help(format!("write `{low}..{high}%`")));
    }
    let low = Num { percent: high.percent, ..low };
    if high.value() < low.value() {
        return Err(range_backwards(low, high, 0..second.end));
    }
    Ok(Read { form: Form::Range(low, high), places: [place, second] })
}

fn read_about(text: &str, start: usize) -> Result<Read, Fault> {
    let (centre, place) = num(text, start)?;
    let Some(start) = word::after_plus_minus(text, place.end) else {
        return Ok(Read { form: Form::About(centre, None), places: [place, 0..0] });
    };
    let (width, second) = num(text, start)?;
    if width.percent && !centre.percent {
        return Err(
            not_understood(text, second).with_note("`%` here could mean two things: a part of the number, or points")
        );
    }
    let width = Num { percent: centre.percent, ..width };
    Ok(Read { form: Form::About(centre, Some(width)), places: [place, second] })
}

/// One number at `start`, and where it stands.
fn num(text: &str, start: usize) -> Result<(Num, Range<usize>), Fault> {
    let rest = &text[start..];
    let token = rest.find(|c: char| c.is_whitespace() || c == '±').unwrap_or(rest.len());
    let token = rest.find("..").map_or(token, |dots| token.min(dots));
    let token = rest.find("+-").map_or(token, |sign| token.min(sign));
    let at = start..start + token;
    if rest.starts_with(is_currency_sign) || CURRENCIES.contains(&&rest[..token]) {
        let size = rest.find(|c: char| !is_currency_sign(c)).filter(|size| *size > 0).unwrap_or(token);
        return Err(with_currency(start..start + size));
    }
    let (digits, size) = digits(rest).ok_or_else(|| not_understood(text, at.clone()))?;
    let suffix = match rest[size..].bytes().next() {
        Some(b'k' | b'K') => Some(Suffix::Thousand),
        Some(b'M') => Some(Suffix::Million),
        Some(b'B') => Some(Suffix::Billion),
        _ => None,
    };
    let size = size + usize::from(suffix.is_some());
    let percent = [" %", "%"].iter().find(|sign| rest[size..].starts_with(**sign)).map_or(0, |sign| sign.len());
    let size = size + percent;
    if size < token {
        let end = start + size;
        return Err(match rest[size..].chars().next() {
            Some(',') => with_comma(text, end),
            Some(c) if is_currency_sign(c) => with_currency(end..end + c.len_utf8()),
            _ => not_understood(text, at),
        });
    }
    let place = start..start + size;
    let num = Num { digits, suffix, percent: percent > 0 };
    // The digits first: only what is not too large is safe to multiply.
    if !fits(digits) || !fits(num.value()) {
        return Err(too_large(text, place));
    }
    Ok((num, place))
}

/// `["-"] digits { "_" digits } [ "." digits ]`, and its bytes.
fn digits(text: &str) -> Option<(Decimal, usize)> {
    let bytes = text.as_bytes();
    let negative = bytes.first() == Some(&b'-');
    let (mut at, mut mantissa, mut scale) = (usize::from(negative), 0_i128, 0);
    let (mut point, mut before) = (false, b' ');
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => {
                // A number far beyond the largest stays so; its digits no longer matter.
                if mantissa < i128::from(LARGEST) * 10_i128.pow(Decimal::MOST_DIGITS) {
                    mantissa = mantissa * 10 + i128::from(byte - b'0');
                } else if point {
                    return None;
                }
                scale += u32::from(point);
            }
            b'_' if before.is_ascii_digit() && !point => {}
            b'.' if before.is_ascii_digit() && !point && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                point = true;
            }
            _ => break,
        }
        before = byte;
        at += 1;
    }
    let decimal = Decimal::new(if negative { -mantissa } else { mantissa }, scale);
    (before.is_ascii_digit() && scale <= Decimal::MOST_DIGITS).then_some((decimal, at))
}

fn about(num: Num, width: Option<Num>, place: &Range<usize>) -> Result<(Decimal, Decimal), Fault> {
    let width = width.map(Num::value).or_else(|| num.value().half_of_last_digit()).ok_or_else(|| {
        Fault::error("about-needs-width", place.clone(), "`about 0` says nothing without a width")
            .with_label("how far from 0?")
            .with_help("write a width, as in `about 0 ±3`, or a bound, as in `at most 3`")
    })?;
    let width = if width.is_negative() { -width } else { width };
    Ok((num.value() - width, num.value() + width))
}

fn bounded(number: Number, text: &str) -> Result<Number, Fault> {
    let bounds = [number.low, number.high];
    if bounds.into_iter().flatten().all(fits) { Ok(number) } else { Err(too_large(text, 0..text.len())) }
}

fn fits(value: Decimal) -> bool {
    let largest = Decimal::from(LARGEST);
    -largest <= value && value <= largest
}

fn refuse_as_count(num: Num, place: &Range<usize>, text: &str) -> Result<(), Fault> {
    let fault =
        |rule, message: &str| Err(Fault::error(rule, place.clone(), format!("`{}` {message}", &text[place.clone()])));
    if num.percent {
        return fault("percent-not-allowed", "is a percentage where a count is asked for")
            .map_err(|fault: Fault| fault.with_label("a count is a whole number").with_help("write how many"));
    }
    if num.value().is_negative() {
        return fault("count-negative", "is negative where a count is asked for")
            .map_err(|fault: Fault| fault.with_label("below 0").with_help("a count is 0 or more"));
    }
    if !num.value().is_whole() {
        return fault("count-not-whole", "is not a whole number").map_err(|fault: Fault| {
            fault.with_label("a part of one").with_help("a count is whole; write `about` before it if it is not exact")
        });
    }
    Ok(())
}

fn leftover(text: &str, end: usize) -> Fault {
    let start = text.len() - text[end..].trim_start().len();
    let rest = &text[start..];
    let word = rest.split_whitespace().next().unwrap_or(rest);
    if word.starts_with(is_currency_sign) || CURRENCIES.contains(&word) {
        return with_currency(end..start + word.len());
    }
    not_understood(text, start..text.len())
}

fn is_currency_sign(c: char) -> bool {
    "$€£¥₹₩₽₺₿¢".contains(c)
}

fn with_currency(at: Range<usize>) -> Fault {
    Fault::error("number-with-currency", at, "a number stands without its currency")
        .with_label("not part of the number")
        .with_help("write the number alone, as in `440M`, and the currency as `unit: USD`")
}

fn with_comma(text: &str, at: usize) -> Fault {
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    Fault::error(
        "number-with-comma",
        at..at + 1,
        format!("`{text}` has a comma, which means thousands to some and decimals to others"),
    )
    .with_label("leave it out")
    .with_help(format!("write `{plain}`, or `_` between the thousands; decimals take a point"))
}

fn too_large(text: &str, at: Range<usize>) -> Fault {
    Fault::error("number-too-large", at.clone(), format!("`{}` is too large", &text[at]))
        .with_label("larger than 9,007,199,254,740,991")
        .with_help("numbers go up to 2⁵³ − 1, so that every program that reads them agrees")
}

fn range_backwards(low: Num, high: Num, at: Range<usize>) -> Fault {
    Fault::error("range-backwards", at, format!("the range from `{low}` to `{high}` runs backwards"))
        .with_label("the end is below the start")
        .with_help(format!("write the lower one first: `{high}..{low}`"))
}

fn not_understood(text: &str, at: Range<usize>) -> Fault {
    let message = match &text[at.clone()] {
        "" => "a number is missing here".to_owned(),
        word => format!("`{word}` cannot be read as a number"),
    };
    Fault::error("number-not-understood", at, message).with_label("not a number").with_help(
        "write digits, such as `41_700_000`, `41.7M`, `about 8.5M`, `over 900`, `40..60%`, `-3.5`, or `unknown`",
    )
}

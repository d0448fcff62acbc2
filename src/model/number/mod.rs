//! Numbers as records write them: `41.7M`, `about 8.5M`, `over 40%`, `900..2_700`. Exact; nothing is a float.

mod decimal;
mod parse;

use std::fmt;

pub use decimal::Decimal;
pub use parse::{parse, parse_count};

use super::word::Word;

/// A number as written, and its bounds. It prints in one canonical way, and that reads back as the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    form: Form,
    low: Option<Decimal>,
    high: Option<Decimal>,
    is_count: bool,
}

/// The forms a number is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Unknown,
    Exact(Num),
    About(Num, Option<Num>),
    Bound(Word, Num),
    Range(Num, Num),
}

/// One number with its suffix: `41.7M`, `40%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Num {
    digits: Decimal,
    suffix: Option<Suffix>,
    percent: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Suffix {
    Thousand,
    Million,
    Billion,
}

impl Number {
    /// The least it can be; `None` is open.
    #[must_use]
    pub fn low(&self) -> Option<Decimal> {
        self.low
    }

    /// The most it can be; `None` is open.
    #[must_use]
    pub fn high(&self) -> Option<Decimal> {
        self.high
    }

    /// Whether it is more than [`Number::low`], not equal to it. Never so of a count.
    #[must_use]
    pub fn low_excluded(&self) -> bool {
        !self.is_count && matches!(self.form, Form::Bound(Word::Over, _))
    }

    /// Whether it is less than [`Number::high`], not equal to it. Never so of a count.
    #[must_use]
    pub fn high_excluded(&self) -> bool {
        !self.is_count && matches!(self.form, Form::Bound(Word::Under, _))
    }

    /// Whether it is a percentage.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        match self.form {
            Form::Unknown => false,
            Form::Exact(num) | Form::About(num, _) | Form::Bound(_, num) | Form::Range(num, _) => num.percent,
        }
    }

    /// Whether it is `unknown`, said on purpose.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.form == Form::Unknown
    }

    /// As pages show it: as it was written, with the digits in groups: `over 41,000,000`, `about 36,300`, `900–2,700`.
    #[must_use]
    pub fn to_page(&self) -> String {
        let percent = if self.is_percent() { "%" } else { "" };
        let value = |num: Num| format!("{}{percent}", num.value().to_page());
        match self.form {
            Form::Unknown => "unknown".to_owned(),
            Form::Exact(num) => value(num),
            Form::About(num, None) => format!("about {}", value(num)),
            Form::About(num, Some(width)) => format!("{} ± {}", value(num), value(width)),
            Form::Bound(word, num) => format!("{word} {}", value(num)),
            Form::Range(low, high) => page_range(Some(low.value()), Some(high.value())) + percent,
        }
    }
}

/// Two bounds as pages show them: `900–2,700`, `≤ 5`, `≥ 3`, `unknown`. A range below 0 takes a word.
#[must_use]
pub fn page_range(low: Option<Decimal>, high: Option<Decimal>) -> String {
    match (low, high) {
        (None, None) => "unknown".to_owned(),
        (Some(low), Some(high)) if low == high => low.to_page(),
        (Some(low), Some(high)) if low.is_negative() => format!("{} to {}", low.to_page(), high.to_page()),
        (Some(low), Some(high)) => format!("{}–{}", low.to_page(), high.to_page()),
        (None, Some(high)) => format!("≤ {}", high.to_page()),
        (Some(low), None) => format!("≥ {}", low.to_page()),
    }
}

impl Num {
    fn value(self) -> Decimal {
        self.digits.times_ten_to(match self.suffix {
            None => 0,
            Some(Suffix::Thousand) => 3,
            Some(Suffix::Million) => 6,
            Some(Suffix::Billion) => 9,
        })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Unknown => f.write_str("unknown"),
            Form::Exact(num) => num.fmt(f),
            Form::About(num, None) => write!(f, "about {num}"),
            Form::About(num, Some(width)) => write!(f, "about {num} ±{width}"),
            Form::Bound(word, num) => write!(f, "{word} {num}"),
            Form::Range(low, high) => write!(f, "{low}..{high}"),
        }
    }
}

impl fmt::Display for Num {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let suffix = match self.suffix {
            None => "",
            Some(Suffix::Thousand) => "k",
            Some(Suffix::Million) => "M",
            Some(Suffix::Billion) => "B",
        };
        write!(f, "{}{suffix}{}", self.digits, if self.percent { "%" } else { "" })
    }
}

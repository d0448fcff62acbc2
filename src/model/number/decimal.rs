//! Exact decimal numbers, of the sizes that records may hold.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Neg, Sub};

/// A decimal number without rounding: an integer divided by a power of ten, in lowest terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    /// How many digits of it stand after the point.
    scale: u32,
}

impl Decimal {
    /// The most digits after the point; more would not fit beside the largest whole part.
    pub(super) const MOST_DIGITS: u32 = 18;

    /// `mantissa` divided by ten to the power of `scale`.
    pub(super) fn new(mantissa: i128, scale: u32) -> Self {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self { mantissa, scale }
    }

    /// Ten to the power of `zeros` times as much.
    pub(super) fn times_ten_to(self, zeros: u32) -> Self {
        let dropped = zeros.min(self.scale);
        Self { mantissa: self.mantissa * 10_i128.pow(zeros - dropped), scale: self.scale - dropped }
    }

    /// Half a unit of the last digit that is not 0; `None` of 0.
    pub(super) fn half_of_last_digit(self) -> Option<Self> {
        if self.mantissa == 0 {
            return None;
        }
        let (mut mantissa, mut zeros) = (self.mantissa, 0);
        while mantissa % 10 == 0 {
            mantissa /= 10;
            zeros += 1;
        }
        Some(Self::new(5, self.scale + 1).times_ten_to(zeros))
    }

    /// The greatest whole number that is not greater.
    #[must_use]
    pub fn floor(self) -> Self {
        Self { mantissa: self.mantissa.div_euclid(10_i128.pow(self.scale)), scale: 0 }
    }

    /// The least whole number that is not less.
    #[must_use]
    pub fn ceil(self) -> Self {
        -(-self).floor()
    }

    /// Whether it has no digits after the point.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.scale == 0
    }

    /// Whether it is below 0.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// As a count, if it is whole and not negative.
    #[must_use]
    pub fn to_count(self) -> Option<u64> {
        u64::try_from(self.mantissa).ok().filter(|_| self.is_whole())
    }

    /// The nearest floating point number: for drawing, never for arithmetic that is shown.
    ///
    /// # Panics
    /// Never: what a decimal prints is a floating point number.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.to_string().parse().expect("a decimal prints as a floating point number")
    }

    /// As pages show it: `458,700,000`, `−3.5`.
    #[must_use]
    pub fn to_page(self) -> String {
        let plain = self.to_string();
        let (sign, plain) = plain.strip_prefix('-').map_or(("", &*plain), |rest| ("−", rest));
        let whole = plain.find('.').unwrap_or(plain.len());
        let mut page = String::from(sign);
        for (index, digit) in plain[..whole].chars().enumerate() {
            if index > 0 && (whole - index).is_multiple_of(3) {
                page.push(',');
            }
            page.push(digit);
        }
        page + &plain[whole..]
    }

    /// Both as integers of one scale.
    fn aligned(self, other: Self) -> (i128, i128, u32) {
        let scale = self.scale.max(other.scale);
        let widen = |decimal: Self| decimal.mantissa * 10_i128.pow(scale - decimal.scale);
        (widen(self), widen(other), scale)
    }
}

impl From<u64> for Decimal {
    fn from(count: u64) -> Self {
        Self { mantissa: count.into(), scale: 0 }
    }
}

impl Add for Decimal {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (a, b, scale) = self.aligned(other);
        Self::new(a + b, scale)
    }
}

impl Sub for Decimal {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Decimal {
    type Output = Self;

    fn neg(self) -> Self {
        Self { mantissa: -self.mantissa, ..self }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b, _) = self.aligned(*other);
        a.cmp(&b)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let unit = 10_u128.pow(self.scale);
        let (whole, part) = (self.mantissa.unsigned_abs() / unit, self.mantissa.unsigned_abs() % unit);
        write!(f, "{sign}{whole}")?;
        if self.scale > 0 {
            write!(f, ".{part:0width$}", width = self.scale as usize)?;
        }
        Ok(())
    }
}

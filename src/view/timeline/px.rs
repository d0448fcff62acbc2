//! Numbers of a drawing: pixels to a tenth, and places.

use std::ops::{Add, Sub};

/// A number of pixels, in tenths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Px(i32);

impl Px {
    /// The nearest tenth.
    pub(super) fn of(pixels: f64) -> Self {
        let tenths = pixels * 10.0;
        #[allow(clippy::cast_possible_truncation, reason = "a drawing is some thousand pixels high and wide")]
        let toward_zero = tenths as i32;
        let below = if f64::from(toward_zero) > tenths { toward_zero - 1 } else { toward_zero };
        let over = tenths - f64::from(below);
        // Half of a tenth may be no half at all before it was multiplied: what the product lost decides, then even numbers.
        let is_half_above = || {
            let lost = pixels.mul_add(10.0, -tenths);
            lost > 0.0 || lost >= 0.0 && below % 2 != 0
        };
        Self(below + i32::from(over > 0.5 || over >= 0.5 && is_half_above()))
    }

    /// So many pixels.
    pub(super) const fn whole(pixels: i32) -> Self {
        Self(pixels * 10)
    }

    /// So many tenths.
    pub(super) const fn tenths(tenths: i32) -> Self {
        Self(tenths)
    }

    /// The same for computing.
    pub(super) fn get(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl Add for Px {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Px {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Px {
    /// Adds the number in figures, as short as it can be.
    pub(super) fn push(self, to: &mut Vec<u8>) {
        let Self(tenths) = self;
        let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        let mut figures = [0; 16];
        let mut end = 0;
        let mut put = |byte: u8| {
            figures[end] = byte;
            end += 1;
        };
        if tenths < 0 {
            put(b'-');
        }
        // No chart is so wide or high that this costs anything.
        if whole >= 10_000 {
            for power in [100_000_000, 10_000_000, 1_000_000, 100_000, 10_000] {
                if whole >= power {
                    put(figure(whole / power % 10));
                }
            }
        }
        if whole >= 1000 {
            put(figure(whole / 1000 % 10));
        }
        if whole >= 100 {
            put(figure(whole / 100 % 10));
        }
        if whole >= 10 {
            put(figure(whole / 10 % 10));
        }
        put(figure(whole % 10));
        if tenth > 0 {
            put(b'.');
            put(figure(tenth));
        }
        // All sixteen are copied at once, which costs less than to copy some.
        let from = to.len();
        to.extend_from_slice(&figures);
        to.truncate(from + end);
    }
}

/// A digit in ASCII.
#[allow(clippy::cast_possible_truncation, reason = "a digit is below ten")]
pub(super) const fn figure(digit: u32) -> u8 {
    b'0' + digit as u8
}

/// A place: from the left, and from the top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct At(pub(super) Px, pub(super) Px);

#[cfg(test)]
mod tests {
    use super::Px;

    fn shown(number: Px) -> String {
        let mut text = Vec::new();
        number.push(&mut text);
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let cases = [(0.0, "0"), (-0.04, "0"), (12.0, "12"), (12.34, "12.3"), (-0.5, "-0.5"), (1120.0, "1120")];
        for (pixels, text) in cases {
            assert_eq!(shown(Px::of(pixels)), text);
        }
        for tenths in [9, 10, 99, 100, 10_000, 100_050, 123_456, 1_000_000, i32::MIN + 1] {
            assert_eq!(shown(Px(tenths)).parse(), Ok(f64::from(tenths) / 10.0), "{tenths}");
        }
    }

    #[test]
    fn a_half_goes_where_it_is_nearer() {
        // 0.05 is a little more than a twentieth as a number of the machine, 0.15 a little less, 0.25 just a quarter.
        for (pixels, tenths) in [(0.05, 1), (0.15, 1), (0.25, 2), (0.35, 3), (0.75, 8), (2.675, 27)] {
            assert_eq!(Px::of(pixels), Px(tenths), "{pixels}");
        }
    }
}

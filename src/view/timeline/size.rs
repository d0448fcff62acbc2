//! The three widths of a chart.

/// The widths: of a desk, of a tablet and of print, of a phone.
pub(super) const WIDTHS: [i32; 3] = [1120, 700, 358];

/// Which of the three charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// With names beside, for a desk.
    Wide,
    /// For a tablet and for print.
    Middle,
    /// For a phone.
    Narrow,
}

impl Size {
    /// The one of a width.
    pub(super) const fn of(width: i32) -> Self {
        match width {
            1001.. => Self::Wide,
            500..=1000 => Self::Middle,
            _ => Self::Narrow,
        }
    }

    /// From where to where time is drawn on a chart that ends there: names stand left of it.
    pub(super) fn plot(self, right: f64) -> [f64; 2] {
        match self {
            Self::Wide => [150.0, right - 8.0],
            Self::Middle => [112.0, right - 8.0],
            Self::Narrow => [46.0, right - 12.0],
        }
    }

    /// The word for it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Middle => "mid",
            Self::Narrow => "narrow",
        }
    }
}

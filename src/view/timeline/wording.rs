//! The words of the labels: as many as there is room for beside a mark, in one line or in two.

use super::labels::{CLEAR, IN_BOX, LONGEST, Mark, Room, SHORT, Side};
use super::rows::Rows;
use super::story::Label;
use super::widths::{fit, letter_width, width};
use std::borrow::Cow;

/// The size of the letters.
const SIZE: f64 = 12.0;

impl Room<'_> {
    /// Gives a mark its words: all where there is room beside it, or in two lines; else as many as there is room for.
    pub(super) fn word(&self, mark: &mut Mark<'_>, taken: &mut Rows) {
        let event = mark.event.0;
        let [from, to] = mark.words;
        if mark.lines == 1 && mark.side != Side::Nowhere && event.label.width <= to - from {
            mark.label = Cow::Borrowed(&*event.label.text);
            return;
        }
        if mark.side == Side::Under {
            // A difference of places is only nearly the width that it was made of.
            let is_whole = event.label.width < to - from + 0.1;
            let two = || (mark.lines > 2).then(|| two_lines(&event.label.text, to - from)).flatten();
            (mark.label, mark.second) = if is_whole {
                (Cow::Borrowed(&*event.label.text), Cow::default())
            } else if let Some((first, rest)) = two() {
                (Cow::Borrowed(first), Cow::Owned(rest))
            } else {
                (Cow::Owned(fit(&event.label.text, SIZE, to - from)), Cow::default())
            };
            return;
        }
        let full = event.label.width.min(LONGEST);
        let room = match mark.side {
            Side::Nowhere | Side::Under => return,
            Side::Inside => (mark.x[1] - mark.x[0] - 2.0 * IN_BOX).min(full),
            Side::Right => self.reach(taken.row(mark.row), from, to, full),
            Side::Left => self.reach_back(taken.row(mark.row), from, to, full),
        };
        let around = |wide: f64| match mark.side {
            Side::Left => [to - wide, to],
            Side::Inside => [mark.middle - wide / 2.0, mark.middle + wide / 2.0],
            Side::Right | Side::Nowhere | Side::Under => [from, from + wide],
        };
        let below = |wide: &f64| {
            mark.lines > 1 || mark.row + 1 < self.rows && taken.free(around(*wide)) >> (mark.row + 1) & 1 == 1
        };
        let halves = || event.label.halves().filter(|(.., wide)| *wide <= room && below(wide));
        let two = || (room < full && below(&room)).then(|| two_lines(&event.label.text, room)).flatten();
        let (label, second, wide) = if event.label.width <= room {
            (Cow::Borrowed(&*event.label.text), Cow::default(), event.label.width)
        } else if let Some((first, rest, wide)) = halves() {
            (Cow::Borrowed(first), Cow::Borrowed(rest), wide)
        } else if let Some((first, rest)) = two() {
            let wide = width(first, SIZE).max(width(&rest, SIZE));
            (Cow::Borrowed(first), Cow::Owned(rest), wide)
        } else {
            let cut = fit(&event.label.text, SIZE, room);
            let wide = width(&cut, SIZE);
            (Cow::Owned(cut), Cow::default(), wide)
        };
        let words = around(wide);
        taken.widen(mark.row, mark.x, words);
        if !second.is_empty() && mark.lines == 1 {
            taken.put_line(mark.row + 1, words);
        }
        mark.lines = 1 + usize::from(!second.is_empty());
        (mark.label, mark.second, mark.words) = (label, second, words);
    }

    /// How wide a label may be that begins here and has room up to there for certain.
    fn reach(&self, row: impl Iterator<Item = (f64, f64)>, from: f64, sure: f64, full: f64) -> f64 {
        let others = row.map(|(low, _)| low - self.gap).filter(|low| *low >= sure);
        let breaks = self.breaks().map(|(low, _)| low - CLEAR).filter(|low| *low >= sure);
        let lines = self.lines.iter().map(|line| line - CLEAR).filter(|line| *line >= sure);
        let end = others.chain(breaks).chain(lines).fold(self.right, f64::min);
        (end - from).min(full).max(sure - from)
    }

    /// The same for one that ends here.
    fn reach_back(&self, row: impl Iterator<Item = (f64, f64)>, sure: f64, to: f64, full: f64) -> f64 {
        let others = row.map(|(_, high)| high + self.gap).filter(|high| *high <= sure);
        let breaks = self.breaks().map(|(_, high)| high + CLEAR).filter(|high| *high <= sure);
        let lines = self.lines.iter().map(|line| line + CLEAR).filter(|line| *line <= sure);
        let begin = others.chain(breaks).chain(lines).fold(self.left, f64::max);
        (to - begin).min(full).max(to - sure)
    }
}

/// As many words as there is room for in one line, and as many of the rest as there is room for in another.
fn two_lines(text: &str, room: f64) -> Option<(&str, String)> {
    let (mut used, mut end) = (0.0, None);
    for (at, letter) in text.char_indices() {
        if letter == ' ' {
            end = Some(at);
        }
        used += letter_width(letter, SIZE);
        if used > room {
            break;
        }
    }
    let (first, rest) = text.split_at(end?);
    Some((first, fit(rest.trim_start(), SIZE, room)))
}

impl<'r> Label<'r> {
    /// Words, measured.
    pub(super) fn of(text: Cow<'r, str>) -> Self {
        let width = width(&text, SIZE);
        let space = letter_width(' ', SIZE);
        let mut halves: Option<(usize, f64)> = None;
        // A short label is never cut.
        if width <= SHORT {
            return Self { text, width, halves };
        }
        let mut before = 0.0_f64;
        for (at, letter) in text.char_indices() {
            if letter == ' ' {
                let after = width - before - space;
                let wide = before.max(after);
                if halves.is_none_or(|(_, least)| wide < least) {
                    halves = Some((at, wide));
                }
                // From here on the first line only grows.
                if before >= after {
                    break;
                }
            }
            before += letter_width(letter, SIZE);
        }
        Self { text, width, halves }
    }

    /// The two lines.
    fn halves(&self) -> Option<(&str, &str, f64)> {
        let (at, wide) = self.halves?;
        let (first, rest) = self.text.split_at(at);
        Some((first.trim_end(), rest.trim_start(), wide))
    }
}

#[cfg(test)]
mod tests {
    use super::Label;
    use crate::view::timeline::widths::width;

    #[test]
    fn two_lines_are_as_even_as_they_can_be() {
        for (text, first, rest) in [
            ("The queues are empty", "The queues", "are empty"),
            ("a aaaaaaaaaaaaaaaa", "a", "aaaaaaaaaaaaaaaa"),
            ("one two three four", "one two", "three four"),
        ] {
            let label = Label::of(text.into());
            let (above, below, wide) = label.halves().unwrap();
            assert_eq!((above, below), (first, rest));
            assert!((wide - width(first, 12.0).max(width(rest, 12.0))).abs() < 0.001);
            assert!((label.width - width(text, 12.0)).abs() < 0.001);
        }
        for text in ["unbreakable, as a word of this length is", "Last post", ""] {
            let text = if text.len() > 20 { text.replace(' ', "") } else { text.to_owned() };
            assert_eq!(Label::of(text.into()).halves(), None);
        }
    }
}

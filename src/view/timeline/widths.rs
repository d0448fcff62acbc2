//! How wide a text is. No font is read when a page is made, so the letters of the widest font that readers may have are
//! counted: a page in a narrower one has some more air.

/// The width in pixels of a text of a size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    f64::from(text.chars().map(share).sum::<u32>()) * size / 100.0
}

/// The width of a letter.
pub(super) fn letter_width(letter: char, size: f64) -> f64 {
    f64::from(share(letter)) * size / 100.0
}

/// The width of a text in semibold.
pub(super) fn bold(text: &str, size: f64) -> f64 {
    f64::from(text.chars().map(bold_share).sum::<u32>()) * size / 100.0
}

/// The letters from space to tilde in `DejaVu Sans`, in hundredths of the size. Inter, Segoe UI, Roboto and Noto Sans
/// are up to a tenth narrower.
const LETTERS: [u8; 95] = [
    32, 41, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 54, 100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69,
    62, 69, 39, 34, 39, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64,
    60, 82, 60, 60, 53, 64, 34, 64, 84,
];

/// The same in its bold face, which stands for semibold.
const BOLD: [u8; 95] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40,
    84, 84, 84, 58, 100, 78, 77, 74, 83, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 85, 74, 85, 77, 72, 69, 82, 78, 111,
    78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60,
    48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
];

/// The width of a letter in semibold, in hundredths of the size.
fn bold_share(letter: char) -> u32 {
    match BOLD.get(u32::from(letter).wrapping_sub(32) as usize) {
        Some(share) => u32::from(*share),
        None => other(letter) * 115 / 100,
    }
}

/// The width of a letter in hundredths of the size.
fn share(letter: char) -> u32 {
    let code = u32::from(letter);
    match LETTERS.get(code.wrapping_sub(32) as usize) {
        Some(share) => u32::from(*share),
        None => other(letter),
    }
}

/// The same beyond ASCII.
fn other(letter: char) -> u32 {
    match u32::from(letter) {
        // What is drawn over the letter before it, or joins it.
        0x0300..=0x036f
        | 0x0483..=0x0489
        | 0x0591..=0x05bd
        | 0x0610..=0x061a
        | 0x064b..=0x065f
        | 0x1ab0..=0x1aff
        | 0x1dc0..=0x1dff
        | 0x200b..=0x200f
        | 0x2060..=0x2064
        | 0x20d0..=0x20ff
        | 0xfe00..=0xfe0f
        | 0xfe20..=0xfe2f => 0,
        // Quotation marks, a dash, a space that does not break.
        0x00a0 | 0x2018..=0x201a | 0x00b7 => 32,
        0x201c..=0x201e | 0x2013 => 52,
        // Scripts whose letters are as wide as they are high, an em dash, an ellipsis, arrows.
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x20000..=0x3fffd
        | 0x2014
        | 0x2015
        | 0x2026
        | 0x2190..=0x21ff => 100,
        // Pictures.
        0x2600..=0x27bf | 0x1f000..=0x1faff => 138,
        // Scripts that are wider than Latin.
        0x0400..=0x052f => 80,
        0x0900..=0x10ff | 0x12000..=0x1efff => 92,
        // Arabic joins its letters: half of them are narrow.
        0x0600..=0x06ff => 66,
        _ if letter.is_uppercase() => 79,
        _ => 66,
    }
}

/// The longest beginning of a text, cut at a word, that is no wider than this; with `…` where it is cut.
pub(super) fn fit(text: &str, size: f64, most: f64) -> String {
    cut(text, most * 100.0 / size, share)
}

/// The same in semibold.
pub(super) fn fit_bold(text: &str, size: f64, most: f64) -> String {
    cut(text, most * 100.0 / size, bold_share)
}

fn cut(text: &str, most: f64, share: fn(char) -> u32) -> String {
    let before_dots = most - f64::from(share('…'));
    let (mut used, mut end, mut is_whole) = (0, 0, true);
    for (at, letter) in text.char_indices() {
        used += share(letter);
        if f64::from(used) <= before_dots {
            end = at + letter.len_utf8();
        } else if f64::from(used) > most {
            is_whole = false;
            break;
        }
    }
    if is_whole {
        return text.to_owned();
    }
    let cut = &text[..end];
    let at_word = cut.rfind(' ').filter(|at| at * 2 > end).map_or(cut, |at| &cut[..at]);
    [at_word.trim_end_matches([' ', ',', ';', ':', '.', '-']), "…"].concat()
}

/// A text in so many lines at most, broken at spaces, each no wider than this. What is left over is cut.
pub(super) fn wrap(text: &str, lines: usize, fits: impl Fn(&str) -> bool, cut: impl Fn(&str) -> String) -> Vec<String> {
    let mut done: Vec<String> = Vec::with_capacity(lines);
    let mut rest = text.trim();
    while !rest.is_empty() && done.len() + 1 < lines && !fits(rest) {
        let breaks = rest.match_indices(' ').map(|(at, _)| at);
        let Some(at) = breaks.take_while(|at| fits(&rest[..*at])).last() else { break };
        done.push(rest[..at].to_owned());
        rest = rest[at..].trim_start();
    }
    if !rest.is_empty() {
        done.push(if fits(rest) { rest.to_owned() } else { cut(rest) });
    }
    done
}

#[cfg(test)]
mod tests {
    use super::{fit, width};

    #[test]
    fn a_label_is_cut_at_a_word() {
        assert_eq!(fit("On call", 12.0, 100.0), "On call");
        assert_eq!(fit("Distribution maintainers", 12.0, 95.0), "Distribution…");
        assert_eq!(fit("深夜のデータベース障害", 12.0, 60.0), "深夜のデ…");
        assert_eq!(fit("Supercalifragilistic", 12.0, 60.0), "Superc…");
    }

    #[test]
    fn a_mark_over_a_letter_takes_no_room() {
        assert_eq!(width("e\u{301}", 12.0).to_bits(), width("e", 12.0).to_bits());
        assert!(width("障", 12.0) > width("m", 12.0));
    }
}

//! How wide a text is, by classes of letters. No font is read when a page is made, so this is an estimate on the safe side.

/// The width in pixels of a text of a size, with a reserve.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(share).sum::<f64>() * size * 1.06
}

/// The width of a letter as a share of the size.
fn share(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '|' | '.' | ',' | ':' | ';' | '\'' | '!' | 'I' | ' ' => 0.27,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.86,
        '0'..='9' => 0.62,
        'A'..='Z' => 0.66,
        ' '..='~' => 0.555,
        _ => other(letter),
    }
}

/// The same beyond ASCII.
fn other(letter: char) -> f64 {
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
        | 0xfe20..=0xfe2f => 0.0,
        // Scripts whose letters are as wide as they are high, and pictures.
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x20000..=0x3fffd
        // An em dash, an ellipsis, arrows.
        | 0x2014
        | 0x2015
        | 0x2026
        | 0x2190..=0x21ff => 1.0,
        0x2600..=0x27bf | 0x1f000..=0x1faff => 1.35,
        _ if letter.is_uppercase() => 0.66,
        // Scripts that are wider than Latin, to be safe.
        0x0900..=0x10ff | 0x12000..=0x1efff => 0.9,
        _ => 0.555,
    }
}

/// The longest beginning of a text, cut at a word, that is no wider than this; with `…` where it is cut.
pub(super) fn fit(text: &str, size: f64, most: f64) -> String {
    if width(text, size) <= most {
        return text.to_owned();
    }
    let most = most - width("…", size);
    let mut used = 0.0;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        used += share(letter) * size * 1.06;
        if used > most {
            break;
        }
        end = at + letter.len_utf8();
    }
    let cut = &text[..end];
    let at_word = cut.rfind(' ').filter(|at| at * 2 > end).map_or(cut, |at| &cut[..at]);
    format!("{}…", at_word.trim_end_matches([' ', ',', ';', ':', '.', '-']))
}

#[cfg(test)]
mod tests {
    use super::{fit, width};

    #[test]
    fn a_label_is_cut_at_a_word() {
        assert_eq!(fit("On call", 12.0, 100.0), "On call");
        assert_eq!(fit("Distribution maintainers", 12.0, 90.0), "Distribution…");
        assert_eq!(fit("深夜のデータベース障害", 12.0, 60.0), "深夜の…");
        assert_eq!(fit("Supercalifragilistic", 12.0, 60.0), "Superc…");
    }

    #[test]
    fn a_mark_over_a_letter_takes_no_room() {
        assert_eq!(width("e\u{301}", 12.0).to_bits(), width("e", 12.0).to_bits());
        assert!(width("障", 12.0) > width("m", 12.0));
    }
}

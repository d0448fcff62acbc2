//! Sets text in lines no wider than a terminal.

use unicode_width::UnicodeWidthStr;

/// The text in lines of at most `width` columns, broken at spaces; a longer word stands alone.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is a line from the start");
        if line.is_empty() {
            line.push_str(word);
        } else if line.width() + 1 + word.width() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_are_no_wider_than_asked() {
        for (text, width, expected) in [
            ("one two three", 7, vec!["one two", "three"]),
            ("one  two\nthree", 99, vec!["one two three"]),
            ("unbreakable a", 4, vec!["unbreakable", "a"]),
            ("支払 止まる", 6, vec!["支払", "止まる"]),
            ("", 4, vec![""]),
        ] {
            assert_eq!(wrap(text, width), expected, "{text:?}");
        }
    }
}

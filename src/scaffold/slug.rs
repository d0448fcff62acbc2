//! File names for records, made from titles in any script.

use chrono::NaiveDate;

/// The most characters of a title in a file name; with a date and a number it stays well below the 80 of an id.
const MOST: usize = 60;

/// What stands for a title of which no letter can be kept.
const NOTHING: &str = "incident";

/// The stem of a new record's file, `2026-11-23-checkout-returns-502`; with `-2`, `-3` behind it where that is taken.
#[must_use]
pub fn stem(date: NaiveDate, title: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let first = format!("{}-{}", date.format("%Y-%m-%d"), slug(title));
    let mut stem = first.clone();
    let mut number = 1_u32;
    while is_taken(&stem) {
        number += 1;
        stem = format!("{first}-{number}");
    }
    stem
}

/// A title as lower-case letters, digits and single hyphens.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some(letters) => slug += letters,
            None if c.is_ascii_alphanumeric() => slug.push(c),
            // An apostrophe, or an accent that stands alone, joins: `didn't` is one word.
            None if matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}') => {}
            None if slug.ends_with('-') || slug.is_empty() => {}
            None => slug.push('-'),
        }
    }
    if slug.len() > MOST {
        let end = if slug.as_bytes()[MOST] == b'-' { MOST } else { slug[..MOST].rfind('-').unwrap_or(MOST) };
        slug.truncate(end);
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { NOTHING.to_owned() } else { slug.to_owned() }
}

/// A Latin letter without its accent; other scripts are left out, since no spelling of them suits everybody.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{slug, stem};
    use chrono::NaiveDate;

    #[test]
    fn titles_become_file_names() {
        for (title, expected) in [
            ("Checkout returns 502", "checkout-returns-502"),
            ("  @realDonaldTrump: gone -- for 11 minutes! ", "realdonaldtrump-gone-for-11-minutes"),
            ("It didn't “work”", "it-didnt-work"),
            ("Größe überschritten: Straße", "grosse-uberschritten-strasse"),
            ("Cafe\u{301} İstanbul", "cafe-istanbul"),
            ("Сбой в оплате", "incident"),
            ("支払い 502", "502"),
            ("---", "incident"),
            ("", "incident"),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        let long = slug(&"abcdefg ".repeat(20));
        assert!(long.len() <= super::MOST && long.ends_with("-abcdefg"), "{long}");
        assert_eq!(slug(&"a".repeat(300)).len(), super::MOST);
    }

    #[test]
    fn what_is_taken_gets_a_number() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let taken = ["2026-11-23-down", "2026-11-23-down-2"];
        assert_eq!(stem(date, "Down", |_| false), taken[0]);
        assert_eq!(stem(date, "Down", |stem| taken.contains(&stem)), "2026-11-23-down-3");
    }
}

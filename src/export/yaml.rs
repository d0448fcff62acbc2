//! YAML that every reader reads alike. The writer of the YAML organisation leaves bare what is text to readers of
//! YAML 1.2 and something else to those of 1.1 (`18:59`, for whom it is 1139; `no`; a date): those are quoted here.

use serde_json::{Map, Value};

/// The text of a value.
///
/// # Panics
/// If a map's key is no text, which JSON rules out.
pub(super) fn text(value: &Value) -> String {
    let quote = quote_for(value);
    let marked = serde_yaml::to_string(&marked(value, quote)).expect("a tree of texts can always be written");
    let (before, after) = (format!("{quote}<"), format!(">{quote}"));
    marked.replace(&before, "'").replace(&after, "'")
}

/// A character of the private use area that stands in no text of the value.
fn quote_for(value: &Value) -> char {
    let text = value.to_string();
    ('\u{e000}'..='\u{f8ff}').find(|c| !text.contains(*c)).expect("no record uses all private characters")
}

/// The value with each text that must be quoted between marks. Marked texts have no quotes and no line breaks, so
/// the writer leaves them bare.
fn marked(value: &Value, quote: char) -> Value {
    match value {
        Value::String(text) => Value::String(mark(text, quote)),
        Value::Array(list) => list.iter().map(|value| marked(value, quote)).collect(),
        Value::Object(map) => {
            let pairs = map.iter().map(|(key, value)| (mark(key, quote), marked(value, quote)));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

fn mark(text: &str, quote: char) -> String {
    if is_taken_otherwise(text) { format!("{quote}<{text}>{quote}") } else { text.to_owned() }
}

/// Whether some reader of YAML 1.1 takes the bare text for a truth value, nothing, a number, a clock or a date.
fn is_taken_otherwise(text: &str) -> bool {
    const WORDS: [&str; 13] =
        ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ".nan", ".inf", "-.inf"];
    let is_number_like = |c: char| c.is_ascii_hexdigit() || "+-.:_xXoOtTzZ ".contains(c);
    WORDS.contains(&text.to_ascii_lowercase().as_str())
        || text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
            && text.contains(|c: char| c.is_ascii_digit())
            && text.chars().all(is_number_like)
            && text.trim() == text
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::source::parse;
    use serde_json::json;

    #[test]
    fn what_readers_disagree_on_is_quoted() {
        for (value, expected) in [
            ("18:59", "a: '18:59'\n"),
            ("2017-11-02", "a: '2017-11-02'\n"),
            ("2017-11-02 18:45..19:00", "a: '2017-11-02 18:45..19:00'\n"),
            ("no", "a: 'no'\n"),
            ("Off", "a: 'Off'\n"),
            ("1_000", "a: '1_000'\n"),
            ("0x1F", "a: '0x1F'\n"),
            ("~", "a: '~'\n"),
            ("about 18:59", "a: about 18:59\n"),
            ("41.7M", "a: 41.7M\n"),
            ("no way", "a: no way\n"),
            ("a: b", "a: 'a: b'\n"),
            ("@handle", "a: '@handle'\n"),
            ("two\nlines\n", "a: |\n  two\n  lines\n"),
            ("\u{e000}<18:59>\u{e000}", "a: \u{e000}<18:59>\u{e000}\n"),
        ] {
            assert_eq!(text(&json!({"a": value})), expected);
        }
    }

    #[test]
    fn our_reader_reads_every_text_back() {
        for value in
            ["", " ", "'", "\"", "- a", "a #b", "é\u{85}\u{2028}\u{feff}x", "\u{e000}", "a\n\n b", " a\nb", "\t", "|"]
        {
            let written = text(&json!({"a": value, "no": [value]}));
            let (document, faults) = parse("a.yaml", &written);
            assert_eq!(faults, [], "{written}");
            let map = document.root.as_map().unwrap();
            assert_eq!(map.find("a").unwrap().as_text().unwrap().as_str(), value, "{written}");
            assert!(map.find("no").is_some(), "{written}");
        }
    }
}

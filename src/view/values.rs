//! How numbers, lengths, addresses and Markdown read on every page; times are the matter of `words`.

use super::shown::{Markdown, Part, Report};
use super::words;
use crate::config::Config;
pub(super) use crate::model::markdown::{is_plain, unmarked};
use crate::model::{Claim, Duration, Incident, Number};

/// Markdown of a record, with the link definitions that its texts share.
pub(super) fn markdown(incident: &Incident, text: &str) -> Markdown {
    words::with_links(text, &incident.links)
}

/// A component as readers see it.
pub(super) fn component(config: &Config, id: &str) -> String {
    let component = config.components.iter().find(|component| component.id == id);
    component.and_then(|component| component.name.clone()).unwrap_or_else(|| id.to_owned())
}

/// An account or a component that was affected, as readers see it.
pub(super) fn affected(incident: &Incident, config: &Config, id: &str) -> String {
    let account = incident.accounts.iter().find(|account| account.id == id);
    account.map_or_else(|| component(config, id), |account| account.handle.clone().unwrap_or_else(|| id.to_owned()))
}

/// Some accounts and components that were affected; none is all of them.
pub(super) fn all_affected(incident: &Incident, config: &Config, ids: &[String]) -> String {
    let names: Vec<String> = ids.iter().map(|id| affected(incident, config, id)).collect();
    if names.is_empty() { "Everything".to_owned() } else { names.join(", ") }
}

/// A number as pages print it.
pub(super) fn number(number: &Number) -> String {
    number.to_page()
}

/// A number, `disputed`, or `unknown`.
pub(super) fn count(claim: &Claim<Number>) -> String {
    claim.value.as_ref().map_or_else(|| "disputed".to_owned(), number)
}

/// A length of time as it was written, with the units of pages: `1 h 11 min`, `over 40 min`.
pub(super) fn duration(duration: &Duration) -> String {
    let mut shown = String::new();
    for letter in duration.to_string().chars() {
        let follows_digit = shown.ends_with(|last: char| last.is_ascii_digit());
        match letter {
            'm' if follows_digit => shown.push_str(" min"),
            'd' | 'h' | 's' if follows_digit => shown.extend([' ', letter]),
            _ => shown.push(letter),
        }
    }
    shown.replace("..", " – ")
}

/// What sources say of a value, those that say the same together.
pub(super) fn reports<T>(incident: &Incident, reports: &[(String, T)], print: impl Fn(&T) -> String) -> Vec<Report> {
    words::grouped(incident, reports.iter().map(|(key, value)| (key, vec![words::plain(print(value))])))
}

/// `in-progress` as readers see it: `In progress`.
pub(super) fn sentence_case(word: &str) -> String {
    words::capitalised(&word.replace(['-', '_'], " "))
}

/// A heading as a place on the page: `what-is-known`.
pub(super) fn slug(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "part".to_owned() } else { words.join("-") }
}

/// The text if it is an address that a page may link to. One with a user in it seems to lead elsewhere than it does.
pub(super) fn address(text: &str) -> Option<&str> {
    let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\');
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    (is_plain && !authority.is_empty() && !authority.contains('@')).then_some(text)
}

/// The host of an address, without `www.`; the text itself where it is none.
pub(super) fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// An address in short: its host and the last of its path: `github.com/…/4711`.
pub(super) fn place(address: &str) -> String {
    let host = host(address);
    let path = address.split_once("://").map_or("", |(_, rest)| rest).split(['?', '#']).next().unwrap_or("");
    let mut steps = path.split('/').skip(1).filter(|step| !step.is_empty());
    match (steps.next(), steps.last()) {
        (None, _) => host.to_owned(),
        (Some(only), None) => format!("{host}/{only}"),
        (Some(_), Some(last)) => format!("{host}/…/{last}"),
    }
}

/// A value in words, as a line of its own.
pub(super) fn line(text: impl Into<String>) -> Vec<Part> {
    vec![words::plain(text)]
}

#[cfg(test)]
mod tests {
    use super::{address, duration, host, place, slug};

    #[test]
    fn lengths_are_read_with_their_units() {
        let cases = [
            ("11m", "11 min"),
            ("24h11m", "24 h 11 min"),
            ("over 40m", "over 40 min"),
            ("10m..12m", "10 min – 12 min"),
        ];
        for (written, shown) in cases {
            assert_eq!(duration(&crate::model::duration::parse(written).unwrap()), shown);
        }
    }

    #[test]
    fn an_address_is_a_web_page_and_names_no_user() {
        for good in ["https://www.example.com/@team?a@b", "http://example.com"] {
            assert_eq!(address(good), Some(good));
        }
        for bad in
            ["OPS-1", "https://", "https:///a", "https://a b", "https://good.example@bad.example/", "javascript:x"]
        {
            assert_eq!(address(bad), None, "{bad}");
        }
        assert_eq!(address("https://bad.example\\@good.example"), None);
    }

    #[test]
    fn headings_and_hosts_are_short() {
        assert_eq!(slug("What is *not* known?"), "what-is-not-known");
        assert_eq!(host("https://www.example.com/a?b"), "example.com");
        for (address, short) in [
            ("https://www.example.com/", "example.com"),
            ("https://example.com/OPS-1#top", "example.com/OPS-1"),
            ("https://example.com/team/tool/issues/4711?x=/y", "example.com/…/4711"),
        ] {
            assert_eq!(place(address), short);
        }
    }
}

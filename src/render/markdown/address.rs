//! Which addresses a text may name. Anything that is not plainly harmless is refused; its words stay.

use std::fmt::Write;

/// An address that may stand in a page, escaped for one.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A place in the same site, without a scheme or a host.
    Here(String),
    /// A place in the same text: what follows `#`, as it was written.
    Fragment(String),
    /// Another site, or a mailbox.
    Elsewhere(String),
}

/// The address, if it is a web page, a mailbox or relative.
///
/// Browsers leave out tabs and newlines, take `\` for `/` and trim what is not printed, so none of these may stand
/// in an address. A scheme counts as one even where it shows only after percent-decoding.
pub(super) fn address(written: &str) -> Option<Address> {
    let written = written.trim_matches(' ');
    if written.chars().any(|c| c.is_control() || c == '\\' || (c.is_whitespace() && c != ' ')) {
        return None;
    }
    if let Some(fragment) = written.strip_prefix('#') {
        return Some(Address::Fragment(fragment.to_owned()));
    }
    match scheme(written) {
        Some((name, rest)) => match name.to_ascii_lowercase().as_str() {
            "http" | "https" => has_host(rest).then(|| Address::Elsewhere(encode(written))),
            "mailto" => Some(Address::Elsewhere(encode(written))),
            _ => None,
        },
        None if scheme(&decode(written)).is_some() || decode(written).starts_with("//") => None,
        None => Some(Address::Here(encode(written))),
    }
}

/// The part before the first `:` of what comes before any `/`, `?` or `#`, and the part after it.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let end = address.find(['/', '?', '#']).unwrap_or(address.len());
    let colon = address[..end].find(':')?;
    Some((&address[..colon], &address[colon + 1..]))
}

/// Whether `//host`, `//host:port` and no user follow the scheme.
fn has_host(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else { return false };
    let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_label = |label: &str| {
        label.starts_with(char::is_alphanumeric)
            && label.ends_with(char::is_alphanumeric)
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    host.strip_suffix('.').unwrap_or(host).split('.').all(is_label) && port.parse::<u16>().is_ok()
}

/// Without percent signs, once, and without what a browser would not count.
fn decode(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        match after {
            [high, low, after @ ..] if *byte == b'%' && high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(hex(*high) * 16 + hex(*low));
                rest = after;
            }
            _ => bytes.push(*byte),
        }
    }
    let text = String::from_utf8_lossy(&bytes).replace('\\', "/");
    text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => digit.to_ascii_lowercase() - b'a' + 10,
    }
}

/// The address with what a URL may not hold percent-encoded, escaped for an attribute.
pub(super) fn encode(address: &str) -> String {
    let mut url = String::with_capacity(address.len());
    let mut in_fragment = false;
    for (at, c) in address.char_indices() {
        match c {
            '&' => url.push_str("&amp;"),
            '#' if !in_fragment => {
                in_fragment = true;
                url.push('#');
            }
            '%' if address.as_bytes()[at + 1..].iter().take_while(|b| b.is_ascii_hexdigit()).take(2).count() == 2 => {
                url.push('%');
            }
            c if c.is_ascii_alphanumeric() || "-_.+!*(),@?=;:/$~'".contains(c) => url.push(c),
            c => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(url, "%{byte:02X}");
                }
            }
        }
    }
    url
}

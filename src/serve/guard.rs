//! Turns away requests that no page of ours would make, so that a web site open in the same browser can neither read a
//! record nor listen: it asks by another host's name, or says where it comes from.

use axum::http::{HeaderMap, Method, StatusCode, header};

/// The names that the server answers to.
#[derive(Clone, Debug)]
pub(super) struct Guard {
    hosts: Vec<String>,
}

impl Guard {
    /// The names of the machine itself, and the one that was given.
    pub(super) fn new(given: &str) -> Self {
        let given = given.trim_matches(['[', ']']).to_ascii_lowercase();
        let given = if given.contains(':') { format!("[{given}]") } else { given };
        let mut hosts: Vec<String> = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned).into();
        hosts.push(given);
        Self { hosts }
    }

    /// Why a request is not answered, if it is not.
    pub(super) fn refusal(&self, method: &Method, headers: &HeaderMap) -> Option<(StatusCode, &'static str)> {
        if !Self::host(headers).is_some_and(|host| self.is_ours(host)) {
            return Some((StatusCode::FORBIDDEN, "this server answers to its own name only"));
        }
        if !matches!(*method, Method::GET | Method::HEAD) {
            return Some((StatusCode::METHOD_NOT_ALLOWED, "pages can be read, nothing else"));
        }
        let length = headers.get(header::CONTENT_LENGTH).map_or("0", |length| length.to_str().unwrap_or(""));
        if length != "0" || headers.contains_key(header::TRANSFER_ENCODING) {
            return Some((StatusCode::PAYLOAD_TOO_LARGE, "a request for a page has no body"));
        }
        None
    }

    /// Whether a page of ours asks to listen: browsers always say where such a request comes from.
    pub(super) fn may_listen(headers: &HeaderMap) -> bool {
        let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
        let (Some(origin), Some(host)) = (origin, Self::host(headers)) else { return false };
        origin.strip_prefix("http://").is_some_and(|from| from.eq_ignore_ascii_case(host))
    }

    fn host(headers: &HeaderMap) -> Option<&str> {
        let mut hosts = headers.get_all(header::HOST).iter();
        let host = hosts.next()?.to_str().ok()?;
        hosts.next().is_none().then_some(host)
    }

    fn is_ours(&self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
            _ => host,
        };
        self.hosts.iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.parse::<header::HeaderName>().unwrap(), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn only_our_own_names_are_answered() {
        let guard = Guard::new("192.168.0.7");
        let check = |host: &'static str, expected: bool| {
            let refused = guard.refusal(&Method::GET, &headers(&[("host", host)]));
            assert_eq!(refused.is_none(), expected, "{host}");
        };
        for host in ["localhost", "LOCALHOST:4114", "127.0.0.1:4114", "[::1]:4114", "[::1]", "192.168.0.7:80"] {
            check(host, true);
        }
        for host in ["example.com", "localhost.example.com", "127.0.0.1.nip.io:4114", "", ":4114", "evil:4114:4114"] {
            check(host, false);
        }
        assert!(guard.refusal(&Method::GET, &headers(&[])).is_some(), "no host");
        let two = headers(&[("host", "localhost"), ("host", "example.com")]);
        assert!(guard.refusal(&Method::GET, &two).is_some(), "two hosts");
    }

    #[test]
    fn pages_are_read_and_nothing_else() {
        let guard = Guard::new("127.0.0.1");
        let status = |method: Method, more: (&'static str, &'static str)| {
            let refused = guard.refusal(&method, &headers(&[("host", "localhost"), more]));
            refused.map_or(200, |(status, _)| status.as_u16())
        };
        let none = ("accept", "*/*");
        assert_eq!(status(Method::GET, none), 200);
        assert_eq!(status(Method::HEAD, none), 200);
        assert_eq!(status(Method::POST, none), 405);
        assert_eq!(status(Method::OPTIONS, none), 405);
        assert_eq!(status(Method::GET, ("content-length", "0")), 200);
        assert_eq!(status(Method::GET, ("content-length", "9")), 413);
        assert_eq!(status(Method::GET, ("transfer-encoding", "chunked")), 413);
    }

    #[test]
    fn only_pages_of_ours_may_listen() {
        let check = |origin: &'static str, expected: bool| {
            let headers = headers(&[("host", "localhost:4114"), ("origin", origin)]);
            assert_eq!(Guard::may_listen(&headers), expected, "{origin}");
        };
        check("http://localhost:4114", true);
        check("http://localhost:4115", false);
        check("http://127.0.0.1:4114", false);
        check("https://example.com", false);
        check("null", false);
        assert!(!Guard::may_listen(&headers(&[("host", "localhost:4114")])), "no origin");
    }
}

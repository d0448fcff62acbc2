//! The answer to a request for a page: the bytes that `build` would write, and in HTML a script that listens. A path is
//! a key of the table of pages and never one of a file.

use super::Preview;
use super::state::state;
use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use std::path::Path;

/// The script that listens, and the look of what it shows.
pub(super) const SCRIPT: &str = include_str!("client/reload.js");
pub(super) const STYLE: &str = include_str!("client/reload.css");

/// The folder of the server's own files, in which no page of a site can be.
pub(super) const OWN: &str = "/@minutebook/";

/// The page that is shown where there is none.
const GONE: &str = include_str!("client/gone.html");

/// Whether pages are made to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reload {
    /// They reload when they changed.
    Yes,
    /// They are as `build` writes them.
    No,
}

/// The answer for the path of a request.
pub(super) fn page(preview: &Preview, path: &str, reload: Reload) -> Response<Body> {
    match path.strip_prefix(OWN) {
        Some("reload.js") => return file("reload.js", SCRIPT.as_bytes().to_vec()),
        Some("reload.css") => return file("reload.css", STYLE.as_bytes().to_vec()),
        _ => {}
    }
    let project = preview.project();
    let key = key(path);
    let Some(page) = project.find(&key) else {
        if project.find(&format!("{key}/index.html")).is_some() {
            return moved(&format!("{path}/"));
        }
        let mut body = GONE.replace("{path}", &escaped(path)).into_bytes();
        listen(&mut body, &state(&project, &key).to_string(), reload);
        return answer(StatusCode::NOT_FOUND, "text/html; charset=utf-8", body);
    };
    let mut body = Vec::new();
    if let Err(fault) = project.make(&page, &mut body) {
        let mut body = GONE.replace("{path}", &escaped(&fault.to_string())).into_bytes();
        listen(&mut body, &state(&project, &key).to_string(), reload);
        return answer(StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", body);
    }
    if is_html(&key) {
        listen(&mut body, &state(&project, &key).to_string(), reload);
    }
    file(&key, body)
}

/// The key of the page at a path: a folder is its index.
pub(super) fn key(path: &str) -> String {
    let path = path.strip_prefix('/').unwrap_or(path);
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// An answer in plain words.
pub(super) fn words(status: StatusCode, words: &str) -> Response<Body> {
    answer(status, "text/plain; charset=utf-8", format!("{words}\n").into_bytes())
}

/// Puts the script that listens into a page, with how things stood when the page was made.
fn listen(body: &mut Vec<u8>, state: &str, reload: Reload) {
    if reload == Reload::No {
        return;
    }
    let tags = format!(
        "<link rel=\"stylesheet\" href=\"{OWN}reload.css\">\n\
         <script src=\"{OWN}reload.js\" data-state=\"{}\" defer></script>\n",
        escaped(state)
    );
    let head = b"</head>";
    let at = body.windows(head.len()).position(|bytes| bytes == head).unwrap_or(body.len());
    body.splice(at..at, tags.into_bytes());
}

fn file(path: &str, body: Vec<u8>) -> Response<Body> {
    answer(StatusCode::OK, kind(path), body)
}

fn moved(to: &str) -> Response<Body> {
    let mut moved = words(StatusCode::PERMANENT_REDIRECT, to);
    if let Ok(to) = HeaderValue::from_str(to) {
        moved.headers_mut().insert(header::LOCATION, to);
    }
    moved
}

fn answer(status: StatusCode, kind: &'static str, body: Vec<u8>) -> Response<Body> {
    let mut answer = Response::new(Body::from(body));
    *answer.status_mut() = status;
    for (name, value) in [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

fn kind(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        "ics" => "text/calendar; charset=utf-8",
        "txt" | "yaml" | "md" | "csv" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn is_html(path: &str) -> bool {
    kind(path).starts_with("text/html")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

//! `serve` as a browser meets it: the real process, over HTTP and WebSocket. Nothing here sleeps: a test waits for a
//! line of the terminal or for a message.

use crate::driver::{Project, RESOLVED, project};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use tungstenite::client::IntoClientRequest;
use tungstenite::{Message, WebSocket};

/// A running server, ended when it is dropped.
struct Server {
    process: Child,
    lines: Receiver<String>,
    /// What it printed so far.
    printed: String,
    port: u16,
}

/// A line that never comes is to fail the test, not to hang it.
const PATIENCE: Duration = Duration::from_mins(1);

/// An answer to a request.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

fn serve(project: &Project, args: &[&str]) -> Server {
    let mut server = running(project, &[&["serve"], args].concat());
    let serving = server.until("Serving");
    let address = serving.split_once("http://").unwrap().1;
    let port = address.split_once('/').unwrap().0.rsplit_once(':').unwrap().1;
    server.port = port.parse().unwrap();
    server.until("Ready");
    server
}

/// A call that goes on until it is ended.
fn running(project: &Project, args: &[&str]) -> Server {
    let mut process = project.command(args).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let stderr = BufReader::new(process.stderr.take().unwrap());
    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || stderr.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    Server { process, lines, printed: String::new(), port: 0 }
}

impl Server {
    /// The next line of the terminal that holds some words; any, if there are none.
    #[track_caller]
    fn until(&mut self, words: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let Ok(line) = self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) else {
                panic!("no line with `{words}`; it printed:\n{}", self.printed);
            };
            self.printed += &line;
            self.printed.push('\n');
            if line.contains(words) {
                return line;
            }
        }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    fn ask(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    fn listen(&self, path: &str) -> Result<WebSocket<TcpStream>, tungstenite::http::StatusCode> {
        self.listen_from(path, &format!("http://localhost:{}", self.port))
    }

    fn listen_from(&self, path: &str, origin: &str) -> Result<WebSocket<TcpStream>, tungstenite::http::StatusCode> {
        let address = format!("ws://localhost:{}/@minutebook/listen{path}", self.port);
        let mut request = address.into_client_request().unwrap();
        request.headers_mut().insert("origin", origin.parse().unwrap());
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // A message that never comes is to fail the test, not to hang it.
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        match tungstenite::client(request, stream) {
            Ok((socket, _)) => Ok(socket),
            Err(tungstenite::HandshakeError::Failure(tungstenite::Error::Http(answer))) => Err(answer.status()),
            Err(error) => panic!("{error}"),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// The next thing that an open page is told.
fn told(socket: &mut WebSocket<TcpStream>) -> Value {
    loop {
        if let Message::Text(text) = socket.read().unwrap() {
            return serde_json::from_str(&text).unwrap();
        }
    }
}

fn with_title(title: &str) -> String {
    RESOLVED.replace("Checkout returns 502", title)
}

const PAGE: &str = "/incidents/checkout/";

#[test]
fn a_save_is_on_the_page_and_open_pages_are_told() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED), ("incidents/other.yaml", &with_title("Other"))]);
    let mut server = serve(&project, &["--port", "0"]);
    let (mut page, mut other) = (server.listen(PAGE).unwrap(), server.listen("/incidents/other/record.json").unwrap());
    let (first, second) = (told(&mut page), told(&mut other));
    project.write("incidents/checkout.yaml", &with_title("Checkout is slow"));
    server.until("changed  incidents/checkout.yaml");
    assert!(server.until("rebuilt").contains("told 2 browsers"));
    assert!(server.get(PAGE).body.contains("Checkout is slow"));
    assert!(server.get("/").body.contains("Checkout is slow"), "lists show it too");
    assert_ne!(told(&mut page)["page"], first["page"]);
    assert_eq!(told(&mut other)["page"], second["page"], "a page that did not change keeps its fingerprint");
}

#[test]
fn a_broken_record_leaves_the_last_good_page_and_says_what_is_wrong_once() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let mut server = serve(&project, &["--port", "0"]);
    let good = server.get(PAGE).body;
    let mut page = server.listen(PAGE).unwrap();
    let first = told(&mut page);
    assert_eq!(first["findings"], Value::Null);

    project.write("incidents/checkout.yaml", &RESOLVED.replace("resolved\n", "resovled\n"));
    server.until("error[unknown-value]");
    server.until("kept     the last good build, 1 error");
    assert_eq!(server.get(PAGE).body, good);
    let broken = told(&mut page);
    assert_eq!(broken["page"], first["page"], "nothing is to be reloaded");
    let finding = &broken["findings"]["shown"][0];
    assert_eq!(finding["rule"], "unknown-value");
    assert_eq!(finding["place"], "incidents/checkout.yaml:2:9");
    assert!(finding["lines"].as_str().unwrap().contains("2 | status: resovled"), "{finding}");
    assert_eq!(finding["help"], "did you mean `resolved`?");

    project.write("incidents/checkout.yaml", RESOLVED);
    assert!(server.until("rebuilt").contains("all clear"));
    assert_eq!(told(&mut page)["findings"], Value::Null);
}

#[test]
fn a_broken_config_and_a_broken_template_leave_the_last_good_page() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let mut server = serve(&project, &["--port", "0", "--no-reload"]);
    let good = server.get(PAGE).body;
    project.write("minutebook.yaml", "title: [\n");
    server.until("kept");
    assert_eq!(server.get(PAGE).body, good);
    project.write("minutebook.yaml", "title: Ours\n");
    server.until("all clear");
    assert!(server.get(PAGE).body.contains("Ours"));

    let good = server.get(PAGE).body;
    for broken in
        ["{% block", "{% extends \"builtin/incident.html\" %}{% block main %}{{ nothing.here }}{% endblock %}"]
    {
        project.write("templates/incident.html", broken);
        server.until("--> templates/incident.html:1:1");
        server.until("kept");
        assert_eq!(server.get(PAGE).body, good);
        project.write("templates/incident.html", "{% extends \"builtin/incident.html\" %}");
        server.until("all clear");
    }
}

#[test]
fn records_come_go_and_are_renamed() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let mut server = serve(&project, &["--port", "0"]);
    let mut page = server.listen(PAGE).unwrap();
    assert!(told(&mut page)["page"].is_string());
    std::fs::rename(project.path("incidents/checkout.yaml"), project.path("incidents/till.yaml")).unwrap();
    server.until("rebuilt");
    while !told(&mut page)["page"].is_null() {}
    assert_eq!(server.get("/incidents/till/").status, 200);
    let gone = server.get(PAGE);
    assert_eq!(gone.status, 404);
    assert!(gone.body.contains("href=\"/index.html\"") && gone.body.contains(PAGE));
}

#[test]
fn a_save_is_on_the_page_however_it_is_made() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let mut server = serve(&project, &["--port", "0"]);
    let path = |name: &str| project.path(&format!("incidents/{name}"));
    let plain = |text: &str| project.write("incidents/checkout.yaml", text);
    let as_vim = |text: &str| {
        project.write("incidents/.checkout.yaml.swp", "swap");
        project.write("incidents/4913", "");
        std::fs::remove_file(path("4913")).unwrap();
        std::fs::rename(path("checkout.yaml"), path("checkout.yaml~")).unwrap();
        plain(text);
        std::fs::remove_file(path("checkout.yaml~")).unwrap();
    };
    let as_vs_code = |text: &str| {
        let mut file = std::fs::OpenOptions::new().write(true).truncate(true).open(path("checkout.yaml")).unwrap();
        text.as_bytes().chunks(100).for_each(|part| file.write_all(part).unwrap());
    };
    let renamed_over = |text: &str| {
        project.write("incidents/.checkout.tmp", text);
        std::fs::rename(path(".checkout.tmp"), path("checkout.yaml")).unwrap();
    };
    let ways: [&dyn Fn(&str); 5] = [&plain, &as_vim, &as_vs_code, &renamed_over, &plain];
    for (number, save) in ways.into_iter().enumerate() {
        let title = format!("Checkout, save {number}");
        save(&with_title(&title));
        // A writer that is held up halfway is told of halfway, too.
        while !server.get(PAGE).body.contains(&title) {
            server.until("rebuilt");
        }
    }
    // A pull of many files is told as one change or a few, and every page is right.
    for number in 0..500 {
        project.write(&format!("incidents/{}/deep/pulled-{number}.yaml", number % 200), RESOLVED);
    }
    while server.get("/incidents/pulled-499/").status != 200 || !server.get("/2026/").body.contains("501 incidents") {
        server.until("rebuilt");
    }
}

#[test]
fn the_script_that_reloads_is_in_pages_of_serve_alone() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let server = serve(&project, &["--port", "0"]);
    assert!(server.get(PAGE).body.contains("/@minutebook/reload.js"));
    assert_eq!(server.get("/@minutebook/reload.js").status, 200);
    let plain = serve(&project, &["--port", "0", "--no-reload"]);
    assert_eq!(project.run(&["build"]).code, Some(0));
    for (path, file) in [(PAGE, "site/incidents/checkout/index.html"), ("/", "site/index.html")] {
        let built = project.read(file);
        assert!(!built.contains("@minutebook"), "{file}");
        assert_eq!(plain.get(path).body, built, "{path} is what `build` writes");
    }
}

#[test]
fn requests_that_no_page_of_ours_would_make_are_refused() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let server = serve(&project, &["--port", "0"]);
    let check = |request: &str, expected: u16| {
        let answer = server.ask(&format!("{request}\r\nConnection: close\r\n\r\n"));
        assert_eq!(answer.status, expected, "{request}");
        assert!(!answer.head.contains("access-control"), "{}", answer.head);
    };
    check("GET / HTTP/1.1\r\nHost: localhost", 200);
    check("HEAD / HTTP/1.1\r\nHost: localhost", 200);
    check("GET / HTTP/1.1\r\nHost: example.com", 403);
    check("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0", 405);
    check("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9", 413);
    check("GET /../../minutebook.yaml HTTP/1.1\r\nHost: localhost", 404);
    check("GET /incidents/checkout.yaml HTTP/1.1\r\nHost: localhost", 404);
    check(&format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}", "x".repeat(40_000)), 431);
    let head = server.get("/").head;
    for header in ["x-content-type-options: nosniff", "cross-origin-resource-policy: same-origin"] {
        assert!(head.contains(header), "{head}");
    }
    assert_eq!(server.listen_from(PAGE, "http://example.com").unwrap_err(), 403);
    assert!(server.listen(PAGE).is_ok());
}

#[test]
fn two_hundred_clients_that_say_nothing_do_not_stop_the_next() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let server = serve(&project, &["--port", "0"]);
    let slow: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nHost:").unwrap();
            stream
        })
        .collect();
    assert_eq!(server.get("/").status, 200);
    drop(slow);
}

#[test]
fn a_port_that_is_taken_is_passed_over_and_said() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let first = serve(&project, &["--port", "0"]);
    let mut second = project.command(&["serve", "--port", &first.port.to_string()]);
    let mut second = second.stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(second.stderr.take().unwrap()).lines().map(Result::unwrap);
    let note = lines.find(|line| line.contains("Note")).unwrap();
    assert!(note.contains(&format!("port {} is taken, so this is ", first.port)), "{note}");
    second.kill().unwrap();
    second.wait().unwrap();
}

#[test]
fn every_file_is_found_by_looking_too() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let mut server = serve(&project, &["--port", "0", "--watcher", "poll"]);
    project.write("incidents/checkout.yaml", &with_title("Checkout is slow"));
    server.until("rebuilt");
    assert!(server.get(PAGE).body.contains("Checkout is slow"));
}

#[test]
fn a_host_that_others_can_reach_is_warned_of() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let mut open = running(&project, &["serve", "--port", "0", "--host", "0.0.0.0"]);
    open.until("Warning everybody who can reach this machine can read these records");
    let mut closed = running(&project, &["serve", "--port", "0", "--host", "127.0.0.1"]);
    loop {
        let line = closed.until("");
        assert!(!line.contains("Warning"), "{line}");
        if line.contains("Ready") {
            break;
        }
    }
}

#[test]
fn build_with_watch_keeps_the_site_on_disk_up_to_date() {
    let project = project(&[("incidents/checkout.yaml", RESOLVED)]);
    let mut build = running(&project, &["build", "--watch"]);
    build.until("Finished");
    project.write("incidents/checkout.yaml", &with_title("Checkout is slow"));
    build.until("Finished");
    assert!(project.read("site/incidents/checkout/index.html").contains("Checkout is slow"));

    project.write("incidents/checkout.yaml", "title: [\n");
    build.until("error[yaml-syntax]");
    build.until("nothing was written: 1 error");
    assert!(
        project.read("site/incidents/checkout/index.html").contains("Checkout is slow"),
        "the last good site stays"
    );

    project.write("incidents/checkout.yaml", RESOLVED);
    std::fs::rename(project.path("incidents/checkout.yaml"), project.path("incidents/till.yaml")).unwrap();
    let is_moved = || {
        let [old, new] = ["checkout", "till"].map(|id| project.path(&format!("site/incidents/{id}/index.html")));
        new.exists() && !old.exists()
    };
    while !is_moved() {
        build.until("Finished");
    }
}

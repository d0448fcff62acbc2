//! How long it takes from a save to the new bytes of a page in `serve`, at 100, 1 000 and 10 000 records:
//! `cargo bench --bench latency`. Writes the table of `benches/README.md`.
//!
//! A save is written to disk as an editor does; an open page is told of it over its WebSocket; the page is asked for
//! and its last byte is there. Each answer must be the new page, and each that somebody else gets meanwhile a page. With
//! a folder and a number, so many records are made there and nothing is measured.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that fails is to stop, and its result is printed"
)]

mod records;

use records::{Made, record};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tungstenite::client::IntoClientRequest;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// Saves that are measured at each size.
const SAVES: usize = 60;

/// Where the table goes, and what it stands between.
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/README.md");
const MARKS: [&str; 2] = ["<!-- latency -->\n", "<!-- /latency -->\n"];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [folder, count] = args.as_slice() {
        (0..count.parse().unwrap()).for_each(|number| write(Path::new(folder), &record(number, 0)));
        return;
    }
    let mut table = format!(
        "{}\n\n| Records | Start to first page | Save to page: least | median | p95 | worst | List after a save: median | Memory |\n\
         | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
        machine()
    );
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..size {
            write(folder.path(), &record(number, 0));
        }
        let row = measure(folder.path(), size);
        println!("{row}");
        table.push_str(&row);
    }
    let readme = std::fs::read_to_string(README).unwrap();
    let (before, rest) = readme.split_once(MARKS[0]).unwrap();
    let (_, after) = rest.split_once(MARKS[1]).unwrap();
    let [open, close] = MARKS;
    save(Path::new(README), &format!("{before}{open}{table}{close}{after}"));
}

fn measure(folder: &Path, size: usize) -> String {
    let began = Instant::now();
    let (process, port) = start(folder);
    assert!(get(port, &record(0, 0).page).contains("version 0"));
    let first = began.elapsed();

    // Somebody reads all the while: not one answer is anything but a page.
    let is_over = Arc::new(AtomicBool::new(false));
    let reader = {
        let is_over = Arc::clone(&is_over);
        std::thread::spawn(move || {
            for number in (0..size).cycle().step_by(37).take_while(|_| !is_over.load(Ordering::Relaxed)) {
                get(port, &record(number, 0).page);
                std::thread::sleep(Duration::from_millis(20));
            }
        })
    };
    let mut times = Vec::new();
    let mut lists = Vec::new();
    for save in 1..=SAVES {
        let made = record(save * 7919 % size, save);
        let mut socket = listen(port, &made.page);
        socket.read().unwrap();
        let began = Instant::now();
        write(folder, &made);
        socket.read().unwrap();
        let page = get(port, &made.page);
        times.push(began.elapsed());
        assert!(page.contains(&format!("version {save}<")), "the page is the new one");
        let began = Instant::now();
        let list = if size > 300 { &made.list } else { "/" };
        assert!(get(port, list).contains(&format!("version {save}<")), "the list is right too");
        lists.push(began.elapsed());
        // People do not save again at once; what follows a save is over.
        std::thread::sleep(Duration::from_millis(300));
    }
    is_over.store(true, Ordering::Relaxed);
    reader.join().unwrap();
    times.sort_unstable();
    lists.sort_unstable();
    let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
    let row = format!(
        "| {size} | {} | {} | **{}** | {} | {} | {} | {} MB |\n",
        ms(first),
        ms(times[0]),
        ms(times[SAVES / 2]),
        ms(times[SAVES * 95 / 100]),
        ms(times[SAVES - 1]),
        ms(lists[SAVES / 2]),
        memory(process.0.id()),
    );
    row
}

/// A process that does not outlive the measurement.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// What it was measured on.
fn machine() -> String {
    let of = |path: &str, key: &str| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix(key)?.trim().strip_prefix(':').map(str::to_owned));
        line.map_or_else(|| "an unknown processor".to_owned(), |line| line.trim().to_owned())
    };
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let cores = std::thread::available_parallelism().unwrap();
    format!("{cores} cores of {}, Linux {}, {SAVES} saves each:", of("/proc/cpuinfo", "model name"), kernel.trim())
}

fn start(folder: &Path) -> (Ended, u16) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_minutebook"));
    command.args(["serve", "--port", "0"]).current_dir(folder).stderr(Stdio::piped());
    let mut process = command.spawn().unwrap();
    let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map(Result::unwrap);
    let line = lines.find(|line| line.contains("http://")).unwrap();
    let port = line.split_once("127.0.0.1:").unwrap().1.split_once('/').unwrap().0.parse().unwrap();
    // The server is not to wait until somebody reads what it says.
    std::thread::spawn(move || {
        let faults: Vec<String> = lines.filter(|line| line.starts_with("error")).collect();
        assert!(faults.is_empty(), "{faults:?}");
    });
    (Ended(process), port)
}

fn listen(port: u16, page: &str) -> tungstenite::WebSocket<TcpStream> {
    let address = format!("ws://127.0.0.1:{port}/@minutebook/listen{page}");
    let mut request = address.into_client_request().unwrap();
    request.headers_mut().insert("origin", format!("http://127.0.0.1:{port}").parse().unwrap());
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    tungstenite::client(request, stream).unwrap().0
}

fn get(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {}", answer.lines().next().unwrap_or_default());
    answer
}

/// What the process holds in memory, in megabytes.
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn write(folder: &Path, made: &Made) {
    let path = folder.join(&made.path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    save(&path, &made.text);
}

#[expect(clippy::disallowed_methods, reason = "the measurement is the user who saves records, and keeps the result")]
fn save(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

//! `minutebook serve`: shows the site in a browser while records are edited, and says of each save what came of it.

use super::args::{Serve, WatcherArg};
use super::fault::refuse;
use super::findings::{Findings, counted, lasted};
use super::project::Project;
use super::{Outcome, Terminal};
use crate::diag::{Diagnostic, Level, nearest};
use crate::pipeline::{self, Followed};
use crate::serve::{self, Options, Preview};
use crate::watch::{Seen, Watch, Watcher};
use anyhow::Context;
use chrono::Local;
use std::collections::BTreeSet;
use std::io;
use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Instant, SystemTime};

/// Findings that are shown in full after one save.
const FRAMES: usize = 10;

pub(super) fn run(args: &Serve, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let began = Instant::now();
    let folder = Project::find()?;
    let by = match args.watcher {
        WatcherArg::Native => Watcher::Native,
        WatcherArg::Poll => Watcher::Poll,
    };
    let watch = Watch::new(&folder.root, by, now())?;
    let project = pipeline::Project::new(folder.load(&[])?, args.audience.clone());
    if let Some(name) = args.audience.as_deref().filter(|name| !project.audiences().contains(&(*name).to_owned())) {
        let known = project.audiences();
        let near = nearest(name, known.iter().map(String::as_str)).map(|near| format!("did you mean `{near}`?"));
        let help = near.unwrap_or_else(|| format!("the config names {}", known.join(", ")));
        return Err(refuse(format!("no audience is called `{name}`"), help));
    }
    let (listener, address) = serve::bind(&args.host, args.port)
        .with_context(|| format!("cannot listen on `{}`, port {} or the nine after it", args.host, args.port))?;
    let pages = project.page_count();
    let preview = Arc::new(Preview::new(project));
    let url = greet(args, address, terminal);
    let mut teller = Teller { folder, terminal: terminal.clone(), told: BTreeSet::new(), is_good: true };
    teller.start(&preview);
    terminal.done("Ready", &format!("{} in {}", counted(pages, "page"), lasted(began.elapsed())));
    if args.open {
        open(&url, terminal);
    }
    let shown = Arc::clone(&preview);
    thread::spawn(move || follow(watch, &shown, &mut teller));
    serve::serve(listener, preview, &Options { host: args.host.clone(), reload: !args.no_reload })?;
    Ok(Outcome::Done)
}

/// Says where the site is, and who can see it.
fn greet(args: &Serve, address: SocketAddr, terminal: &Terminal) -> String {
    let host = if args.host.contains(':') && !args.host.starts_with('[') {
        format!("[{}]", args.host)
    } else {
        args.host.clone()
    };
    let url = format!("http://{host}:{}/", address.port());
    terminal.done("Serving", &format!("{url}  (press Ctrl-C to stop)"));
    if args.port != 0 && address.port() != args.port {
        terminal.done("Note", &format!("port {} is taken, so this is {}", args.port, address.port()));
    }
    if !address.ip().is_loopback() {
        terminal.done("Warning", "everybody who can reach this machine can read these records");
    }
    terminal.done("Watching", "incidents/, templates/, minutebook.yaml");
    url
}

/// Follows the files for as long as the program runs.
fn follow(mut watch: Watch, preview: &Preview, teller: &mut Teller) {
    loop {
        let Seen { files, notes } = watch.wait();
        for note in notes {
            teller.terminal.done("Note", &note);
        }
        let began = Instant::now();
        if let Some(followed) = preview.follow(files) {
            teller.tell(preview, &followed, &lasted(began.elapsed()));
        }
    }
}

/// Says what came of saves: of each fault once, and when all are gone.
struct Teller {
    folder: Project,
    terminal: Terminal,
    told: BTreeSet<(String, String)>,
    is_good: bool,
}

impl Teller {
    /// Says what is wrong from the start.
    fn start(&mut self, preview: &Preview) {
        self.faults(preview);
        let errors = preview.project().count(Level::Error);
        self.is_good = errors == 0;
        if errors > 0 {
            let what = format!("{}: a record with one has no page until it is mended", counted(errors, "error"));
            self.terminal.done("Found", &what);
        }
    }

    fn tell(&mut self, preview: &Preview, followed: &Followed, took: &str) {
        let now = clock();
        let mut changed: Vec<String> = followed.changed.iter().map(|path| self.folder.shown(path)).collect();
        if changed.len() > 3 {
            let more = changed.len() - 2;
            changed.truncate(2);
            changed.push(format!("{more} more"));
        }
        self.terminal.event(&now, "changed", &changed.join(", "));
        if !followed.is_shown {
            self.faults(preview);
            self.is_good = false;
            let errors = counted(preview.project().count(Level::Error), "error");
            self.terminal.event(&now, "kept", &format!("the last good build, {errors}"));
            return;
        }
        self.told.clear();
        let pages = followed.pages.map_or_else(|| "every page".to_owned(), |pages| counted(pages, "page"));
        let open = match preview.browsers() {
            0 => String::new(),
            n => format!(", told {}", counted(n, "browser")),
        };
        let clear = if self.is_good { "" } else { ", all clear" };
        self.is_good = true;
        self.terminal.event(&now, "rebuilt", &format!("{pages} in {took}{open}{clear}"));
    }

    /// Shows the errors that were not shown since the last good state.
    fn faults(&mut self, preview: &Preview) {
        let project = preview.project();
        let is_new = |(path, one): &(&str, &Diagnostic)| {
            one.level == Level::Error && self.told.insert(((*path).to_owned(), format!("{} {}", one.rule, one.message)))
        };
        let found: Vec<(&str, &Diagnostic)> = project.findings().filter(is_new).collect();
        let findings = Findings { project: &self.folder, sources: project.sources(), found: &found };
        self.terminal.show(&findings.full(FRAMES, Terminal::look(&io::stderr())));
    }
}

/// The time on the clock.
#[expect(clippy::disallowed_methods, reason = "the program reads the clock for all below it")]
pub(super) fn now() -> SystemTime {
    SystemTime::now()
}

/// The time of day on the wall.
#[expect(clippy::disallowed_methods, reason = "the program reads the clock for all below it")]
fn clock() -> String {
    Local::now().format("%H:%M:%S").to_string()
}

/// Opens the site in the browser that the system prefers.
fn open(url: &str, terminal: &Terminal) {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut command = Command::new(program);
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Err(error) = command.spawn() {
        terminal.done("Note", &format!("cannot start `{program}`: {error}"));
    }
}

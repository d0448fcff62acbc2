//! `minutebook build`: checks the records, and writes the site if nothing is wrong with them.

use super::args::Build;
use super::fault::refuse;
use super::findings::{Findings, counted};
use super::project::Project;
use super::{Outcome, Terminal};
use crate::audience::{self, Edition};
use crate::config::{Config, site_address};
use crate::diag::{Diagnostic, Level, nearest};
use crate::pipeline::{self, Checked, Fault};
use crate::publish::{self, Report, Site};
use crate::source::Sources;
use crate::watch::{Seen, Watch, Watcher};
use anyhow::anyhow;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io;
use std::path::MAIN_SEPARATOR;
use std::time::{Duration, Instant};

/// Findings that are shown in full.
const FRAMES: usize = 50;

/// What takes shorter needs no bar, and what has fewer pages neither.
const BAR_AFTER: Duration = Duration::from_millis(500);
const BAR_PAGES: usize = 200;

pub(super) fn run(args: &Build, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let project = Project::find()?;
    if args.watch { watch(args, &project, terminal) } else { build(args, &project, &project.load(&[])?, terminal) }
}

/// Builds, and again after each change, for as long as the program runs. What goes wrong is said, and tried again.
fn watch(args: &Build, project: &Project, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let mut watch = Watch::new(&project.root, Watcher::Native, super::serve::now())?;
    let mut sources = project.load(&[])?;
    loop {
        if let Err(error) = build(args, project, &sources, terminal) {
            terminal.error(&error);
        }
        let mut is_new = false;
        while !is_new {
            let Seen { files, notes } = watch.wait();
            for note in notes {
                terminal.done("Note", &note);
            }
            for (path, file) in files {
                is_new |= sources.set(&path, file);
            }
        }
    }
}

fn build(args: &Build, project: &Project, sources: &Sources, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let began = Instant::now();
    terminal.done("Reading", &counted(sources.records.len(), "record"));
    let mut checked = pipeline::check(sources, None);
    if fails(args, &checked) {
        refused(project, sources, &checked, terminal);
        return Ok(Outcome::Findings);
    }
    let found = match checked.count(Level::Warning) {
        0 => "no problems".to_owned(),
        warnings => format!("{} (run `minutebook check`)", counted(warnings, "warning")),
    };
    terminal.done("Checking", &format!("{}, {found}", counted(checked.archive.incidents.len(), "incident")));

    settle(&mut checked.config, args.base_url.as_deref())?;
    let audience = audience(args.audience.as_deref(), &checked.config)?;
    let edition = audience::project(&checked.archive, &checked.config, audience);
    let out = args.out.clone().unwrap_or_else(|| project.root.join("site"));
    let shown = args.out.as_ref().map_or_else(|| project.shown("site"), |out| out.display().to_string());
    let site = Site { project: &project.root, out: &out, audience };
    let Some((pages, report)) = press(&site, &edition, &checked.config, sources, terminal)? else {
        return Ok(Outcome::Findings);
    };
    for omission in edition.omissions() {
        let what = format!("`{}` of `{}` is left out: it holds a withheld name", omission.field, omission.incident);
        terminal.done("Note", &what);
    }
    notes(&report, &site, terminal);
    terminal.done("Finished", &finished(&report, &shown, pages, began.elapsed()));
    Ok(Outcome::Done)
}

fn fails(args: &Build, checked: &Checked) -> bool {
    checked.count(Level::Error) > 0 || args.deny_warnings && checked.count(Level::Warning) > 0
}

/// Shows what is wrong, and that nothing was written.
fn refused(project: &Project, sources: &Sources, checked: &Checked, terminal: &Terminal) {
    let all = checked.diagnostics.iter().flat_map(|(path, list)| list.iter().map(move |one| (path.as_str(), one)));
    let found: Vec<(&str, &Diagnostic)> =
        all.filter(|(_, one)| one.level == Level::Error || terminal.shows_warnings()).collect();
    let findings = Findings { project, sources, found: &found };
    terminal.show(&findings.full(FRAMES, Terminal::look(&io::stderr())));
    let counts = [(Level::Error, "error"), (Level::Warning, "warning")];
    let counts = counts.map(|(level, word)| (checked.count(level), word));
    let counts: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| counted(*n, word)).collect();
    terminal.error(&anyhow!("nothing was written: {}", counts.join(", ")));
}

/// Takes the address from the call.
fn settle(config: &mut Config, base_url: Option<&str>) -> anyhow::Result<()> {
    let Some(url) = base_url else { return Ok(()) };
    let Some(address) = site_address(url) else {
        let help = "write the whole of it, such as `https://example.com/incidents/`";
        return Err(refuse(format!("`{url}` is no address that a site can stand at"), help));
    };
    config.base_url = Some(address);
    Ok(())
}

fn audience<'a>(name: Option<&'a str>, config: &'a Config) -> anyhow::Result<&'a str> {
    let Some(name) = name else { return Ok(config.outermost()) };
    if config.audiences.iter().any(|known| known == name) {
        return Ok(name);
    }
    let known = || config.audiences.iter().map(String::as_str);
    let help = match nearest(name, known()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("one of {}", known().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
    };
    Err(refuse(format!("no audience is called `{name}`"), help))
}

/// Makes and publishes every page, and says how many there are; `None` where a page cannot be made from what the project holds, which is told.
fn press(
    site: &Site<'_>,
    edition: &Edition,
    config: &Config,
    sources: &Sources,
    terminal: &Terminal,
) -> anyhow::Result<Option<(usize, Report)>> {
    let told = |fault: &Fault| {
        let error = match fault.help() {
            Some(help) => refuse(fault.to_string(), help),
            None => anyhow!("{fault}"),
        };
        terminal.error(&error);
        Ok(None)
    };
    let press = match pipeline::press(edition, config, sources) {
        Ok(press) => press,
        Err(fault) => return told(&fault),
    };
    let pages = press.pages();
    let count = pages.iter().filter(|page| page.is_html()).count();
    terminal.done("Rendering", &counted(count, "page"));
    let bar = Bar::new(pages.len(), terminal);
    let published = publish::publish(site, &pages, |page, out| {
        bar.step();
        press.make(page, out)
    });
    bar.clear();
    match published {
        Ok(report) => Ok(Some((count, report))),
        Err(publish::Error::Page { page, cause }) => match cause.downcast_ref() {
            Some(fault) => told(fault),
            None => Err(publish::Error::Page { page, cause }.into()),
        },
        Err(error) => Err(error.into()),
    }
}

/// What of the build is worth knowing beside that it went well.
fn notes(report: &Report, site: &Site<'_>, terminal: &Terminal) {
    if let Some(before) = report.audience_before.as_deref().filter(|before| *before != site.audience) {
        terminal.done("Note", &format!("the site was for `{before}` before, and is for `{}` now", site.audience));
    }
    if let Some(why) = &report.note {
        terminal.done("Note", &format!("files were replaced one by one: {why}"));
    }
    let (written, unchanged, removed) = (report.written, report.unchanged, report.removed);
    terminal.detail("Writing", &format!("{written} written, {unchanged} unchanged, {removed} removed"));
}

/// `site/ in 0.21 s: 94 pages, 118 files, 1.3 MB (largest 36.0 KB, index.html)`.
fn finished(report: &Report, out: &str, pages: usize, took: Duration) -> String {
    let (pages, files, size) = (counted(pages, "page"), counted(report.files, "file"), sized(report.bytes));
    let largest = report.largest.as_ref();
    let largest = largest.map_or_else(String::new, |(path, bytes)| format!(" (largest {}, {path})", sized(*bytes)));
    let out = out.trim_end_matches(MAIN_SEPARATOR);
    format!("{out}{MAIN_SEPARATOR} in {:.2} s: {pages}, {files}, {size}{largest}", took.as_secs_f64())
}

/// `9.0 KB`, `1.3 MB`.
fn sized(bytes: u64) -> String {
    let tenths = |unit: u64| format!("{}.{}", bytes / unit, bytes % unit * 10 / unit);
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} KB", tenths(1_000)),
        _ => format!("{} MB", tenths(1_000_000)),
    }
}

/// One line that grows while many pages are made, and is gone afterwards.
struct Bar {
    began: Instant,
    line: Option<ProgressBar>,
}

impl Bar {
    fn new(pages: usize, terminal: &Terminal) -> Self {
        let line = (pages > BAR_PAGES && terminal.shows_progress()).then(|| {
            let style = ProgressStyle::with_template("{prefix:>11} {bar:40} {pos}/{len}");
            let style = style.expect("the template of the bar is understood");
            ProgressBar::with_draw_target(Some(pages as u64), ProgressDrawTarget::hidden())
                .with_style(style.progress_chars("=> "))
                .with_prefix("Rendering")
        });
        Self { began: Instant::now(), line }
    }

    fn step(&self) {
        let Some(line) = &self.line else { return };
        line.inc(1);
        if line.is_hidden() && self.began.elapsed() > BAR_AFTER {
            line.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    fn clear(&self) {
        if let Some(line) = &self.line {
            line.finish_and_clear();
        }
    }
}

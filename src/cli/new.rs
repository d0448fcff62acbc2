//! `minutebook new`: a record that passes the check at once and says in comments what comes next.

use super::args::New;
use super::fault::refuse;
use super::project::Project;
use super::{Outcome, Terminal, files};
use crate::config::{self, Config};
use crate::diag::{Diagnostic, Level, nearest};
use crate::model::{self, stem};
use crate::scaffold::{self, Form, NewRecord, Start};
use crate::source::{self, SourceFile};
use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;

/// Where `minutebook schema` is kept for editors, if somebody wants it.
const SCHEMA: &str = "minutebook.schema.json";

const USAGE: &str = "minutebook new \"Checkout returns 502\" --at 2026-11-23T14:02 --severity sev2";

pub(super) fn run(args: &New, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let project = Project::find()?;
    if !project.exists() {
        let message = format!("there is no project in `{}`", project.root.display());
        return Err(refuse(message, "start one with `minutebook init`, or name its folder with `-C DIR`"));
    }
    let sources = source::load(&project.root)?;
    let config = sources.config.as_ref().map(|file| config::read(file).0).unwrap_or_default();
    let Answers { title, start, severity } = answers(args, &config)?;

    let form = if args.yaml { Form::Yaml } else { Form::Markdown };
    let taken: Vec<&str> = sources.records.iter().map(|file| stem(&file.path)).collect();
    let stem = scaffold::stem(start.date, &title, |stem| taken.contains(&stem));
    let path = format!("{}/{:04}/{stem}.{}", source::INCIDENTS, start.date.year(), form.ending());
    let schema = project.root.join(SCHEMA).is_file().then(|| "../".repeat(path.matches('/').count()) + SCHEMA);
    let schema = schema.as_deref();
    let record = NewRecord { title: &title, start: &start, severity: &severity, config: &config, schema };
    let shown = project.shown(&path);
    let text = record.text(form);
    if let Some(fault) = fault(&path, &text, &config) {
        let help = fault.help.unwrap_or_else(|| "write the time as records do".to_owned());
        return Err(refuse(format!("nothing is written: {} ({})", fault.message, fault.rule), help));
    }
    if !files::write_new(&project.root.join(&path), &text)? {
        return Err(refuse(format!("`{shown}` is there already"), "choose another title"));
    }
    terminal.done("Created", &shown);
    terminal.done("Next", "fill in `impact` and the first three entries, then `minutebook check`");
    Ok(Outcome::Done)
}

/// What the check would say of a record: a clock may not exist on its day, or in the zone of the records.
fn fault(path: &str, text: &str, config: &Config) -> Option<Diagnostic> {
    let read = model::read(&SourceFile::new(path, text.as_bytes().to_vec()), &config.defaults);
    read.diagnostics.into_iter().find(|found| found.level == Level::Error)
}

/// What a record begins with.
struct Answers {
    title: String,
    start: Start,
    severity: String,
}

/// From the arguments; without a title, from whoever sits at the terminal.
fn answers(args: &New, config: &Config) -> anyhow::Result<Answers> {
    let zone = config.defaults.timezone;
    let clock = clock();
    let now = clock.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string();
    let usual = usual_severity(config);
    let [title, at, severity] = match &args.title {
        Some(title) => [Some(title.clone()), args.at.clone(), args.severity.clone()],
        None if Terminal::can_ask() => [
            Some(Terminal::ask("What happened, in one line", "")?),
            Some(Terminal::ask("When were users first affected", args.at.as_deref().unwrap_or(&now))?),
            Some(Terminal::ask("How severe is it", args.severity.as_deref().unwrap_or(usual))?),
        ],
        None => return Err(refuse("a record needs a title", format!("`{USAGE}`"))),
    };
    let at = at.unwrap_or_else(|| now.clone());
    Ok(Answers {
        title: line(title.as_deref().unwrap_or_default())?,
        start: start(&at, clock, zone)?,
        severity: known_severity(severity.as_deref().unwrap_or(usual), config)?,
    })
}

fn line(title: &str) -> anyhow::Result<String> {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Err(refuse("a record needs a title", format!("`{USAGE}`")));
    }
    if line.contains(char::is_control) {
        return Err(refuse("a title is one line of text, without control characters", format!("`{USAGE}`")));
    }
    Ok(line)
}

fn start(at: &str, now: DateTime<Utc>, zone: Tz) -> anyhow::Result<Start> {
    scaffold::start(at, now, zone).map_err(|fault| {
        let now = now.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        let help = fault.help.unwrap_or_else(|| format!("write it as records do, such as `{now}`"));
        refuse(fault.message, help)
    })
}

/// The second step of the scale: the worst is for those who are sure.
fn usual_severity(config: &Config) -> &str {
    config.severities.get(1).or(config.severities.first()).map_or("", |step| step.id.as_str())
}

fn known_severity(severity: &str, config: &Config) -> anyhow::Result<String> {
    if config.rank(severity).is_some() {
        return Ok(severity.to_owned());
    }
    let scale: Vec<&str> = config.severities.iter().map(|step| step.id.as_str()).collect();
    let help = match nearest(severity, scale.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("one of {}", scale.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
    };
    Err(refuse(format!("no severity is called `{severity}`"), help))
}

#[expect(clippy::disallowed_methods, reason = "the program reads the clock for all below it")]
fn clock() -> DateTime<Utc> {
    Utc::now()
}

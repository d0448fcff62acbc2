//! `minutebook list`: one line per incident, latest first, in columns that other programs can cut.

use super::args::List;
use super::fault::refuse;
use super::project::Project;
use super::terminal::escaped;
use super::{Outcome, Terminal};
use crate::config::Config;
use crate::diag::{Level, nearest};
use crate::metrics;
use crate::model::time::{Tick, Time};
use crate::model::words::{Status, Word};
use crate::model::{Incident, beginning};
use crate::pipeline;
use chrono::Datelike;
use serde_json::json;
use std::ops::RangeInclusive;
use unicode_width::UnicodeWidthStr;

pub(super) fn run(args: &List, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let project = Project::find()?;
    let checked = pipeline::check(&project.load(&[])?, None);
    let severities = args.severity.as_deref().map(|range| steps(range, &checked.config)).transpose()?;
    let status = args.status.as_deref().map(status).transpose()?;
    let is_wanted = |incident: &&Incident| {
        severities.as_ref().is_none_or(|steps| rank(incident, &checked.config).is_some_and(|r| steps.contains(&r)))
            && args.year.is_none_or(|year| year_of(incident) == Some(year))
            && status.is_none_or(|status| incident.status == status)
    };
    let rows: Vec<Row> = checked.archive.incidents.iter().filter(is_wanted).map(Row::new).collect();
    terminal.data(&if args.json { rows.iter().map(Row::json).collect() } else { columns(&rows) })?;
    let errors = checked.count(Level::Error);
    if errors > 0 {
        terminal.done("Note", &format!("errors in the records ({errors}) may hide some; run `minutebook check`"));
    }
    Ok(Outcome::Done)
}

/// What the list says of an incident.
struct Row<'a> {
    incident: &'a Incident,
    date: String,
    severity: &'a str,
    duration: String,
}

impl<'a> Row<'a> {
    fn new(incident: &'a Incident) -> Self {
        let date = began(incident).and_then(date).unwrap_or_else(|| "unknown".to_owned());
        let severity = incident.severity.as_ref().map_or("-", |claim| claim.value.as_deref().unwrap_or("disputed"));
        let duration = (metrics::metric("impact_duration").measure)(incident).to_string();
        Self { incident, date, severity, duration }
    }

    fn json(&self) -> String {
        let Self { incident, date, severity, duration } = self;
        let line = json!({
            "id": incident.id,
            "path": incident.path,
            "date": date,
            "severity": severity,
            "impact_duration": duration,
            "status": incident.status.as_str(),
            "review": incident.review.as_str(),
            "title": incident.title,
        });
        line.to_string() + "\n"
    }
}

/// The rows in columns as wide as their widest cell; the title comes last, as wide as it is.
fn columns(rows: &[Row]) -> String {
    let cells = rows.iter().map(|row| {
        let status = row.incident.status.as_str();
        [row.date.clone(), escaped(row.severity), short(&row.duration), status.to_owned()]
    });
    let cells: Vec<[String; 4]> = cells.collect();
    let width = |column: usize| cells.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths = [0, 1, 2, 3].map(width);
    let line = |([date, severity, duration, status], row): (&[String; 4], &Row)| {
        let gap = |text: &str, column: usize| " ".repeat(widths[column] - text.width());
        let title = escaped(&row.incident.title);
        let (a, b, c, d) = (gap(date, 0), gap(severity, 1), gap(duration, 2), gap(status, 3));
        format!("{date}{a}  {severity}{b}  {c}{duration}  {status}{d}  {title}\n")
    };
    cells.iter().zip(rows).map(line).collect()
}

/// `4 h 17 min` as `4h 17m`; what is not recorded is a dash.
fn short(duration: &str) -> String {
    if duration == "not recorded" {
        return "-".to_owned();
    }
    [(" min", "m"), (" h", "h"), (" d", "d"), (" s", "s")]
        .iter()
        .fold(duration.to_owned(), |text, (long, short)| text.replace(long, short))
}

fn began(incident: &Incident) -> Option<&Time> {
    beginning(incident).map(|time| incident.times.time(time))
}

/// The day a time is on in the zone of its record, or the month or year where no more is known.
fn date(time: &Time) -> Option<String> {
    let first = time.earliest?.local;
    Some(match time.tick {
        Tick::Second | Tick::Minute | Tick::Day => first.format("%Y-%m-%d").to_string(),
        Tick::Month => first.format("%Y-%m").to_string(),
        Tick::Year => first.format("%Y").to_string(),
    })
}

fn year_of(incident: &Incident) -> Option<i32> {
    Some(began(incident)?.earliest?.local.year())
}

fn rank(incident: &Incident, config: &Config) -> Option<usize> {
    config.rank(incident.severity.as_ref()?.value.as_deref()?)
}

/// The ranks of `sev1..sev2`, `1..2`, `sev2`.
fn steps(range: &str, config: &Config) -> anyhow::Result<RangeInclusive<usize>> {
    let (from, to) = range.split_once("..").unwrap_or((range, range));
    let (from, to) = (step(from.trim(), config)?, step(to.trim(), config)?);
    Ok(from.min(to)..=from.max(to))
}

fn step(word: &str, config: &Config) -> anyhow::Result<usize> {
    let by_place =
        || word.parse().ok().filter(|place| (1..=config.severities.len()).contains(place)).map(|p: usize| p - 1);
    config.rank(word).or_else(by_place).ok_or_else(|| {
        let scale: Vec<String> = config.severities.iter().map(|step| format!("`{}`", step.id)).collect();
        refuse(format!("no severity is called `{word}`"), format!("one of {}, or a range of them", scale.join(", ")))
    })
}

fn status(word: &str) -> anyhow::Result<Status> {
    Status::of(word).ok_or_else(|| {
        let words = || Status::WORDS.iter().map(|(_, word, _)| *word);
        let help = match nearest(word, words()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("one of {}", words().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
        };
        refuse(format!("no status is called `{word}`"), help)
    })
}

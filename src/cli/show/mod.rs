//! `minutebook show`: one incident as a timeline, with what is not certain of its times.

mod clock;

use super::args::Show;
use super::lookup::find_or_file;
use super::project::Project;
use super::terminal::escaped;
use super::wrap::wrap;
use super::{Outcome, Terminal};
use crate::audience;
use crate::export;
use crate::metrics::{Measured, metric};
use crate::model::Incident;
use crate::model::time::{Difference, Tick, TimeId};
use crate::model::words::{Milestone, Word};
use crate::pipeline::{self, Checked};
use chrono::NaiveDate;
use unicode_width::UnicodeWidthStr;

/// The narrowest column of text.
const NARROWEST: usize = 24;

/// A silence that is worth a line, in minutes.
const GAP: i64 = 60;

pub(super) fn run(args: &Show, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let project = Project::find()?;
    let sources = project.load(&[])?;
    let Checked { config, archive, .. } = pipeline::check(&sources, None);
    let id = find_or_file(&project, &archive, &args.id, &sources)?.id.clone();
    // Even those who may see most see no names that are not to be published.
    let innermost = config.audiences.first().map_or("internal", String::as_str);
    let edition = audience::project(&archive, &config, innermost);
    let incident = edition.find(&id).expect("the innermost audience sees every record");
    terminal.data(&if args.json { export::json(incident) } else { timeline(incident, Terminal::width()) })?;
    Ok(Outcome::Done)
}

/// One row of the timeline: an entry, or a milestone that none is.
struct Row {
    time: TimeId,
    milestones: Vec<&'static str>,
    text: String,
}

fn timeline(incident: &Incident, width: usize) -> String {
    let rows = rows(incident);
    let times: Vec<String> = rows.iter().map(|row| clock::text(incident, row.time)).collect();
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let left = widest(&mut times.iter().map(|time| time.width()));
    let middle = widest(&mut rows.iter().flat_map(|row| row.milestones.iter().map(|word| word.width())));
    let indent = left + 2 + if middle > 0 { middle + 2 } else { 0 };
    let right = width.saturating_sub(indent).max(NARROWEST);

    let mut out = headline(incident, width);
    let mut line = |text: &str| out.extend([text.trim_end(), "\n"]);
    let days: Vec<Option<NaiveDate>> = rows.iter().map(|row| clock::day(incident, row.time)).collect();
    let is_one_day = clock::is_on_one_day(incident, rows.iter().map(|row| row.time));
    let mut today = None;
    for (index, row) in rows.iter().enumerate() {
        if let Some(gap) = index.checked_sub(1).and_then(|above| gap(incident, rows[above].time, row.time)) {
            line(&format!("{:indent$}… {gap}", ""));
        }
        if let Some(day) = days[index].filter(|day| today != Some(*day) && !is_one_day) {
            line(&day.to_string());
            today = Some(day);
        }
        let text = wrap(&row.text, right);
        for i in 0..text.len().max(row.milestones.len()) {
            let time = if i == 0 { times[index].as_str() } else { "" };
            let milestone = row.milestones.get(i).copied().unwrap_or_default();
            let text = text.get(i).map_or("", String::as_str);
            let gap = " ".repeat(left - time.width());
            if middle == 0 {
                line(&format!("{time}{gap}  {text}"));
            } else {
                line(&format!("{time}{gap}  {milestone:middle$}  {text}"));
            }
        }
    }
    for part in summary(incident).iter().flat_map(|summary| wrap(summary, right)) {
        line(&format!("{:indent$}{part}", ""));
    }
    out
}

/// The title, and at the right how bad, how far and in what zone.
fn headline(incident: &Incident, width: usize) -> String {
    let severity = incident.severity.as_ref().and_then(|claim| claim.value.as_deref());
    let facts = severity.into_iter().chain([incident.status.as_str(), incident.timezone.name()]);
    let facts = escaped(&facts.collect::<Vec<_>>().join(", "));
    let title = escaped(&incident.title);
    match width.checked_sub(title.width() + facts.width()).filter(|gap| *gap > 1) {
        Some(gap) => format!("{title}{}{facts}\n", " ".repeat(gap)),
        None => format!("{}\n{facts}\n", wrap(&title, width).join("\n")),
    }
}

/// The entries in the writer's order, and between them the milestones that no entry is, where their time is known.
fn rows(incident: &Incident) -> Vec<Row> {
    let entries = incident.timeline.iter().map(|entry| {
        let mut text = escaped(&entry.text);
        if let Some(until) = entry.until {
            let day = clock::day(incident, until).filter(|day| clock::day(incident, entry.at) != Some(*day));
            let day = day.map_or_else(String::new, |day| format!("{day} "));
            text.extend([" (until ", &day, &clock::text(incident, until), ")"]);
        }
        if !entry.sources.is_empty() {
            text += " [";
            text += &escaped(&entry.sources.join(", "));
            text.push(']');
        }
        Row { time: entry.at, milestones: entry.milestones.iter().map(|m| m.as_str()).collect(), text }
    });
    let mut rows: Vec<Row> = entries.collect();
    let first = |id| {
        let time = incident.times.time(id);
        time.earliest.or(time.latest).map(|edge| edge.first)
    };
    for (milestone, mark) in incident.milestones.iter().filter(|(_, mark)| mark.entry.is_none()) {
        let is_later = |row: &Row| first(mark.time).is_some_and(|own| first(row.time).is_some_and(|row| row > own));
        let at = rows.iter().position(is_later).unwrap_or(rows.len());
        rows.insert(at, Row { time: mark.time, milestones: vec![milestone.as_str()], text: String::new() });
    }
    rows
}

/// How long nothing was written down, if that was long for certain and the clock was known.
fn gap(incident: &Incident, above: TimeId, below: TimeId) -> Option<Difference> {
    let gap = incident.times.difference(above, below);
    let least = match gap.tick? {
        Tick::Second => GAP * 60,
        Tick::Minute => GAP,
        Tick::Day | Tick::Month | Tick::Year => return None,
    };
    gap.low.is_some_and(|low| low >= least).then_some(gap)
}

/// `18 min of impact, detected after 4 min`.
fn summary(incident: &Incident) -> Option<String> {
    let of = |id: &str| match (metric(id).measure)(incident) {
        Measured::Time(difference) if difference.tick.is_some() => Some(difference),
        _ => None,
    };
    let is_open = |difference: &Difference| difference.low.is_none() && difference.high.is_none();
    let impact = of("impact_duration").map(|impact| {
        if is_open(&impact) { "impact of unknown length".to_owned() } else { format!("{impact} of impact") }
    });
    let detected = of("time_to_detect").map(|detected| match detected.low {
        Some(low) if low >= 0 => format!("detected after {detected}"),
        _ if is_open(&detected) => "detected at an unknown time".to_owned(),
        _ => format!("detected {detected} after the start"),
    });
    let parts: Vec<String> = impact.into_iter().chain(detected).collect();
    (!parts.is_empty() && incident.milestone(Milestone::ImpactStart).is_some()).then(|| parts.join(", "))
}

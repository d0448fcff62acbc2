//! Reads a record: text becomes an incident and a list of faults. Never fails, and never stops at the first fault.

use super::defaults::Defaults;
use super::fault::Fault;
use super::faults::located;
use super::forms::expand;
use super::incident::{self, Incident};
use super::record::{Clock, Endpoint, Place};
use super::state::State;
use super::words::{Milestone, Word};
use crate::diag::{Diagnostic, Level, Span, nearest};
use crate::source::decode::{Done, Reader};
use crate::source::{Document, Node, SourceFile, Text};
use chrono_tz::Tz;

/// A record as it was read.
#[derive(Clone, Debug)]
pub struct Record {
    /// What it says; `None` where it is no record at all.
    pub incident: Option<Incident>,
    /// What is wrong with it, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the record in a file.
#[must_use]
pub fn read(file: &SourceFile, defaults: &Defaults) -> Record {
    let (document, diagnostics) = file.parse();
    from_parsed(&file.path, document, diagnostics, defaults)
}

/// Reads the record in a file as if it were called something else: as if somebody had changed that one word by hand.
#[must_use]
pub fn read_as(file: &SourceFile, defaults: &Defaults, state: State) -> Record {
    let (mut document, mut diagnostics) = file.parse();
    if let Some(gone) = state.write(&mut document).filter(|_| !document.broken) {
        let is_gone = |span: &Span| gone.start <= span.start && span.end <= gone.end;
        diagnostics.retain(|found| !is_gone(&found.primary.span));
    }
    from_parsed(&file.path, document, diagnostics, defaults)
}

fn from_parsed(path: &str, mut document: Document, mut diagnostics: Vec<Diagnostic>, defaults: &Defaults) -> Record {
    if document.broken {
        // Whatever is missing from it is no fault of its own.
        return Record { incident: None, diagnostics };
    }
    let incident = from_document(path, &mut document, defaults, &mut diagnostics);
    diagnostics.sort_by_key(|found| found.primary.span.start);
    Record { incident, diagnostics }
}

fn from_document(
    path: &str,
    document: &mut Document,
    defaults: &Defaults,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Incident> {
    let (expanded, found) = expand(document);
    diagnostics.extend(found);
    let zone = zone_of(&expanded.root).unwrap_or(defaults.timezone);
    let mut reader = Reader::new(Clock::new(zone, defaults.about_seconds));
    reader.faulty.clone_from(&expanded.faulty);
    let id = stem(path);
    let incident = reader.map(&expanded.root, incident::FIELDS, |fields| {
        incident::from_fields(fields, id, path, expanded.body.as_ref(), zone, defaults)
    });
    let Done { context: clock, given, meant, diagnostics: found } = reader.finish();
    diagnostics.extend(found);
    let (times, faults) = clock.builder.finish();
    let first_of_its_run = faults.into_iter().filter(|(_, _, fault)| !fault.repeats);
    diagnostics.extend(first_of_its_run.filter_map(|(time, report, fault)| {
        let place = clock.places.iter().find(|(id, _)| *id == time).map(|(_, place)| place)?;
        Some(at_place(place, report, fault))
    }));
    let incident = incident.map(|incident| Incident { times, ..incident });
    diagnostics.extend(incident.iter().flat_map(|incident| unknown_ends(incident, &expanded.root)));
    let links = expanded.links.map_or_else(String::new, |links| links.as_str().to_owned());
    let is_unread =
        |found: &&Diagnostic| found.level == Level::Error && !found.field.is_empty() && found.rule != "unknown-key";
    let unread = diagnostics.iter().filter(is_unread).map(|found| found.field.clone());
    let unread = unread.chain(meant).chain(expanded.faulty).collect();
    incident.map(|incident| Incident { links, given, unread, ..incident })
}

/// The ends of segments that name nothing: neither an entry nor a milestone. One that the record lacks is no fault.
fn unknown_ends(incident: &Incident, root: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, segment) in incident.impact.iter().flat_map(|impact| &impact.segments).enumerate() {
        for (key, end) in [("from", &segment.from), ("to", &segment.to)] {
            let Some(Endpoint::Name(name)) = end else { continue };
            if incident.times.named(name).is_some() || Milestone::of(name).is_some() {
                continue;
            }
            let field = format!("impact.segments[{index}].{key}");
            let message = format!("nothing in this record is named `{name}`");
            let fault = Diagnostic::error("unknown-name", root.nearest(&field).span.clone(), message)
                .with_label("no such entry id or milestone");
            let ids = incident.timeline.iter().filter_map(|entry| entry.id.as_deref());
            let near = nearest(name, ids.chain(Milestone::WORDS.iter().map(|(_, word, _)| *word)));
            let help = near
                .map_or_else(|| format!("write `id: {name}` on an entry"), |near| format!("did you mean `{near}`?"));
            found.push(Diagnostic { field, ..fault.with_help(help) });
        }
    }
    found
}

/// The id that a file gives its record.
#[must_use]
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The zone that the record names; a name that cannot be read is noted when the key is.
fn zone_of(root: &Node) -> Option<Tz> {
    root.as_map()?.find("timezone")?.as_text()?.as_str().trim().parse().ok()
}

/// A fault that showed only when all times were there, at the place of its time.
fn at_place(place: &Place, report: Option<usize>, fault: Fault) -> Diagnostic {
    let text = report.map_or(place.text.as_ref(), |index| place.reports.get(index));
    let found = match text {
        Some(text) => located(text, fault),
        None => located(&Text::empty(place.span.start), Fault { at: 0..0, ..fault }),
    };
    Diagnostic { field: place.path.clone(), ..found }
}

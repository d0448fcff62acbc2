//! What is still missing before a record may be called something: what that state asks for, item by item, and all else
//! that the rules would find if the record were called so.

use super::locate::place;
use super::whole::whole_by;
use crate::diag::{Diagnostic, Level};
use crate::model::demands::{self, Answer, Demand};
use crate::model::{self, Incident, State};
use crate::source::SourceFile;
use chrono::NaiveDate;

/// The name of the rule whose finding is the checklist.
const DEMANDS: &str = "missing-for-status";

/// A record looked at as if it were called something.
#[derive(Clone, Debug, Default)]
pub struct Checklist {
    /// What is asked for, in the order of the declarations: by the status, then by the review.
    pub items: Vec<Item>,
    /// The level of a missing item; `None` where none is missing, or where the rule for it is silenced.
    pub missing: Option<Level>,
    /// The byte at which the record says what it is called now, if it does.
    pub word: Option<usize>,
    /// What else is wrong with the file.
    pub findings: Vec<Diagnostic>,
}

/// One thing that is asked for, and where it stands.
#[derive(Clone, Debug)]
pub struct Item {
    /// The thing.
    pub demand: Demand,
    /// The byte it begins at, where the record has it.
    pub place: Option<usize>,
}

impl Item {
    /// Whether it is there, or something that could not be read.
    #[must_use]
    pub fn is_there(&self) -> bool {
        matches!(self.demand.answer, Answer::Given(_) | Answer::Unread(_))
    }
}

impl Checklist {
    /// How many items are missing.
    #[must_use]
    pub fn count_missing(&self) -> usize {
        self.items.iter().filter(|item| !item.is_there()).count()
    }

    /// Whether the record may be called so, where findings from `least` on forbid it: the same as that `check` finds none
    /// of these once the word is changed by hand.
    #[must_use]
    pub fn holds(&self, least: Level) -> bool {
        self.findings.iter().map(|found| found.level).chain(self.missing).all(|level| level < least)
    }
}

/// What is missing before the record in a file may be called `state`.
///
/// The file is read and checked with all others of the project, by the same rules, with that one word changed.
#[must_use]
pub fn checklist(
    file: &SourceFile,
    state: State,
    settings: Option<&SourceFile>,
    records: &[SourceFile],
    today: Option<NaiveDate>,
) -> Checklist {
    let mut whole = whole_by(settings, records, today, |other, defaults| {
        if other.path == file.path { model::read_as(other, defaults, state) } else { model::read(other, defaults) }
    });
    let found = whole.diagnostics.remove(&file.path).unwrap_or_default();
    let incident = whole.incidents.iter().find(|incident| incident.path == file.path);
    let (missing, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| found.rule == DEMANDS);
    let word = place(&file.path, &file.text, &[Some(state.key().to_owned())]).first().copied().flatten();
    Checklist {
        items: incident.map_or_else(Vec::new, |incident| items(incident, file, state)),
        missing: missing.iter().map(|found| found.level).max(),
        word,
        findings: others.into_iter().map(|found| said_as(found, state, word)).collect(),
    }
}

fn items(incident: &Incident, file: &SourceFile, state: State) -> Vec<Item> {
    let asked = demands::of_status(incident).into_iter().chain(demands::of_review(incident));
    // The word in question is not asked for: it is what would be written.
    let asked: Vec<Demand> = asked.filter(|demand| demand.key.name != state.key()).collect();
    let path = |demand: &Demand| match &demand.answer {
        Answer::Given(path) | Answer::Unread(path) => Some(path.clone()),
        Answer::Short => Some("timeline".to_owned()),
        Answer::Missing => None,
    };
    let places = place(&file.path, &file.text, &asked.iter().map(path).collect::<Vec<_>>());
    asked.into_iter().zip(places).map(|(demand, place)| Item { demand, place }).collect()
}

/// A finding about the word in question, with a note that the record does not say it.
fn said_as(mut found: Diagnostic, state: State, word: Option<usize>) -> Diagnostic {
    if found.field == state.key() {
        let (key, called) = (state.key(), state.as_str());
        let note = match word {
            Some(_) => format!("this is so once it says `{key}: {called}`"),
            None => format!("the record has no `{key}`; this is so once it says `{key}: {called}`"),
        };
        found.note = Some(found.note.map_or_else(|| note.clone(), |said| format!("{said}\n{note}")));
    }
    found
}

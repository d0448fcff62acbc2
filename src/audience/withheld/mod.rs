//! The names that are not to be published, and how they are found in a text, in an address and in bytes. How a text is
//! decoded and folded is left to `spelling`, and which files need not be looked at to `traces`.

mod patterns;
mod spelling;
#[cfg(test)]
mod tests;
mod traces;

use crate::config::Config;
use crate::model::words::Publish;
use crate::model::{Incident, markdown};
use aho_corasick::AhoCorasick;
use patterns::{Form, Pattern, is_dense, patterns};
use spelling::{Folded, Spelling};
use std::cmp::Reverse;
use std::ops::Range;
use traces::Traces;

/// Every name of an archive that is not to be published.
#[derive(Clone, Debug)]
pub struct Withheld {
    /// Finds all patterns at once: the cost does not grow with their number.
    automaton: AhoCorasick,
    patterns: Vec<Pattern>,
    traces: Traces,
    persons: Vec<Person>,
}

/// Whose name it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The first record that withholds it.
    pub incident: String,
    /// The actor's id in that record.
    pub actor: String,
}

/// Where a withheld name was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The bytes of the text.
    pub at: Range<usize>,
    /// Whose name it is.
    pub person: &'a Person,
}

/// What is looked at, and so what counts as a trace of a name in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Written by people: a part of a name gives it away.
    Text,
    /// In whatever case.
    Address,
    /// Made by the program, with words of its own: only a whole name counts.
    Bytes,
}

impl Default for Withheld {
    /// No names.
    fn default() -> Self {
        Self::new([], &Config::default())
    }
}

impl Withheld {
    /// The names that these incidents withhold.
    pub fn of<'a>(incidents: impl IntoIterator<Item = &'a Incident>, config: &Config) -> Self {
        Self::new(incidents.into_iter().flat_map(Self::in_incident), config)
    }

    /// Whose names one incident withholds.
    pub fn in_incident(incident: &Incident) -> impl Iterator<Item = Person> {
        let hidden = incident.actors.iter().filter(|actor| actor.publish != Publish::Name);
        hidden.filter_map(|actor| {
            let name = actor.name.as_deref()?.trim().to_owned();
            Some(Person { name, incident: incident.id.clone(), actor: actor.id.clone() })
        })
    }

    /// The names of these persons; of two with one name the first counts.
    ///
    /// # Panics
    ///
    /// If there are more names than an automaton can hold.
    pub fn new(persons: impl IntoIterator<Item = Person>, config: &Config) -> Self {
        let mut persons: Vec<Person> = persons.into_iter().collect();
        persons.sort();
        persons.dedup_by(|a, b| a.name == b.name);
        let patterns = patterns(persons.iter().map(|person| person.name.as_str()), config);
        let automaton = AhoCorasick::new(patterns.keys()).expect("an automaton holds every name of an archive");
        let traces = Traces::of(patterns.keys().map(String::as_str));
        Self { automaton, patterns: patterns.into_values().collect(), traces, persons }
    }

    /// Whether a record may say a name, going by the text of its file as it stands: most can be passed over without
    /// being read. Never false for one in which a name would be found.
    #[must_use]
    pub fn may_be_in(&self, path: &str, text: &str) -> bool {
        !self.persons.is_empty() && (self.traces.may_be_in(text) || self.traces.may_be_in(path))
    }

    /// A name in a text: whole, or a part of it that gives it away.
    #[must_use]
    pub fn in_text(&self, text: &str) -> Option<Hit<'_>> {
        self.find(text, Place::Text)
    }

    /// A name in Markdown, as it stands, as its readers see it, or in an address that it links to.
    #[must_use]
    pub fn in_markdown(&self, text: &str) -> Option<Hit<'_>> {
        if self.persons.is_empty() {
            return None;
        }
        let shown = || self.find_in(Spelling::shown(&markdown::shown(text)), Place::Text);
        let linked = || {
            let mut addresses = markdown::addresses(text).into_iter();
            addresses.find_map(|(address, at)| Some(Hit { at, ..self.in_address(&address)? }))
        };
        self.in_text(text).or_else(shown).or_else(linked)
    }

    /// A name in an address, whole or a part of it, in any case and however encoded.
    #[must_use]
    pub fn in_address(&self, address: &str) -> Option<Hit<'_>> {
        self.find(address, Place::Address)
    }

    /// A whole name in the bytes of a finished page.
    #[must_use]
    pub fn in_bytes(&self, bytes: &[u8]) -> Option<Hit<'_>> {
        if self.persons.is_empty() {
            return None;
        }
        let text = String::from_utf8_lossy(bytes);
        let mut pieces = traces::pieces(&text);
        pieces.find_map(|(start, piece)| {
            let hit = self.traces.may_be_shown(piece).then(|| self.find(piece, Place::Bytes))??;
            Some(Hit { at: start + hit.at.start..start + hit.at.end, ..hit })
        })
    }

    fn find(&self, text: &str, place: Place) -> Option<Hit<'_>> {
        if self.persons.is_empty() {
            return None;
        }
        let plain = Spelling::plain(text);
        let decoded = plain.without_references();
        let unescaped = decoded.as_ref().unwrap_or(&plain).without_percents();
        let spellings = [Some(plain), decoded, unescaped];
        spellings.into_iter().flatten().find_map(|spelling| self.find_in(spelling, place))
    }

    fn find_in(&self, spelling: Spelling, place: Place) -> Option<Hit<'_>> {
        let folded = spelling.folded();
        let all = self.automaton.find_overlapping_iter(&folded.text);
        let found = all.filter(|found| self.patterns[found.pattern().as_usize()].is_at(found.range(), &folded, place));
        let first = found.min_by_key(|found| (found.start(), Reverse(found.end())))?;
        let pattern = self.patterns[first.pattern().as_usize()];
        Some(Hit { at: folded.origin(first.range()), person: &self.persons[pattern.name] })
    }
}

/// From so many letters on, a whole name is found with an ending too.
const INFLECTED: usize = 8;

impl Pattern {
    /// Whether it counts where its letters were found.
    fn is_at(self, at: Range<usize>, folded: &Folded, place: Place) -> bool {
        let text = folded.text.as_str();
        let is_cut = |at: usize, is_letter: fn(char) -> bool| {
            let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
            !before.zip(after).is_some_and(|(a, b)| [a, b].into_iter().all(|c| is_letter(c) && !is_dense(c)))
        };
        let is_word = || is_cut(at.start, char::is_alphanumeric) && is_cut(at.end, char::is_alphanumeric);
        let is_capital = || place == Place::Address || folded.is_capital(at.start);
        if self.form == Form::Whole {
            let starts = text[at.clone()].match_indices(' ').map(|(space, _)| at.start + space + 1);
            let mut starts = std::iter::once(at.start).chain(starts);
            let is_one_word = !text[at.clone()].contains(' ');
            let is_name =
                !self.is_usual || is_one_word || place == Place::Address || starts.all(|s| folded.is_capital(s));
            let may_go_on = text[at.clone()].chars().count() >= INFLECTED;
            return is_name
                && is_cut(at.start, char::is_alphabetic)
                && (may_go_on || is_cut(at.end, char::is_alphabetic));
        }
        match place {
            Place::Bytes if !self.is_alone || self.is_usual => false,
            Place::Bytes => self.form == Form::Dense || is_word() && (self.form == Form::Long || is_capital()),
            Place::Text | Place::Address => match self.form {
                Form::Dense => true,
                _ if self.is_usual => is_word() && is_capital() && !is_beside_number(text, at),
                Form::Long | Form::Whole => true,
                Form::Short => is_word() && is_capital(),
            },
        }
    }
}

/// `2 May`, `May 2017`: a date, and nobody's name.
fn is_beside_number(text: &str, at: Range<usize>) -> bool {
    let is_gap = |c: char| c == ' ' || c == spelling::APART;
    let before = text[..at.start].trim_end_matches(is_gap).chars().next_back();
    let after = text[at.end..].trim_start_matches(is_gap).chars().next();
    before.is_some_and(char::is_numeric) || after.is_some_and(char::is_numeric)
}

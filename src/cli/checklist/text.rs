//! A checklist for people: what is there and where, then what is not and what to write, then whether that is enough.

use super::Asked;
use crate::check::Item;
use crate::cli::findings::counted;
use crate::cli::terminal::{CYAN, GREEN, RED, YELLOW, escaped};
use crate::diag::lines::Lines;
use crate::diag::{Colour, Level};
use crate::model::State;
use crate::model::demands::{Answer, Sort};
use crate::model::words::Word;
use clap::builder::styling::Style;
use unicode_width::UnicodeWidthStr;

impl Asked<'_> {
    /// The heading and the items, those that are missing last; without `shows_all` only what forbids it.
    pub(super) fn full(&self, shows_all: bool, colour: Colour) -> String {
        let items = &self.list.items;
        let width = items.iter().map(|item| name(item).width()).max().unwrap_or(0);
        let shown = items.iter().filter(|item| shows_all || self.forbids(item));
        let (there, missing): (Vec<&Item>, Vec<&Item>) = shown.partition(|item| item.is_there());
        let rows: String = there.into_iter().chain(missing).map(|item| self.rows(item, width, colour)).collect();
        let heading = if shows_all { self.heading() + "\n\n" } else { String::new() };
        let end = if rows.is_empty() { "" } else { "\n" };
        heading + &rows + end
    }

    /// Where an item is, or what it is and what to write.
    fn rows(&self, item: &Item, width: usize, colour: Colour) -> String {
        let (mark, style) = match (&item.demand.answer, self.list.missing) {
            (Answer::Given(_), _) => ("[x]", GREEN),
            (Answer::Unread(_), _) => ("[!]", RED),
            (Answer::Short | Answer::Missing, Some(Level::Error)) => ("[ ]", RED),
            (Answer::Short | Answer::Missing, Some(Level::Warning)) => ("[ ]", YELLOW),
            (Answer::Short | Answer::Missing, None) => ("[-]", GREEN),
        };
        let (mark, name) = (paint(mark, style, colour), name(item));
        let place = || paint(&self.place(item), CYAN, colour);
        match item.demand.answer {
            Answer::Given(_) => format!("  {mark} {name:width$}  {}\n", place()),
            Answer::Unread(_) => format!("  {mark} {name:width$}  {}  cannot be read\n", place()),
            Answer::Short | Answer::Missing => {
                let advice = item.demand.advice();
                format!("  {mark} {name:width$}  {}\n      {:width$}  {advice}\n", self.note(item), "")
            }
        }
    }

    /// A line an item: `path:line:col: given[summary]`.
    pub(super) fn concise(&self, shows_all: bool) -> String {
        let lines = Lines::new(&self.file.text);
        let path = escaped(&self.path());
        let line = |item: &Item| {
            let at = lines.position(item.place.or(self.list.word).unwrap_or_default());
            let advice = if item.is_there() { String::new() } else { format!(": {}", item.demand.advice()) };
            format!("{path}:{}:{}: {}[{}]{advice}\n", at.line, at.column, self.word(item), name(item))
        };
        self.list.items.iter().filter(|item| shows_all || self.forbids(item)).map(line).collect()
    }

    /// `2 of 9 missing, 1 error: not yet resolved`.
    pub(super) fn verdict(&self) -> String {
        let missing = match (self.list.count_missing(), self.list.missing) {
            (0, _) => "nothing missing".to_owned(),
            (count, None) => format!("{count} of {} left out, as `allow` or the config lets it", self.list.items.len()),
            (count, Some(_)) => format!("{count} of {} missing", self.list.items.len()),
        };
        let mut parts = if self.incident.is_some() { vec![missing] } else { Vec::new() };
        for (level, word) in [(Level::Error, "error"), (Level::Warning, "warning")] {
            let count = self.count(level);
            if count > 0 {
                parts.push(counted(count, word));
            }
        }
        let (key, word) = (self.state.key(), self.state.as_str());
        let what = match (self.list.holds(self.least), self.now() == Some(word), self.line_of_key()) {
            (false, ..) => format!("it may not be called {word} yet"),
            (true, true, Some(_)) => format!("it is {word}, and may be"),
            (true, _, Some(line)) => format!("write `{key}: {word}` at {}:{line}", escaped(&self.path())),
            (true, _, None) => format!("add `{key}: {word}` to {}", escaped(&self.path())),
        };
        format!("{}: {what}\n", parts.join(", "))
    }

    /// `Checkout returns 502 (2026-11-23-checkout), as resolved; now status: active, review: draft`.
    fn heading(&self) -> String {
        let word = self.state.as_str();
        let Some(incident) = self.incident else { return format!("{}, as {word}", escaped(&self.path())) };
        let called = [State::Status(incident.status), State::Review(incident.review)].into_iter();
        let called = called.filter(|state| !incident.is_unread(state.key()));
        let now: Vec<String> = called.map(|state| format!("{}: {}", state.key(), state.as_str())).collect();
        escaped(&format!("{} ({}), as {word}; now {}", incident.title, incident.id, now.join(", ")))
    }

    /// The word that it is called by now, if that can be read.
    pub(super) fn now(&self) -> Option<&'static str> {
        let incident = self.incident.filter(|incident| !incident.is_unread(self.state.key()))?;
        Some(match self.state {
            State::Status(_) => incident.status.as_str(),
            State::Review(_) => incident.review.as_str(),
        })
    }

    /// What to say of an item in one word.
    pub(super) fn word(&self, item: &Item) -> &'static str {
        match item.demand.answer {
            Answer::Given(_) => "given",
            Answer::Unread(_) => "unread",
            Answer::Short | Answer::Missing if self.list.missing.is_none() => "allowed",
            Answer::Short => "short",
            Answer::Missing => "missing",
        }
    }

    pub(super) fn path(&self) -> String {
        self.project.shown(&self.file.path)
    }

    pub(super) fn count(&self, level: Level) -> usize {
        self.list.findings.iter().filter(|found| found.level == level).count()
    }

    fn note(&self, item: &Item) -> String {
        let short = if item.demand.answer == Answer::Short { "One entry is too few. " } else { "" };
        let allowed = if self.list.missing.is_none() { " Left out: `missing-for-status` is silenced." } else { "" };
        format!("{short}{}{allowed}", item.demand.key.doc)
    }

    /// Whether an item is missing, and that forbids it.
    fn forbids(&self, item: &Item) -> bool {
        !item.is_there() && self.list.missing.is_some_and(|level| level >= self.least)
    }

    fn place(&self, item: &Item) -> String {
        let line = item.place.map(|byte| Lines::new(&self.file.text).position(byte).line);
        line.map_or_else(|| escaped(&self.path()), |line| format!("{}:{line}", escaped(&self.path())))
    }

    fn line_of_key(&self) -> Option<usize> {
        self.list.word.map(|byte| Lines::new(&self.file.text).position(byte).line)
    }
}

/// As records write it: `summary`, `{detected}`.
pub(super) fn name(item: &Item) -> String {
    let name = item.demand.key.name;
    match item.demand.sort {
        Sort::Key => name.to_owned(),
        Sort::Milestone => format!("{{{name}}}"),
    }
}

fn paint(text: &str, style: Style, colour: Colour) -> String {
    match colour {
        Colour::Ansi => format!("{style}{text}{style:#}"),
        Colour::Plain => text.to_owned(),
    }
}

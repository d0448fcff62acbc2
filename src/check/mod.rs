//! Checks records against rules, and says of each finding where it is and how it is mended. A rule is one file.

mod agreed;
mod checklist;
pub mod docs;
mod example;
mod finding;
mod levels;
mod locate;
mod names;
mod rules;
mod texts;
mod walk;
mod whole;

pub use checklist::{Checklist, Item, checklist};
pub use docs::explain;
pub use finding::{Finding, Findings, Found, Part, Subject};
pub use levels::Allowed;
pub use names::{Called, Names};
pub use rules::RULES;
pub use whole::{Whole, whole};

use crate::audience::Withheld;
use crate::config::Config;
use crate::diag::{Diagnostic, Level};
use crate::model::Incident;
use chrono::NaiveDate;

/// Something that a record can get wrong.
#[derive(Debug)]
pub struct Rule {
    /// The fault in kebab case, such as `end-before-start`.
    pub name: &'static str,
    /// The level of its findings, unless the config says otherwise.
    pub level: Level,
    /// One line for lists.
    pub summary: &'static str,
    /// Why it matters, and what to do; Markdown.
    pub why: &'static str,
    /// A record, or a config, that breaks the rule; the faulty line ends in `# <-`.
    pub bad: Example,
    /// The same, mended.
    pub good: Example,
    /// How it is found.
    pub check: Check,
}

/// The files of an example.
#[derive(Clone, Copy, Debug)]
pub enum Example {
    /// One `.yaml` record.
    Yaml(&'static str),
    /// One `.md` record.
    Markdown(&'static str),
    /// `minutebook.yaml`, beside a record that is fine.
    Config(&'static str),
    /// Several files, by their paths.
    Files(&'static [(&'static str, &'static str)]),
    /// The bytes of one file, where text could not show the fault; with the line it is at.
    Bytes(&'static [u8], usize),
    /// One `.yaml` record too large to be written down: what makes it; with the line the fault is at.
    Made(fn() -> Vec<u8>, usize),
}

/// How a rule's findings come about.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// The reader finds them on its way; such a value is not read, so an error cannot be silenced.
    Reading,
    /// The driver finds them, once all others are there.
    Driver,
    /// Looks at one record.
    Record(fn(&Subject<'_>, &mut Findings)),
    /// Looks at one record on a day.
    Today(fn(&Subject<'_>, NaiveDate, &mut Findings)),
    /// Looks in one record for the names that any record withholds.
    Withheld(fn(&Incident, &Withheld, &mut Findings)),
    /// Looks at what one record is called and names, beside what all records are called.
    Archive(fn(&Called, &Names, &mut Findings)),
    /// Looks at the settings.
    Config(fn(&Config, &Withheld, &mut Findings)),
}

/// The rule of a name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// What findings are settled by beside the record itself.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The project's settings.
    pub config: &'a Config,
    /// The day on which rules that need one are run; without it they are not.
    pub today: Option<NaiveDate>,
}

/// What the rules about one record find in it; the day is for those that need one. It holds until the record or the
/// settings change.
#[must_use]
pub fn record(subject: &Subject<'_>, today: Option<NaiveDate>) -> Vec<Found> {
    let run = |rule: &Rule, findings: &mut Findings| match (rule.check, today) {
        (Check::Record(run), _) => run(subject, findings),
        (Check::Today(run), Some(today)) => run(subject, today, findings),
        (
            Check::Reading
            | Check::Driver
            | Check::Withheld(_)
            | Check::Archive(_)
            | Check::Config(_)
            | Check::Today(_),
            _,
        ) => {}
    };
    walk(run)
}

/// The withheld names that the rules find in one record. It holds until the record or the names change.
#[must_use]
pub fn withheld(incident: &Incident, withheld: &Withheld) -> Vec<Found> {
    walk(|rule, findings| {
        if let Check::Withheld(run) = rule.check {
            run(incident, withheld, findings);
        }
    })
}

/// What the rules about all records find in one of them. It holds until the record changes, or what others are called.
#[must_use]
pub fn beside(called: &Called, names: &Names) -> Vec<Found> {
    walk(|rule, findings| {
        if let Check::Archive(run) = rule.check {
            run(called, names, findings);
        }
    })
}

/// What a record silences, itself and in its entries.
#[must_use]
pub fn allowed(incident: &Incident) -> Vec<Allowed> {
    levels::allowed(incident)
}

/// What the rules about the settings find.
#[must_use]
pub fn config(config: &Config, withheld: &Withheld) -> Vec<Found> {
    walk(|rule, findings| {
        if let Check::Config(run) = rule.check {
            run(config, withheld, findings);
        }
    })
}

/// Everything that is wrong with one file: what reading it found, and what the rules found.
///
/// What the record allows is left out, levels are set as the config says, and each finding is at its bytes: `text` is
/// parsed again only where there is something to show.
#[must_use]
pub fn settle(
    path: &str,
    text: &str,
    allowed: &[Allowed],
    mut read: Vec<Diagnostic>,
    found: Vec<Found>,
    context: Context<'_>,
) -> Vec<Diagnostic> {
    let kept = levels::silence(allowed, context, found, &mut read);
    if !kept.is_empty() {
        read.extend(locate::locate(path, text, kept));
    }
    levels::set(context.config, &mut read);
    read.sort_by(|a, b| (a.primary.span.start, a.rule).cmp(&(b.primary.span.start, b.rule)));
    read.dedup();
    read
}

/// Every finding of the rules that `run` runs, in the order of their names.
fn walk(run: impl Fn(&Rule, &mut Findings)) -> Vec<Found> {
    let mut found = Vec::new();
    for rule in RULES {
        let mut findings = Findings::default();
        run(rule, &mut findings);
        found.extend(findings.0.into_iter().map(|finding| Found { rule, finding }));
    }
    found
}

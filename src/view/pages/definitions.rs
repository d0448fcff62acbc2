//! The page that says what the words and numbers of the site mean.

use super::scaffold::frame;
use crate::metrics::METRICS;
use crate::model::words::{Milestone, Review, Status, Word};
use crate::view::definitions::{DefinitionsPage, SeverityTerm, Term, TimeForm};
use crate::view::minutes::{When, WhenKind};
use crate::view::page::{Inputs, PageKind, single};
use crate::view::row::of_rank;
use crate::view::{View, values, words};

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "definitions",
    paths: |_| single(&PAGE, "about/index.html"),
    inputs: |index, key| index.bare(key),
    view: |inputs| View::Definitions(Box::new(view(inputs))),
};

fn view(inputs: &Inputs<'_>) -> DefinitionsPage {
    let config = inputs.config;
    let severities = config.severities.iter().enumerate().map(|(rank, step)| SeverityTerm {
        severity: of_rank(config, rank),
        description: step.description.as_deref().map(values::unmarked),
    });
    let metrics = METRICS.iter().map(|metric| Term {
        anchor: metric.id.replace('_', "-"),
        name: metric.name.to_owned(),
        meaning: values::unmarked(metric.definition),
    });
    DefinitionsPage {
        frame: frame(inputs, Some("Definitions"), "What the words and numbers of this site mean.".to_owned()),
        severities: severities.collect(),
        statuses: terms::<Status>("status"),
        reviews: terms::<Review>("review"),
        milestones: terms::<Milestone>("milestone"),
        metrics: metrics.collect(),
        times: times(),
        zone: config.defaults.timezone.name().to_owned(),
    }
}

fn terms<W: Word>(prefix: &str) -> Vec<Term> {
    let term = |(_, word, meaning): &(W, &str, &str)| Term {
        anchor: format!("{prefix}-{}", word.replace('_', "-")),
        name: values::sentence_case(word),
        meaning: format!("{}.", words::capitalised(meaning)),
    };
    W::WORDS.iter().map(term).collect()
}

/// One example of each form.
fn times() -> Vec<TimeForm> {
    let form = |written: &str, kind: WhenKind, shown: &str, meaning: &str| TimeForm {
        written: written.to_owned(),
        when: When { kind, parts: values::line(shown), ..When::default() },
        meaning: meaning.to_owned(),
    };
    vec![
        form("18:59", WhenKind::Exact, "18:59", "That minute, in the record's zone."),
        form("20:05:51", WhenKind::Exact, "20:05:51", "That second."),
        form(
            "about 18:59",
            WhenKind::About,
            "~18:59",
            "Some minutes either way; the record or the site says how many.",
        ),
        form(
            "before 19:00",
            WhenKind::About,
            "before 19:00",
            "Not at 19:00 or later. By 19:00 allows that minute too.",
        ),
        form("after 19:10", WhenKind::About, "after 19:10", "Not at 19:10 or earlier."),
        form("18:45..19:00", WhenKind::Span, "18:45–19:00", "One moment somewhere inside; both ends count."),
        form("down +11m", WhenKind::Span, "+11 min", "So long after another entry, however uncertain that one is."),
        form("2017-11-29", WhenKind::Span, "29 Nov", "Some time that day; likewise a month or a year."),
        form(
            "unknown",
            WhenKind::Span,
            "unknown",
            "Nobody knows or nobody said. It is never the same as not recorded.",
        ),
    ]
}

//! Small pages that show every section, written by hand. What they say is shaped like a real record and made up.

use crate::view::archive::{
    ArchivePage, Bar, EarlierYear, IncidentRow, SeverityFilter, Strip, StripDrawing, StripLabel, StripMark, StripMonth,
    StripYear, Year,
};
use crate::view::definitions::{DefinitionsPage, SeverityTerm, Term, TimeForm};
use crate::view::frame::{Frame, NavItem};
use crate::view::minutes::{When, WhenKind};
use crate::view::plain::{NotFoundPage, RedirectPage, Robots, Sitemap};
use crate::view::shown::{Badge, BadgeTone, Citation, Link, Markdown, Part, Px, Report, Severity};
use crate::view::{View, incident};

/// One page of each kind, with its path in the site.
pub(super) fn pages() -> Vec<(&'static str, View)> {
    vec![
        ("index.html", View::Archive(Box::new(archive()))),
        ("incidents/2017-11-02-gone/index.html", View::Incident(Box::new(super::sample_incident::page()))),
        ("about/index.html", View::Definitions(Box::new(definitions()))),
        ("incidents/gone/index.html", View::Redirect(redirect())),
        ("404.html", View::NotFound(not_found())),
        ("robots.txt", View::Robots(Robots { sitemap: Some(text("https://example.org/sitemap.xml")) })),
        ("sitemap.xml", View::Sitemap(Sitemap { urls: vec![text("https://example.org/index.html")] })),
    ]
}

/// What stands around a page `depth` folders deep.
pub(super) fn frame(depth: usize, title: &str) -> Frame {
    let item = |label: &str, path: &str| NavItem {
        label: text(label),
        path: text(path),
        is_current: depth == 0 && path == "index.html",
    };
    Frame {
        root: "../".repeat(depth),
        site: text("The Minutebook"),
        title: format!("{title} · The Minutebook"),
        description: markdown("Incidents, *minute by minute*."),
        canonical: Some(text("https://example.org/index.html")),
        nav: vec![item("Incidents", "index.html"), item("About", "about/index.html")],
        version: text("0.1.0"),
    }
}

pub(super) fn text(text: &str) -> String {
    text.to_owned()
}

pub(super) fn markdown(text: &str) -> Markdown {
    Markdown(text.to_owned())
}

pub(super) fn words(text: &str) -> Part {
    Part { text: text.to_owned(), ..Part::default() }
}

/// A clock time of the day of the sample, at `UTC` on that day.
pub(super) fn clock(text: &str, utc: &str) -> Part {
    Part { text: text.to_owned(), spoken: None, datetime: Some(format!("2017-11-02T{utc}Z")) }
}

pub(super) fn sign(text: &str, spoken: &str) -> Part {
    Part { text: text.to_owned(), spoken: Some(spoken.to_owned()), datetime: None }
}

pub(super) fn day(text: &str, date: &str) -> Part {
    Part { text: text.to_owned(), spoken: None, datetime: Some(date.to_owned()) }
}

pub(super) fn cite(numbers: &[u8]) -> Vec<Citation> {
    numbers.iter().map(|number| Citation { label: format!("S{number}"), anchor: format!("s{number}") }).collect()
}

pub(super) fn says(words: Part, numbers: &[u8]) -> Report {
    Report { words: vec![words], sources: cite(numbers) }
}

pub(super) fn link(label: &str, href: &str) -> Link {
    Link { label: text(label), href: text(href) }
}

pub(super) fn severity(rank: usize) -> Severity {
    let name = ["Critical", "Major", "Minor", "Low"][rank - 1];
    let look = u8::try_from(rank).expect("there are four");
    Severity { look, rank, code: format!("SEV {rank}"), name: text(name) }
}

fn archive() -> ArchivePage {
    let row = |anchor: &str, title: &str, rank, bar, path: &str| IncidentRow {
        anchor: text(anchor),
        path: text(path),
        day: Some(day("2 Nov", "2017-11-02")),
        subject: Some(text("Twitter")),
        title: text(title),
        summary: Some(markdown("A support contractor on the last shift set a `deactivation` in motion.")),
        severity: Some(severity(rank)),
        badges: vec![Badge { label: text("Draft"), tone: BadgeTone::Dashed }],
        tags: vec![text("human action"), text("internal tool")],
        duration: text("11 min"),
        bar: Some(Bar { look: 2, least: Some(Px(bar)), most: Some(Px(bar + 40.0)), is_open: true }),
        note: Some(text("mitigated in 11 min")),
    };
    let gone = row("i-gone", "Account gone for eleven minutes", 2, 62.25, "incidents/2017-11-02-gone/index.html");
    let others = (1..=4).filter(|rank| *rank != 2).map(|rank| {
        row(&format!("i-other-{rank}"), "Checkout returns 502", rank, 120.0, "incidents/2017-11-02-gone/index.html")
    });
    let year =
        Year { label: text("2017"), anchor: text("y2017"), incidents: [gone].into_iter().chain(others).collect() };
    ArchivePage {
        frame: frame(0, "Incidents"),
        lede: text("Four incidents, minute by minute."),
        span: Some(text("From eleven minutes to forty hours.")),
        standfirst: Some(markdown("What went wrong, and when.")),
        strip: Some(Strip {
            caption: text("One mark per incident, by day of the year. Larger marks lasted longer."),
            wide: drawing(1120.0, 1100.0, 88.33),
            narrow: drawing(358.0, 346.0, 25.5),
        }),
        filters: [1, 2].map(|rank| SeverityFilter { severity: severity(rank), count: 1 }).to_vec(),
        count: text("4 incidents"),
        years: vec![year],
        crumbs: vec![link("Incidents", "../index.html")],
        earlier: vec![EarlierYear {
            label: text("2016"),
            path: text("incidents/2017-11-02-gone/index.html"),
            count: 12,
        }],
        older: Some(link("2016", "incidents/2017-11-02-gone/index.html")),
        newer: Some(link("2018", "incidents/2017-11-02-gone/index.html")),
    }
}

fn drawing(width: f64, right: f64, month: f64) -> StripDrawing {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let x = |at: f64| 40.0 + at * month;
    let months = (0..12_u8).zip(names).filter(|(at, _)| width > 720.0 || at % 3 == 0);
    let mark = |look: u8| StripMark {
        href: text("#i-gone"),
        look,
        x: Px(x(2.3 * f64::from(look))),
        y: Px(34.0),
        r: Px(4.0 + f64::from(look)),
        label: (width > 720.0).then(|| StripLabel {
            x: Px(x(2.3 * f64::from(look)) + 14.0),
            y: Px(38.0),
            ends: false,
            text: text("Checkout, 11 min"),
        }),
    };
    StripDrawing {
        width: Px(width),
        height: Px(70.0),
        top: Px(20.0),
        foot: Px(66.0),
        left: Px(40.0),
        right: Px(right),
        months: months
            .map(|(at, name)| StripMonth {
                x: Px(x(at.into())),
                label_x: Px(x(at.into()) + 4.0),
                label: Some(text(name)),
            })
            .collect(),
        years: vec![
            StripYear { y: Px(34.0), label_y: Px(38.0), label: text("2017"), is_empty: false },
            StripYear { y: Px(54.0), label_y: Px(58.0), label: text("2016"), is_empty: true },
        ],
        marks: (0..=4).map(mark).collect(),
    }
}

fn definitions() -> DefinitionsPage {
    let term = |anchor: &str, name: &str, meaning: &str| Term {
        anchor: text(anchor),
        name: text(name),
        meaning: text(meaning),
    };
    let form = |written: &str, kind, parts, meaning: &str| TimeForm {
        written: text(written),
        when: When { kind, parts, ..When::default() },
        meaning: text(meaning),
    };
    DefinitionsPage {
        frame: frame(1, "Definitions"),
        severities: (1..=4)
            .map(|rank| SeverityTerm { severity: severity(rank), description: (rank > 1).then(|| text("As agreed.")) })
            .collect(),
        statuses: vec![term("status-active", "Active", "It is going on.")],
        reviews: vec![term("review-draft", "Draft", "Somebody is writing.")],
        milestones: vec![term("impact-start", "Impact start", "Somebody was first affected.")],
        metrics: vec![
            term("duration", "Down", "How long something was impaired."),
            term("time-to-detect", "Time to detect", "From the start of the impact to detection; it may be negative."),
        ],
        times: vec![
            form("18:59", WhenKind::Exact, vec![clock("18:59", "22:59")], "That minute."),
            form(
                "about 18:59",
                WhenKind::About,
                vec![sign("~", "about "), clock("18:59", "22:59")],
                "Five minutes around.",
            ),
            form("2017-11-29", WhenKind::Span, vec![day("29 Nov", "2017-11-29")], "Some time that day."),
        ],
        zone: text("UTC"),
    }
}

fn redirect() -> RedirectPage {
    let target = link("Account gone for eleven minutes", "../2017-11-02-gone/index.html");
    RedirectPage { frame: frame(2, "Moved"), old_id: text("gone"), target }
}

fn not_found() -> NotFoundPage {
    let recent = vec![link("Account gone for eleven minutes", "incidents/2017-11-02-gone/index.html")];
    NotFoundPage { frame: frame(0, "Not found"), recent }
}

/// A section of the page of an incident.
pub(super) fn section(anchor: &str, heading: &str, content: incident::Content) -> incident::Section {
    incident::Section { anchor: text(anchor), heading: text(heading), content }
}

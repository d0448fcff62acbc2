//! The sample page of an incident: every kind of section and of row.

use super::sample::{cite, clock, day, frame, link, markdown, says, section, severity, sign, text, words};
use crate::view::impact::{AccountRow, ImpactSection, MeasureRow, SegmentRow};
use crate::view::incident::{
    Content, CorrectionRow, Corrections, Doubt, Doubts, Fact, FactTone, IncidentPage, Need, Needs, NeedsStage,
    Neighbour, Pair, Pairs, Point, Points, Prose, RecordFact, Section, SourceRow, Sources, Via, Withdrawn,
};
use crate::view::minutes::{
    Actor, Edge, Event, Gap, Group, MilestoneTag, Minutes, Rail, Row, Tick, Tone, When, WhenKind,
};
use crate::view::remediation::{Due, ItemMark, ItemRow, RemediationSection};
use crate::view::shown::{Badge, BadgeTone, Citation, Part, Report};

pub(super) fn page() -> IncidentPage {
    let badge = |label: &str, tone| Badge { label: text(label), tone };
    let near = |title: &str| Neighbour {
        title: text(title),
        date: Some(text("31 Jan 2017")),
        href: text("../2017-11-02-gone/index.html"),
    };
    IncidentPage {
        frame: frame(2, "Account gone for eleven minutes"),
        crumbs: vec![link("Incidents", "../../index.html"), link("2017", "../../index.html#y2017")],
        severity: Some(severity(2)),
        badges: vec![
            badge("Resolved", BadgeTone::Quiet),
            badge("Active", BadgeTone::Live),
            badge("Draft", BadgeTone::Dashed),
        ],
        id: text("2017-11-02-gone"),
        date: Some(day("Thursday 2 November 2017", "2017-11-02")),
        title: text("@account, offline for eleven minutes"),
        deck: Some(markdown(
            "On the last shift a support contractor acted on a report and set in motion the *deactivation* of an \
             account. It was back eleven minutes later. The sources agree on the length and disagree about the minute.",
        )),
        deck_sources: cite(&[1]),
        withdrawn: Some(Withdrawn { reason: Some(text("Merged into another record.")) }),
        figure: None,
        facts: facts(),
        sections: sections(),
        record: vec![
            RecordFact { label: text("Incident zone"), value: text("America/New_York, UTC−4") },
            RecordFact { label: text("People"), value: text("Shown by role. Names are withheld.") },
        ],
        formats: vec![link("YAML", "record.yaml"), link("JSON", "record.json")],
        previous: Some(near("The wrong folder is deleted")),
        next: Some(near("A drill is sent as a live alert")),
    }
}

fn facts() -> Vec<Fact> {
    let fact = |label: &str, value: &str, tone, note: Option<&str>, anchor: &str| Fact {
        label: text(label),
        value: text(value),
        tone,
        note: note.map(text),
        definition: format!("{label}, counted from the start of the impact."),
        anchor: text(anchor),
    };
    vec![
        fact("Down", "11 min", FactTone::Hit, Some("start 18:45–19:00 EDT; length stated by the company"), "duration"),
        fact("Time to detect", "≤ 15 min", FactTone::Plain, Some("noticed before 19:00"), "time-to-detect"),
        fact("Time to mitigate", "11 min", FactTone::Plain, Some("restored by 19:03"), "time-to-detect"),
        fact("Time to resolve", "unknown", FactTone::None, None, "time-to-detect"),
        fact("Time to public notice", "65–80 min", FactTone::Plain, Some("notice at 20:05"), "time-to-detect"),
    ]
}

fn sections() -> Vec<Section> {
    let prose = |words: &str| Content::Prose(Prose { text: markdown(words), sources: cite(&[2]) });
    vec![
        section("timeline", "Minute by minute", Content::Timeline(timeline())),
        section("impact", "Impact", Content::Impact(impact())),
        section(
            "trigger",
            "Trigger",
            prose("A user’s report reached the contractor’s queue.[^1]\n\n[^1]: So it is said."),
        ),
        section("factors", "Contributing factors", Content::Points(points())),
        section("remediation", "Remediation", Content::Remediation(remediation())),
        section(
            "more",
            "More",
            prose("## Notes\n\n- one\n- two\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> [!NOTE]\n> Read.\n"),
        ),
        section("uncertain", "What is uncertain", Content::Doubts(doubts())),
        section("needs", "What this record still needs", Content::Needs(needs())),
        section("relations", "Relations", Content::Pairs(pairs())),
        section("sources", "Sources", Content::Sources(sources())),
        section("corrections", "Corrections", Content::Corrections(corrections())),
    ]
}

fn timeline() -> Minutes {
    let groups = vec![
        Group {
            heading: text("Before"),
            day: Some(text("2017-11-02")),
            rows: vec![before(), Row::Gap(Gap { text: text("10 min later"), rail: Rail::Up })],
        },
        Group { heading: text("The eleven minutes, inside these twenty-six"), day: None, rows: outage() },
        Group { heading: text("Afterwards"), day: None, rows: after() },
    ];
    Minutes {
        zone: Some(text("New York (EDT)")),
        first_day: Some(text("2017-11-02")),
        note: Some(text("Hatched: the outage may have touched these minutes.")),
        groups,
    }
}

fn event(id: &str, kind: WhenKind, parts: Vec<Part>, note: &str, headline: &str) -> Event {
    Event {
        id: text(id),
        when: When { kind, parts, note: Some(text(note)), ..When::default() },
        headline: markdown(headline),
        sources: cite(&[1, 2]),
        ..Event::default()
    }
}

fn before() -> Row {
    let parts = vec![sign("~", "about "), clock("18:35", "22:35")];
    let last = event("t=18:35", WhenKind::About, parts, "22:35 UTC", "Last post before the outage");
    Row::Event(Box::new(Event {
        text: Some(markdown("On the *Federal Reserve*. See [the post](https://example.org/).")),
        ..last
    }))
}

fn outage() -> Vec<Row> {
    let parts = vec![clock("18:45", "22:45"), sign("–", " to "), clock("19:00", "23:00")];
    let start = Event {
        rail: Rail::Up,
        tone: Tone::Hit,
        text: Some(markdown("No official minute was published; reports put it between 18:45 and 19:00 EDT.")),
        milestones: vec![MilestoneTag { label: text("Start"), tone: Tone::Hit }],
        actor: Some(Actor { label: text("Contractor, trust and safety"), is_withheld: true }),
        details: vec![vec![words("until "), clock("19:11", "23:11")]],
        ..event("t=18:45/19:00", WhenKind::Span, parts, "some minute", "Account deactivated")
    };
    let tick = |minute: u32| {
        let notes = match minute {
            45 => vec![says(words("Earliest start in any report"), &[4])],
            50 => vec![says(words("Gone, in two reports"), &[1, 3]), says(words("back by now, in one"), &[4])],
            _ => Vec::new(),
        };
        let shown = format!("18:{minute}");
        let edge = if minute == 45 { Edge::First } else { Edge::Inner };
        let parts = vec![clock(&shown, &format!("22:{minute}"))];
        let when = When { kind: WhenKind::Exact, parts, ..When::default() };
        let turn = (minute == 45).then(|| text("Possibly impaired from here"));
        Row::Tick(Tick { id: format!("t={shown}"), when, rail: Rail::Maybe, turn, edge, notes })
    };
    let parts = vec![words("+11 min")];
    let end = Event {
        rail: Rail::Maybe,
        edge: Edge::Last,
        tone: Tone::Good,
        milestones: vec![MilestoneTag { label: text("Mitigated"), tone: Tone::Good }],
        ..event("t=up", WhenKind::About, parts, "after the start", "Account restored")
    };
    [Row::Event(Box::new(start))].into_iter().chain((45..=59).map(tick)).chain([Row::Event(Box::new(end))]).collect()
}

fn after() -> Vec<Row> {
    let statement = Event {
        text: Some(markdown("Human error, inadvertent, eleven minutes, restored.")),
        milestones: vec![MilestoneTag { label: text("Public notice"), tone: Tone::Plain }],
        actor: Some(Actor { label: text("Platform"), is_withheld: false }),
        post: Some(link("Post on example.org", "https://example.org/1")),
        causes: vec![link("18:45–19:00", "#t=18:45/19:00")],
        ..event("t=20:05:51", WhenKind::Exact, vec![clock("20:05:51", "23:59:51")], "00:05:51 UTC", "First statement")
    };
    let parts = vec![day("29 Nov", "2017-11-29")];
    let down = Event {
        rail: Rail::Down,
        edge: Edge::First,
        tone: Tone::Hit,
        ..event("t=20:10", WhenKind::Exact, vec![clock("20:10", "23:59")], "00:10 UTC", "Down again")
    };
    let up = Event {
        rail: Rail::Down,
        edge: Edge::Last,
        tone: Tone::Good,
        ..event("t=20:11", WhenKind::Exact, vec![clock("20:11", "23:59")], "00:11 UTC", "Up again")
    };
    let speaks = event("t=2017-11-29", WhenKind::Span, parts, "day only", "The contractor speaks");
    let gap = Gap { text: text("26 d later"), rail: Rail::Open };
    vec![
        Row::Event(Box::new(statement)),
        Row::Event(Box::new(down)),
        Row::Event(Box::new(up)),
        Row::Gap(gap),
        Row::Event(Box::new(speaks)),
    ]
}

fn impact() -> ImpactSection {
    let segment = SegmentRow {
        from: vec![clock("18:45", "22:45"), sign("–", " to "), clock("19:00", "23:00")],
        to: vec![words("+11 min")],
        length: text("11 min"),
        affects: text("@account"),
        level: Some(text("major")),
        accounts: Some(text("1")),
        sources: cite(&[1]),
    };
    let account = AccountRow {
        name: text("@account"),
        platform: Some(text("twitter")),
        followers: text("41,700,000"),
        reports: vec![says(words("41.7 million"), &[1]), says(words("over 41 million"), &[2, 3])],
        sources: cite(&[1]),
    };
    let measure = MeasureRow {
        name: text("Follower-minutes"),
        value: text("458,700,000"),
        note: Some(text("followers × minutes, an upper bound of the audience")),
        reports: vec![says(words("over 450 million"), &[2])],
        sources: cite(&[1]),
    };
    ImpactSection {
        description: Some(markdown("The profile and its posts stopped resolving.")),
        sources: cite(&[3]),
        segments: vec![segment],
        has_levels: true,
        has_accounts: true,
        accounts: vec![account],
        measures: vec![measure],
    }
}

fn points() -> Points {
    let point = |lead: &str, words: &str| Point {
        lead: Some(text(lead)),
        text: markdown(words),
        details: vec![text("latent since 2016")],
        sources: cite(&[3]),
    };
    Points {
        items: vec![
            point("Process", "One reviewer could *deactivate* a head of state’s account alone."),
            point("Organisational", "Staff in the hundreds held the right."),
        ],
    }
}

fn remediation() -> RemediationSection {
    let item = |anchor: &str, status: &str, mark, due: Option<&str>| ItemRow {
        anchor: text(anchor),
        title: markdown("Full internal review"),
        kind: Some(text("process")),
        status: text(status),
        mark,
        owner: (status != "Open").then(|| text("trust and safety")),
        due: due.map(|date| Due { text: text("4 Dec 2017"), late_after: Some(text(date)) }),
        notes: vec![text("done 4 Dec 2017")],
        factors: vec![text("One reviewer could deactivate an account alone.")],
        link: Some(link("TS-4711", "https://example.org/4711")),
        sources: cite(&[2]),
    };
    RemediationSection {
        none_because: Some(markdown("There is nothing to do.")),
        has_owners: true,
        has_dues: true,
        items: vec![
            item("r1", "Open", ItemMark::Open, Some("2017-12-04")),
            item("r2", "In progress", ItemMark::Progress, None),
            item("r3", "Done", ItemMark::Done, None),
            item("r4", "Declined", ItemMark::None, None),
        ],
    }
}

fn doubts() -> Doubts {
    let doubt = Doubt {
        question: text("Start of the impact"),
        reports: vec![
            report(vec![sign("~", "about "), clock("18:45", "22:45")], &[4]),
            report(vec![words("before "), clock("19:00", "23:00")], &[1, 2]),
        ],
        shown: vec![clock("18:45", "22:45"), sign("–", " to "), clock("19:00", "23:00")],
    };
    Doubts { items: vec![doubt] }
}

fn report(words: Vec<Part>, numbers: &[u8]) -> Report {
    Report { words, sources: cite(numbers) }
}

fn needs() -> Needs {
    let need = Need {
        key: text("impact_end"),
        asks: text("when nobody was affected any longer"),
        rule: text("missing-for-status"),
    };
    Needs {
        intro: text("Complete for an active incident. One more thing is asked for."),
        stages: vec![NeedsStage { stage: text("resolved"), items: vec![need] }],
    }
}

fn pairs() -> Pairs {
    let caused =
        Pair { label: text("Caused by"), links: vec![link("Another", "../2017-11-02-gone/index.html")], text: None };
    let lead = Pair { label: text("Incident commander"), links: Vec::new(), text: Some(text("the on-call")) };
    Pairs { items: vec![caused, lead] }
}

fn sources() -> Sources {
    let source = |number: u8, href: Option<&str>| SourceRow {
        citation: Citation { label: format!("S{number}"), anchor: format!("s{number}") },
        publisher: Some(text("TechCrunch")),
        title: text("Meet the man who did it"),
        href: href.map(text),
        via: Some(Via { label: text("archive.example"), href: href.map(text) }),
        archived: href.map(text),
        dates: vec![text("29 Nov 2017"), text("read 22 Nov 2026")],
    };
    Sources { items: (1..=4).map(|number| source(number, (number != 2).then_some("https://example.org/2"))).collect() }
}

fn corrections() -> Corrections {
    let row = CorrectionRow {
        date: Some(day("23 Nov 2026", "2026-11-23")),
        what: markdown("Tied the end to the start."),
        why: Some(markdown("No minute is stated for *either*.")),
        sources: cite(&[1]),
    };
    Corrections { items: vec![row] }
}

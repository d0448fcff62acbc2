//! What the three charts of an incident cost: `cargo bench --bench timeline`. Prints the table of `benches/README.md`.
//!
//! The cost is that of the figure's numbers and words, and the difference between rendering the page with it and without. Each
//! is the least of many runs, since other work on a machine only ever adds. With a number, the charts of a record are
//! made so often and nothing is measured: for `valgrind --tool=callgrind`. A second number chooses the record.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that fails is to stop, and its result is printed"
)]

mod records;

use minutebook::audience;
use minutebook::config::Config;
use minutebook::model::Incident;
use minutebook::pipeline;
use minutebook::render::Renderer;
use minutebook::source::{SourceFile, Sources};
use minutebook::view::incident::{Content, IncidentPage};
use minutebook::view::minutes::Minutes;
use minutebook::view::{Contents, Incidents, Index, Row, View, timeline};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What the three charts may add to making a page, in microseconds.
const MOST_MICROSECONDS: f64 = 60.0;

/// What each chart may add to a page, in bytes.
const MOST_BYTES: usize = 12_000;

/// Runs of each measurement; the least counts.
const RUNS: usize = 20_000;

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|arg| arg.parse::<usize>().ok());
    let renderer = Renderer::new(&[]).unwrap();
    if let Some(rounds) = numbers.next() {
        let (_, record) = records::records().remove(numbers.next().unwrap_or(0));
        with_page(&record, |incident, config, page| repeat(rounds, &renderer, incident, config, page));
        return;
    }
    println!("| Record of 25 entries | Numbers and words | Rendering | Together | Bytes at 1120, 700, 358 px |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    for (name, record) in records::records() {
        with_page(&record, |incident, config, page| measure(name, &renderer, incident, config, page));
    }
    println!("\nAt most {MOST_MICROSECONDS} µs together, and {MOST_BYTES} bytes at each width.");
}

/// Makes the page of a record and hands it on.
fn with_page(record: &str, then: impl FnOnce(&Incident, &Config, IncidentPage)) {
    let file = SourceFile::new("incidents/a.yaml", record.as_bytes().to_vec());
    let sources = Sources { records: vec![file], ..Sources::default() };
    let checked = pipeline::check(&sources, None);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    let edition = audience::project(&checked.archive, &checked.config, checked.config.outermost());
    let incident = &edition.incidents()[0];
    let mut contents = Contents::default();
    contents.insert(Arc::new(Row::of(incident, &checked.config)));
    let index = Index::new(&contents, Incidents::One(incident), &checked.config);
    let key = index.pages().into_iter().find(|key| key.kind.name == "incident").unwrap();
    let View::Incident(page) = (key.kind.view)(&(key.kind.inputs)(&index, &key)) else { panic!("no page") };
    then(incident, &checked.config, *page);
}

fn measure(name: &str, renderer: &Renderer, incident: &Incident, config: &Config, page: IncidentPage) {
    let list = list(&page);
    let numbers = least(|| {
        black_box(timeline::figure(incident, config, &list));
    });
    let without = View::Incident(Box::new(IncidentPage { figure: None, ..page.clone() }));
    let with = View::Incident(Box::new(page));
    let mut out = Vec::with_capacity(1 << 20);
    let mut render = |view: &View| {
        out.clear();
        renderer.render(view, &mut out).unwrap();
    };
    // In turns, so that both meet the same machine.
    let (mut whole, mut bare) = (Duration::MAX, Duration::MAX);
    for _ in 0..RUNS {
        whole = whole.min(time(|| render(&with)));
        bare = bare.min(time(|| render(&without)));
    }
    let rendering = whole.saturating_sub(bare);
    let bytes = sizes(renderer, &with);
    let us = |time: Duration| time.as_secs_f64() * 1e6;
    println!(
        "| {name} | {:.1} µs | {:.1} µs | **{:.1} µs** | {} |",
        us(numbers),
        us(rendering),
        us(numbers + rendering),
        bytes.map(|size| size.to_string()).join(", "),
    );
}

/// Makes the charts so often, and writes the page each time.
fn repeat(rounds: usize, renderer: &Renderer, incident: &Incident, config: &Config, mut page: IncidentPage) {
    let list = list(&page);
    // Nothing but the figure is on the page.
    page = IncidentPage { frame: page.frame, ..IncidentPage::default() };
    let mut out = Vec::new();
    for _ in 0..rounds {
        out.clear();
        page.figure = timeline::figure(incident, config, &list);
        let view = View::Incident(Box::new(page.clone()));
        renderer.render(black_box(&view), &mut out).unwrap();
    }
}

/// The list that stands under the figure.
fn list(page: &IncidentPage) -> Minutes {
    let lists = page.sections.iter().filter_map(|section| match &section.content {
        Content::Timeline(list) => Some(list.clone()),
        _ => None,
    });
    lists.into_iter().next().unwrap()
}

/// The bytes of each of the three charts.
fn sizes(renderer: &Renderer, view: &View) -> [usize; 3] {
    let mut out = Vec::new();
    renderer.render(view, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    ["wide", "mid", "narrow"].map(|class| {
        let begin = text.find(&format!("<svg class=\"{class}\"")).unwrap();
        text[begin..].find("</svg>").unwrap() + "</svg>".len()
    })
}

fn least(mut run: impl FnMut()) -> Duration {
    (0..RUNS).map(|_| time(&mut run)).min().unwrap()
}

fn time(run: impl FnOnce()) -> Duration {
    let began = Instant::now();
    run();
    began.elapsed()
}

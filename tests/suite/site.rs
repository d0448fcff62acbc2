//! The pages of a site, from records to bytes.

use minutebook::source::{SourceFile, Sources, load};
use minutebook::{audience, pipeline};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Every file of a site, by path.
pub(crate) type Site = BTreeMap<String, Vec<u8>>;

/// The site of some files, for the outermost audience; the files must be without errors.
pub(crate) fn site(files: &[(&str, &str)]) -> Site {
    let file = |path: &str, text: &str| SourceFile::new(path, text.as_bytes().to_vec());
    let mut sources = Sources::default();
    for (path, text) in files {
        match *path {
            "minutebook.yaml" => sources.config = Some(file(path, text)),
            _ => sources.records.push(file(path, text)),
        }
    }
    press(&sources)
}

fn press(sources: &Sources) -> Site {
    let checked = pipeline::check(sources, None);
    assert!(checked.diagnostics.is_empty(), "the records are clean: {:?}", checked.diagnostics);
    let edition = audience::project(&checked.archive, &checked.config, checked.config.outermost());
    let press = pipeline::press(&edition, &checked.config, sources).unwrap();
    let made = press.pages().into_iter().map(|page| {
        let mut bytes = Vec::new();
        press.make(&page, &mut bytes).unwrap();
        (page.as_ref().to_owned(), bytes)
    });
    made.collect()
}

pub(crate) fn text(site: &Site, path: &str) -> String {
    String::from_utf8(site[path].clone()).unwrap()
}

/// The same incident, written in each of the ways that the format has.
const LINES: &str = "\
title: Checkout returns 502
status: resolved
severity: sev2
summary: A halved connection pool starved checkout for eighteen minutes.
impact: Nine of ten checkouts failed.
detection: monitoring
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. [log] {impact_start}
  - 14:06 The synthetic check pages the on-call. {detected}
  - 14:20 Deploy 4711 is rolled back; errors stop. {mitigated, impact_end, resolved}
trigger: Deploy 4711.
contributing_factors:
  - 'process: Pool sizes are not reviewed. [log]'
resolution: Deploy 4711 was rolled back.
lessons: { went_well: [The page fired within four minutes.] }
remediation:
  - '[ ] Alert on pool saturation (owner: payments, due: 2026-12-15)'
sources:
  log: { title: Deploy log, publisher: Payments }
";

const LONG: &str = "\
title: Checkout returns 502
status: resolved
severity: sev2
summary: { text: A halved connection pool starved checkout for eighteen minutes. }
impact: { description: Nine of ten checkouts failed. }
detection: { method: monitoring }
timeline:
  - { at: 2026-11-23 14:02, text: Deploy 4711 halves the connection pool., sources: [log], milestone: impact_start }
  - { at: '14:06', text: The synthetic check pages the on-call., milestone: [detected] }
  - at: 14:20
    text: Deploy 4711 is rolled back; errors stop.
    milestone: [mitigated, impact_end, resolved]
trigger: Deploy 4711.
contributing_factors:
  - { category: process, statement: Pool sizes are not reviewed., sources: log }
resolution: Deploy 4711 was rolled back.
lessons: { went_well: The page fired within four minutes. }
remediation:
  - { title: Alert on pool saturation, owner: payments, due: 2026-12-15, status: open }
sources:
  log: { title: Deploy log, publisher: Payments }
";

const SECTIONS: &str = "\
---
title: Checkout returns 502
status: resolved
severity: sev2
detection: monitoring
sources:
  log: { title: Deploy log, publisher: Payments }
---
## Summary
A halved connection pool starved checkout for eighteen minutes.

## Impact
Nine of ten checkouts failed.

## Timeline
- 2026-11-23 14:02 Deploy 4711 halves the connection pool. [log] {impact_start}
- 14:06 The synthetic check pages the on-call. {detected}
- 14:20 Deploy 4711 is rolled back; errors stop. {mitigated, impact_end, resolved}

## Trigger
Deploy 4711.

## Contributing factors
- process: Pool sizes are not reviewed. [log]

## Resolution
Deploy 4711 was rolled back.

## What went well
- The page fired within four minutes.

## Action items
- [ ] Alert on pool saturation (owner: payments, due: 2026-12-15)
";

const TABLES: &str = "\
---
title: Checkout returns 502
status: resolved
severity: sev2
summary: A halved connection pool starved checkout for eighteen minutes.
impact: Nine of ten checkouts failed.
detection: monitoring
trigger: Deploy 4711.
contributing_factors: 'process: Pool sizes are not reviewed. [log]'
resolution: Deploy 4711 was rolled back.
sources:
  log: { title: Deploy log, publisher: Payments }
---
## Timeline

| Time             | What happened                            | Milestones                        | Sources |
| ---------------- | ---------------------------------------- | --------------------------------- | ------- |
| 2026-11-23 14:02 | Deploy 4711 halves the connection pool.  | impact_start                      | log     |
| 14:06            | The synthetic check pages the on-call.   | detected                          |         |
| 14:20            | Deploy 4711 is rolled back; errors stop. | mitigated, impact_end, resolved   |         |

## Lessons
### What went well
The page fired within four minutes.

## Remediation

| Item                     | Owner    | Due        |
| ------------------------ | -------- | ---------- |
| Alert on pool saturation | payments | 2026-12-15 |
";

#[test]
fn one_incident_in_every_form_gives_the_same_bytes() {
    let lines = site(&[("incidents/checkout.yaml", LINES)]);
    let windows = format!("\u{feff}{}", SECTIONS.replace('\n', "\r\n"));
    let others = [
        ("long form", "incidents/checkout.yaml", LONG),
        ("sections", "incidents/checkout.md", SECTIONS),
        ("tables", "incidents/checkout.md", TABLES),
        ("sections of Windows", "incidents/checkout.md", windows.as_str()),
    ];
    for (form, path, record) in others {
        let other = site(&[(path, record)]);
        assert_eq!(other.keys().collect::<Vec<_>>(), lines.keys().collect::<Vec<_>>(), "{form}");
        for (page, bytes) in &other {
            let (a, b) = (String::from_utf8_lossy(&lines[page]), String::from_utf8_lossy(bytes));
            snapbox::assert_data_eq!(b.as_ref(), snapbox::Data::text(a.as_ref()).raw());
        }
    }
}

#[test]
fn a_name_that_is_not_to_be_published_is_in_no_byte() {
    let record = "\
title: Access was left open
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: contractor, name: Ada Qvist-Lovelace }
timeline:
  - { at: 2026-11-23 14:02, text: The access is used., actor: contractor, sources: [press, log], milestone: impact_start }
sources:
  press: { title: Report, url: 'https://example.com/ada-qvist-lovelace' }
  log: { title: Log, url: 'https://example.com/log' }
";
    let site = site(&[("incidents/access.yaml", record)]);
    for (path, bytes) in &site {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(!text.contains("lovelace") && !text.contains("ada-qvist"), "{path} holds the name");
    }
    let page = text(&site, "incidents/access/index.html");
    assert!(page.contains("Name withheld"), "that a name is withheld can be seen");
    assert!(page.contains("example.com") && page.contains(">Log<"), "other addresses stay");
}

#[test]
fn a_name_in_a_text_is_refused_before_anything_is_made() {
    let record = "\
title: Access was left open
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: contractor, name: Ada Example }
timeline:
  - { at: 2026-11-23 14:02, text: The access of Ada is used., actor: contractor }
";
    let sources = Sources {
        records: vec![SourceFile::new("incidents/access.yaml", record.as_bytes().to_vec())],
        ..Sources::default()
    };
    let checked = pipeline::check(&sources, None);
    let rules: Vec<_> = checked.diagnostics.values().flatten().map(|found| found.rule).collect();
    assert_eq!(rules, ["name-of-withheld-person-in-text"]);
}

#[test]
fn what_is_no_address_is_no_link() {
    let script = "javascript:alert(1)";
    let record = format!(
        "title: Links\nstatus: active\nseverity: sev2\nsummary: '[a]({script})'\n\
         timeline:\n  - {{ at: 2026-11-23 14:02, text: It starts., sources: [a], post: '{script}' }}\n\
         remediation:\n  - {{ title: Mend it, status: proposed, link: '{script}' }}\n\
         sources:\n  a: {{ title: A, url: '{script}', via: '{script}', archived: '{script}' }}\n"
    );
    let site = site(&[("incidents/links.yaml", &record)]);
    for (path, bytes) in site.iter().filter(|(path, _)| !path.contains("/record.")) {
        let page = String::from_utf8_lossy(bytes).to_lowercase();
        let mut hrefs = page.split("href=").skip(1).chain(page.split("src=").skip(1));
        assert!(hrefs.all(|rest| !rest.trim_start_matches(['"', '\'']).starts_with("javascript")), "{path}\n{page}");
    }
    let page = text(&site, "incidents/links/index.html");
    assert!(page.contains(script), "the link of the item is shown as words");
}

#[test]
fn a_name_that_no_rule_stops_is_stopped_at_the_end() {
    let outcome = |name: &str, title: &str| {
        let record = format!(
            "title: {title}\nstatus: active\nseverity: sev2\nallow: {{ name-of-withheld-person-in-text: a test }}\n\
             actors: {{ contractor: {{ kind: internal, role: contractor, name: {name} }} }}\n\
             timeline: [2026-05-02 14:02 It starts.]\n"
        );
        let records = vec![SourceFile::new("incidents/access.yaml", record.into_bytes())];
        let sources = Sources { records, ..Sources::default() };
        let checked = pipeline::check(&sources, None);
        let edition = audience::project(&checked.archive, &checked.config, "public");
        let press = pipeline::press(&edition, &checked.config, &sources).unwrap();
        let faults = press.pages().into_iter().filter_map(|page| press.make(&page, &mut Vec::new()).err());
        faults.map(|fault| fault.to_string()).next()
    };
    let told = outcome("Ada Example", "What Ada Example did").unwrap();
    assert!(told.contains("the actor `contractor` of `access`") && !told.contains("Ada"), "{told}");
    for (name, title) in [("Jan Muster", "It broke"), ("Mark May", "It broke"), ("May Access", "Access was left open")]
    {
        assert_eq!(outcome(name, title), None, "{name}");
    }
}

#[test]
fn a_hidden_source_is_in_no_byte() {
    let record = "\
title: Access was left open
status: active
severity: sev2
detection: { method: { value: disputed, reports: { diary: employee, press: public } }, sources: [diary] }
actors: { one: { role: a clerk, kind: { value: internal, reports: { diary: external } }, sources: [diary] } }
timeline:
  - at: { value: disputed, reports: { press: 2026-11-23 14:02, diary: 2026-11-23 17:47 } }
    text: It starts.
    kind: { value: disputed, reports: { diary: deploy } }
    sources: [press, diary]
    milestone: impact_start
contributing_factors:
  - { statement: A factor, category: { value: process, sources: [diary] } }
sources:
  press: { title: Report }
  diary: { title: A private note, audience: internal }
";
    for (path, bytes) in site(&[("incidents/access.yaml", record)]) {
        let text = String::from_utf8_lossy(&bytes);
        for trace in ["diary", "private note", "17:47", "22:47"] {
            assert!(!text.contains(trace), "{path} holds `{trace}`");
        }
    }
}

#[test]
fn a_timeline_may_have_five_thousand_entries_and_not_one_more() {
    let record = |count: usize| {
        let entries = "  - 2026-11-23 14:02 A line of the log.\n".repeat(count);
        let text = format!("title: A log\nstatus: active\nseverity: sev2\ntimeline:\n{entries}");
        let records = vec![SourceFile::new("incidents/log.yaml", text.into_bytes())];
        let checked = pipeline::check(&Sources { records, ..Sources::default() }, None);
        checked.diagnostics.values().flatten().map(|found| found.rule).collect::<Vec<_>>()
    };
    assert_eq!(record(5_000), [""; 0]);
    assert_eq!(record(5_001), ["too-many-entries"]);
}

/// `site/` is what `build` makes of `incidents/`: the demo that anybody can open, and the golden test of the whole.
#[test]
fn the_committed_site_is_what_the_records_give() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let made = press(&load(project).unwrap());
    let site = project.join("site");
    let files =
        walkdir::WalkDir::new(&site).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let paths = files.map(|entry| entry.path().strip_prefix(&site).unwrap().to_str().unwrap().to_owned());
    let committed: BTreeSet<String> = paths.filter(|path| path != ".minutebook-files").collect();
    assert_eq!(committed, made.keys().cloned().collect(), "site/ holds what is made, and nothing else");
    for (path, bytes) in &made {
        let is_same = std::fs::read(site.join(path)).unwrap() == *bytes;
        assert!(is_same, "site/{path} is not what `cargo run --release -- build` makes of the records");
    }
}

#[test]
fn a_reported_start_has_its_label_whether_or_not_it_is_about() {
    let record = "title: Down
status: active
severity: sev2
sources: { a: { title: A }, b: { title: B } }
timeline:
  - { at: { value: 2017-11-02 18:30..18:59, reports: { a: 2017-11-02 18:30, b: about 2017-11-02 18:59 } }, text: Down., milestone: [impact_start, detected], sources: [a, b] }
  - { at: impact_start +11m, text: Up., milestone: impact_end }
";
    let page = text(&site(&[("incidents/down.yaml", record)]), "incidents/down/index.html");
    let label = |clock: &str| format!("<tspan data-t=\"2017-11-02T{clock}Z\">{clock}</tspan>");
    for words in [
        format!(">{}, S1<", label("18:30")),
        format!(">about {}, S2<", label("18:59")),
        format!(">~{}<", label("18:59")),
    ] {
        assert!(page.contains(&words), "no {words}");
    }
}

#[test]
fn figures_that_sources_dispute_name_them() {
    let record = LINES.replace(
        "impact: Nine of ten checkouts failed.",
        "impact:
  description: Nine of ten checkouts failed.
  measures:
    - { name: Lost sales, value: { value: disputed, reports: { log: 40k, call: over 1M } }, unit: US dollars }",
    );
    let record = record.replace("sources:\n", "sources:\n  call: { title: The call }\n");
    let page = text(&site(&[("incidents/checkout.yaml", &record)]), "incidents/checkout/index.html");
    let (_, figures) = page.split_once("Lost sales").unwrap();
    let row = &figures[..figures.find("</tr>").unwrap()];
    assert!(row.contains("disputed<") && !row.contains("dollars"), "{row}");
    assert!(row.contains("40,000") && row.contains("over 1,000,000"), "{row}");
    assert_eq!(row.matches("href=\"#s").count(), 2, "each report has its source: {row}");
}

#[test]
fn every_report_of_a_record_is_on_its_page() {
    let record = "\
title: Sources differ about everything
status: active
severity: sev2
account_of: outside
actors:
  robot: { role: robot, kind: { value: disputed, reports: { a: system, b: partner } } }
actions:
  - { actor: robot, category: { value: disputed, reports: { a: error, b: automation } } }
impact:
  segments:
    - from: { value: 2026-11-23 14:02, reports: { a: 2026-11-23 14:01, b: 2026-11-23 14:03 } }
      to: 14:20
      level: { value: disputed, reports: { a: major, b: partial } }
  measures: [{ name: Orders lost, value: 7, as_of: { value: 2026-11-24, reports: { a: 2026-11-25, b: 2026-11-26 } } }]
timeline:
  - at: 2026-11-23 14:02
    text: It begins.
    kind: { value: disputed, reports: { a: deploy, b: decision } }
    known_at: { value: 14:30, reports: { a: 14:31, b: 14:32 } }
    sources: [a, b]
contributing_factors:
  - statement: Nobody looked.
    category: { value: disputed, reports: { a: process, b: technical } }
    latent_since: { value: disputed, reports: { a: 2019, b: 2020-05 } }
remediation:
  - { title: Look, kind: { value: disputed, reports: { a: detect, b: prevent } }, status: announced }
sources:
  a: { title: One, published: { value: 2026-11-27, reports: { b: 2026-11-28 } } }
  b: { title: Another }
";
    let page = text(&site(&[("incidents/differ.yaml", record)]), "incidents/differ/index.html");
    let doubts = page.split_once("id=\"uncertain\"").unwrap().1;
    for said in [
        "system",
        "partner",
        "error",
        "automation",
        "14:01",
        "14:03",
        "Down",
        "Partly down",
        "25 Nov 2026",
        "26 Nov 2026",
        "deploy",
        "decision",
        "14:31",
        "14:32",
        "process",
        "technical",
        "2019",
        "May 2020",
        "detect",
        "prevent",
        "28 Nov 2026",
    ] {
        assert!(doubts.contains(said), "what a source says is not shown: {said}");
    }
}

#[test]
fn too_many_incidents_for_one_list_have_pages_by_year() {
    let record = |number: usize| {
        let day =
            if number == 0 { String::new() } else { format!("{}-03-0{} 14:02", 2020 + number % 3, 1 + number % 9) };
        let at = if day.is_empty() { "unknown" } else { &day };
        let text = format!(
            "title: Outage {number}\nstatus: active\nseverity: sev2\ntimeline:\n  - {at} It begins. {{impact_start}}\n"
        );
        (format!("incidents/outage-{number}.yaml"), text)
    };
    let of = |count: usize| {
        let records: Vec<(String, String)> = (0..count).map(record).collect();
        site(&records.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
    };
    let few = of(300);
    assert!(!few.contains_key("2021/index.html"), "all fit on one page");
    assert_eq!(text(&few, "index.html").matches("<article").count(), 300);
    assert!(text(&few, "incidents/outage-1/index.html").contains("../../index.html#y2021"));

    let many = of(301);
    let archive = text(&many, "index.html");
    assert_eq!(archive.matches("<article").count(), 100, "the newest year is enough");
    assert!(archive.contains("href=\"2021/index.html\"") && archive.contains("href=\"undated/index.html\""));
    assert!(!archive.contains(">Outage 1<"), "another year's");
    let year = text(&many, "2021/index.html");
    assert_eq!(year.matches("<article").count(), 100);
    assert!(year.contains("href=\"../incidents/outage-1/index.html\""));
    for link in ["../2020/index.html", "../2022/index.html", "../index.html"] {
        assert!(year.contains(&format!("href=\"{link}\"")), "{link}");
    }
    assert!(text(&many, "incidents/outage-1/index.html").contains("../../2021/index.html"));
}

//! What `docs/writing.md` shows is what the program takes and says: every snippet is checked on one day.
//!
//! A fence says what it holds: `yaml record` and `markdown record` a whole record, `yaml` and `markdown` a part of one,
//! `yaml config` settings, `yaml wrong` a part with a fault in it. Below it, `text` quotes the finding, `text show` what
//! `show` prints.

use crate::driver::{Project, finish, project};

const PAGE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/writing.md"));
const TODAY: &str = "2026-11-24";

/// What the least record says, where a part does not say it.
const LEAST: &[(&str, &str)] = &[("title", "Checkout returns 502"), ("status", "active"), ("severity", "sev2")];

/// The incident that parts may name.
const OTHER: (&str, &str) =
    ("incidents/2026-11-20-checkout-502.yaml", "title: Checkout returns 502\nstatus: active\nseverity: sev2\n");

/// A fenced block: the line it begins at, what it says it is, its text.
struct Fence<'a> {
    line: usize,
    info: &'a str,
    text: String,
}

fn fences(page: &str) -> Vec<Fence<'_>> {
    let mut fences: Vec<Fence<'_>> = Vec::new();
    let mut is_open = false;
    for (i, line) in page.lines().enumerate() {
        match (line.strip_prefix("```"), is_open) {
            (Some(info), false) => fences.push(Fence { line: i + 1, info, text: String::new() }),
            (None, true) => fences.last_mut().unwrap().text.extend([line, "\n"]),
            _ => {}
        }
        is_open ^= line.starts_with("```");
    }
    fences
}

/// A part with the keys that it leaves to others behind it, so that its lines are counted from its own first.
fn with_least(part: &str) -> String {
    let others = LEAST.iter().filter(|(key, _)| !part.lines().any(|line| line.starts_with(&format!("{key}:"))));
    others.fold(part.to_owned(), |record, (key, value)| record + &format!("{key}: {value}\n"))
}

/// A folder with the snippet in it; `None` where a fence holds no part of a project.
fn with_snippet(fence: &Fence<'_>) -> Option<Project> {
    let yaml = |text: &str| vec![("incidents/example.yaml", text.to_owned())];
    let files = match fence.info {
        "yaml record" => yaml(&fence.text),
        "yaml" | "yaml wrong" => yaml(&with_least(&fence.text)),
        "yaml config" => vec![("minutebook.yaml", fence.text.clone())],
        "markdown record" => vec![("incidents/example.md", fence.text.clone())],
        "markdown" => vec![("incidents/example.md", format!("---\n{}---\n\n{}", with_least(""), fence.text))],
        "sh" | "text" | "text show" => return None,
        other => panic!("docs/writing.md:{}: a fence is no `{other}`", fence.line),
    };
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).chain([OTHER]).collect();
    Some(project(&files))
}

#[test]
fn what_the_page_shows_is_taken_and_what_it_quotes_is_said() {
    let fences = fences(PAGE);
    let mut snippet = None;
    let mut counts = [0; 3];
    for fence in &fences {
        let place = format!("docs/writing.md:{}", fence.line);
        if let Some(project) = with_snippet(fence) {
            let run = project.run(&["check", "--deny-warnings", "--today", TODAY]);
            let is_wrong = fence.info == "yaml wrong";
            assert_eq!(run.code, Some(i32::from(is_wrong)), "{place}\n{}{}", run.stdout, run.stderr);
            assert_eq!(run.stdout.contains(" no problems"), !is_wrong, "{place}\n{}", run.stdout);
            counts[usize::from(is_wrong)] += 1;
            snippet = Some((project, run.stdout));
        } else if let Some((project, found)) = &snippet {
            let said = match fence.info {
                "text" => found.split("\n\n").next().unwrap_or_default().to_owned() + "\n",
                "text show" => finish(project.command(&["show", "example"]).env("COLUMNS", "80")).data(),
                _ => continue,
            };
            assert_eq!(fence.text, said, "{place}");
            counts[2] += 1;
        }
    }
    assert!(counts[0] > 20 && counts[1] > 2 && counts[2] > counts[1], "{counts:?}");
}

/// What stands in backquotes.
fn codes(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The text between two others.
fn between<'a>(from: &str, to: &str) -> &'a str {
    let (_, rest) = PAGE.split_once(from).unwrap_or_else(|| panic!("the page says `{from}`"));
    rest.split(to).next().unwrap_or_default()
}

#[test]
fn each_time_and_number_that_is_named_is_read() {
    let rows = between("| What you know | Write |\n| --- | --- |\n", "\n\n").lines();
    let times: Vec<&str> = rows.flat_map(|row| codes(row.rsplit(" | ").next().unwrap())).collect();
    let numbers = codes(between("words work on numbers: ", ". A comma"));
    assert!(times.len() > 12 && numbers.len() > 5, "{times:?} {numbers:?}");
    let entries =
        ["deploy", "page", "down"].map(|id| format!("  - {{ id: {id}, at: 2026-11-23 14:00, text: Something. }}\n"));
    let timeline = format!("timeline:\n{}", entries.concat());
    let times = times.iter().map(|time| format!("{timeline}  - {{ at: \"{time}\", text: It happened. }}\n"));
    let numbers =
        numbers.iter().map(|n| format!("impact:\n  measures:\n    - {{ name: Orders lost, value: \"{n}\" }}\n"));
    for part in times.chain(numbers) {
        let run = project(&[("incidents/example.yaml", &with_least(&part))]).run(&["check", "--today", TODAY]);
        assert!(run.stdout.starts_with("1 incident, no problems"), "{part}{}", run.stdout);
    }
}

#[test]
fn each_wrong_snippet_is_followed_by_what_is_said_of_it() {
    let fences = fences(PAGE);
    for pair in fences.windows(2) {
        assert!(pair[0].info != "yaml wrong" || pair[1].info == "text", "docs/writing.md:{}", pair[0].line);
    }
    assert!(PAGE.contains("\n## Where sources disagree\n"), "docs/records.md leads there");
}

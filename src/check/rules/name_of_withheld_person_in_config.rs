//! A name that is not to be published, in the words of the config.

use crate::audience::Withheld;
use crate::check::{Check, Example, Findings, Rule};
use crate::config::Config;
use crate::diag::Level;

pub(super) const RULE: Rule = Rule {
    name: "name-of-withheld-person-in-config",
    level: Level::Error,
    summary: "a name that is not to be published, in the words of the config",
    why: "Titles, the names of components and severities and the words of lists are on many pages. An actor whose \
          `publish` is not `name` is never shown by name, so none of them holds it.",
    bad: Example::Files(&[
        (
            "minutebook.yaml",
            "\
title: Incidents of Jane Muster # <-
",
        ),
        (
            "incidents/a.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: a contractor, name: Jane Muster }
",
        ),
    ]),
    good: Example::Files(&[
        (
            "minutebook.yaml",
            "\
title: Incidents
",
        ),
        (
            "incidents/a.yaml",
            "\
title: Checkout returns 502
status: active
severity: sev2
actors:
  contractor: { kind: internal, role: a contractor, name: Jane Muster }
",
        ),
    ]),
    check: Check::Config(check),
};

fn check(config: &Config, withheld: &Withheld, findings: &mut Findings) {
    for (path, text) in texts(config) {
        if withheld.in_markdown(text).is_some() {
            let finding = findings.at(path, "a withheld name stands in the config");
            finding
                .label("this holds the name of an actor")
                .help("write other words, or set `publish: name` on the actor");
        }
    }
}

/// Everything that pages show of the config; the words that it has of its own accord are nobody's name.
fn texts(config: &Config) -> Vec<(String, &str)> {
    let usual = Config::default();
    let mut found = Vec::new();
    if config.title != usual.title {
        found.push(("title".to_owned(), config.title.as_str()));
    }
    found.extend(config.description.iter().map(|text| ("description".to_owned(), text.as_str())));
    for step in config.severities.iter().filter(|step| !usual.severities.contains(step)) {
        found.push((format!("severities.{}", step.id), &step.id));
        found.push((format!("severities.{}.name", step.id), &step.name));
        found
            .extend(step.description.iter().map(|text| (format!("severities.{}.description", step.id), text.as_str())));
    }
    for component in &config.components {
        found.push((format!("components.{}", component.id), &component.id));
        found.extend(component.name.iter().map(|name| (format!("components.{}.name", component.id), name.as_str())));
    }
    for (key, words) in [("kinds", &config.kinds), ("tags", &config.tags), ("audiences", &config.audiences)] {
        found.extend(words.iter().enumerate().map(|(i, word)| (format!("{key}[{i}]"), word.as_str())));
    }
    found
}

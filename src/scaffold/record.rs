//! The text of a new record: what an active incident needs, and in comments what each later stage will ask for.

use super::Start;
use crate::config::Config;
use crate::model::words::AccountOf;

/// What a record is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown, with YAML above it.
    Markdown,
    /// YAML alone.
    Yaml,
}

/// A record to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewRecord<'a> {
    /// One line that says what happened.
    pub title: &'a str,
    /// When users were first affected.
    pub start: &'a Start,
    /// A word of the scale.
    pub severity: &'a str,
    /// The project's settings.
    pub config: &'a Config,
    /// Where the schema of records lies, as seen from the file; editors look for that in YAML alone.
    pub schema: Option<&'a str>,
}

impl Form {
    /// The ending of the file.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Yaml => "yaml",
        }
    }
}

impl NewRecord<'_> {
    /// The text of the file.
    #[must_use]
    pub fn text(&self, form: Form) -> String {
        let cited = if self.is_compiled() { " [first]" } else { "" };
        let entry = format!("{} Users are first affected.{cited} {{impact_start}}", self.start.written);
        let keys = self.keys();
        match form {
            Form::Markdown => format!("---\n{keys}{KEYS}---\n\n## Timeline\n\n{ENTRIES}\n- {entry}\n{SECTIONS}"),
            Form::Yaml => {
                let modeline = self.schema.map(|path| format!("# yaml-language-server: $schema={path}\n"));
                let (modeline, entry) = (modeline.unwrap_or_default(), quoted(&entry));
                format!("{modeline}{keys}timeline:\n{LINES}  - {entry}\n{MORE_LINES}\n{KEYS}{MORE_KEYS}")
            }
        }
    }

    fn keys(&self) -> String {
        let scale: Vec<&str> = self.config.severities.iter().map(|step| step.id.as_str()).collect();
        let zone = self.config.defaults.timezone;
        format!(
            "title: {}\nstatus: active # Then mitigated, then resolved; what each asks for is said below.\n\
             severity: {} # Of {}.\n{}# The zone of every time in here; without it, {zone}:\n# timezone: Europe/Berlin\n",
            scalar(self.title),
            scalar(self.severity),
            scale.join(", "),
            if self.is_compiled() { SOURCE } else { "" },
        )
    }

    /// Whether its entries need sources from the start.
    fn is_compiled(&self) -> bool {
        self.config.defaults.account_of == AccountOf::Outside
    }
}

/// In comments, what explains begins with a capital letter, and what can be taken over as it stands does not.
const KEYS: &str = "\
# Before `status: resolved`: how it was noticed (customer, employee, public, researcher, actor, audit, other):
# detection: monitoring
# Before `review: reviewed`: who and what took part, by role:
# actors: { payments: { kind: internal, role: the payments team } }
";

const SOURCE: &str = "\
# What the record rests on; entries cite it as [first].
sources:
  first: { title: The first report that was read }
";

const ENTRIES: &str = "\
<!--
A line for each thing that happened: its time, the text, then [sources] and {milestones} where there are any.
A clock time is of the last day written above it. What is not known exactly is written so: about 14:05,
14:00..14:10, before 14:20, unknown.
-->
";

const SECTIONS: &str = "\
<!-- Before `status: mitigated`: what was seen and done.
- 14:06 The synthetic check pages the on-call. {detected}
- 14:20 Deploy 4711 is rolled back; errors grow few. {mitigated}
-->
<!-- Before `status: resolved`: how it ended.
- 14:31 The last checkout fails. {impact_end}
- 15:00 It is called over. {resolved}
-->

<!-- Before `status: mitigated`:

## Impact
Nine of ten checkouts failed.
-->
<!-- Before `status: resolved`, with `detection` among the keys above:

## Summary
A halved connection pool starved checkout for half an hour.
-->
<!-- Before `review: reviewed`, with `actors` among the keys above. Causes, not culprits. `Root cause` is a heading too.

## Trigger
Deploy 4711.

## Contributing factors
- process: Pool sizes are not reviewed.

## Resolution
Deploy 4711 was rolled back.

## What went well
- The page fired within four minutes.

## What went wrong
- Nobody knew the old pool size.

## Remediation
- [ ] Alert on pool saturation (kind: detect, owner: payments, due: 2026-12-15)
-->
";

const LINES: &str =
    "  # A line for each thing that happened: its time, the text, then [sources] and {milestones} where there are any.
  # Quote the line. A clock time is of the last day written above it. What is not known exactly is written so:
  # About 14:05 is `about 14:05`; others are `14:00..14:10`, `before 14:20`, `unknown`.
";

const MORE_LINES: &str = "  # Before `status: mitigated`: what was seen and done.
  # - \"14:06 The synthetic check pages the on-call. {detected}\"
  # - \"14:20 Deploy 4711 is rolled back; errors grow few. {mitigated}\"
  # Before `status: resolved`: how it ended.
  # - \"14:31 The last checkout fails. {impact_end}\"
  # - \"15:00 It is called over. {resolved}\"
";

const MORE_KEYS: &str = "\
# Before `status: mitigated`:
# impact: Nine of ten checkouts failed.
# Before `status: resolved`:
# summary: A halved connection pool starved checkout for half an hour.
# Before `review: reviewed`: causes, not culprits. `root_cause` is a key too.
# trigger: Deploy 4711.
# contributing_factors:
#   - \"process: Pool sizes are not reviewed.\"
# resolution: Deploy 4711 was rolled back.
# lessons:
#   went_well: [The page fired within four minutes.]
#   went_wrong: [Nobody knew the old pool size.]
# remediation:
#   - \"[ ] Alert on pool saturation (kind: detect, owner: payments, due: 2026-12-15)\"
";

/// A line as YAML: bare if it is words that no reader of YAML could take for anything else, else quoted.
fn scalar(line: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '.' | ',' | '(' | ')' | '\'' | '’');
    let is_bare = line.starts_with(|c: char| c.is_ascii_alphabetic())
        && line.chars().all(is_word)
        && line.trim() == line
        && !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(&line.to_lowercase().as_str());
    if is_bare { line.to_owned() } else { quoted(line) }
}

/// A line in double quotes, with what YAML does not print as escapes; those of JSON are among YAML's.
pub(super) fn quoted(line: &str) -> String {
    let is_hidden =
        |c: char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}'..='\u{ffff}');
    let json = serde_json::Value::from(line).to_string();
    let letters = json.chars().map(|c| if is_hidden(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() });
    letters.collect()
}

#[cfg(test)]
mod tests;

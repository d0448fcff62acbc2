//! What becomes of findings: the config sets levels, and a record may silence a rule with a reason.

use super::finding::{Finding, Found};
use super::{Check, Context, rule};
use crate::config::{Config, RuleLevel};
use crate::diag::{Diagnostic, Level};
use crate::model::Incident;

/// The name of the finding for an `allow` that silences nothing.
pub(super) const WITHOUT_EFFECT: &str = "allow-without-effect";

/// A rule that is silenced, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The rule.
    rule: String,
    /// The path of the entry that silences it; empty for the record.
    place: String,
}

/// What a record silences: an entry speaks before its record, so that an `allow` of the record that an entry makes
/// needless is seen.
pub(super) fn allowed(incident: &Incident) -> Vec<Allowed> {
    let entries = incident.timeline.iter().enumerate();
    let entries = entries.flat_map(|(i, entry)| entry.allow.iter().map(move |allow| (format!("timeline[{i}]"), allow)));
    let record = incident.allow.iter().map(|allow| (String::new(), allow));
    entries.chain(record).map(|(place, allow)| Allowed { rule: allow.rule.clone(), place }).collect()
}

/// Leaves out what the record silences, and finds what it silences in vain.
///
/// Warnings of the reader are silenced like any other; its errors are not, since the value was not read.
pub(super) fn silence(
    allowed: &[Allowed],
    context: Context<'_>,
    mut found: Vec<Found>,
    reading: &mut Vec<Diagnostic>,
) -> Vec<Found> {
    if allowed.is_empty() {
        return found;
    }
    let mut idle = Vec::new();
    for Allowed { rule, place } in allowed {
        let before = found.len() + reading.len();
        found.retain(|f| f.rule.name != rule.as_str() || !is_below(&f.finding.path, place));
        reading.retain(|d| d.rule != rule.as_str() || d.level == Level::Error || !is_below(&d.field, place));
        let was_run = context.today.is_some() || !super::rule(rule).is_some_and(|r| matches!(r.check, Check::Today(_)));
        if was_run && found.len() + reading.len() == before {
            idle.push(without_effect(place, rule));
        }
    }
    let rule = rule(WITHOUT_EFFECT).expect("the rule of the driver is in the list");
    found.extend(idle.into_iter().map(|finding| Found { rule, finding }));
    found
}

fn is_below(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| place.is_empty() || rest.is_empty() || rest.starts_with(['.', '[']))
}

fn without_effect(place: &str, name: &str) -> Finding {
    let path = if place.is_empty() { format!("allow.{name}") } else { format!("{place}.allow.{name}") };
    if rule(name).is_some() {
        let mut finding = Finding::new(path, format!("`{name}` finds nothing here, so it need not be allowed"));
        finding.at_key().help("take the line out");
        return finding;
    }
    let mut finding = Finding::new(path, format!("no rule is called `{name}`"));
    let known = super::RULES.iter().map(|rule| rule.name);
    finding.at_key().meant(name, known, "see `docs/rules.md` for their names");
    finding
}

/// Sets the levels that the config asks for; a reader's error stays one.
pub(super) fn set(config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.retain_mut(|found| {
        let lost =
            found.level == Level::Error && rule(found.rule).is_some_and(|rule| matches!(rule.check, Check::Reading));
        match config.rules.get(found.rule) {
            Some(RuleLevel::Deny) => found.level = Level::Error,
            Some(RuleLevel::Warn) if !lost => found.level = Level::Warning,
            Some(RuleLevel::Allow) if !lost => return false,
            Some(RuleLevel::Warn | RuleLevel::Allow) | None => {}
        }
        true
    });
}

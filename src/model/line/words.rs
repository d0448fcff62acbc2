//! The closed lists of words that lines are read with: keys of items, milestones, categories, statuses.

/// The milestones of an incident, in the order in which they usually pass.
pub const MILESTONES: [&str; 10] = [
    "trigger",
    "impact_start",
    "detected",
    "declared",
    "acknowledged",
    "identified",
    "mitigated",
    "impact_end",
    "resolved",
    "public_notice",
];

/// What a contributing factor may be about.
pub const CATEGORIES: [&str; 5] = ["technical", "process", "organisational", "human-system", "external"];

/// How far a remediation item is.
pub const STATUSES: [&str; 6] = ["announced", "proposed", "open", "in-progress", "done", "declined"];

/// The keys of a timeline entry in its long form.
pub const ENTRY_KEYS: [&str; 16] = [
    "at",
    "until",
    "text",
    "actor",
    "kind",
    "milestone",
    "component",
    "impact",
    "sources",
    "post",
    "known_at",
    "causes",
    "id",
    "key",
    "audience",
    "allow",
];

/// The keys of a contributing factor in its long form.
pub const FACTOR_KEYS: [&str; 6] = ["statement", "category", "evidence", "latent_since", "sources", "audience"];

/// The keys of a remediation item in its long form.
pub const REMEDIATION_KEYS: [&str; 12] =
    ["id", "title", "kind", "owner", "due", "status", "done_at", "link", "reason", "factors", "sources", "audience"];

/// The keys that the parenthesis of a remediation line may hold.
pub const PARENTHESIS_KEYS: [&str; 9] =
    ["owner", "due", "status", "kind", "done_at", "link", "id", "reason", "factors"];

/// The category a word stands for, in any case; the American spelling of `organisational` too.
#[must_use]
pub fn category(word: &str) -> Option<&'static str> {
    let word = if word.eq_ignore_ascii_case("organizational") { "organisational" } else { word };
    CATEGORIES.into_iter().find(|c| c.eq_ignore_ascii_case(word))
}

/// The status that words stand for, in any case; `In progress` is `in-progress`.
#[must_use]
pub fn status(words: &str) -> Option<&'static str> {
    let is_same = |status: &str| {
        let mut words = words.split([' ', '-', '_']).filter(|w| !w.is_empty());
        status.split('-').all(|part| words.next().is_some_and(|w| w.eq_ignore_ascii_case(part)))
            && words.next().is_none()
    };
    STATUSES.into_iter().find(|status| is_same(status))
}

/// Whether a word has the shape of a key of `sources`.
#[must_use]
pub fn is_source_key(word: &str) -> bool {
    let is_first = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    word.bytes().next().is_some_and(is_first) && word.bytes().all(|b| is_first(b) || matches!(b, b'.' | b'_' | b'-'))
}

/// The words of a list in backticks, for a help: `` `a`, `b`, `c` ``.
#[must_use]
pub fn quoted(words: &[&str]) -> String {
    words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ")
}

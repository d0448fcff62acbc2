//! The headings that open a key in the body of a record, with their usual synonyms.

/// What stands under a heading that is a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// All of the section, as Markdown.
    Prose,
    /// Each item of each list is a contributing factor.
    Factors,
    /// Each item of each list is a sentence.
    Lessons,
    /// Each list item and table row is a timeline entry.
    Timeline,
    /// Each list item and table row is a remediation item.
    Remediation,
}

/// A key and the headings that open it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionKey {
    /// The path of the key that the section gives, such as `lessons.went_well`.
    pub path: &'static str,
    /// What is read under it.
    pub shape: Shape,
    /// The headings, in lower case, without markup.
    pub headings: &'static [&'static str],
}

/// Every key that a level 2 heading opens.
pub const SECTION_KEYS: &[SectionKey] = &[
    SectionKey {
        path: "summary",
        shape: Shape::Prose,
        headings: &["summary", "overview", "tl;dr", "tldr", "executive summary"],
    },
    SectionKey {
        path: "impact.description",
        shape: Shape::Prose,
        headings: &["impact", "customer impact", "user impact", "business impact"],
    },
    SectionKey {
        path: "timeline",
        shape: Shape::Timeline,
        headings: &["timeline", "chronology", "timeline of events", "incident timeline"],
    },
    SectionKey { path: "trigger", shape: Shape::Prose, headings: &["trigger"] },
    SectionKey { path: "root_cause", shape: Shape::Prose, headings: &["root cause", "root causes"] },
    SectionKey {
        path: "contributing_factors",
        shape: Shape::Factors,
        headings: &["contributing factors", "contributing causes", "contributing conditions"],
    },
    SectionKey {
        path: "resolution",
        shape: Shape::Prose,
        headings: &["resolution", "recovery", "resolution and recovery"],
    },
    SectionKey {
        path: "lessons.went_well",
        shape: Shape::Lessons,
        headings: &["what went well", "things that went well", "went well"],
    },
    SectionKey {
        path: "lessons.went_wrong",
        shape: Shape::Lessons,
        headings: &[
            "what went wrong",
            "things that went wrong",
            "went wrong",
            "what went poorly",
            "things that went poorly",
            "what didn't go well",
            "what did not go well",
        ],
    },
    SectionKey {
        path: "lessons.lucky",
        shape: Shape::Lessons,
        headings: &["where we got lucky", "where were we lucky", "got lucky"],
    },
    SectionKey { path: "lessons.surprised_by", shape: Shape::Lessons, headings: &["what surprised us", "surprises"] },
    SectionKey {
        path: "remediation",
        shape: Shape::Remediation,
        headings: &[
            "remediation",
            "remediation items",
            "action items",
            "follow-up",
            "follow-ups",
            "follow up",
            "follow ups",
            "next steps",
            "corrective actions",
        ],
    },
];

/// The headings under which level 3 headings open the keys of `lessons`.
pub const LESSONS_HEADINGS: &[&str] = &["lessons", "lessons learned", "lessons learnt"];

/// The key that a level 2 heading opens; the heading is [`plain`].
#[must_use]
pub(super) fn section_key(heading: &str) -> Option<&'static SectionKey> {
    SECTION_KEYS.iter().find(|key| key.headings.contains(&heading))
}

/// The key that a level 3 heading under `## Lessons` opens; the heading is [`plain`].
#[must_use]
pub(super) fn lesson_key(heading: &str) -> Option<&'static SectionKey> {
    section_key(heading).filter(|key| key.shape == Shape::Lessons)
}

/// A heading as headings are compared: lower case, no markup, no closing `:` or `?`, one space between words.
#[must_use]
pub(super) fn plain(heading: &str) -> String {
    let heading = heading.replace(['*', '_', '`'], "").replace('’', "'").to_lowercase();
    let heading = heading.trim().trim_end_matches([':', '?']);
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! Finds headings that were meant to open a key and do not: misspelt, of another level, or with more words.

use std::ops::Range;

use super::blocks::{Block, Kind};
use super::headings::{LESSONS_HEADINGS, SECTION_KEYS, lesson_key, plain, section_key};
use crate::diag::{Diagnostic, nearest};
use crate::source::Text;

/// A warning at each heading of a body that opens no key and is near one that does.
pub(super) fn headings(text: &Text, blocks: &[Block]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut in_lessons = false;
    for block in blocks {
        match &block.kind {
            Kind::Heading { level, text: words } => {
                let heading = plain(words);
                if *level <= 2 {
                    in_lessons = *level == 2 && LESSONS_HEADINGS.contains(&heading.as_str());
                }
                let opens = match level {
                    2 => in_lessons || section_key(&heading).is_some(),
                    3 => in_lessons && lesson_key(&heading).is_some(),
                    _ => false,
                };
                if let Some(meant) = meant(&heading, *level).filter(|_| !opens) {
                    let is_lesson = in_lessons && lesson_key(meant).is_some();
                    found.push(warning(text, block.range.clone(), meant, if is_lesson { "###" } else { "##" }));
                }
            }
            Kind::Paragraph => {
                for (range, words) in without_space(text.as_str(), &block.range) {
                    if let Some(meant) = meant(&plain(words), 2) {
                        found.push(warning(text, range, meant, "##"));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn warning(text: &Text, range: Range<usize>, meant: &str, marks: &str) -> Diagnostic {
    let written = text.as_str()[range.clone()].lines().next().unwrap_or_default().trim();
    let message = format!("`{written}` opens no section: it stays a part of the text");
    let fault = Diagnostic::warning("heading-is-no-section", text.span_of(range), message);
    let (first, rest) = meant.split_at(1);
    fault.with_help(format!("did you mean `{marks} {}{rest}`?", first.to_uppercase()))
}

/// The known heading that was meant. Below level 2 a heading is often one of its section, so it has to be the same.
fn meant(heading: &str, level: u8) -> Option<&'static str> {
    let bare = bare(heading);
    let known = SECTION_KEYS.iter().flat_map(|key| key.headings).chain(LESSONS_HEADINGS).copied();
    if let Some(same) = known.clone().find(|known| *known == bare) {
        return Some(same);
    }
    // The first letter is seldom mistyped, and `discovery` is not `recovery`.
    let is_like = |known: &&str| known.chars().next() == bare.chars().next();
    if level <= 2 { nearest(&bare, known.filter(is_like)) } else { None }
}

/// A heading without what stands in parentheses, numbers, and the punctuation around.
fn bare(heading: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::new();
    for c in heading.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !c.is_ascii_digit() => bare.push(c),
            _ => {}
        }
    }
    bare.trim_matches(|c: char| !c.is_alphabetic()).to_owned()
}

/// The lines of a paragraph that begin with `##` and a word, and the words.
fn without_space<'t>(text: &'t str, paragraph: &Range<usize>) -> Vec<(Range<usize>, &'t str)> {
    let mut start = paragraph.start;
    let lines = text[paragraph.clone()].split('\n').map(|line| {
        let range = start..start + line.len();
        start += line.len() + 1;
        (range, line)
    });
    let meant = lines.filter_map(|(range, line)| {
        let words = line.trim_start().trim_start_matches('#');
        let is_meant = line.trim_start().starts_with("##") && !words.starts_with(char::is_whitespace);
        is_meant.then_some((range, words))
    });
    meant.collect()
}

#[cfg(test)]
mod tests {
    use crate::model::faults::Faults;
    use crate::model::sections::read;
    use crate::source::Text;

    fn check(body: &str, expected: Option<&str>) {
        let mut faults = Faults::default();
        let found = read(&Text::verbatim(body, 0), |_| None, &mut faults).lost;
        let help: Vec<_> = found.iter().filter_map(|fault| fault.help.as_deref()).collect();
        let expected: Vec<_> = expected.map(|meant| format!("did you mean `{meant}`?")).into_iter().collect();
        assert_eq!(help, expected, "{body}");
    }

    #[test]
    fn headings_meant_to_be_sections_are_told() {
        let items = "\n\n- 14:02 Down.\n";
        for heading in ["## Timline", "## Timeline (UTC)", "# Timeline", "### Timeline", "##Timeline", "## 3. TIMELINE"]
        {
            check(&format!("{heading}{items}"), Some("## Timeline"));
            check(&format!("## Summary\n\nDown.\n\n{heading}{items}"), Some("## Timeline"));
        }
        check("Timline\n---\n\na\n", Some("## Timeline"));
        check("## Lessons\n\n### Got lucky (2)\n\n- a\n", Some("### Got lucky"));
        check("### Got lucky\n\n- a\n", Some("## Got lucky"));
    }

    #[test]
    fn other_headings_are_not() {
        let silent = [
            "## Timeline:",
            "## Detection",
            "## Mitigation",
            "## What happened",
            "## Discovery",
            "## Lessons Learned",
            "### Timelines",
            "## Lessons\n\n### Got lucky",
            "## Root cause analysis",
            "## 2026-11-23",
            "## !",
            "##",
            "```\n##Timeline\n```",
            "##4711 is a ticket",
            "#timeline",
        ];
        for heading in silent {
            check(&format!("{heading}\n\n- a\n"), None);
        }
    }
}

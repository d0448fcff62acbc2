//! HTML comments, taken out of Markdown before it is read. In fenced code they are text.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::Text;

/// The text without its comments. One that is never closed stays.
pub(super) fn removed(body: &Text) -> Cow<'_, Text> {
    let text = body.as_str();
    let mut clean: Option<Text> = None;
    let mut kept = 0;
    for comment in comments(text) {
        clean.get_or_insert_with(|| Text::empty(body.span().start)).push_text(&body.slice(kept..comment.start));
        kept = comment.end;
    }
    match clean {
        Some(mut clean) => {
            clean.push_text(&body.slice(kept..text.len()));
            Cow::Owned(clean)
        }
        None => Cow::Borrowed(body),
    }
}

/// The bytes of every comment that is closed and stands outside fenced code.
fn comments(text: &str) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    if !text.contains("<!--") {
        return comments;
    }
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        // A comment may have closed on a later line than it began, and on that line another may begin.
        let mut from = comments.last().map_or(start, |last: &Range<usize>| last.end.max(start));
        if from >= at {
            continue;
        }
        let mark = if from == start { fence_mark(line) } else { "" };
        if let Some(open) = fence {
            if mark.starts_with(open) && line.trim().trim_start_matches(container).len() == mark.len() {
                fence = None;
            }
            continue;
        }
        if !mark.is_empty() {
            fence = Some(mark);
            continue;
        }
        while from < at
            && let Some(open) = text[from..at].find("<!--").map(|i| from + i)
        {
            let Some(close) = text[open + 4..].find("-->") else { return comments };
            from = open + 4 + close + 3;
            comments.push(open..from);
        }
    }
    comments
}

/// The run of backticks or tildes that a fence begins with, at any depth of lists and quotes; empty for other lines.
fn fence_mark(line: &str) -> &str {
    let line = line.trim_start_matches(container);
    let Some(mark @ ('`' | '~')) = line.chars().next() else { return "" };
    let len = line.len() - line.trim_start_matches(mark).len();
    let is_fence = len >= 3 && (mark == '~' || !line[len..].contains('`'));
    if is_fence { &line[..len] } else { "" }
}

/// What may stand before a fence: indentation, quotes, bullets.
fn container(c: char) -> bool {
    matches!(c, ' ' | '\t' | '>' | '-' | '*' | '+')
}

#[cfg(test)]
mod tests {
    use super::removed;
    use crate::source::Text;

    #[test]
    fn comments_go_and_code_stays() {
        let check = |body: &str, expected: &str| {
            assert_eq!(removed(&Text::verbatim(body, 7)).as_str(), expected, "{body:?}");
        };
        check("a <!-- b --> c", "a  c");
        check("<!-- a\nb -->c<!-- d -->e", "ce");
        check("```\n<!-- a -->\n```\n<!-- b -->", "```\n<!-- a -->\n```\n");
        check("- ~~~\n  <!-- a -->\n  ~~~\n<!-- b -->", "- ~~~\n  <!-- a -->\n  ~~~\n");
        check("````\n```\n<!-- a -->\n````\n<!-- b -->", "````\n```\n<!-- a -->\n````\n");
        check("```a``` <!-- b -->", "```a``` ");
        check("a <!-- b", "a <!-- b");
    }

    #[test]
    fn what_is_left_knows_its_place() {
        let clean = removed(&Text::verbatim("é<!-- a -->b", 10)).into_owned();
        assert_eq!(clean.span_of(2..3), 22..23);
    }
}

//! Says in plain words what is wrong with YAML that cannot be read, and points where a person would look for it.

use super::lines_around::{Line, item_above, line_at};
use crate::diag::{Diagnostic, Span};
use granit_parser::ErrorKind;

/// The fault for an error that the parser met at byte `at`; `open` is the bracket that was open there.
pub(super) fn fault(file: &str, range: Span, at: usize, open: Option<usize>, kind: &ErrorKind) -> Diagnostic {
    let place = Place { file, range, at, open };
    let Fault { span, message, help, is_layout } = place.explain(kind);
    let help = if place.is_in_timed_item() && !is_layout {
        "quote the line, or move the timeline into the body of a `.md` record".to_owned()
    } else {
        help
    };
    Diagnostic::error("yaml-syntax", span, message).with_help(help)
}

/// Where the parser stopped.
struct Place<'a> {
    file: &'a str,
    /// The YAML within the file.
    range: Span,
    at: usize,
    open: Option<usize>,
}

struct Fault {
    span: Span,
    message: String,
    help: String,
    /// The white space or the dash at the begin of the line is wrong; quotes would not mend it.
    is_layout: bool,
}

impl Fault {
    fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: help.into(), is_layout: false }
    }

    fn of_layout(self) -> Self {
        Self { is_layout: true, ..self }
    }
}

impl Place<'_> {
    fn explain(&self, kind: &ErrorKind) -> Fault {
        use ErrorKind as K;
        match kind {
            K::TabNotAllowed
            | K::TabInBlockIndentation
            | K::TabInIndentation
            | K::TabAtBlockScalarStart
            | K::TabInPlainScalar => self.tab(),
            K::UnexpectedCharacter { .. } | K::MissingAnchorOrAliasName => self.reserved(),
            K::MissingTagUri | K::InvalidTagTerminator | K::UndeclaredTagHandle | K::UnclosedVerbatimTag => {
                self.reserved()
            }
            K::MappingValueNotAllowed => self.colon(),
            K::InvalidColonPlacement | K::ExpectedFlowMappingSeparator | K::ExpectedFlowSequenceSeparator => {
                self.unclosed_bracket().unwrap_or_else(|| self.colon())
            }
            K::UnclosedFlowCollection { open } => self.bracket(self.last_before(*open)),
            K::UnexpectedEofFlowSequence
            | K::UnexpectedEofFlowMapping
            | K::UnexpectedEofImplicitFlowMapping
            | K::InvalidFlowScalarIndent => self.bracket(self.open),
            K::MisplacedFlowCollectionEnd | K::MismatchedFlowCollectionEnd { .. } => {
                let message = format!("`{}` closes no bracket", &self.file[self.here()]);
                Fault::new(self.here(), message, "take it out, or quote the text that it belongs to")
            }
            K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar | K::InvalidQuotedScalarIndent => {
                let quote = &self.file[self.here()];
                let help = format!("close it with another `{quote}`, or quote the whole text if it begins with one");
                Fault::new(self.here(), format!("a quote `{quote}` is not closed"), help)
            }
            K::InvalidTrailingSingleQuotedScalar => {
                let help = "in single quotes an apostrophe is written twice: `'it''s'`";
                Fault::new(self.word(), "text after the closing quote", help)
            }
            K::InvalidTrailingDoubleQuotedScalar => {
                let help = "put the whole text into quotes; within double quotes write `\\\"`";
                Fault::new(self.word(), "text after the closing quote", help)
            }
            K::UnknownQuotedScalarEscape
            | K::InvalidQuotedScalarHexEscape
            | K::InvalidUnicodeEscape
            | K::UnpairedLowSurrogate => self.escape(),
            K::SimpleKeyExpected | K::InvalidSimpleKey => self.no_key(&self.line()),
            K::ExpectedBlockMappingKey | K::ExpectedBlockSequenceEntry | K::InvalidIndentation => self.out_of_line(),
            K::BlockSequenceEntryNotAllowed => {
                let help = "begin the list on the next line, or quote text that begins with a dash";
                Fault::new(self.here(), "a list cannot begin on the line of its key", help)
            }
            K::InvalidBlockScalarHeader | K::InvalidBlockScalarIndent | K::ZeroBlockScalarIndent => {
                let message = format!("text cannot begin on the line of `{}`", &self.file[self.here()]);
                Fault::new(self.here(), message, "begin the text on the next line, indented, or quote it")
            }
            K::CommentNotSeparated | K::CommentInterceptedScalar => Fault::new(
                self.here(),
                "a `#` that neither is text nor begins a comment",
                "put a space before `#`, or quote the text",
            ),
            other => self.tab_above().unwrap_or_else(|| {
                Fault::new(self.here(), format!("not readable as YAML: {other}"), "quote the text of this line")
            }),
        }
    }

    /// The first tab in an indentation, from the line before the stop on: the parser stops before or after it.
    fn tab(&self) -> Fault {
        let mut start = self.line().span.start;
        while start < self.range.end {
            let line = line_at(self.file, &self.range, start);
            let indent = &self.file[line.span.start..line.span.start + line.indent];
            if let Some(tab) = indent.find('\t').map(|i| line.span.start + i) {
                return Self::tab_at(tab);
            }
            start = line.span.end + 1;
        }
        Fault::new(self.here(), "a tab where YAML takes spaces only", "write spaces instead").of_layout()
    }

    /// A tab that begins the line above, which the parser passed over.
    fn tab_above(&self) -> Option<Fault> {
        let above = self.line_above(&self.line())?;
        self.file[above.span.clone()].starts_with('\t').then(|| Self::tab_at(above.span.start))
    }

    fn tab_at(tab: usize) -> Fault {
        let help = "indent with spaces, as the lines around";
        Fault::new(tab..tab + 1, "a tab in the indentation", help).of_layout()
    }

    /// Text that begins with a character that means something to YAML.
    fn reserved(&self) -> Fault {
        let character = match &self.file[self.here()] {
            "`" => "a backtick".to_owned(),
            other => format!("`{other}`"),
        };
        let text = if self.open.is_some() { &self.file[self.word()] } else { self.to_line_end() };
        let help = if text.contains(['"', '\\', '`']) {
            "put the text into quotes".to_owned()
        } else {
            format!("quote it: `\"{text}\"`")
        };
        Fault::new(self.word(), format!("text cannot begin with {character}"), help)
    }

    /// A colon and a space where no key can be.
    fn colon(&self) -> Fault {
        let line = self.line();
        let before = self.file[line.text()].get(..self.at.saturating_sub(line.text().start)).unwrap_or_default();
        if before.contains(['“', '”', '„']) {
            let help = "the quotes of YAML are straight: write `\"` at both ends";
            return Fault::new(self.here(), "`: ` within plain text", help);
        }
        if before.contains(": ") || self.file[self.here()] != *":" {
            return Fault::new(self.here(), "`: ` within plain text", "quote the text, or leave out the space");
        }
        let Some(above) = self.line_above(&line) else {
            return Fault::new(self.here(), "`: ` where no key can be", "quote the text");
        };
        if above.indent >= line.indent {
            return self.no_key(&above);
        }
        let key = before.trim_start_matches("- ");
        let message = format!("`{key}` is indented below a line that already has its value");
        Fault::new(line.text(), message, "give it the indentation of the keys that it belongs to")
    }

    fn no_key(&self, line: &Line) -> Fault {
        if let Some(item) = self.file[line.text()].strip_prefix('-').filter(|item| !item.starts_with('-')) {
            let help = format!("put a space after the dash: `- {item}`");
            let dash = line.text().start..line.text().start + 1;
            return Fault::new(dash, "a dash without a space begins no item", help).of_layout();
        }
        let help = "write `key: value`, or indent the line deeper if it goes on with the text above";
        Fault::new(line.text(), "a line that is no `key: value`", help)
    }

    /// A line whose indentation fits nothing above, or something behind a value that is complete.
    fn out_of_line(&self) -> Fault {
        let line = self.line();
        let before = self.file.get(line.text().start..self.at).unwrap_or_default();
        if before.contains(|c| c != '-' && c != ' ') {
            return Fault::new(self.word(), "text after a complete value", "quote the whole text");
        }
        let message = "the line fits neither the keys nor the lists above it";
        let fault = Fault::new(line.text(), message, "give it the indentation of the lines that it belongs to");
        if self.file[line.text()].starts_with("- ") { fault.of_layout() } else { fault }
    }

    fn unclosed_bracket(&self) -> Option<Fault> {
        let open = self.open?;
        let first = line_at(self.file, &self.range, open);
        if self.at <= first.span.end && self.at < self.range.end {
            return None;
        }
        Some(self.bracket(Some(open)))
    }

    fn bracket(&self, open: Option<usize>) -> Fault {
        let (span, message) = match open {
            Some(at) => (at..at + 1, format!("a bracket `{}` is not closed", &self.file[at..=at])),
            None => (self.here(), "a bracket is not closed".to_owned()),
        };
        let line = line_at(self.file, &self.range, span.start);
        if self.file[span.start..line.span.end].contains(" #") {
            let help = "a space and a `#` begin a comment, which hides the rest of the line: quote the text";
            return Fault::new(span, message, help);
        }
        Fault::new(span, message, "close it, or quote text that begins with a bracket")
    }

    /// The last place of a bracket up to the stop.
    fn last_before(&self, bracket: char) -> Option<usize> {
        let end = self.here().end;
        self.file[self.range.start..end].rfind(bracket).map(|i| self.range.start + i)
    }

    /// A backslash in double quotes; the parser stops at the quote.
    fn escape(&self) -> Fault {
        let text = &self.file[self.at..self.range.end];
        let mut characters = text.char_indices();
        while let Some((i, c)) = characters.next() {
            let next = if c == '\\' { characters.next() } else { None };
            if let Some((_, escaped)) = next
                && !"0abt\tnvfre \"/\\N_LP\r\n".contains(escaped)
            {
                let span = self.at + i..self.at + i + 1 + escaped.len_utf8();
                let help = "write `\\\\` for a backslash, or use single quotes";
                return Fault::new(span, format!("`\\{escaped}` does not stand for a character"), help);
            }
        }
        Fault::new(self.here(), "an escape that stands for no character", "use single quotes")
    }

    fn is_in_timed_item(&self) -> bool {
        item_above(self.file, &self.range, self.at).is_some_and(begins_with_time)
    }

    fn line(&self) -> Line {
        line_at(self.file, &self.range, self.at)
    }

    /// The next line above with something on it.
    fn line_above(&self, line: &Line) -> Option<Line> {
        let above = self.file[self.range.start..line.span.start].trim_end();
        (!above.is_empty()).then(|| line_at(self.file, &self.range, self.range.start + above.len() - 1))
    }

    /// The character at the stop; nothing at the end of the file.
    fn here(&self) -> Span {
        let len =
            self.file[self.at..self.range.end].chars().next().filter(|c| !c.is_control()).map_or(0, char::len_utf8);
        self.at..self.at + len
    }

    fn word(&self) -> Span {
        let rest = self.to_line_end();
        self.at..self.at + rest.find(|c: char| c.is_whitespace() || ",]}".contains(c)).unwrap_or(rest.len())
    }

    /// From the stop to the end of the line, without a comment.
    fn to_line_end(&self) -> &str {
        let rest = self.file[self.at..self.range.end].lines().next().unwrap_or_default();
        rest.find(" #").map_or(rest, |i| &rest[..i]).trim_end()
    }
}

/// A guess that a line of a timeline was meant; what times look like is known above.
fn begins_with_time(item: &str) -> bool {
    let word = item.split_whitespace().next().unwrap_or_default();
    let lower = word.to_ascii_lowercase();
    if matches!(lower.as_str(), "about" | "before" | "by" | "after" | "unknown") {
        return true;
    }
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word.as_bytes()[digits..];
    let pair = |sign: u8| rest.first() == Some(&sign) && rest.get(1).is_some_and(u8::is_ascii_digit);
    (matches!(digits, 1 | 2) && pair(b':')) || (digits == 4 && pair(b'-'))
}

#[cfg(test)]
#[path = "syntax_tests.rs"]
mod tests;

//! A finding in full, with the lines that it is about, as compilers show them.

use super::lines::clamp;
use super::{Diagnostic, Label, Level};
use annotate_snippets::renderer::{AnsiColor, DecorStyle, Effects, Style};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Mark, Origin, Renderer, Snippet};

/// What the place that it is printed to can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// ANSI colours. The text alone carries the meaning.
    pub colour: Colour,
    /// The characters that frames are drawn with.
    pub frame: Frame,
    /// Columns; longer lines are cut around the place.
    pub width: usize,
}

/// Whether colours are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// As on a terminal.
    Ansi,
    /// As in a file or a pipe.
    Plain,
}

/// The characters that frames are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// `|`, `-` and `^`, which also read well in a screen reader.
    Ascii,
    /// Box drawing.
    Unicode,
}

impl Default for Look {
    fn default() -> Self {
        Self { colour: Colour::Plain, frame: Frame::Ascii, width: 100 }
    }
}

/// The finding with its lines, without a line break at the end.
#[must_use]
pub fn full(finding: &Diagnostic, path: &str, text: &str, look: Look) -> String {
    let mark = match finding.level {
        Level::Error => Mark::ERROR,
        Level::Warning => Mark::WARNING,
    };
    let title = mark.primary_title(&finding.message).id(finding.rule);
    let mut group = if text.is_empty() {
        title.element(Origin::path(path).line(1).char_column(1))
    } else {
        title.element(snippet(finding, path, text))
    };
    for (mark, text) in [(Mark::HELP, &finding.help), (Mark::NOTE, &finding.note)] {
        if let Some(text) = text {
            group = group.element(mark.message(text));
        }
    }
    render(&[group], look)
}

fn snippet<'a>(finding: &'a Diagnostic, path: &'a str, text: &'a str) -> Snippet<'a, Annotation<'a>> {
    // A byte order mark has no width in an editor, but one column here.
    let (text, mark) = text.strip_prefix('\u{feff}').map_or((text, 0), |rest| (rest, '\u{feff}'.len_utf8()));
    let annotation = |kind: AnnotationKind, label: &'a Label| {
        let span = label.span.start.saturating_sub(mark)..label.span.end.saturating_sub(mark);
        kind.span(clamp(text, &span)).label((!label.text.is_empty()).then_some(&label.text))
    };
    Snippet::source(text)
        .path(path)
        .annotation(annotation(AnnotationKind::Primary, &finding.primary))
        .annotations(finding.labels.iter().map(|label| annotation(AnnotationKind::Context, label)))
}

fn render(report: &[Group<'_>], look: Look) -> String {
    let renderer = match look.colour {
        Colour::Plain => Renderer::plain(),
        Colour::Ansi => {
            let dim = Style::new().effects(Effects::DIMMED);
            Renderer::styled()
                .error(AnsiColor::Red.on_default().effects(Effects::BOLD))
                .warning(AnsiColor::Yellow.on_default().effects(Effects::BOLD))
                .help(AnsiColor::Cyan.on_default())
                .note(AnsiColor::Cyan.on_default())
                .context(AnsiColor::Cyan.on_default())
                .line_num(dim)
                .hyperlink(false)
        }
    };
    let frame = match look.frame {
        Frame::Ascii => DecorStyle::Ascii,
        Frame::Unicode => DecorStyle::Unicode,
    };
    let drawn = renderer.decor_style(frame).term_width(look.width).render(report);
    drawn.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;

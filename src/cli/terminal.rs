//! Where text goes: data to standard output, everything else to standard error, in colour where that is wanted.

use super::args::Args;
use super::fault::Refusal;
use crate::diag::{Colour, Frame, Look};
use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use clap::builder::styling::{AnsiColor, Style};
use std::io::{self, IsTerminal, Write};

/// The widest that text is set, however wide the terminal.
const WIDEST: usize = 100;

/// The columns that a verb is right-aligned to.
const VERB: usize = 11;

pub(super) const GREEN: Style = AnsiColor::Green.on_default().bold();
pub(super) const RED: Style = AnsiColor::Red.on_default().bold();
pub(super) const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
pub(super) const CYAN: Style = AnsiColor::Cyan.on_default();

/// Standard output and standard error, and how much is to be said there.
#[derive(Clone, Debug)]
pub(super) struct Terminal {
    quiet: u8,
    verbose: u8,
}

impl Terminal {
    pub(super) fn new(args: &Args) -> Self {
        let choice = match args.color {
            clap::ColorChoice::Auto => ColorChoice::Auto,
            clap::ColorChoice::Always => ColorChoice::Always,
            clap::ColorChoice::Never => ColorChoice::Never,
        };
        choice.write_global();
        Self { quiet: args.quiet, verbose: args.verbose }
    }

    /// Writes data. A reader that has seen enough and closed the pipe is no error; a full disk is.
    pub(super) fn data(&self, text: &str) -> anyhow::Result<()> {
        if self.quiet > 1 {
            return Ok(());
        }
        let mut out = AutoStream::auto(io::stdout().lock());
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(anyhow::Error::new(error).context("cannot write to standard output"))
            }
            _ => Ok(()),
        }
    }

    /// Says what was done: a verb, and what it was done to.
    pub(super) fn done(&self, verb: &str, what: &str) {
        if self.quiet == 0 {
            tell(&format!("{GREEN}{verb:>VERB$}{GREEN:#} {what}\n"));
        }
    }

    /// Shows findings that are not what was asked for.
    pub(super) fn show(&self, findings: &str) {
        if self.quiet < 2 {
            tell(findings);
        }
    }

    /// Says what happened, and when.
    pub(super) fn event(&self, at: &str, verb: &str, what: &str) {
        if self.quiet == 0 {
            tell(&format!("{at}  {GREEN}{verb:<8}{GREEN:#} {what}\n"));
        }
    }

    /// Says something that only those want to know who asked for more.
    pub(super) fn detail(&self, verb: &str, what: &str) {
        if self.verbose > 0 {
            self.done(verb, what);
        }
    }

    /// Says what went wrong, and the way out.
    pub(super) fn error(&self, error: &anyhow::Error) {
        if self.quiet > 1 {
            return;
        }
        tell(&format!("{RED}error{RED:#}: {}\n", escaped(&format!("{error:#}"))));
        if let Some(refusal) = error.downcast_ref::<Refusal>() {
            tell(&format!("{CYAN}help{CYAN:#}: {}\n", escaped(&refusal.help)));
        }
    }

    /// Asks a question; an empty answer takes the default.
    pub(super) fn ask(question: &str, default: &str) -> anyhow::Result<String> {
        let hint = if default.is_empty() { String::new() } else { format!(" [{default}]") };
        tell(&format!("{question}{hint}: "));
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        let answer = answer.trim();
        Ok(if answer.is_empty() { default.to_owned() } else { answer.to_owned() })
    }

    /// Whether somebody is there who could answer.
    pub(super) fn can_ask() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Whether somebody watches who wants to see that something goes on.
    pub(super) fn shows_progress(&self) -> bool {
        self.quiet == 0 && io::stderr().is_terminal()
    }

    /// Whether warnings are wanted.
    pub(super) fn shows_warnings(&self) -> bool {
        self.quiet == 0
    }

    /// How findings look on a stream.
    pub(super) fn look(stream: &impl RawStream) -> Look {
        let colour = match AutoStream::choice(stream) {
            ColorChoice::Never => Colour::Plain,
            _ => Colour::Ansi,
        };
        Look { colour, frame: Frame::Ascii, width: Self::width() }
    }

    /// The columns of the terminal, up to a hundred.
    pub(super) fn width() -> usize {
        let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let real = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
        said.or_else(real).filter(|width| *width > 0).unwrap_or(WIDEST).min(WIDEST)
    }
}

/// Says that the program itself is at fault, and where that belongs.
pub(super) fn internal_fault(fault: &str) {
    let place = match env!("CARGO_PKG_REPOSITORY") {
        "" => "to those you have minutebook from".to_owned(),
        repository => format!("at {repository}"),
    };
    tell(&format!(
        "{RED}error{RED:#}: internal fault in minutebook {}: {fault}\n\
         {CYAN}help{CYAN:#}: nothing is wrong with your records; report these lines {place}\n",
        env!("CARGO_PKG_VERSION"),
    ));
}

/// Text for a terminal: control characters, which could move the cursor or hide words, as escapes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() && c != '\n' { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

/// Writes to standard error; if that is gone, there is nobody left to tell.
fn tell(text: &str) {
    let mut err = AutoStream::auto(io::stderr().lock());
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

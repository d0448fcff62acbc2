//! The program as its user meets it: arguments in, text and an exit code out. Alone prints, and reads the clock and
//! the environment; everything that could be asked without a terminal is left to the library.

mod args;
mod build;
mod check;
mod checklist;
mod completions;
mod explain;
mod fault;
mod files;
mod findings;
mod init;
mod list;
mod log;
mod lookup;
mod new;
mod project;
mod serve;
mod show;
mod terminal;
mod wrap;

use args::{Args, Command};
use clap::Parser;
use std::panic;
use std::process::ExitCode;
use terminal::Terminal;

/// How a command that could run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing is wrong at or above the failing level.
    Done,
    /// Something is.
    Findings,
}

/// The exit code of what could not run: a wrong call, a failing machine, an internal fault.
const COULD_NOT_RUN: u8 = 2;

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    panic::set_hook(Box::new(|fault| terminal::internal_fault(&fault.to_string())));
    let code = panic::catch_unwind(|| match Args::try_parse() {
        Ok(args) => started(&args),
        Err(told) => {
            // Help goes to standard output, a wrong call to standard error; a reader that is gone needs neither.
            let _ = told.print();
            if told.use_stderr() { COULD_NOT_RUN } else { 0 }
        }
    });
    ExitCode::from(code.unwrap_or(COULD_NOT_RUN))
}

fn started(args: &Args) -> u8 {
    let terminal = Terminal::new(args);
    match run(args, &terminal) {
        Ok(Outcome::Done) => 0,
        Ok(Outcome::Findings) => 1,
        Err(error) => {
            terminal.error(&error);
            COULD_NOT_RUN
        }
    }
}

fn run(args: &Args, terminal: &Terminal) -> anyhow::Result<Outcome> {
    if let Some(folder) = &args.directory {
        project::enter(folder)?;
    }
    match &args.command {
        Command::Init(args) => init::run(args, terminal),
        Command::New(args) => new::run(args, terminal),
        Command::Log(args) => log::run(args, terminal),
        Command::Check(args) => check::run(args, terminal),
        Command::Build(args) => build::run(args, terminal),
        Command::Serve(args) => serve::run(args, terminal),
        Command::List(args) => list::run(args, terminal),
        Command::Show(args) => show::run(args, terminal),
        Command::Explain(args) => explain::run(args, terminal),
        Command::Schema => {
            terminal.data(&crate::export::schema())?;
            Ok(Outcome::Done)
        }
        Command::Completions(args) => completions::run(args, terminal),
    }
}

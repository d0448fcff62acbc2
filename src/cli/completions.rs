//! `minutebook completions SHELL`: what a shell needs to complete commands and flags.

use super::args::{Args, Completions};
use super::{Outcome, Terminal};
use clap::CommandFactory;

pub(super) fn run(args: &Completions, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "minutebook", &mut script);
    terminal.data(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}

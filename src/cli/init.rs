//! `minutebook init`: a config, a sample and a check for CI; nothing if any of them is there already.

use super::args::Init;
use super::fault::refuse;
use super::{Outcome, Terminal, files};
use crate::scaffold::{CONFIG, SAMPLE, SAMPLE_PATH, WORKFLOW, WORKFLOW_PATH};
use crate::source;
use std::path::{Path, PathBuf};

pub(super) fn run(args: &Init, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let files = [(source::CONFIG, CONFIG), (SAMPLE_PATH, SAMPLE), (WORKFLOW_PATH, WORKFLOW)];
    let files = files.map(|(path, text)| (place(&args.dir, path), text));
    if let Some((there, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(is_there(there));
    }
    for (path, text) in &files {
        if !files::write_new(path, text)? {
            return Err(is_there(path));
        }
        terminal.done("Created", &path.display().to_string());
    }
    let go = if args.dir == Path::new(".") { String::new() } else { format!("`cd {}`, then ", args.dir.display()) };
    terminal.done("Next", &format!("{go}`minutebook check`, then `minutebook new` for a record of your own"));
    Ok(Outcome::Done)
}

fn place(dir: &Path, path: &str) -> PathBuf {
    if dir == Path::new(".") { PathBuf::from(path) } else { dir.join(path) }
}

fn is_there(path: &Path) -> anyhow::Error {
    let help = "nothing is overwritten; move it away, or name another folder";
    refuse(format!("`{}` is there already", path.display()), help)
}

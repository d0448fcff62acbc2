//! `minutebook init`: a config, a sample and a check for CI; nothing if any of them is there already.

use super::args::Init;
use super::fault::refuse;
use super::{Outcome, Terminal, files};
use crate::scaffold::{CONFIG, IGNORE, IGNORE_PATH, SAMPLE, SAMPLE_PATH, WORKFLOW, WORKFLOW_PATH};
use crate::source;
use std::fs;
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
    ignore(&args.dir, terminal)?;
    if let Some(below) = below_repository(&args.dir) {
        let what = "GitHub reads workflows at the top of a repository alone";
        let how = format!("move `{WORKFLOW_PATH}` there, and set `working-directory: {below}` for its `run` steps");
        terminal.done("Note", &format!("{what}: {how}"));
    }
    let go = if args.dir == Path::new(".") { String::new() } else { format!("`cd {}`, then ", args.dir.display()) };
    terminal.done("Next", &format!("{go}`minutebook check`, then `minutebook new` for a record of your own"));
    Ok(Outcome::Done)
}

/// Has git leave the site out. A list that is there already is left to its owner.
fn ignore(dir: &Path, terminal: &Terminal) -> anyhow::Result<()> {
    let path = place(dir, IGNORE_PATH);
    if files::write_new(&path, IGNORE)? {
        terminal.done("Created", &path.display().to_string());
    } else if !fs::read_to_string(&path).unwrap_or_default().lines().any(|line| line.trim_matches('/') == "site") {
        terminal.done("Note", &format!("`{}` is there already; add `/site/` to it", path.display()));
    }
    Ok(())
}

/// The folder as it is called from the top of the git repository that it is in, unless it is that.
fn below_repository(dir: &Path) -> Option<String> {
    let dir = dir.canonicalize().ok()?;
    let top = dir.ancestors().find(|folder| folder.join(".git").exists())?;
    let below = dir.strip_prefix(top).ok()?.display().to_string();
    (!below.is_empty()).then_some(below)
}

fn place(dir: &Path, path: &str) -> PathBuf {
    if dir == Path::new(".") { PathBuf::from(path) } else { dir.join(path) }
}

fn is_there(path: &Path) -> anyhow::Error {
    let help = "nothing is overwritten; move it away, or name another folder";
    refuse(format!("`{}` is there already", path.display()), help)
}

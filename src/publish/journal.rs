//! The other way to publish, for systems that cannot exchange two folders: what changed is written beside, what is to
//! be done is written down, and then it is done file by file. Whatever interrupts it, the next build begins by
//! finishing it. Until it is done, a reader may see old pages beside new ones.

use super::Plan;
use super::error::{Error, cannot};
use super::files::{
    is_absent, look, make_folder, make_folders, make_private_folder, remove, remove_all, sync, write_new,
};
use super::layout::{fault, parents};
use super::list;
use super::make::{Made, Outcome, make_all};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The folder in the site where the next build waits. It is in the site, since nothing else is sure to be on the same
/// file system.
pub(super) const STAGE: &str = ".minutebook-next";
/// The list of steps in the stage; while it is there, there is something to finish.
const JOURNAL: &str = "journal";
/// How it begins.
const HEAD: &str = "minutebook journal 1";
/// How it ends; without it, nothing was promised yet.
const END: &str = "end";

/// One thing to do to the site. To do it twice is to do it once.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// Remove a file, and the folders that this leaves empty.
    Remove(&'a str),
    /// Move a file in from the stage.
    Move(&'a str),
}

/// Makes the pages and brings the site to the new state, file by file.
pub(super) fn publish<'a>(
    plan: &Plan<'a>,
    fill: impl Fn(usize, &mut Vec<u8>) -> Result<(), Error> + Sync,
) -> Result<Made<'a>, Error> {
    let out = &plan.target.out;
    let made = prepare(plan, fill).inspect_err(|_| {
        // As if it had not been begun; if even that fails, the next build does it.
        let _ = remove_all(&out.join(STAGE));
        if !plan.found.exists {
            let _ = fs::remove_dir(out);
        }
    })?;
    finish(out)?;
    Ok(made)
}

/// Stages what changed and writes the journal. The pages of the site are only read.
pub(super) fn prepare<'a>(
    plan: &Plan<'a>,
    fill: impl Fn(usize, &mut Vec<u8>) -> Result<(), Error> + Sync,
) -> Result<Made<'a>, Error> {
    let out = &plan.target.out;
    if !plan.found.exists {
        make_folder(out)?;
    }
    let stage = out.join(STAGE);
    make_private_folder(&stage)?;
    let made = make_all(plan, fill, &stage.join("files"))?;
    if made.is_news() {
        sync(&stage)?;
        let draft = stage.join("draft");
        write_new(&draft, &write(&steps(plan, &made)))?;
        sync(&stage)?;
        let journal = stage.join(JOURNAL);
        fs::rename(&draft, &journal).map_err(cannot("rename to", &journal))?;
        sync(&stage)?;
    }
    Ok(made)
}

/// Does what the journal says, if there is one, and clears the stage.
pub(super) fn finish(out: &Path) -> Result<(), Error> {
    let stage = out.join(STAGE);
    let journal = stage.join(JOURNAL);
    match fs::read(&journal) {
        Ok(bytes) => {
            let steps = parse(&bytes).map_err(|line| Error::List { file: journal.clone(), line })?;
            steps.iter().try_for_each(|step| apply(out, step))?;
            sync(out)?;
            remove(&journal)?;
        }
        Err(error) if is_absent(&error) => {}
        Err(error) => return Err(cannot("read", &journal)(error)),
    }
    remove_all(&stage)
}

/// What is in the way goes first, what is left over goes last: no page is missing for longer than it must be.
fn steps<'p, 'a: 'p>(Plan { found, layout, .. }: &'p Plan<'a>, made: &Made<'a>) -> Vec<Step<'p>> {
    let stale = found.list.paths.iter().map(String::as_str).filter(|path| !layout.files.contains(path));
    let is_obstacle =
        |path: &&str| layout.folders.contains(path) || parents(path).any(|folder| layout.files.contains(folder));
    let (in_the_way, left_over): (BTreeSet<&str>, BTreeSet<&str>) = stale.partition(is_obstacle);
    let files = matches!(made.list, Outcome::Written).then_some(list::NAME);
    let moves = made.written().chain(files).map(Step::Move);
    in_the_way.into_iter().map(Step::Remove).chain(moves).chain(left_over.into_iter().map(Step::Remove)).collect()
}

/// Does one step, unless it is done already.
pub(super) fn apply(out: &Path, step: &Step) -> Result<(), Error> {
    match *step {
        Step::Remove(path) => {
            let file = out.join(path);
            remove(&file)?;
            file.ancestors().skip(1).take_while(|folder| *folder != out).try_for_each(remove_if_empty)
        }
        Step::Move(path) => {
            let (from, to) = (out.join(STAGE).join("files").join(path), out.join(path));
            if look(&from)?.is_none() {
                return Ok(());
            }
            make_folders(out, to.parent().unwrap_or(out))?;
            fs::rename(&from, &to).map_err(cannot("rename to", &to))
        }
    }
}

fn remove_if_empty(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir(folder) {
        Err(error) if error.kind() != ErrorKind::DirectoryNotEmpty && !is_absent(&error) => {
            Err(cannot("remove the folder", folder)(error))
        }
        _ => Ok(()),
    }
}

fn write(steps: &[Step]) -> Vec<u8> {
    let mut text = format!("{HEAD}\n");
    for step in steps {
        let (word, path) = match step {
            Step::Remove(path) => ("remove", path),
            Step::Move(path) => ("move", path),
        };
        text.push_str(word);
        text.push(' ');
        text.push_str(path);
        text.push('\n');
    }
    text.push_str(END);
    text.push('\n');
    text.into_bytes()
}

/// Reads a journal, or gives the first line that is wrong.
pub(super) fn parse(bytes: &[u8]) -> Result<Vec<Step<'_>>, usize> {
    let text = str::from_utf8(bytes).map_err(|_| 1_usize)?;
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    if lines.next().is_none_or(|(_, line)| line != HEAD) {
        return Err(1);
    }
    let mut steps = Vec::new();
    for (number, line) in lines {
        match line.split_once(' ') {
            Some(("remove", path)) if fault(path).is_none() => steps.push(Step::Remove(path)),
            Some(("move", path)) if path == list::NAME || fault(path).is_none() => steps.push(Step::Move(path)),
            None if line == END => return Ok(steps),
            _ => return Err(number),
        }
    }
    Err(text.lines().count() + 1)
}

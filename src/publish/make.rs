//! Makes pages in parallel, each into a buffer that is used again, compares it with the site and writes those that
//! differ. Never more than one page a thread is in memory.

use super::Plan;
use super::error::Error;
use super::files::{FileId, make_folders, same, write_new};
use super::list;
use rayon::prelude::*;
use std::path::Path;

/// What became of one page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    /// The site has it already, byte for byte, in this file.
    Same(FileId),
    /// It was written anew.
    Written,
}

/// What became of every page.
#[derive(Debug)]
pub(super) struct Made<'a> {
    /// What became of the list of files.
    pub(super) list: Outcome,
    /// Folder by folder, as the layout has them.
    pub(super) pages: Vec<(&'a str, Outcome)>,
    /// All bytes of all pages.
    pub(super) bytes: u64,
    /// The largest page and its bytes; of two equals the first.
    pub(super) largest: Option<(&'a str, u64)>,
}

impl<'a> Made<'a> {
    /// The paths that were written.
    pub(super) fn written(&self) -> impl Iterator<Item = &'a str> {
        self.pages.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Written)).map(|(path, _)| *path)
    }

    /// Whether the site has to change at all.
    pub(super) fn is_news(&self) -> bool {
        matches!(self.list, Outcome::Written) || self.written().next().is_some()
    }

    fn add(&mut self, piece: Vec<(&'a str, Outcome, u64)>) {
        for (path, outcome, size) in piece {
            self.pages.push((path, outcome));
            self.bytes += size;
            if self.largest.is_none_or(|(_, largest)| size > largest) {
                self.largest = Some((path, size));
            }
        }
    }
}

/// Makes every page; those that differ from the site are written below `new`. `fill` puts the bytes of a page, by its
/// place in the list that was given, into an empty buffer.
///
/// # Errors
/// The first one in the order of the layout, whatever the threads do. What was written below `new` stays there.
pub(super) fn make_all<'a>(
    plan: &Plan<'a>,
    fill: impl Fn(usize, &mut Vec<u8>) -> Result<(), Error> + Sync,
    new: &Path,
) -> Result<Made<'a>, Error> {
    let old = &plan.target.out;
    let make_page = |buffer: &mut Vec<u8>, index: usize, path: &'a str| {
        buffer.clear();
        fill(index, buffer)?;
        Ok((path, update(old, new, path, buffer)?, buffer.len() as u64))
    };
    let make_piece = |buffer: &mut Vec<u8>, piece: &[(usize, &'a str)]| {
        piece.iter().map(|&(index, path)| make_page(buffer, index, path)).collect()
    };
    let pieces: Vec<Result<Vec<_>, Error>> =
        plan.layout.pieces().into_par_iter().map_init(Vec::new, make_piece).collect();
    let list = update(old, new, list::NAME, &plan.list)?;
    let mut made = Made { list, pages: Vec::new(), bytes: 0, largest: None };
    for piece in pieces {
        made.add(piece?);
    }
    Ok(made)
}

/// Writes one file below `new`, and the folders it needs, if the one below `old` is not the same.
fn update(old: &Path, new: &Path, path: &str, bytes: &[u8]) -> Result<Outcome, Error> {
    if let Some(file) = same(&old.join(path), bytes)? {
        return Ok(Outcome::Same(file));
    }
    let file = new.join(path);
    make_folders(new, file.parent().unwrap_or(new))?;
    write_new(&file, bytes)?;
    Ok(Outcome::Written)
}

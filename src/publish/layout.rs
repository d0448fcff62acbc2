//! Where the pages go: every path looked at before anything is made, and the pages sorted folder by folder. Knows
//! nothing of what is on disk.

use super::error::Error;
use std::collections::{BTreeSet, HashMap};

/// Every name in the site that begins so is the tool's own.
const RESERVED: &str = ".minutebook";
/// A folder with very many pages is made in pieces of this size, so that its pages are still made in parallel.
const PIECE: usize = 128;

/// The paths of a site, as good on every system: no two of them clash.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    /// The pages.
    pub(super) files: BTreeSet<&'a str>,
    /// Every folder that a page stands in, parents before children. The site's own folder is not among them.
    pub(super) folders: BTreeSet<&'a str>,
    /// The pages by folder, then name: each path with its place in the list that was given.
    order: Vec<(usize, &'a str)>,
}

impl<'a> Layout<'a> {
    /// Looks at every path.
    ///
    /// # Errors
    /// On the first path that is no good, or clashes with an earlier one.
    pub(super) fn new(paths: impl Iterator<Item = &'a str>) -> Result<Self, Error> {
        let (mut files, mut folders, mut order) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        let mut taken = Taken::default();
        for (index, path) in paths.enumerate() {
            if let Some(fault) = fault(path) {
                return Err(Error::Path { page: path.to_owned(), fault });
            }
            for folder in parents(path) {
                if folders.insert(folder) {
                    taken.take(folder, false, path)?;
                }
            }
            taken.take(path, true, path)?;
            files.insert(path);
            order.push((index, path));
        }
        order.sort_unstable_by_key(|&(_, path)| split(path));
        Ok(Self { files, folders, order })
    }

    /// The pages in pieces: each in one folder, none too long. Two threads that create files in one folder are slower
    /// than one, so a piece is the work of one thread.
    pub(super) fn pieces(&self) -> Vec<&[(usize, &'a str)]> {
        self.order.chunk_by(|(_, a), (_, b)| split(a).0 == split(b).0).flat_map(|folder| folder.chunks(PIECE)).collect()
    }
}

/// Names without regard to case: for each, how it was first spelt, whether it is a file, and the page it came with.
#[derive(Default)]
struct Taken<'a>(HashMap<String, (&'a str, &'a str)>);

impl<'a> Taken<'a> {
    /// Notes a file or folder of `page`; a folder may be named again if it is spelt alike, a file may not.
    fn take(&mut self, name: &'a str, is_file: bool, page: &'a str) -> Result<(), Error> {
        match self.0.insert(name.to_lowercase(), (name, page)) {
            Some((spelt, other)) if is_file || spelt != name || spelt == other => {
                Err(Error::Clash { page: page.to_owned(), other: other.to_owned() })
            }
            _ => Ok(()),
        }
    }
}

/// What is wrong with a path inside the site, if anything is.
pub(super) fn fault(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("is empty");
    }
    if path.starts_with('/') {
        return Some("is not relative");
    }
    if path.starts_with(RESERVED) {
        return Some("begins with `.minutebook`, which is kept for the tool's own files");
    }
    if path.contains(|c: char| c == '\\' || c.is_control()) {
        return Some("holds a backslash or a control character");
    }
    path.split('/').find_map(|part| match part {
        "" => Some("has an empty part"),
        _ if part.bytes().all(|b| b == b'.') => Some("has a part of dots alone"),
        _ if part.len() > 255 => Some("has a part of more than 255 bytes"),
        _ => None,
    })
}

/// The folders above a path, outermost first.
pub(super) fn parents(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// The folder and the name; pages in the site's own folder come first.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_of_a_path_is_named() {
        for (path, expected) in [
            ("", Some("is empty")),
            ("/a", Some("is not relative")),
            ("a//b", Some("has an empty part")),
            ("a/", Some("has an empty part")),
            ("../a", Some("has a part of dots alone")),
            ("a/./b", Some("has a part of dots alone")),
            ("a/.../b", Some("has a part of dots alone")),
            ("a\\b", Some("holds a backslash or a control character")),
            ("a\nb", Some("holds a backslash or a control character")),
            (".minutebook-files", Some("begins with `.minutebook`, which is kept for the tool's own files")),
            ("a/.nojekyll", None),
            ("ä/b c.html", None),
        ] {
            assert_eq!(fault(path), expected, "{path:?}");
        }
        assert!(fault(&"x".repeat(256)).is_some());
        assert!(fault(&"x".repeat(255)).is_none());
    }

    #[test]
    fn paths_that_cannot_stand_together_are_refused() {
        let check = |paths: &[&str], expected: bool| {
            let clash = matches!(Layout::new(paths.iter().copied()), Err(Error::Clash { .. }));
            assert_eq!(clash, expected, "{paths:?}");
        };
        check(&["a", "a"], true);
        check(&["a.html", "A.html"], true);
        check(&["Ä", "ä"], true);
        check(&["a", "a/b"], true);
        check(&["a/b", "a"], true);
        check(&["A", "a/b"], true);
        check(&["x/a", "X/b"], true);
        check(&["x/a", "x/b", "x/y/c", "x.html", "y/a"], false);
        check(&["x/y/a", "x/b", "x/y/c"], false);
    }

    #[test]
    fn a_piece_stays_in_one_folder() {
        let paths: Vec<String> = (0..300).map(|n| format!("many/{n}")).chain(["a".into(), "z/a".into()]).collect();
        let layout = Layout::new(paths.iter().map(String::as_str)).unwrap();
        let sizes: Vec<usize> = layout.pieces().iter().map(|piece| piece.len()).collect();
        assert_eq!(sizes, [1, 128, 128, 44, 1]);
        assert_eq!(layout.pieces()[4], [(301, "z/a")]);
    }
}

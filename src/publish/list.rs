//! The one file the tool keeps in a site: what it wrote there, and for which audience. The same pages give the same
//! bytes. A path that is not on the list is not the tool's to touch.

use super::error::{Error, cannot};
use super::files::is_absent;
use super::layout::{Layout, fault};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The name of the list in the site.
pub(super) const NAME: &str = ".minutebook-files";
/// How it begins: for people, and so that no other file is taken for it.
const HEAD: &str = "# Files that minutebook wrote here; a build replaces or removes them, and touches no others.";

/// What a list says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    /// The audience of the build; `None` where there is no list.
    pub(super) audience: Option<String>,
    /// The paths of the pages.
    pub(super) paths: BTreeSet<String>,
}

impl List {
    /// Reads the list of a site; empty where there is none.
    ///
    /// # Errors
    /// If it cannot be read, or is not as the tool writes it: nothing can be said then about whose a file is.
    pub(super) fn read(site: &Path) -> Result<Self, Error> {
        let file = site.join(NAME);
        match fs::read(&file) {
            Ok(bytes) => parse(&bytes).map_err(|line| Error::List { file, line }),
            Err(error) if is_absent(&error) => Ok(Self::default()),
            Err(error) => Err(cannot("read", &file)(error)),
        }
    }
}

/// The bytes of the list of a build.
pub(super) fn bytes(audience: &str, layout: &Layout) -> Vec<u8> {
    let mut text = format!("{HEAD}\naudience {}\n", audience.escape_default());
    for path in &layout.files {
        text.push_str("file ");
        text.push_str(path);
        text.push('\n');
    }
    text.into_bytes()
}

/// Reads the list, or gives the first line that is wrong.
fn parse(bytes: &[u8]) -> Result<List, usize> {
    let text = str::from_utf8(bytes).map_err(|_| 1_usize)?;
    let mut list = List::default();
    for (at, line) in text.lines().enumerate() {
        let known = match (at, line.split_once(' ')) {
            (0, _) => line == HEAD,
            (1, Some(("audience", audience))) => {
                list.audience = Some(audience.to_owned());
                true
            }
            (2.., Some(("file", path))) => fault(path).is_none() && list.paths.insert(path.to_owned()),
            _ => false,
        };
        if !known {
            return Err(at + 1);
        }
    }
    if list.audience.is_some() { Ok(list) } else { Err(text.lines().count() + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let layout = Layout::new(["b/c d.html", "a.html"].into_iter()).unwrap();
        let written = bytes("public", &layout);
        assert_eq!(written, format!("{HEAD}\naudience public\nfile a.html\nfile b/c d.html\n").into_bytes());
        let list = parse(&written).unwrap();
        assert_eq!(list.audience.as_deref(), Some("public"));
        assert_eq!(list.paths, ["a.html".to_owned(), "b/c d.html".to_owned()].into());
    }

    #[test]
    fn a_wrong_line_is_named() {
        for (text, line) in [
            ("", 1),
            ("something else\n", 1),
            (&format!("{HEAD}\n"), 2),
            (&format!("{HEAD}\nfile a\n"), 2),
            (&format!("{HEAD}\naudience x\nfile ../../etc/passwd\n"), 3),
            (&format!("{HEAD}\naudience x\nfile a\nfile a\n"), 4),
            (&format!("{HEAD}\naudience x\n<<<<<<< ours\n"), 3),
        ] {
            assert_eq!(parse(text.as_bytes()), Err(line), "{text}");
        }
    }
}

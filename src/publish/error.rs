//! What can stop a build from being published, in words and with its path. Says nothing of pages' contents.

use std::error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a page could not be made; whatever the maker of pages says.
pub type Cause = Box<dyn error::Error + Send + Sync>;

/// Why the site was not brought up to date. What readers see is still the last whole build.
#[derive(Debug)]
pub enum Error {
    /// A page's path cannot stand in a site on every system.
    Path {
        /// The path as it was given.
        page: String,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// Two pages want the same place, or differ in case alone, or one is a file where the other needs a folder.
    Clash {
        /// The one path.
        page: String,
        /// The path that was there before it.
        other: String,
    },
    /// The folder for the site would put something else at risk.
    Out {
        /// The folder, as it was given.
        out: PathBuf,
        /// Why not there.
        fault: &'static str,
    },
    /// A file that the tool did not write stands where a page has to go.
    Foreign {
        /// The file that is in the way.
        file: PathBuf,
    },
    /// The list of written files says something that the tool never writes.
    List {
        /// The list.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// Another build is writing.
    Locked {
        /// The file that is locked.
        lock: PathBuf,
        /// The process that holds it, if it has said so already.
        holder: Option<u32>,
    },
    /// A page could not be made.
    Page {
        /// The page's path in the site.
        page: String,
        /// What its maker says.
        cause: Cause,
    },
    /// The machine failed.
    Io {
        /// What was being done: `read`, `write`, `remove`.
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path { page, fault } => write!(f, "the page path `{}` {fault}", page.escape_debug()),
            Self::Clash { page, other } => {
                write!(f, "the page paths `{page}` and `{other}` cannot both stand in one folder on every system")
            }
            Self::Out { out, fault } => write!(f, "the site cannot be written to `{}`: {fault}", out.display()),
            Self::Foreign { file } => write!(
                f,
                "`{}` stands where a page has to go, and minutebook did not write it; remove it, or build to another folder with `--out`",
                file.display()
            ),
            Self::List { file, line } => write!(
                f,
                "line {line} of `{}` is not as minutebook wrote it; restore the file, or move the whole site away",
                file.display()
            ),
            Self::Locked { lock, holder: Some(holder) } => {
                write!(f, "another build (process {holder}) is writing; it holds `{}`", lock.display())
            }
            Self::Locked { lock, holder: None } => {
                write!(f, "another build is writing; it holds `{}`", lock.display())
            }
            Self::Page { page, .. } => write!(f, "cannot make the page `{page}`"),
            Self::Io { doing, path, .. } => write!(f, "cannot {doing} `{}`", path.display()),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Page { cause, .. } => Some(&**cause),
            Self::Io { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

/// For `map_err`: says what was being done, and to which path.
pub(super) fn cannot(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |cause| Error::Io { doing, path: path.to_owned(), cause }
}

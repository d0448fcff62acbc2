//! Which folder the site really is, whether it is safe to write there, and where the tool may keep its own things.

use super::error::{Error, cannot};
use super::files::{look, make_private_folder, write_new};
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The name of the tool's own folder in a project.
const OWN: &str = ".minutebook";

/// The folders of one build, as they really are: absolute, symbolic links followed.
#[derive(Debug)]
pub(super) struct Target {
    /// The site.
    pub(super) out: PathBuf,
    /// The folder that the site stands in.
    pub(super) above: PathBuf,
    /// The project's own `.minutebook`.
    pub(super) own: PathBuf,
}

impl Target {
    /// Follows links and refuses folders where a site would put something else at risk. Makes nothing.
    pub(super) fn find(project: &Path, out: &Path) -> Result<Self, Error> {
        let refuse = |fault| Err(Error::Out { out: out.to_owned(), fault });
        let root = fs::canonicalize(project).map_err(cannot("find the project", project))?;
        let real = resolve(out)?;
        let records = fs::canonicalize(root.join("incidents")).unwrap_or_else(|_| root.join("incidents"));
        let own = root.join(OWN);
        if let Some(metadata) = look(&real)? {
            if metadata.is_symlink() {
                return refuse("it is a symbolic link to nothing");
            }
            if !metadata.is_dir() {
                return refuse("it is not a folder");
            }
        }
        if real == root {
            return refuse("it is the project itself; give the site a folder of its own, such as `site`");
        }
        if root.starts_with(&real) {
            return refuse("the project is inside it; give the site a folder of its own, such as `site`");
        }
        if records.starts_with(&real) || real.starts_with(&records) {
            return refuse("the records are there; give the site a folder of its own, such as `site`");
        }
        if real.components().any(|part| part.as_os_str() == OWN || part.as_os_str() == ".git") {
            return refuse("folders named `.minutebook` and `.git` are kept for other things");
        }
        let Some(above) = real.parent().map(Path::to_owned) else { return refuse("it is the root of the system") };
        Ok(Self { out: real, above, own })
    }

    /// Makes the project's own folder, which git is told to ignore.
    pub(super) fn make_own(&self) -> Result<(), Error> {
        make_private_folder(&self.own)?;
        ignore(&self.own)
    }

    /// Where the second tree is kept, made if need be: in the project, or hidden beside the site if that is on another
    /// file system, since nothing can be linked or exchanged across two.
    pub(super) fn make_room(&self) -> Result<PathBuf, Error> {
        let device = |path: &Path| fs::metadata(path).map(|m| m.dev()).map_err(cannot("look at", path));
        if device(&self.own)? == device(&self.above)? {
            return Ok(self.own.clone());
        }
        let mut name = OsString::from(".");
        name.push(self.out.file_name().unwrap_or_default());
        name.push(OWN);
        let room = self.above.join(name);
        make_private_folder(&room)?;
        ignore(&room)?;
        Ok(room)
    }
}

/// The real path of a folder that may not be there yet.
fn resolve(path: &Path) -> Result<PathBuf, Error> {
    match fs::canonicalize(path) {
        Ok(real) => Ok(real),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let absolute = std::path::absolute(path).map_err(cannot("find", path))?;
            match (absolute.parent(), absolute.file_name()) {
                (Some(above), Some(name)) => Ok(resolve(above)?.join(name)),
                // It ends in `..`, below a folder that is not there.
                _ => Err(cannot("find", path)(error)),
            }
        }
        Err(error) => Err(cannot("find", path)(error)),
    }
}

/// Keeps a folder out of git, so that users need not.
fn ignore(folder: &Path) -> Result<(), Error> {
    let file = folder.join(".gitignore");
    if look(&file)?.is_some() { Ok(()) } else { write_new(&file, b"*\n") }
}

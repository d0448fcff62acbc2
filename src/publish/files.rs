//! Small things done to single files and folders, each with its error looked at. Knows nothing of trees.

use super::error::{Error, cannot};
use rustix::fs::{Mode, OFlags};
use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::Path;

/// What everybody may do to a published file, whatever the umask.
const FILE_MODE: u32 = 0o644;
/// What everybody may do to a published folder, whatever the umask.
const FOLDER_MODE: u32 = 0o755;

/// Which file it is, whatever its name: two hard links are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileId(u64, u64);

impl FileId {
    fn of(metadata: &Metadata) -> Self {
        Self(metadata.dev(), metadata.ino())
    }
}

/// What stands at a path, without following it; `None` if nothing does.
pub(super) fn look(path: &Path) -> Result<Option<Metadata>, Error> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(cannot("look at", path)(error)),
    }
}

/// Which file stands at a path; `None` if nothing does.
pub(super) fn id(path: &Path) -> Result<Option<FileId>, Error> {
    Ok(look(path)?.as_ref().map(FileId::of))
}

/// The file at the path, if it is a plain file with exactly these bytes and the mode of a published file.
pub(super) fn same(path: &Path, bytes: &[u8]) -> Result<Option<FileId>, Error> {
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
    // Whatever keeps us from reading it, it is not a file that we left there: it is written anew.
    let Ok(descriptor) = rustix::fs::open(path, flags, Mode::empty()) else { return Ok(None) };
    let mut file = File::from(descriptor);
    let metadata = file.metadata().map_err(cannot("look at", path))?;
    let alike = metadata.is_file()
        && metadata.len() == bytes.len() as u64
        && metadata.mode() & 0o7777 == FILE_MODE
        && holds(&mut file, bytes).map_err(cannot("read", path))?;
    Ok(alike.then(|| FileId::of(&metadata)))
}

/// Compares piece by piece, so that the old file is never in memory as a whole. Both are of one length.
fn holds(file: &mut File, mut bytes: &[u8]) -> io::Result<bool> {
    let mut piece = [0; 16 * 1024];
    while !bytes.is_empty() {
        match file.read(&mut piece) {
            Ok(0) => return Ok(false),
            Ok(n) => match bytes.strip_prefix(&piece[..n]) {
                Some(rest) => bytes = rest,
                None => return Ok(false),
            },
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

/// Writes a new file. What stood there is unlinked first and never written to, since it may be a hard link.
///
/// The error of closing it, which some systems keep until then, comes with [`sync`] at the latest.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = match File::create_new(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            remove(path)?;
            File::create_new(path)
        }
        other => other,
    }
    .map_err(cannot("create", path))?;
    file.write_all(bytes).map_err(cannot("write", path))?;
    file.set_permissions(Permissions::from_mode(FILE_MODE)).map_err(cannot("set the mode of", path))
}

/// Makes `to` another name of the file at `from`; symbolic links are linked as they are, not followed.
pub(super) fn link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(to)?;
            fs::hard_link(from, to)
        }
        other => other,
    }
}

/// Makes a published folder, and those above it up to `root`, if they are not there; sets their mode.
pub(super) fn make_folders(root: &Path, folder: &Path) -> Result<(), Error> {
    match fs::create_dir(folder) {
        Ok(()) => set_folder_mode(folder, FOLDER_MODE),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound && folder != root => {
            let above = folder.parent().unwrap_or(root);
            make_folders(root, above)?;
            make_folders(root, folder)
        }
        Err(error) => Err(cannot("create the folder", folder)(error)),
    }
}

/// Makes the folders above a site; they are the user's, and follow the umask.
pub(super) fn make_path(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(cannot("create the folder", folder))
}

/// Makes sure of a published folder whose parent is there, and of its mode.
pub(super) fn make_folder(folder: &Path) -> Result<(), Error> {
    match look(folder)? {
        None => make_folders(folder, folder),
        Some(metadata) if metadata.mode() & 0o7777 == FOLDER_MODE => Ok(()),
        Some(_) => set_folder_mode(folder, FOLDER_MODE),
    }
}

/// Makes a folder that nobody else may look into: old pages rest in it, and it may stand in a web server's reach.
pub(super) fn make_private_folder(folder: &Path) -> Result<(), Error> {
    match fs::DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        other => other.map_err(cannot("create the folder", folder)),
    }
}

/// Sets the mode of a folder.
pub(super) fn set_folder_mode(folder: &Path, mode: u32) -> Result<(), Error> {
    fs::set_permissions(folder, Permissions::from_mode(mode)).map_err(cannot("set the mode of", folder))
}

/// Removes a file; that it was gone already, or has become a folder, is fine.
pub(super) fn remove(path: &Path) -> Result<(), Error> {
    match look(path)? {
        Some(metadata) if !metadata.is_dir() => fs::remove_file(path).map_err(cannot("remove", path)),
        _ => Ok(()),
    }
}

/// Removes a file or a whole folder; links are not followed.
pub(super) fn remove_all(path: &Path) -> Result<(), Error> {
    match look(path)? {
        Some(metadata) if metadata.is_dir() => fs::remove_dir_all(path).map_err(cannot("remove the folder", path)),
        Some(_) => fs::remove_file(path).map_err(cannot("remove", path)),
        None => Ok(()),
    }
}

/// Waits until all that was written to the file system of this folder is on the disk, and gives late write errors.
///
/// Once for a whole tree: flushing each file waits for the disk as often as there are files.
pub(super) fn sync(folder: &Path) -> Result<(), Error> {
    let open = File::open(folder).map_err(cannot("open", folder))?;
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(&open).map_err(|errno| cannot("flush", folder)(errno.into()))?;
    #[cfg(not(target_os = "linux"))]
    rustix::fs::sync();
    sync_folder_of(&open, folder)
}

/// Waits until the names in this folder are on the disk.
pub(super) fn sync_names(folder: &Path) -> Result<(), Error> {
    sync_folder_of(&File::open(folder).map_err(cannot("open", folder))?, folder)
}

fn sync_folder_of(open: &File, folder: &Path) -> Result<(), Error> {
    open.sync_all().map_err(cannot("flush", folder))
}

/// Whether nothing stands there: not the file, or not the folder it would be in.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

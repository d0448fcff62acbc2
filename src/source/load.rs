//! Reads the records of a project folder and its config into memory. The only reader of records; what they say is
//! left to `parse`.

use super::tree::Document;
use super::{limits, parse};
use crate::diag::Diagnostic;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The name of the config at the top of a project.
pub const CONFIG: &str = "minutebook.yaml";

/// The folder of records in a project.
pub const INCIDENTS: &str = "incidents";

/// The folder of a project's own templates, which take the place of those of the program.
pub const TEMPLATES: &str = "templates";

/// What a project folder holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// `minutebook.yaml`, if there is one.
    pub config: Option<SourceFile>,
    /// The records, sorted by path.
    pub records: Vec<SourceFile>,
    /// The project's own templates, sorted by path, without those that are no text.
    pub templates: Vec<SourceFile>,
}

impl Sources {
    /// The record of a path.
    #[must_use]
    pub fn record(&self, path: &str) -> Option<&SourceFile> {
        let place = self.records.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some(&self.records[place])
    }

    /// Takes in a file as it is now, or that it is gone; says whether that is anything new.
    pub fn set(&mut self, path: &str, file: Option<SourceFile>) -> bool {
        if path == CONFIG {
            return replace(&mut self.config, file);
        }
        let is_template = path.strip_prefix(TEMPLATES).is_some_and(|rest| rest.starts_with('/'));
        let files = if is_template { &mut self.templates } else { &mut self.records };
        match (files.binary_search_by(|file| file.path.as_str().cmp(path)), file) {
            (Ok(place), Some(file)) => replace(&mut files[place], file),
            (Ok(place), None) => {
                files.remove(place);
                true
            }
            (Err(place), Some(file)) => {
                files.insert(place, file);
                true
            }
            (Err(_), None) => false,
        }
    }
}

/// Puts a value in the place of another if they differ, and says whether they do: copies of the old one go on sharing
/// its text.
fn replace<T: PartialEq>(old: &mut T, new: T) -> bool {
    let differs = *old != new;
    if differs {
        *old = new;
    }
    differs
}

/// One file in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// The path below the project folder, with `/` on every system.
    pub path: String,
    /// What the file says; empty if it is too large, and with `U+FFFD` where it is no UTF-8. Copies share it.
    pub text: Arc<str>,
    /// Why it cannot be parsed; `None` for a file that can.
    pub fault: Option<Diagnostic>,
}

impl SourceFile {
    /// The file's bytes as text, or as near to it as they come.
    #[must_use]
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let path = path.into();
        if bytes.len() > limits::FILE_BYTES {
            return Self { path, text: Arc::default(), fault: Some(parse::too_large()) };
        }
        match String::from_utf8(bytes) {
            Ok(text) => Self { path, text: text.into(), fault: None },
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let bytes = error.as_bytes();
                let fault = not_utf8(bytes, at);
                Self { path, text: String::from_utf8_lossy(bytes).into(), fault: Some(fault) }
            }
        }
    }

    /// Parses the file.
    #[must_use]
    pub fn parse(&self) -> (Document, Vec<Diagnostic>) {
        match &self.fault {
            Some(fault) => (Document::broken(&self.text), vec![fault.clone()]),
            None => parse::parse(&self.path, &self.text),
        }
    }
}

/// Loads the config and every record of a project.
///
/// Hidden files and links are passed over, as is every file that is neither `.md` nor YAML.
///
/// # Errors
/// A folder or file that cannot be read, with its path.
pub fn load(project: &Path) -> io::Result<Sources> {
    load_paths(project, &[project.to_owned()])
}

/// Loads the config of a project and the records that are named, or lie in the folders that are named.
///
/// # Errors
/// A folder or file that cannot be read or is not in the project, with its path.
pub fn load_paths(project: &Path, paths: &[PathBuf]) -> io::Result<Sources> {
    let project = canonical(project)?;
    let mut found = BTreeMap::new();
    for path in paths {
        let path = canonical(path)?;
        if !path.starts_with(&project) {
            let message = format!("`{}` is not below `{}`", path.display(), project.display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        for file in records_in(&project, path)? {
            found.insert(relative(&project, &file), file);
        }
    }
    found.remove(CONFIG);
    let config = project.join(CONFIG);
    // Of several that cannot be read, the first by path is told, whichever thread comes first.
    let records: Vec<io::Result<SourceFile>> = found.into_par_iter().map(|(path, file)| read(path, &file)).collect();
    let mut templates = files_below(&project.join(TEMPLATES), |entry| entry.file_type().is_file())?;
    templates.sort();
    Ok(Sources {
        config: if config.is_file() { Some(read(CONFIG.to_owned(), &config)?) } else { None },
        records: records.into_iter().collect::<io::Result<_>>()?,
        templates: templates
            .into_iter()
            .map(|file| read(relative(&project, &file), &file))
            .collect::<io::Result<_>>()?,
    })
}

/// Paths below the folder of records that look like records and are not read, sorted: links, and other endings of
/// Markdown.
///
/// # Errors
/// A folder that cannot be read, with its path.
pub fn passed_over(project: &Path) -> io::Result<Vec<String>> {
    let found = files_below(&project.join(INCIDENTS), is_passed_over)?;
    let mut found: Vec<String> = found.iter().map(|path| relative(project, path)).collect();
    found.sort();
    Ok(found)
}

/// The path of every file that a project is made of, and where it is.
///
/// # Errors
/// A folder that cannot be read, with its path.
pub fn paths(project: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    let config = project.join(CONFIG);
    let is_file = |entry: &DirEntry| entry.file_type().is_file();
    let mut found = files_below(&project.join(TEMPLATES), is_file)?;
    found.extend(files_below(&project.join(INCIDENTS), |entry| is_file(entry) && is_record(entry.path()))?);
    found.extend(config.is_file().then_some(config));
    Ok(found.into_iter().map(|file| (relative(project, &file), file)).collect())
}

/// One file of a project as it is now; `None` if it is not there, or is none that a project is made of.
///
/// # Errors
/// A file that cannot be read, with its path.
pub fn load_one(project: &Path, path: &str) -> io::Result<Option<SourceFile>> {
    let file = project.join(path);
    let is_gone = |error: &io::Error| matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    let is_linked = || file.ancestors().take(path.split('/').count() - 1).any(Path::is_symlink);
    if !is_source(path) || !file.is_file() || path != CONFIG && is_linked() {
        return Ok(None);
    }
    match read(path.to_owned(), &file) {
        Err(error) if is_gone(&error) => Ok(None),
        read => read.map(Some),
    }
}

/// Whether a project is made of a file at this path, if there is one.
#[must_use]
pub fn is_source(path: &str) -> bool {
    let Some((folder, below)) = path.split_once('/') else { return path == CONFIG };
    let is_shown = below.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    is_shown && (folder == TEMPLATES || folder == INCIDENTS && is_record(Path::new(below)))
}

fn is_record(path: &Path) -> bool {
    matches!(ending(path).as_deref(), Some("md" | "yaml" | "yml"))
}

/// The records at or below a path; above the folder of records, only those in it.
fn records_in(project: &Path, path: PathBuf) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path]);
    }
    let incidents = project.join(INCIDENTS);
    let folder = if incidents.starts_with(&path) { incidents } else { path };
    files_below(&folder, |entry| entry.file_type().is_file() && is_record(entry.path()))
}

/// What a writer may take for a record, and is none.
fn is_passed_over(entry: &DirEntry) -> bool {
    let is_markdown = matches!(ending(entry.path()).as_deref(), Some("markdown" | "mdown" | "mkd" | "mdx"));
    entry.depth() > 0 && (entry.path_is_symlink() || entry.file_type().is_file() && is_markdown)
}

/// The entries below a folder that are wanted; hidden ones are left out, links not followed. None if there is no folder.
fn files_below(folder: &Path, wanted: impl Fn(&DirEntry) -> bool) -> io::Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let shown = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).into_iter().filter_entry(shown) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            at_path(&path, &io::Error::from(error))
        })?;
        if wanted(&entry) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn read(path: String, file: &Path) -> io::Result<SourceFile> {
    let mut bytes = Vec::new();
    let most = limits::FILE_BYTES as u64 + 1;
    let opened = File::open(file).map_err(|error| at_path(file, &error))?;
    opened.take(most).read_to_end(&mut bytes).map_err(|error| at_path(file, &error))?;
    Ok(SourceFile::new(path, bytes))
}

fn not_utf8(bytes: &[u8], at: usize) -> Diagnostic {
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let span = at..at + '\u{fffd}'.len_utf8();
    let fault = Diagnostic::error("not-utf8", span, format!("the byte `0x{:02X}` is not UTF-8", bytes[at]));
    fault.with_help(if is_utf16 { "the file is UTF-16; save it as UTF-8" } else { "save the file as UTF-8" })
}

fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path).map_err(|error| at_path(path, &error))
}

fn at_path(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot read `{}`: {error}", path.display()))
}

fn relative(project: &Path, file: &Path) -> String {
    let below = file.strip_prefix(project).unwrap_or(file);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn ending(path: &Path) -> Option<String> {
    path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase())
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;

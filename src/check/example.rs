//! The examples of rules, run through the checker: the tests, `docs/rules.md` and `explain` show what it really says.

use super::{Example, whole};
use crate::config;
use crate::diag::Diagnostic;
use crate::source::SourceFile;
use chrono::NaiveDate;

/// What ends a faulty line.
pub(super) const MARK: &str = "# <-";

/// One file of an example, as it would stand in a project.
#[derive(Clone, Debug)]
pub(super) struct File {
    /// Where.
    pub(super) path: &'static str,
    /// What it holds, without its marks.
    pub(super) bytes: Vec<u8>,
}

impl Example {
    /// The paths and texts, marks included; none where no text could show the fault.
    pub(super) fn texts(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Yaml(text) => vec![(YAML, text)],
            Self::Markdown(text) => vec![("incidents/example.md", text)],
            Self::Config(text) => vec![(config::FILE, text)],
            Self::Files(files) => files.to_vec(),
            Self::Bytes(..) | Self::Made(..) => Vec::new(),
        }
    }

    /// The files, without their marks.
    pub(super) fn files(self) -> Vec<File> {
        match self {
            Self::Bytes(bytes, _) => vec![File { path: YAML, bytes: bytes.to_vec() }],
            Self::Made(make, _) => vec![File { path: YAML, bytes: make() }],
            _ => self.texts().into_iter().map(|(path, text)| File::new(path, text)).collect(),
        }
    }
}

const YAML: &str = "incidents/example.yaml";

impl File {
    /// A file whose marks are taken off.
    pub(super) fn new(path: &'static str, text: &str) -> Self {
        let bare = text.lines().map(|line| line.strip_suffix(MARK).map_or(line, str::trim_end));
        Self { path, bytes: bare.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes() }
    }
}

/// What is found in some files, on a fixed day; with the text of each, as it was read.
pub(super) fn findings(files: &[File]) -> Vec<(SourceFile, Vec<Diagnostic>)> {
    let sources = files.iter().map(|file| SourceFile::new(file.path, file.bytes.clone()));
    let (settings, records): (Vec<SourceFile>, Vec<SourceFile>) = sources.partition(|file| file.path == config::FILE);
    let mut found = whole(settings.first(), &records, NaiveDate::from_ymd_opt(2026, 11, 24)).diagnostics;
    let of = |file: SourceFile| {
        let found = found.remove(&file.path).unwrap_or_default();
        (file, found)
    };
    settings.into_iter().chain(records).map(of).collect()
}

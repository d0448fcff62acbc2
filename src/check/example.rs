//! The examples of rules, run through the checker: the tests, `docs/rules.md` and `explain` show what it really says.

use super::{Context, Example, Names, Subject, beside, record, settle};
use crate::audience::Withheld;
use crate::config::{self, Config};
use crate::diag::Diagnostic;
use crate::model::{Record, read};
use crate::source::SourceFile;
use chrono::NaiveDate;
use std::collections::BTreeMap;

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
    let sources: Vec<SourceFile> = files.iter().map(|file| SourceFile::new(file.path, file.bytes.clone())).collect();
    let mut config = Config::default();
    let (mut incidents, mut found) = (Vec::new(), BTreeMap::new());
    if let Some(source) = sources.iter().find(|source| source.path == config::FILE) {
        let (read, diagnostics) = config::read(source);
        config = read;
        found.insert(source.path.clone(), diagnostics);
    }
    for source in sources.iter().filter(|source| source.path != config::FILE) {
        let Record { incident, diagnostics } = read(source, &config.defaults);
        incidents.extend(incident);
        found.insert(source.path.clone(), diagnostics);
    }
    let withheld = Withheld::of(&incidents, &config);
    let incident = |path: &str| incidents.iter().find(|incident| incident.path == path);
    let mut names = Names::default();
    for source in sources.iter().filter(|source| source.path != config::FILE) {
        names.add(&source.path, incident(&source.path));
    }
    let today = NaiveDate::from_ymd_opt(2026, 11, 24);
    let settled = sources.into_iter().map(|source| {
        let incident = incident(&source.path);
        let made = match incident {
            Some(incident) => {
                let subject = Subject { incident, config: &config, withheld: &withheld };
                [record(&subject, today), beside(&subject, &names)].concat()
            }
            None if source.path == config::FILE => super::config(&config, &withheld),
            None => Vec::new(),
        };
        let read = found.remove(&source.path).unwrap_or_default();
        let found = settle(&source.path, &source.text, incident, read, made, Context { config: &config, today });
        (source, found)
    });
    settled.collect()
}

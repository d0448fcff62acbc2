//! Drives the program as a user does: a folder of files, a call, and what came of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder with files in it, gone when it is dropped.
pub(crate) struct Project {
    folder: tempfile::TempDir,
}

/// What came of a call.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A folder with these files.
pub(crate) fn project(files: &[(&str, &str)]) -> Project {
    let project = Project { folder: tempfile::tempdir().unwrap() };
    for (path, text) in files {
        project.write(path, text);
    }
    project
}

/// A record of a resolved incident in which nothing is missing.
pub(crate) const RESOLVED: &str = "\
title: Checkout returns 502
status: resolved
severity: sev2
summary: A halved connection pool starved checkout for eighteen minutes.
impact: Nine of ten checkouts failed.
detection: monitoring
timeline:
  - 2026-11-23 14:02 Deploy 4711 halves the connection pool. {impact_start}
  - 14:06 The synthetic check pages the on-call. {detected}
  - 14:20 Deploy 4711 is rolled back; errors stop. {mitigated, impact_end, resolved}
";

/// That record, with so many errors in it.
pub(crate) fn with_unknown_keys(count: usize) -> String {
    let keys: Vec<String> = (0..count).map(|i| format!("key{i}: 1\n")).collect();
    RESOLVED.to_owned() + &keys.concat()
}

impl Project {
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(below)
    }

    #[expect(clippy::disallowed_methods, reason = "a test is the user who writes records")]
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Every file, by its path below the folder.
    pub(crate) fn files(&self) -> Vec<String> {
        let root = self.path("");
        let mut files: Vec<String> = walkdir::WalkDir::new(&root)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned())
            .collect();
        files.sort();
        files
    }

    /// The program, started in the folder, with nothing around it that could change what it says.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        command(&self.path(""), args)
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        finish(&mut self.command(args))
    }
}

/// The program, started in a folder.
pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_minutebook"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).env("TZ", "UTC");
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command
}

/// Runs a call to its end.
pub(crate) fn finish(command: &mut Command) -> Run {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: status.code(), stdout: text(stdout), stderr: text(stderr) }
}

impl Run {
    /// The call went well and had nothing to say beside its data.
    #[track_caller]
    pub(crate) fn data(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (Some(0), ""), "{}", self.stdout);
        self.stdout
    }

    /// The call could not be followed; what it said.
    #[track_caller]
    pub(crate) fn refused(self) -> String {
        assert_eq!((self.code, self.stdout.as_str()), (Some(2), ""), "{}", self.stderr);
        self.stderr
    }
}

//! Which folder is the project, and how its files are called from where the user stands.

use super::fault::refuse;
use crate::source::{self, Sources};
use anyhow::Context;
use std::env;
use std::path::{Component, Path, PathBuf};

/// The folder of a project, seen from the current folder.
#[derive(Debug)]
pub(super) struct Project {
    /// The folder that holds `minutebook.yaml`, or the current one where none above does.
    pub(super) root: PathBuf,
    /// The parts of the current folder below it.
    below: Vec<String>,
}

/// Makes a folder the current one.
pub(super) fn enter(folder: &Path) -> anyhow::Result<()> {
    env::set_current_dir(folder).with_context(|| format!("cannot go to `{}`", folder.display()))
}

impl Project {
    /// The project that the current folder is in.
    pub(super) fn find() -> anyhow::Result<Self> {
        let here = current_dir()?;
        let holds_config = |folder: &&Path| folder.join(source::CONFIG).is_file();
        let root = here.ancestors().find(holds_config).unwrap_or(&here).to_owned();
        let below = here.strip_prefix(&root).map(parts).unwrap_or_default();
        Ok(Self { root, below })
    }

    /// Whether it is one: a config or records are there.
    pub(super) fn exists(&self) -> bool {
        self.root.join(source::CONFIG).is_file() || self.root.join(source::INCIDENTS).is_dir()
    }

    /// Its files; a folder without records is most likely the wrong one.
    pub(super) fn load(&self, paths: &[PathBuf]) -> anyhow::Result<Sources> {
        if paths.is_empty() && !self.root.join(source::INCIDENTS).is_dir() {
            let message = format!("there is no folder `{}` in `{}`", source::INCIDENTS, self.root.display());
            return Err(refuse(message, "start one with `minutebook init`, or name another folder with `-C DIR`"));
        }
        let all: Vec<PathBuf> = [self.root.clone()].into_iter().chain(paths.iter().cloned()).collect();
        Ok(source::load_paths(&self.root, &all)?)
    }

    /// A file of the project as it is called from the current folder.
    pub(super) fn shown(&self, path: &str) -> String {
        let parts: Vec<&str> = path.split('/').collect();
        let common = self.below.iter().zip(&parts).take_while(|(a, b)| a == *b).count();
        let up = std::iter::repeat_n("..", self.below.len() - common);
        up.chain(parts[common..].iter().copied()).collect::<Vec<_>>().join("/")
    }

    /// A path of the current folder as the project calls it; empty for the project itself.
    pub(super) fn named(&self, path: &Path) -> anyhow::Result<String> {
        let full = path.canonicalize().with_context(|| format!("cannot read `{}`", path.display()))?;
        let below = full.strip_prefix(&self.root);
        let below = below.with_context(|| format!("`{}` is not below `{}`", path.display(), self.root.display()))?;
        Ok(parts(below).join("/"))
    }
}

fn parts(path: &Path) -> Vec<String> {
    let normal = path.components().filter(|part| matches!(part, Component::Normal(_)));
    normal.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}

#[expect(clippy::disallowed_methods, reason = "the program reads the environment for all below it")]
fn current_dir() -> anyhow::Result<PathBuf> {
    let here = env::current_dir().context("cannot tell the current folder")?;
    here.canonicalize().with_context(|| format!("cannot read `{}`", here.display()))
}

//! Shows a project to browsers on the same machine while it is being edited: pages when they are asked for, and a word
//! to every open page when something changed. What changed and what is wrong is the pipeline's to say.
//!
//! 1. [`Preview`] holds the project, and tells every listener when it was changed.
//! 2. `server` takes connections, few enough and none for ever.
//! 3. `guard` turns away requests that no page of ours would make.
//! 4. `answer` makes the answer; `reload` tells an open page how things stand.

mod answer;
mod guard;
mod reload;
mod server;
mod state;

pub use server::{Options, bind, serve};

use crate::pipeline::{Followed, Project};
use crate::source::SourceFile;
use state::Turn;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};
use tokio::sync::watch;

/// A project that is shown while it is edited.
pub struct Preview {
    project: RwLock<Project>,
    /// What is said to every open page, whatever it shows.
    turn: watch::Sender<Turn>,
    browsers: AtomicUsize,
}

impl Preview {
    /// Shows a project.
    #[must_use]
    pub fn new(project: Project) -> Self {
        let turn = watch::Sender::new(Turn::of(&project));
        Self { project: RwLock::new(project), turn, browsers: AtomicUsize::new(0) }
    }

    /// Takes changed files, and tells every open page; `None` comes back if nothing is new about them.
    pub fn follow(&self, files: Vec<(String, Option<SourceFile>)>) -> Option<Followed> {
        let mut project = self.project.write().unwrap_or_else(PoisonError::into_inner);
        let followed = project.follow(files)?;
        self.turn.send_replace(Turn::of(&project));
        Some(followed)
    }

    /// The project as it is now.
    pub fn project(&self) -> RwLockReadGuard<'_, Project> {
        self.project.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many pages are open in browsers.
    #[must_use]
    pub fn browsers(&self) -> usize {
        self.browsers.load(Ordering::Relaxed)
    }
}

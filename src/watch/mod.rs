//! Waits until files of a project change, and reads those that did. Events of the system only wake it: what is true is
//! looked up on disk, and a walk soon after finds what no event told. What files mean is left to others.
//!
//! 1. `native` asks the system for events, and keeps those that could concern a project.
//! 2. `memory` knows how each file looked when it was read last.
//! 3. [`Watch::wait`] waits for something to look at, lets a save come to its end, and reads.

mod memory;
mod native;
#[cfg(test)]
mod tests;

use crate::source::SourceFile;
use memory::{Listing, Memory, list};
use native::{Native, Wake};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watcher {
    /// By events of the system.
    Native,
    /// By looking at every file again and again, where the system has no events.
    Poll,
}

/// What was seen at once.
#[derive(Debug, Default)]
pub struct Seen {
    /// Files that were read since they may have changed, by path; `None` is gone.
    pub files: Vec<(String, Option<SourceFile>)>,
    /// What is worth saying about the watching itself.
    pub notes: Vec<String>,
}

/// Watches the files of one project.
#[derive(Debug)]
pub struct Watch {
    project: PathBuf,
    memory: Memory,
    /// How to notice changes, until that has begun.
    by: Option<Watcher>,
    native: Option<Native>,
    wakes: Receiver<Wake>,
    waker: Sender<Wake>,
    /// When every file is to be looked at again.
    walk_at: Option<Instant>,
    is_walking: bool,
    /// How long it took to look at every file.
    walk_took: Duration,
    notes: Vec<String>,
}

/// After the first event, a walk follows within this time.
const WALK_AFTER: Duration = Duration::from_millis(200);

/// How often all files are looked at where there are no events.
const POLL_EVERY: Duration = Duration::from_millis(500);

/// Polling leaves the machine alone for so many times as long as it took.
const POLL_REST: u32 = 20;

impl Watch {
    /// Takes note of how the files look at this moment, `now` on the clock. What changes from now on is not missed.
    ///
    /// # Errors
    /// If the project cannot be looked at.
    pub fn new(project: &Path, by: Watcher, now: SystemTime) -> io::Result<Self> {
        let (waker, received) = mpsc::channel();
        let mut memory = Memory::default();
        let listing = list(project)?;
        let walk_took = listing.took;
        memory.start(listing, now);
        Ok(Self {
            project: project.to_owned(),
            memory,
            by: Some(by),
            native: None,
            wakes: received,
            waker,
            walk_at: None,
            is_walking: false,
            walk_took,
            notes: Vec::new(),
        })
    }

    /// Begins to wait for events: only now, since reading all files makes an event or two of each. What changed before
    /// is found by a walk.
    fn begin(&mut self, by: Watcher) {
        if by == Watcher::Native {
            match Native::new(&self.project, self.waker.clone()) {
                Ok(native) => self.native = Some(native),
                Err(error) => self.give_up_events(&error),
            }
        }
        self.walk_within(Duration::ZERO);
    }

    /// Waits until there is something to say.
    pub fn wait(&mut self) -> Seen {
        if let Some(by) = self.by.take() {
            self.begin(by);
        }
        loop {
            let now = Instant::now();
            let files = self.memory.read(&self.project, now, &mut self.notes);
            if !files.is_empty() || !self.notes.is_empty() {
                return Seen { files, notes: std::mem::take(&mut self.notes) };
            }
            self.sleep(now);
            while let Ok(wake) = self.wakes.try_recv() {
                self.wake(wake);
            }
        }
    }

    /// Waits for an event, for the end of a save, or for the time of the next walk.
    fn sleep(&mut self, now: Instant) {
        let due = self.walk_at.filter(|_| !self.is_walking);
        let woken = match due.into_iter().chain(self.memory.due(now)).min() {
            Some(at) => self.wakes.recv_timeout(at.saturating_duration_since(now)),
            None => self.wakes.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match woken {
            Ok(wake) => self.wake(wake),
            Err(RecvTimeoutError::Timeout) if due.is_some_and(|at| at <= Instant::now()) => self.walk(),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
    }

    fn wake(&mut self, wake: Wake) {
        match wake {
            Wake::Saved(path) => self.look(&path, Instant::now()),
            Wake::Touched(path) => self.look(&path, Instant::now() + memory::SAVE),
            Wake::Missed => self.walk_within(Duration::ZERO),
            Wake::Failed(error) => self.give_up_events(&error),
            Wake::Walked(Ok(listing)) => {
                self.is_walking = false;
                self.walk_took = listing.took;
                self.memory.compare(&listing, Instant::now());
                if self.native.is_none() {
                    self.walk_within(POLL_EVERY.max(self.walk_took * POLL_REST));
                }
            }
            Wake::Walked(Err(error)) => {
                self.is_walking = false;
                self.notes.push(format!("{error}; looking again"));
                self.walk_within(POLL_EVERY);
            }
        }
    }

    fn look(&mut self, path: &Path, at: Instant) {
        if self.memory.suspect(&self.project, path, at) {
            self.walk_within(WALK_AFTER);
        }
    }

    fn walk_within(&mut self, time: Duration) {
        let at = Instant::now() + time;
        self.walk_at = Some(self.walk_at.map_or(at, |earlier| earlier.min(at)));
    }

    /// Looks at every file, on a thread of its own: a save meanwhile does not wait for it.
    fn walk(&mut self) {
        self.walk_at = None;
        self.is_walking = true;
        self.memory.walk_begins();
        if let Some(Err(error)) = self.native.as_mut().map(Native::follow_folders) {
            self.give_up_events(&error);
        }
        let (project, waker) = (self.project.clone(), self.waker.clone());
        thread::spawn(move || {
            // Nobody is left to tell once the watch is gone.
            let _ = waker.send(Wake::Walked(list(&project)));
        });
    }

    /// Goes on without events, and says why.
    fn give_up_events(&mut self, error: &notify::Error) {
        self.native = None;
        self.notes.push(format!("{}; looking at every file twice a second instead", native::words(error)));
        self.walk_within(Duration::ZERO);
    }
}

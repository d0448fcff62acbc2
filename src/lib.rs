//! Minutebook reads incident records kept as text in git, checks that they are complete, and publishes them as a
//! static site whose timelines are accurate to the minute.
//!
//! Data flows one way:
//!
//! 1. [`source`] loads a folder of files and parses each into a tree that knows where everything stands.
//! 2. [`model`] reads the tree into an incident and a list of faults; it never stops at the first one.
//! 3. [`check`] compares incidents with its rules; [`diag`] says what is wrong, where, and what to write instead.
//! 4. [`audience`] makes an edition of the archive, without what its readers may not see.
//! 5. [`metrics`] measures an edition: bounds go in, bounds come out.
//! 6. [`view`] holds what each page shows; [`render`] makes its bytes.
//! 7. [`pipeline`] runs these in order, in memory.
//! 8. [`publish`] brings the site on disk to its new state, whole or not at all.
//! 9. [`watch`] sees files change, and [`serve`] shows the project to browsers meanwhile.
//!
//! [`export`] writes records for other programs, [`scaffold`] makes the text of new ones and of entries, and [`cli`]
//! is the program: it alone prints.

pub mod audience;
pub mod check;
pub mod cli;
pub mod config;
pub mod diag;
pub mod export;
pub mod metrics;
pub mod model;
pub mod pipeline;
pub mod publish;
pub mod render;
pub mod scaffold;
pub mod serve;
pub mod source;
pub mod view;
pub mod watch;

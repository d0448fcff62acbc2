//! Minutebook reads incident records kept as text in git, checks that they are complete, and publishes them as a
//! static site whose timelines are accurate to the minute.
//!
//! Data flows one way:
//!
//! 1. [`source`] loads a folder of files and parses each into a tree that knows where everything stands.
//!
//! it alone prints.

pub mod diag;
pub mod source;

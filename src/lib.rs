//! Minutebook reads incident records kept as text in git, checks that they are complete, and publishes them as a
//! static site whose timelines are accurate to the minute.
//!
//! Data flows one way:
//!
//!
//! it alone prints.

pub mod diag;

//! The program as a whole, driven as a user drives it; and the shape of its code.

#![allow(clippy::unwrap_used, reason = "a test that panics has found something")]

mod archive;
mod checklist;
mod cli;
mod docs;
mod driver;
mod examples;
mod files;
mod floors;
mod links;
mod lists;
mod metrics;
mod schema;
mod serve;
mod site;
mod tokens;
mod vectors;
mod writing;

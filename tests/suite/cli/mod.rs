//! The commands, one file each.

mod build;
mod check;
mod check_as;
mod completions;
mod explain;
mod init;
mod list;
mod log;
mod new;
mod output;
mod show;

//! The commands, one file each.

mod build;
mod check;
mod completions;
mod explain;
mod init;
mod list;
mod new;
mod output;
mod show;

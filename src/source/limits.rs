//! How much of a file is read. A record is a page of text; what is far larger is a mistake or an attack, and is
//! refused by name instead of being read slowly.

/// Bytes of one file.
pub const FILE_BYTES: usize = 1024 * 1024;

/// Lists and maps inside one another.
pub const DEPTH: usize = 32;

/// Nodes of one file: every list, map, key and value counts.
pub const NODES: usize = 20_000;

/// Bytes of one scalar, as it reads.
pub const SCALAR_BYTES: usize = 256 * 1024;

//! Whole-program tests: the built command, run as a user runs it.

mod cli;
mod desk;
mod lsp;
mod mutations;
mod pipe;
mod properties;
mod snapshots;

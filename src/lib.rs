//! Rashomon: the language server for news text.
//!
//! Each floor knows only the floors below it: [`text`] (a file becomes an article), [`extract`] (an article becomes a
//! reading), [`corpus`] (readings become stories), [`compare`] (claims against claims), [`features`] (what an editor can
//! ask), then `server` and `cli`, which put answers into LSP and into the terminal. `ARCHITECTURE.md` has the map.

#![warn(missing_docs)]

pub mod cli;
pub mod compare;
pub mod corpus;
pub mod extract;
pub mod features;
pub mod server;
pub mod settings;
pub mod text;

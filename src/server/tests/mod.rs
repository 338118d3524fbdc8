//! The server as a client sees it, over pipes in memory.

mod client;
mod life;
mod text;

pub use client::{Client, capabilities, cursor, position, uri};

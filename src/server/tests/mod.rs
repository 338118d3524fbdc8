//! The server as a client sees it, over pipes in memory.

mod client;
mod drafting;
mod findings;
mod life;
mod navigation;
mod order;
mod outline;
mod reading;
mod stories;
mod text;
mod workspace;

pub use client::{Client, capabilities, cursor, position, uri};

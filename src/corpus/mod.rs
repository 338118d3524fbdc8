//! All readings: which articles tell one story, and who is who across them.

mod entities;
mod graph;
mod signature;
mod story;

pub use graph::Graph;
pub use signature::Signature;
pub use story::{EntityOf, LinkedEntity, Story};

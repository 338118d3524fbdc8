//! All readings: which articles tell one story, who is who across them, and snapshots for those who read while others write.

mod story;

pub use story::{LinkedEntity, Story};

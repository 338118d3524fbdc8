//! What an editor or a terminal can ask, as plain structs: no LSP type, no output format.

pub mod actions;
pub mod completion;
pub mod definition;
pub mod element;
mod findings;
pub mod folding;
pub mod hierarchy;
pub mod highlights;
pub mod hints;
mod host;
pub mod hover;
pub mod lenses;
pub mod links;
pub mod markdown;
pub mod mentions;
pub mod printings;
pub mod references;
pub mod related;
pub mod rename;
pub mod sections;
pub mod semantic_tokens;
mod shelves;
pub mod symbols;
mod told;
pub mod topics;

pub use findings::{Judge, Verdict, findings};
pub use host::{Analysis, AnalysisHost, ArticleRef};

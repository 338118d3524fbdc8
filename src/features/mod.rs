//! What an editor or a terminal can ask, as plain structs: no LSP type, no output format.

pub mod definition;
pub mod element;
mod findings;
pub mod highlights;
mod host;
pub mod hover;
pub mod markdown;
pub mod mentions;
pub mod printings;
pub mod references;
pub mod related;

pub use findings::{Judge, Verdict, findings};
pub use host::{Analysis, AnalysisHost, ArticleRef};

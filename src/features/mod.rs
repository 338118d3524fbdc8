//! What an editor or a terminal can ask, as plain structs: no LSP type, no output format.

mod findings;
mod host;

pub use findings::{Judge, Verdict, findings};
pub use host::{Analysis, AnalysisHost, ArticleRef};

//! What an editor or a terminal can ask, as plain structs: no LSP type, no output format.

mod host;

pub use host::{Analysis, AnalysisHost, ArticleRef};
